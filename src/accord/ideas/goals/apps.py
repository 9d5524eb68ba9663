from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "accord.ideas.goals"
    label = "goals"

    def ready(self) -> None:
        from . import actions, panels, queries  # noqa: F401  (declares the verbs and the panel)
