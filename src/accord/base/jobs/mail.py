"""Mail goes into the queue, sealed, in the transaction of what it tells of; the worker hands it to the real mail server.

So nothing is mailed that did not happen, a mail server that is away delays mail and loses none, no page waits for one, and neither the
database nor a log holds a letter's text, its address or a link in it.
"""

import json
from collections.abc import Sequence
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from accord.base.people import sealed

from . import letters
from .job import GiveUp, TryAgain, job

ABOUT = "mail"
TRIES = 14  # over about two days
REFUSED_FOR_GOOD = 500


class Queued(BaseEmailBackend):
    """Django's EMAIL_BACKEND. `fail_silently` is not heard: a letter that cannot be queued is an error of the action that sent it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for letter in letters.pack(message):
                deliver.later(letter=sealed.seal(json.dumps(letter), about=ABOUT))
        return len(email_messages)


@job(queue="mail", tries=TRIES, priority=50, kept=timedelta(0))
def deliver(letter: str) -> None:
    """Hand one sealed letter to DELIVERY_BACKEND."""
    try:
        message = letters.unpack(json.loads(sealed.unseal(letter, about=ABOUT)))
    except sealed.CannotOpen:
        raise GiveUp("The letter cannot be opened: ACCORD_FIELD_KEY is not the key it was sealed with.") from None
    message.connection = get_connection(settings.DELIVERY_BACKEND, fail_silently=False)
    try:
        message.send(fail_silently=False)
    except SMTPRecipientsRefused as refused:
        codes = sorted(code for code, _ in refused.recipients.values())
        if codes and codes[0] >= REFUSED_FOR_GOOD:
            raise GiveUp(f"The mail server refuses the recipient ({codes[0]}).") from None
        raise TryAgain(f"The mail server does not take mail for the recipient now ({codes[0] if codes else 'no reason'}).") from None
    except SMTPException as error:
        raise TryAgain(f"The mail server refused the letter ({getattr(error, 'smtp_code', None) or type(error).__name__}).") from None
    except OSError as error:
        raise TryAgain(f"The mail server cannot be reached ({error.strerror or type(error).__name__}).") from None
