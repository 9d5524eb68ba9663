"""`accord receive-mail`: one mail from stdin, as a mail server pipes it. It always ends well: what is no warning is nobody's mistake."""

import sys
from typing import Annotated

import typer

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, database, end
from accord.doors.cli.migrate import pending


def receive_mail(
    client: Annotated[str, typer.Option("--client", metavar="SHORT-NAME", help="For this client only.")] = "",
) -> None:
    """Read one mail to the address for early warnings from stdin. Whoever it says it is from gets a letter and confirms it there; nothing else happens."""
    ready()
    from django.utils.translation import gettext as _

    from accord.ideas.risks import mailed
    from accord.ideas.risks.rules import mail

    raw = sys.stdin.buffer.read(mail.MOST_BYTES + 1)
    with database():
        if pending():
            end(FAULT, _("The database is not at this version yet. Run `accord migrate`, then start again."))
        mailed.take_in(raw, client=client.strip())
