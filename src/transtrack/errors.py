"""What can go wrong, with the place and the way out as fields."""

from __future__ import annotations


class TranstrackError(Exception):
    """Base of every error this package raises on purpose.

    Its text reads *where*: *what*, then *what now* on an indented line.

    >>> print(InputError("no such file", path="corpora/en/winter.md", hint="check the name"))
    corpora/en/winter.md: no such file
      check the name
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        head = f"{where}: {self.message}" if where else self.message
        if not self.hint:
            return head
        return "\n".join([head, *(f"  {line}" for line in self.hint.splitlines())])

    def show(self, root: object = "") -> str:
        """Its text with paths from a root, where one is given."""
        return str(self).replace(f"{root}/", "") if root else str(self)

    def tell(self, what: str, root: object = "") -> str:
        """Its text as the reason why `what` is left out: a line, with paths from a root.

        >>> InputError("no such file", path="/work/a.md", hint="check it").tell("a.md", "/work")
        'no such file; check it'
        """
        lines = [line.strip() for line in self.show(root).splitlines()]
        return "; ".join(lines).removeprefix(f"{what}: ")


class InputError(TranstrackError):
    """A file or text that cannot be read or judged."""


class OutputError(TranstrackError):
    """A file that cannot be written."""


class UsageError(TranstrackError):
    """Options or arguments that do not go together, or name nothing known."""


class ConfigError(TranstrackError):
    """Settings that cannot be understood."""
