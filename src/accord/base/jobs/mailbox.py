"""Mail as files in a folder, for the demo and for an installation without a mail server: kept where its owner can open it, not sent."""

from collections.abc import Sequence
from pathlib import Path

import uuid6
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from accord.base import clock


class Folder(BaseEmailBackend):
    """Writes each letter to settings.MAILBOX as an .eml file that only its owner can read; names are in the order of time."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.MAILBOX)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            path = folder / f"{clock.now():%Y%m%dT%H%M%S}-{uuid6.uuid7()}.eml"
            begun = path.with_suffix(".part")
            begun.touch(mode=0o600)
            begun.write_bytes(message.message().as_bytes())
            begun.rename(path)
        return len(email_messages)
