from django.urls import path

from . import views

app_name = "goals"
urlpatterns = [
    path("<slug:client>/goals/", views.goals, name="goals"),
    path("<slug:client>/goals/new/", views.set_goal, name="set_goal"),
    path("<slug:client>/goals/<uuid:goal_id>/", views.goal, name="goal"),
    path("<slug:client>/goals/<uuid:goal_id>/change/", views.change_goal, name="change_goal"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/serve/", views.serve, name="serve"),
]
