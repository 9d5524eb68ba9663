from django.urls import path

from . import views

app_name = "speak"
urlpatterns = [
    path("", views.start, name="start"),
    path("s/<str:text>/", views.before, name="before"),
    path("s/<str:text>/few/", views.few, name="few"),
    path("s/<str:text>/how/", views.how, name="how"),
    path("s/<str:text>/through/", views.through, name="through"),
    path("s/<str:text>/named/", views.named, name="named"),
    path("s/<str:text>/protected/", views.protected, name="protected"),
    path("s/<str:text>/write/", views.write, name="write"),
    path("s/<str:text>/send/", views.send, name="send"),
    path("s/<str:text>/back/", views.back, name="back"),
    path("s/<str:text>/talk/", views.talk, name="talk"),
]
