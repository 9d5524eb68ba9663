from django.conf import settings
from django.urls import path

from . import views

urlpatterns = [path("", views.home, name="home"), path("help/", views.help, name="help")]
if settings.MODE != "production":
    urlpatterns.append(path("styleguide/", views.styleguide, name="styleguide"))
