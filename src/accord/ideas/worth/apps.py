from django.apps import AppConfig


class WorthConfig(AppConfig):
    name = "accord.ideas.worth"
    label = "worth"

    def ready(self) -> None:
        from . import actions, panels, queries, views  # noqa: F401  (declares the verbs, the chapter, the rows of Today and the links' pages)
