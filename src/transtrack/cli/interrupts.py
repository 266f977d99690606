"""Ctrl-C that is not lost."""

from __future__ import annotations

import sys
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

_MOMENT = 0.05  # seconds until a lost one comes again


@contextmanager
def resend_interrupts() -> Iterator[None]:
    """A block in which a Ctrl-C comes again that came where nothing can be raised, in a C library.

    Within the hook nothing can be raised, either: hence a moment later.
    """
    coming: list[Timer] = []
    before = sys.unraisablehook

    def pass_on(lost: sys.UnraisableHookArgs, /) -> None:
        if isinstance(lost.exc_value, KeyboardInterrupt):
            coming.append(Timer(_MOMENT, interrupt_main))
            coming[-1].daemon = True
            coming[-1].start()
        else:
            before(lost)

    sys.unraisablehook = pass_on
    try:
        yield
    finally:
        sys.unraisablehook = before
        for timer in coming:
            timer.cancel()
