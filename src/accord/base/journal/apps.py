from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "accord.base.journal"
    label = "journal"

    def ready(self) -> None:
        from accord.base import registry

        from .acts import act
        from .writing import record

        registry.surround(act)
        registry.hears(record)
