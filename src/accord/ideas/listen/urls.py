from django.urls import path

from . import views

app_name = "listen"
urlpatterns = [
    path("<slug:client>/requests/new/", views.new, name="new"),
    path("<slug:client>/requests/<uuid:request_id>/join/", views.join, name="join"),
    path("<slug:client>/asked-of-me/<str:kind>/<uuid:subject_id>/", views.mine, name="mine"),
    path("<slug:client>/asked-of-me/<str:kind>/<uuid:subject_id>/<path:step>/", views.mine, name="mine_step"),
]
