from django.apps import AppConfig


class RisksConfig(AppConfig):
    name = "accord.ideas.risks"
    label = "risks"

    def ready(self) -> None:
        from . import actions, chores, owed, panels, pulse_item, queries, signs, story, value_case, views  # noqa: F401  (declares verbs, collection points, links’ pages)
