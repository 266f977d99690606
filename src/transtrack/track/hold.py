"""One writer at a time in a folder, among the programs that ask."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Nothing; until the end of the block other programs wait to write here.

    The lock is on the folder itself: no file is left behind, and a killed program holds none.
    Windows locks no folders; what was read is compared before each write there, as everywhere.
    """
    if sys.platform == "win32" or not folder.is_dir():
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
