"""Setting Django up, once, for the commands that need it."""

import os


def ready() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
