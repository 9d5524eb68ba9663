from django.urls import path

from . import views

app_name = "worth"
CASE = "<slug:client>/initiatives/<uuid:initiative_id>/worth/"
urlpatterns = [
    path(f"{CASE}politics/", views.politics, name="politics"),
    path(f"{CASE}politics/<uuid:thread>/erase/", views.erase, name="erase"),
]
