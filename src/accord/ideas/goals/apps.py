from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "accord.ideas.goals"
    label = "goals"

    def ready(self) -> None:
        from . import actions, ahead, delivering, owed, panels, queries, signals, story, views  # noqa: F401  (declares verbs, collection points and the links' pages)
