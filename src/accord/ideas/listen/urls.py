from django.urls import path

from . import views

app_name = "listen"
TALK = "<slug:client>/initiatives/<uuid:initiative_id>/conversation/"
urlpatterns = [
    path("<slug:client>/requests/new/", views.new, name="new"),
    path("<slug:client>/requests/<uuid:request_id>/join/", views.join, name="join"),
    path("<slug:client>/questions/", views.question_bank, name="bank"),
    path(TALK, views.conversation, name="conversation"),
    path(f"{TALK}ask/", views.ask, name="ask"),
    path(f"{TALK}note/", views.note, name="note"),
    path(f"{TALK}people/<uuid:person_id>/", views.write, name="write"),
    path(f"{TALK}playbacks/<uuid:playback_id>/keep/", views.keep, name="keep"),
    path(f"{TALK}playbacks/<uuid:playback_id>/nudge/", views.nudge_playback, name="nudge_playback"),
    path(f"{TALK}askings/<uuid:asking_id>/nudge/", views.nudge, name="nudge"),
    path(f"{TALK}askings/<uuid:asking_id>/take-back/", views.take_back, name="take_back"),
    path(f"{TALK}not-known/", views.not_known, name="not_known"),
    path(f"{TALK}steps/", views.add_step, name="add_step"),
    path(f"{TALK}steps/<uuid:step_id>/out/", views.take_out_step, name="take_out_step"),
    path(f"{TALK}move-on/", views.move_on, name="move_on"),
]
