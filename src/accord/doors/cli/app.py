"""`accord`: the commands, gathered. Django is imported inside the commands that need it."""

from __future__ import annotations

import typer

from accord.doors.cli import verbs
from accord.doors.cli.backup import backup, restore
from accord.doors.cli.demo import demo
from accord.doors.cli.doctor import doctor
from accord.doors.cli.goals_diff import TOLD, diff
from accord.doors.cli.goals_sheet import EFFORT_TOLD, EXPORT_TOLD, IMPORT_TOLD, take_in, take_in_effort, take_out
from accord.doors.cli.migrate import migrate
from accord.doors.cli.ratings_file import RATINGS_TOLD, take_in_ratings
from accord.doors.cli.receive_mail import receive_mail
from accord.doors.cli.serve import serve, speak
from accord.doors.cli.verify import verify
from accord.doors.cli.weigh import weigh
from accord.doors.cli.work import work

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Accord keeps a business and its IT in accord.")
WRITTEN_OUT = {  # verbs of an idea that are not made from the registry: one needs no installation, the others read or write a file
    ("goals", "diff"): (diff, TOLD),
    ("goals", "import"): (take_in, IMPORT_TOLD),
    ("goals", "import-effort"): (take_in_effort, EFFORT_TOLD),
    ("goals", "export"): (take_out, EXPORT_TOLD),
    ("empathy", "import"): (take_in_ratings, RATINGS_TOLD),
}
REST = {"ignore_unknown_options": True, "allow_extra_args": True}


@app.callback()
def _accord() -> None:
    """Accord keeps a business and its IT in accord."""


def _add_idea(name: str, told: str) -> None:
    plain = {verb: run for (idea, verb), run in WRITTEN_OUT.items() if idea == name}
    run = verbs.command(name, {verb: told for verb, (_run, told) in plain.items()})

    def idea(context: typer.Context) -> None:
        words = context.args or ["--help"]
        if words[0] in plain:
            plain[words[0]][0](words[1:])
        else:
            run(words)

    app.command(name, help=told, context_settings=REST, add_help_option=False, rich_help_panel="Ideas: what is done there is done --as somebody")(idea)


for command in (demo, weigh, serve, speak, work, receive_mail, migrate, verify, doctor, backup, restore):
    app.command()(command)
for _name, _told in verbs.ideas():
    _add_idea(_name, _told)
