from django.conf import settings
from django.urls import path
from django.views.i18n import set_language

from . import views

urlpatterns = [
    path("", views.home, name="home"),
    path("help/", views.help, name="help"),
    path("language/", set_language, name="set_language"),
    path("<slug:client>/today/", views.today, name="today"),
    path("<slug:client>/today/put-off/", views.put_off, name="put_off"),
    path("<slug:client>/today/put-off/<uuid:id>/undo/", views.take_up, name="take_up"),
    path("<slug:client>/initiatives/", views.initiatives, name="initiatives"),
    path("<slug:client>/initiatives/<uuid:initiative_id>/", views.initiative, name="initiative"),
]
if settings.MODE != "production":
    urlpatterns.append(path("styleguide/", views.styleguide, name="styleguide"))
