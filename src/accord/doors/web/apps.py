from django.apps import AppConfig


class Web(AppConfig):
    name = "accord.doors.web"
    label = "web"

    def ready(self) -> None:
        from . import rail  # noqa: F401
