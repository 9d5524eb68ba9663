from django.urls import path

from . import views

app_name = "empathy"
urlpatterns = [
    path("<slug:client>/perspectives/", views.perspectives, name="perspectives"),
    path("<slug:client>/perspectives/rounds/", views.rounds, name="rounds"),
    path("<slug:client>/perspectives/rounds/new/", views.start, name="start"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/", views.round_page, name="round"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/remind/", views.remind, name="remind"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/close/", views.close, name="close"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/stop/", views.stop, name="stop"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/choose/", views.choose, name="choose"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/choose/<slug:method>.<slug:kind>", views.export_ranking, name="export_ranking"),
]
