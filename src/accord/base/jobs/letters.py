"""A mail as plain data and back, one letter for each recipient, so that one bad address never holds up or doubles the others' mail."""

import base64
from email.utils import formatdate, make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives

from accord.base import clock


class Letter(EmailMultiAlternatives):
    """A mail on its way to one recipient, whatever its To line says."""

    recipient = ""

    def recipients(self) -> list[str]:
        return [self.recipient]


def pack(message: EmailMessage) -> list[dict[str, Any]]:
    """The letters of a mail. Its identity and date are fixed here, so a letter that arrives twice is known as the same."""
    identity = {"Message-ID": make_msgid(domain=urlsplit(settings.ADDRESS).hostname), "Date": formatdate(clock.now().timestamp(), usegmt=True)}
    headers = {**identity, **message.extra_headers}
    common = {
        "subject": str(message.subject),
        "body": str(message.body),
        "subtype": message.content_subtype,
        "sender": str(message.from_email),
        "to": [str(to) for to in message.to],
        "cc": [str(cc) for cc in message.cc],
        "reply_to": [str(to) for to in message.reply_to],
        "headers": {name: str(value) for name, value in headers.items()},
        "alternatives": [[str(content), str(mimetype)] for content, mimetype in getattr(message, "alternatives", [])],
        "attachments": [_attached(one) for one in message.attachments],
    }
    return [{**common, "for": recipient} for recipient in dict.fromkeys(message.recipients())]


def unpack(letter: dict[str, Any]) -> Letter:
    """The letter as Django sends it."""
    message = Letter(
        letter["subject"],
        letter["body"],
        letter["sender"],
        letter["to"],
        cc=letter["cc"],
        reply_to=letter["reply_to"],
        headers=letter["headers"],
        alternatives=[tuple(one) for one in letter["alternatives"]],
        attachments=[(name, base64.b64decode(content), mimetype) for name, content, mimetype in letter["attachments"]],
    )
    message.content_subtype = letter["subtype"]
    message.recipient = letter["for"]
    return message


def _attached(attachment: Any) -> list[str | None]:
    if not isinstance(attachment, tuple):
        raise TypeError("Attach files by name, content and type, not as ready-made MIME parts.")
    name, content, mimetype = attachment
    raw = content if isinstance(content, bytes) else str(content).encode()
    return [name, base64.b64encode(raw).decode(), mimetype]
