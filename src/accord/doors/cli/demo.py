"""`accord demo`: a living organisation to look at, in a home of its own, on this machine only."""

import os
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, MISUSE, end, say
from accord.doors.cli.serve import beside, free, helper, run
from accord.doors.cli.words import gettext as _
from accord.doors.demo import seed

HOST = "127.0.0.1"
PATIENCE = 60  # seconds to wait for the first page before the browser is left alone


def demo(
    keep: Annotated[bool, typer.Option("--keep", help="Go on where the last demo on this port ended, instead of starting afresh.")] = False,
    port: Annotated[int, typer.Option(min=1024, max=65535)] = 8765,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the first page when it is there.")] = True,
    home: Annotated[Path, typer.Option(help="Folder for demos; each port has its own in it.")] = Path("var/demo"),
) -> None:
    """Show Accord with a year of work in it: one provider, two clients. Nothing of yours is touched, and nothing leaves this machine."""
    for one in (port, port + 1):
        if not free(HOST, one):
            end(MISUSE, _("Port %(port)d is taken. Stop what uses it, or choose another with --port.") % {"port": one})
    place = _place(home, port, keep)
    os.environ.update(seed.environment(place, port))
    if keep:
        _bring_up_to_date()
    address = f"http://localhost:{port}/demo/"
    with helper(), beside("speak", "--host", HOST, "--port", str(port + 1)):
        threading.Thread(target=_show, args=(address, browser), daemon=True).start()
        run(HOST, port, 1)


def _bring_up_to_date() -> None:
    """A kept demo may be of an earlier version. A fresh copy is not, and so starts in half the time, without Django in this process."""
    ready()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    call_command("prepare_pages")
    connections.close_all()


def _place(home: Path, port: int, keep: bool) -> Path:
    try:
        return seed.home(home, port, keep=keep, say=say)
    except (seed.NotOurs, seed.NotTold) as why:
        end(FAULT, str(why))


def _show(address: str, browser: bool) -> None:
    """Say where the demo is once it answers, so that whoever follows the address finds a page."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address.replace("/demo/", "/help/"), timeout=PATIENCE).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            break
    print(_("The demo is at %(address)s and signs you in. Stop it with Ctrl+C.") % {"address": address}, flush=True)
    if browser and _has_screen():
        webbrowser.open(address)


def _has_screen() -> bool:
    """Whether a window could open. Elsewhere a browser in the terminal would take it over."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
