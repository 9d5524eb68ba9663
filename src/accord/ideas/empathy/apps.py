from django.apps import AppConfig


class EmpathyConfig(AppConfig):
    name = "accord.ideas.empathy"
    label = "empathy"

    def ready(self) -> None:
        from . import actions, ahead, chores, chosen, owed, panels, queries, resetting, views  # noqa: F401  (declares verbs, collection points, links' pages)
        from . import hearing_today, pulse_items, pulse_today, pulse_walk, seats_panel  # noqa: F401  isort: skip
