"""The articles on the table and what the page may ask of them."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from threading import Lock
from typing import Any

from transtrack.config import Config
from transtrack.errors import TranstrackError
from transtrack.pipeline.review import ReviewArticle
from transtrack.review.actions import ConflictError, RefusedError
from transtrack.review.keeper import Keeper, Step
from transtrack.review.wire import (
    name_finding,
    parse_action,
    parse_wordings,
    render_findings,
    render_state,
    render_step,
)
from transtrack.track import read_catalogue
from transtrack.track.scan import scan_entries

Json = dict[str, Any]


class Desk:
    """Articles by their number; each is opened when it is first asked for."""

    def __init__(self, articles: Sequence[ReviewArticle], config: Config) -> None:
        self.articles = tuple(articles)
        self.config = config
        self.keepers: dict[int, Keeper] = {}
        self._opening = Lock()

    def open(self, number: int) -> Keeper:
        """The keeper of an article; InputError where its texts cannot be read or judged."""
        with self._opening:
            if number not in self.keepers:
                self.keepers[number] = Keeper(self.articles[number], self.config)
                gc.freeze()  # the texts stay: no key waits for a look through them
            return self.keepers[number]

    def list(self) -> Json:
        """Every article with how far its review is."""
        return {"articles": [self._summary(article) for article in self.articles]}

    def _summary(self, article: ReviewArticle) -> Json:
        made: Json = {"name": article.name, "path": article.target}
        try:
            catalogue = read_catalogue(article.catalogue)
        except TranstrackError as error:
            return made | {"problem": error.message}
        if catalogue is None:
            return made | {"total": 0}
        found = scan_entries(catalogue)
        return made | {
            "total": found.entries,
            "reviewed": found.reviewed,
            "doubtful": found.doubtful,
        }

    def state(self, number: int) -> Json:
        """All that the page shows of an article."""
        keeper = self.open(number)
        with keeper.lock:
            keeper.refresh()
            return {**render_state(keeper), "articles": len(self.articles)}

    def revision(self, number: int) -> Json:
        """Where an article is by now, changes on disk included."""
        keeper = self.open(number)
        with keeper.lock:
            keeper.refresh()
            return {"revision": keeper.revision}

    def findings(self, number: int) -> Json:
        """What the checks find in an article."""
        keeper = self.open(number)
        draft, findings = keeper.find_findings()
        return {"texts": draft.texts, "findings": render_findings(draft, findings)}

    def act(self, number: int, data: Json) -> Json:
        """What an action changed, once it is on disk."""
        keeper = self.open(number)
        revision, texts = data.get("revision"), data.get("texts")
        if type(revision) is not int or not isinstance(texts, str):
            raise RefusedError("this is no action")
        with keeper.lock:
            return render_step(keeper, self._step(keeper, data, revision, texts))

    def _step(self, keeper: Keeper, data: Json, revision: int, texts: str) -> Step:
        name = data.get("name")
        if name in ("undo", "redo"):
            return keeper.undo(revision) if name == "undo" else keeper.redo(revision)
        if name == "fix":
            found = keeper.find_findings()[1]
            fitting = [item for item in found if name_finding(item) == data.get("finding")]
            if not fitting:
                raise ConflictError("this finding is not there any more")
            return keeper.fix(fitting[0], revision, texts)
        action = parse_action(data)
        if name == "edit":
            return keeper.edit(action, parse_wordings(data.get("wordings")), revision, texts)
        if name == "accept":
            return keeper.accept(action, _check(data), revision, texts)
        return keeper.act(action, revision, texts)


def _check(data: Json) -> str:
    from transtrack.checks import CHECKS  # noqa: PLC0415 - slow to import

    name = data.get("check")
    if name not in [check.name for check in CHECKS]:
        raise RefusedError("this names no check")
    return str(name)
