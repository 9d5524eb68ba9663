from django.apps import AppConfig


class ListenConfig(AppConfig):
    name = "accord.ideas.listen"
    label = "listen"

    def ready(self) -> None:
        from . import actions, owed, panels, queries, views  # noqa: F401  (declares the verbs, the rows of Today, the chapter and the links' pages)
