"""The command line: options in, one write, an exit status out."""

from transtrack.cli.app import main

__all__ = ["main"]
