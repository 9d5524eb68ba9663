from django.urls import path

from . import views

app_name = "people"
PEOPLE = "<slug:client>/settings/people/"
urlpatterns = [
    path("clients/new/", views.new_client, name="new_client"),
    path("<slug:client>/asked-of-me/<str:kind>/<uuid:subject_id>/", views.mine, name="mine"),
    path("<slug:client>/asked-of-me/<str:kind>/<uuid:subject_id>/<path:step>/", views.mine, name="mine_step"),
    path(PEOPLE, views.people, name="people"),
    path(f"{PEOPLE}new/", views.add_person, name="add_person"),
    path(f"{PEOPLE}teams/new/", views.add_team, name="add_team"),
    path(f"{PEOPLE}teams/<uuid:team_id>/", views.rename_team, name="rename_team"),
    path(f"{PEOPLE}<uuid:person_id>/", views.person, name="person"),
    path(f"{PEOPLE}<uuid:person_id>/role/", views.role, name="role"),
    path(f"{PEOPLE}<uuid:person_id>/leave/", views.leave, name="leave"),
    path(f"{PEOPLE}<uuid:person_id>/back/", views.come_back, name="come_back"),
    path(f"{PEOPLE}<uuid:person_id>/links/<uuid:link_id>/close/", views.revoke_link, name="revoke_link"),
    path("<slug:client>/settings/tokens/", views.tokens, name="tokens"),
    path("<slug:client>/settings/tokens/<uuid:token_id>/revoke/", views.revoke_token, name="revoke_token"),
]
