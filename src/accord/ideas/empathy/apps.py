from django.apps import AppConfig


class EmpathyConfig(AppConfig):
    name = "accord.ideas.empathy"
    label = "empathy"

    def ready(self) -> None:
        from . import actions, ahead, chosen, owed, panels, queries, resetting, views  # noqa: F401  (declares verbs, collection points and the links' pages)
