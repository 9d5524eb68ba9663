from django.urls import path

from . import verbs as _every_verb  # noqa: F401  (each adds itself to the API)
from . import views
from .api import api
from .health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("api/", views.read, name="api_reference"),
    path("api/", api.urls),
    path("api/<path:rest>", views.nothing, name="api_nothing"),
]
