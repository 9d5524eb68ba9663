from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "accord.base.jobs"
    label = "jobs"

    def ready(self) -> None:
        from . import chores  # noqa: F401  (registers what Accord does every night)
