"""`accord mcp`: the tools of one person, for an assistant that talks over standard input and output."""

from typing import Annotated

import typer


def mcp(
    as_email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="Whose tools they are; what is done is done as this person.", show_default=False)],
    client: Annotated[str | None, typer.Option(metavar="SHORT-NAME", help="In which client, when there are several.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Offer what changes something too; without it an assistant only reads.")] = False,
) -> None:
    """Offer tools to an assistant over standard input and output (Model Context Protocol). Only reading, unless --write is given."""
    import os
    import sys

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.site.settings")
    import django

    django.setup()
    from django.utils.translation import gettext as _

    from accord.base import registry, scope
    from accord.base.people import access

    from .server import run

    try:
        with scope.unit():
            _client, by = access.by_email(as_email, client, "mcp")
    except registry.NotThere:
        print(_("Nobody signs in as %(email)s there.") % {"email": as_email}, file=sys.stderr)
        raise typer.Exit(1) from None
    except registry.Mistake as mistake:
        print(mistake.message, file=sys.stderr)
        raise typer.Exit(2) from None
    run(by, may_write=write)
