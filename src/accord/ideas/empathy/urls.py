from django.urls import path

from . import views

app_name = "empathy"
urlpatterns = [
    path("<slug:client>/perspectives/", views.perspectives, name="perspectives"),
    path("<slug:client>/perspectives/rounds/", views.rounds, name="rounds"),
    path("<slug:client>/perspectives/rounds/new/", views.start, name="start"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/", views.round_page, name="round"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/for/<uuid:person_id>/", views.put_down, name="put_down"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/remind/", views.remind, name="remind"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/close/", views.close, name="close"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/stop/", views.stop, name="stop"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/choose/", views.choose, name="choose"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/choose/<slug:method>.<slug:kind>", views.export_ranking, name="export_ranking"),
    path("<slug:client>/perspectives/check-ins/", views.check_ins, name="check_ins"),
    path("<slug:client>/perspectives/check-ins/rhythm/", views.cadence, name="cadence"),
    path("<slug:client>/perspectives/check-ins/pause/", views.pause, name="pause"),
    path("<slug:client>/perspectives/check-ins/resume/", views.resume, name="resume"),
    path("<slug:client>/perspectives/check-ins/now/", views.ask_now, name="ask_now"),
    path("<slug:client>/perspectives/check-ins/<uuid:round_id>/", views.check_in, name="check_in"),
    path("<slug:client>/perspectives/strings/", views.strings, name="strings"),
    path("<slug:client>/perspectives/ratings/", views.import_ratings, name="import_ratings"),
    path("<slug:client>/perspectives/agenda/", views.agenda, name="agenda"),
    path("<slug:client>/perspectives/agenda/<uuid:agenda_item_id>/settle/", views.settle_agenda_item, name="settle_agenda_item"),
    path("<slug:client>/perspectives/agenda/<uuid:agenda_item_id>/reset/<uuid:reset_id>/", views.hand_to_reset, name="hand_to_reset"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/agenda/", views.put_on_agenda, name="put_on_agenda"),
    path("<slug:client>/perspectives/critical/<uuid:critical_id>/ask/", views.ask_more, name="ask_more"),
    path("<slug:client>/perspectives/hearings/<uuid:hearing_id>/", views.hearing, name="hearing"),
    path("<slug:client>/perspectives/rounds/<uuid:round_id>/ask-too/<uuid:person_id>/", views.ask_too, name="ask_too"),
    path("<slug:client>/perspectives/seats/", views.seats, name="seats"),
    path("<slug:client>/perspectives/seats/<uuid:team_id>/", views.seat, name="seat"),
]
