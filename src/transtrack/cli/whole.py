"""The program with all its commands, for what documents it: `typer transtrack.cli.whole`."""

from transtrack.cli.app import make_app

app = make_app()
