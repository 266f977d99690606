"""One article under review: its draft, what was before, and the files that keep it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import RLock

from transtrack.config import Config
from transtrack.formats.po import render_catalogue
from transtrack.model import Bitext, Finding, Fix
from transtrack.pipeline.review import ReviewArticle, align_texts, find_all, read_texts
from transtrack.review.actions import Action, ConflictError, RefusedError
from transtrack.review.disk import Disk
from transtrack.review.draft import (
    Draft,
    accept,
    apply,
    make_catalogue,
    make_draft,
)
from transtrack.review.rewording import carry, find_touched, make_fixes
from transtrack.text import apply_fixes, parse_document
from transtrack.track import hold, read_catalogue

_STEPS = 500  # that can be undone

Make = Callable[[Draft], Draft]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an action came to: the draft before and after; `whole`: much else may have changed."""

    before: Draft
    after: Draft
    revision: int
    whole: bool = False


class Keeper:
    """Keeps an article's decisions in its catalogue, and never over somebody else's.

    Each step is on disk before it is answered. `revision` grows with every step and every
    change from outside.
    """

    def __init__(self, article: ReviewArticle, config: Config) -> None:
        self.article = article
        self.config = config
        self.disk = Disk(article.files)
        self.lock = RLock()
        self.revision = 0
        self.steps = 0
        self.past: list[Draft] = []
        self.future: list[Draft] = []
        self._findings: tuple[Bitext, tuple[str, ...], tuple[Finding, ...]] | None = None
        self._open()

    def _open(self) -> None:
        seen = self.disk.look()  # before reading: a change is noticed later
        source, target = read_texts(self.article)
        old = read_catalogue(self.article.catalogue)
        self.draft = make_draft(*align_texts(self.config, source, target, old))
        render_catalogue(make_catalogue(self.draft))  # entries that change later are cached now
        self.disk.seen = seen
        self.past, self.future = [], []
        self.revision += 1

    def refresh(self) -> bool:
        """Whether a file was changed from outside, and read anew."""
        with self.lock:
            if self.disk.look() == self.disk.seen:
                return False
            self._open()
            return True

    def act(self, action: Action, revision: int, texts: str) -> Step:
        """The step of an action, written; RefusedError or ConflictError, and nothing is."""
        return self._step(lambda draft: apply(draft, action), revision, texts)

    def accept(self, action: Action, check: str, revision: int, texts: str) -> Step:
        """The step of a comment that accepts what a check found at a bead."""
        return self._step(lambda draft: accept(draft, action, check), revision, texts)

    def edit(self, action: Action, wordings: Mapping[int, str], revision: int, texts: str) -> Step:
        """The step of another wording, written into the translation's file."""

        def make(draft: Draft) -> Draft:
            return self._reword(draft, make_fixes(draft, action, wordings))

        return self._step(make, revision, texts)

    def fix(self, finding: Finding, revision: int, texts: str) -> Step:
        """The step of a finding's fix, written into the translation's file."""
        fix = finding.fix
        if fix is None:
            raise RefusedError("this finding has no safe fix", hint="edit the sentence instead")
        return self._step(lambda draft: self._reword(draft, (fix,)), revision, texts)

    def undo(self, revision: int) -> Step:
        """The step back to the draft before."""
        return self._turn(self.past, self.future, revision, "undo")

    def redo(self, revision: int) -> Step:
        """The step to the draft that was undone."""
        return self._turn(self.future, self.past, revision, "redo")

    def find_findings(self) -> tuple[Draft, tuple[Finding, ...]]:
        """The draft of now and what the checks find in it."""
        draft = self.draft
        comments = tuple(row.entry.comment for row in draft.rows)
        known = self._findings
        if known is None or known[:2] != (draft.bitext, comments):
            found = find_all(self.config, draft.bitext, make_catalogue(draft))
            self._findings = known = draft.bitext, comments, found
        return draft, known[2]

    def _step(self, make: Make, revision: int, texts: str) -> Step:
        with self.lock, hold(self.article.catalogue.parent):
            changed = self.refresh() or revision != self.revision
            before = self.draft
            if texts != before.texts:
                raise ConflictError(
                    f"{self.article.target} or its original was changed meanwhile",
                    hint="reload the page: your decisions are kept; then try again",
                )
            try:
                after = make(before)
            except RefusedError as refused:
                if changed:
                    raise ConflictError(
                        f"{refused.message}: it was changed meanwhile"
                    ) from refused
                raise
            self.disk.write(before, after)
            self.past = [*self.past[-_STEPS:], before]
            self.future = []
            return self._done(before, after, whole=changed)

    def _turn(self, back: list[Draft], ahead: list[Draft], revision: int, name: str) -> Step:
        with self.lock, hold(self.article.catalogue.parent):
            if self.refresh() or revision != self.revision:
                raise ConflictError(f"nothing to {name} here: the article was changed meanwhile")
            if not back:
                raise RefusedError(f"there is nothing to {name}")
            before, after = self.draft, back[-1]
            self.disk.write(before, after)
            back.pop()
            ahead.append(before)
            return self._done(before, after)

    def _done(self, before: Draft, after: Draft, *, whole: bool = False) -> Step:
        self.draft = after
        self.revision += 1
        self.steps += 1
        whole = whole or before.texts != after.texts
        return Step(before=before, after=after, revision=self.revision, whole=whole)

    def _reword(self, draft: Draft, fixes: tuple[Fix, ...]) -> Draft:
        """The draft with fixes in its translation; aligned again where sentences fell together."""
        old = draft.target
        text = apply_fixes(old.text, fixes)
        target = parse_document(text, path=old.path, language=old.language, notices=old.notices)
        carried = carry(draft, target, find_touched(draft, fixes))
        if carried is not None:
            return carried
        anew = align_texts(self.config, draft.source, target, make_catalogue(draft))
        return make_draft(*anew)
