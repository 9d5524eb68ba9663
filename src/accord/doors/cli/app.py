"""`accord`: the commands, gathered. Django is imported inside the commands that need it."""

from __future__ import annotations

import typer

from accord.doors.cli.weigh import weigh

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Accord keeps a business and its IT in accord.")


@app.callback()
def _accord() -> None:
    """Accord keeps a business and its IT in accord."""


app.command()(weigh)
