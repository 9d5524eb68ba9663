from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("<slug:client>/settings/tokens/", views.tokens, name="tokens"),
    path("<slug:client>/settings/tokens/<uuid:token_id>/revoke/", views.revoke_token, name="revoke_token"),
]
