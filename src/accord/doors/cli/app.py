"""`accord`: the commands, gathered. Django is imported inside the commands that need it."""

from __future__ import annotations

import typer

from accord.doors.cli.backup import backup, restore
from accord.doors.cli.demo import demo
from accord.doors.cli.doctor import doctor
from accord.doors.cli.migrate import migrate
from accord.doors.cli.serve import serve
from accord.doors.cli.verify import verify
from accord.doors.cli.weigh import weigh
from accord.doors.cli.work import work

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Accord keeps a business and its IT in accord.")


@app.callback()
def _accord() -> None:
    """Accord keeps a business and its IT in accord."""


for command in (demo, weigh, serve, work, migrate, verify, doctor, backup, restore):
    app.command()(command)
