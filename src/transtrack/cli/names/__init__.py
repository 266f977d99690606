"""`transtrack names`: find, put right, suggest and compare spellings of names."""

from transtrack.cli.names import fixing, house, listing, lookup
from transtrack.cli.names.shared import group

__all__ = ["fixing", "group", "house", "listing", "lookup"]
