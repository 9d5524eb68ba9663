from django.apps import AppConfig


class RisksConfig(AppConfig):
    name = "accord.ideas.risks"
    label = "risks"

    def ready(self) -> None:
        from . import actions, chores, owed, panels, pulse_item, queries, views  # noqa: F401  (declares verbs, collection points, links’ pages)
        from . import reviewing, signs, story, value_case  # noqa: F401  isort: skip
        from . import chores_unnamed, unnamed_today  # noqa: F401  isort: skip
