"""The one entry: `accord ...` and `python -m accord ...`."""

from accord.doors.cli.app import app
from accord.doors.mcp.command import mcp

app.command()(mcp)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
