from django.urls import path

from . import views

app_name = "goals"
urlpatterns = [
    path("<slug:client>/goals/", views.goals, name="goals"),
    path("<slug:client>/goals/new/", views.set_goal, name="set_goal"),
    path("<slug:client>/goals/drift/", views.drift, name="drift"),
    path("<slug:client>/goals/drift/<str:signal>/", views.drift_kind, name="drift_kind"),
    path("<slug:client>/goals/resets/", views.resets, name="resets"),
    path("<slug:client>/goals/resets/new/", views.call_reset, name="call_reset"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/", views.reset, name="reset"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/wall/", views.wall, name="reset_wall"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/open/", views.reset_open, name="reset_open"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/ask/", views.reset_ask, name="reset_ask"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/settle/<uuid:goal_id>/", views.settle, name="reset_settle"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/items/<uuid:item_id>/", views.item_move, name="item_move"),
    path("<slug:client>/goals/resets/<uuid:reset_id>/<slug:what>/", views.reset_do, name="reset_do"),
    path("<slug:client>/goals/<uuid:goal_id>/", views.goal, name="goal"),
    path("<slug:client>/goals/<uuid:goal_id>/still-right/", views.still_right, name="still_right"),
    path("<slug:client>/goals/<uuid:goal_id>/change/", views.change_goal, name="change_goal"),
    path("<slug:client>/goals/<uuid:goal_id>/tell/", views.tell, name="tell"),
    path("<slug:client>/goals/<uuid:goal_id>/serve/", views.contribute, name="contribute"),
    path("<slug:client>/goals/<uuid:goal_id>/serve/<uuid:link_id>/speaker/", views.set_speaker, name="set_speaker"),
    path("<slug:client>/goals/<uuid:goal_id>/serve/<uuid:link_id>/end/", views.end_link, name="end_link"),
    path("<slug:client>/goals/<uuid:goal_id>/turn/", views.turn, name="turn"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/name/", views.rename, name="rename"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/name/undo/", views.rename_undo, name="rename_undo"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/progress/", views.progress, name="progress"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/lead/", views.lead, name="lead"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/serve/", views.serve, name="serve"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/serve/<uuid:goal_id>/", views.serve_again, name="serve_again"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/serve/<uuid:goal_id>/end/", views.serve_no_more, name="serve_no_more"),
]
