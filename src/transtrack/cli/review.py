"""`transtrack review`: look through the doubtful beads on a page of the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, count, put
from transtrack.errors import UsageError

if TYPE_CHECKING:  # slow to import
    from transtrack.review.server import Server

_FILES = 2  # an original and its translation


def review(
    article: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE]",
            help="A translation, its original, its catalogue, or the name they share; or two "
            "files, ORIGINAL TRANSLATION. Without: a list to choose from.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port of 127.0.0.1; 0: any free one.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the browser, too.")
    ] = True,
) -> None:
    """Review a translation on a page in the browser, original and translation side by side.

    Confirm, merge, split or unlink beads, edit the translation, apply fixes; `?` lists the
    keys. Every decision is in the PO catalogue before the next one. Ctrl-C ends it.
    """
    names = article or []
    if len(names) > _FILES:
        raise UsageError(
            f"one article or two files, not {len(names)}",
            hint="transtrack review, without any, lists the articles",
        )
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.review import find_articles  # noqa: PLC0415
    from transtrack.review.desk import Desk  # noqa: PLC0415
    from transtrack.review.server import Server  # noqa: PLC0415

    config = find_config(Path.cwd())
    desk = Desk(find_articles(config, names), config)
    if len(desk.articles) == 1:
        desk.open(0)
    try:
        server = Server(desk, port)
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be used: {error.strerror}", hint="leave --port out"
        ) from None
    put(f"{server.url}\n")
    complain("reviewing at this address; Ctrl-C ends")
    _serve(server, browser=browser)


def _serve(server: Server, *, browser: bool) -> None:
    import signal  # noqa: PLC0415
    import webbrowser  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if browser:
        Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
        for keeper in server.desk.keepers.values():
            with keeper.lock:  # an action that is being written is written whole
                decided = count(keeper.steps, "decision")
                left = count(keeper.draft.count_doubtful(), "bead")
                path = keeper.article.catalogue
                complain(f"{path}: {decided} in this session, {left} doubtful")
