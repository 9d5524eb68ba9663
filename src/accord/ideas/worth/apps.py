from django.apps import AppConfig


class WorthConfig(AppConfig):
    name = "accord.ideas.worth"
    label = "worth"

    def ready(self) -> None:
        from . import (  # noqa: F401  (declares the verbs, and what worth brings)
            actions,
            decision_panels,
            decision_story,
            decision_today,
            heard,
            panels,
            queries,
            today,
            views,
        )
