"""What pages need beside the database: fonts, and for production the collected and compressed static files. Quick when nothing changed."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, call_command

from accord.doors.web import fonts


class Command(BaseCommand):
    help = "Prepares fonts and static files."

    def handle(self, *args: Any, **options: Any) -> None:
        fonts.prepare()
        if not settings.WHITENOISE_USE_FINDERS:
            self._collect()

    def _collect(self) -> None:
        stamp, now = Path(settings.STATIC_ROOT) / ".collected", _state()
        if stamp.exists() and stamp.read_text() == now:
            return
        self.stderr.write("Collecting the static files (once for each version) ...")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)


def _state() -> str:
    """Changes whenever a static file does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=None):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
