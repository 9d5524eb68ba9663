"""Fills the home of a demo, in a process of its own: `python -m accord.doors.demo.telling`, with the settings of `seed.environment`."""

import sys
from datetime import timedelta

from accord.base import clock


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Migrate, tell the story and deliver its letters. Refuses to touch anything but a demo."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, connections

    if settings.MODE != "demo":
        sys.exit("The story is told in demo mode only.")
    say("  the database")
    connection.settings_dict["OPTIONS"]["init_command"] = "PRAGMA synchronous = OFF"  # a story cut off half-way is told again
    call_command("migrate", verbosity=0)
    tell()
    connections.close_all()  # the last one out folds the write-ahead log into the database


def tell() -> None:
    """The story up to this moment, told in Django's settings as they are."""
    from accord.base.jobs.worker import Worker

    from .story import acts, cast, stage

    now = clock.now()
    houses = cast.gather(now - timedelta(days=acts.OPENED))
    postman = Worker("story")
    begun: set[str] = set()
    for act, _scene in stage.play(acts.ALL, houses, now):
        if act.title not in begun:
            begun.add(act.title)
            say(f"  {houses[act.at].client.name}: {act.title}")
        while postman.do_one():
            pass


if __name__ == "__main__":
    main()
