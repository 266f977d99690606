"""A group of commands one of which is meant where none is named."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

DEFAULT = "list"


class DefaultGroup(TyperGroup):
    """`transtrack names PATH` is `transtrack names list PATH`: the command `list` is meant."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands, the one that is meant first."""
        return sorted(super().list_commands(ctx), key=lambda name: (name != DEFAULT, name))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments, the default command before them unless they name one or ask help."""
        if not args or args[0] not in (*self.commands, *ctx.help_option_names):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)
