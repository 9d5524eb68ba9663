from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "accord.ideas.goals"
    label = "goals"

    def ready(self) -> None:
        from . import actions, panels, queries, story  # noqa: F401  (declares the verbs, the panel and the story)
