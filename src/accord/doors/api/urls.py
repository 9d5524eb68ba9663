from django.urls import path

from . import verbs, views
from .health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("api/", views.read, name="api_reference"),
    path("api/", verbs.api.urls),
    path("api/<path:rest>", views.nothing, name="api_nothing"),
]
