#!/usr/bin/env python3
"""Set up Accord and run it. Standard library only.

    python3 run.py demo     the demo organisation, in your browser
    python3 run.py test     every test
    python3 run.py ...      any other accord command
"""

import hashlib
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent
ENV = ROOT / ".venv"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(*command):
    """The exit code of a command that may take minutes; every ten seconds a word that it is still at work."""
    process, began = subprocess.Popen([str(part) for part in command], cwd=ROOT), time.monotonic()
    while True:
        try:
            return process.wait(10)
        except subprocess.TimeoutExpired:
            say(f"  still at work, {time.monotonic() - began:.0f} s")
        except KeyboardInterrupt:
            process.terminate()
            sys.exit("Stopped. Run the same command again to go on; nothing needs undoing.")


def make_environment():
    try:
        import ensurepip  # noqa: F401  (Debian and Ubuntu ship it apart)
        import venv
    except ImportError:
        sys.exit("Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv")
    say(f"Making the environment in {ENV} ...")
    venv.create(ENV, with_pip=True)


def install(lock):
    """Install exactly what the lock says, every file checked against its hash. uv is fast; pip is the fallback."""
    want = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = ENV / f".{lock.stem}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == want:
        return
    if not PYTHON.exists():
        make_environment()
    say(f"Accord is in {ROOT}.")
    say("Installing what it stands on (once; about 500 MB) ...")
    quiet = ("-q", "--disable-pip-version-check")
    if run(PYTHON, "-m", "pip", "install", *quiet, "uv") == 0:
        tool = (PYTHON, "-m", "uv", "pip", "install", "-q", "--python", PYTHON)
    else:
        say("uv could not be had; pip takes a few minutes longer ...")
        tool = (PYTHON, "-m", "pip", "install", *quiet)
    if run(*tool, "--require-hashes", "-r", lock) or run(*tool, "--no-deps", "-e", ROOT):
        sys.exit("The installation did not finish. Check the network and the lines above, then run the same command again; nothing needs undoing.")
    stamp.write_text(want)
    say("Installed.")


def main():
    if sys.version_info < (3, 11):  # noqa: UP036  (the whole point is to say so on an old one)
        sys.exit(f"Accord needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    testing = sys.argv[1] == "test"
    install(ROOT / ("requirements-dev.lock" if testing else "requirements.lock"))
    if testing:
        os.chdir(ROOT)
        os.environ.setdefault("ACCORD_TEST_DATABASE", "both")
    elif pathlib.Path.cwd() != ROOT:  # files named in the command are looked for here, the installation's own are where it is
        os.environ.setdefault("ACCORD_HOME", str(ROOT / "var"))
    command = ["-m", "pytest", *sys.argv[2:]] if testing else ["-m", "accord", *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.call([str(PYTHON), *command]))
    os.execv(PYTHON, [str(PYTHON), *command])


if __name__ == "__main__":
    main()
