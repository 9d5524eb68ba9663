from django.apps import AppConfig


class ListenConfig(AppConfig):
    name = "accord.ideas.listen"
    label = "listen"

    def ready(self) -> None:
        from . import actions, happened, onwards, owed, panels, queries, views  # noqa: F401  (declares verbs, collection points and the links' pages)
