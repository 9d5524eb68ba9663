"""`accord serve`: the pages, the API, one worker and the speak application, started and stopped together."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Annotated

import typer

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, MISUSE, database, end, say
from accord.doors.cli.migrate import pending
from accord.doors.cli.words import gettext as _

APPLICATION, SPEAKS = "accord.site.wsgi:application", "accord.site.speak_wsgi:application"
THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)  # requests at once in a process; the server warns of more than these
WAITING = 256  # requests that may wait
MOST_MEMORY = 1024  # MiB; a process that outgrows it is replaced between requests
STOP_SECONDS, RESTART_SECONDS = 15, 2.0


class Helper:
    """A command of ours as a child process, started again when it dies. It ends when its stdin closes, so it never outlives its parent."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.stopping = threading.Event()
        self.process = self._start()
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-m", "accord", *self.words, "--with-parent"], stdin=subprocess.PIPE)

    def _watch(self) -> None:
        while True:
            self.process.wait()
            if self.stopping.wait(RESTART_SECONDS):
                return
            say(_("`accord %(command)s` ended; starting it again.") % {"command": self.words[0]})
            self.process = self._start()

    def stop(self) -> None:
        """Let it finish the job in hand, for a while."""
        self.stopping.set()
        process = self.process
        if process.stdin:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def helper() -> Iterator[Helper]:
    """A worker beside the block."""
    with beside("work") as child:
        yield child


@contextlib.contextmanager
def beside(*words: str) -> Iterator[Helper]:
    """A command beside the block."""
    child = Helper(*words)
    try:
        yield child
    finally:
        child.stop()


def free(host: str, port: int) -> bool:
    """Whether nobody listens there yet."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def run(host: str, port: int, processes: int, application: str = APPLICATION) -> None:
    """Serve until SIGINT or SIGTERM. No access log: addresses of links are secrets."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=THREADS,
        backpressure=WAITING,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_max_rss=MOST_MEMORY,
        workers_kill_timeout=STOP_SECONDS,
    ).serve()


def serve(
    host: Annotated[str, typer.Option(help="Address to listen at; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8765,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer requests.")] = 1,
    speak: Annotated[bool, typer.Option("--speak/--no-speak", help="Have the application for warnings without a name beside it.")] = True,
    speak_port: Annotated[int, typer.Option(min=0, max=65535, help="Its port; 0 for the next one.")] = 0,
) -> None:
    """Serve Accord, with one worker beside it for mail and what comes back every day, and the application for warnings without a name."""
    ready()
    from django.core.management import call_command
    from django.db import connections

    with database():
        if pending():
            end(FAULT, _("The database is not at this version yet. Run `accord migrate`, then start again."))
    speak_port = speak_port or port + 1
    for one in (port, *([speak_port] if speak else [])):
        if not free(host, one):
            end(MISUSE, _("Port %(port)d at %(host)s is taken or not allowed. Stop what uses it, or choose another with --port.") % {"port": one, "host": host})
    call_command("prepare_pages")
    connections.close_all()
    with helper(), beside("speak", "--host", host, "--port", str(speak_port)) if speak else contextlib.nullcontext():
        shown = f"[{host}]" if ":" in host else host
        print(_("Accord is at %(address)s. Stop it with Ctrl+C.") % {"address": f"http://{shown}:{port}/"}, flush=True)
        run(host, port, workers)


def speak(
    host: Annotated[str, typer.Option(help="Address to listen at; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8766,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True, help="End when stdin closes.")] = False,
) -> None:
    """Serve the application for warnings without a name, by itself. It keeps no log, and counts in its own memory, so it is one process."""
    if not free(host, port):
        end(MISUSE, _("Port %(port)d at %(host)s is taken or not allowed. Stop what uses it, or choose another with --port.") % {"port": port, "host": host})
    if with_parent:
        threading.Thread(target=_end_when_closed, daemon=True).start()
    os.environ["DJANGO_SETTINGS_MODULE"] = "accord.site.speak_settings"
    run(host, port, 1, SPEAKS)


def _end_when_closed() -> None:
    """Past Python's own reader: its lock would be held for ever in the server's processes, which are copies of this one, and they could not end."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
