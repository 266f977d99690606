"""A group of commands one of which is meant where none is named."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class DefaultGroup(TyperGroup):
    """`transtrack names PATH` is `transtrack names list PATH`: the first command is meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments, the default command before them unless they name one or ask help."""
        first = next(iter(self.commands))
        if not args or args[0] not in (*self.commands, *ctx.help_option_names):
            args = [first, *args]
        return super().parse_args(ctx, args)
