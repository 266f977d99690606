"""Whether a translation is in step with its original, from the files as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from transtrack.errors import InputError, TranstrackError
from transtrack.formats.po import Catalogue
from transtrack.model import Difference, Document, Kind, Status
from transtrack.text import find_digest, parse_document, read_article_text
from transtrack.track.catalogue import read_catalogue
from transtrack.track.corpus import Pair
from transtrack.track.differences import find_differences
from transtrack.track.scan import Scan, scan_catalogue

_NOTHING = Scan()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStatus:
    """One translation: its status, what its catalogue says, what has changed in its original.

    `reason` says why nothing is known; `edited` tells that the translation has changed since
    its catalogue was written.
    """

    pair: Pair
    status: Status
    scan: Scan = _NOTHING
    differences: tuple[Difference, ...] = ()
    edited: bool = False
    reason: str = ""

    def count(self, kind: Kind) -> int:
        """How many pieces of the original have been changed, added or dropped.

        What has no translation yet counts as added.
        """
        if kind is Kind.ADDED and not self.differences:
            return self.scan.untranslated
        return sum(item.kind is kind for item in self.differences)

    @property
    def reviewed(self) -> float:
        """The share of entries that a person has decided on, between 0 and 1."""
        return self.scan.reviewed / self.scan.entries if self.scan.entries else 0.0


def find_status(root: Path, pair: Pair, *, closely: bool = False) -> ArticleStatus:
    """The status of one translation; unknown, with the reason, where it cannot be told.

    `closely`: sentences that have no translation yet are told one by one, not only counted.
    """
    if pair.target is None:
        return ArticleStatus(pair=pair, status=Status.MISSING)
    try:
        return _judge(root, pair, pair.target, closely=closely)
    except TranstrackError as error:
        reason = error.tell(pair.target, root)
        return ArticleStatus(pair=pair, status=Status.UNKNOWN, reason=reason)


def _judge(root: Path, pair: Pair, target: str, *, closely: bool) -> ArticleStatus:
    path = root / pair.catalogue
    scan = scan_catalogue(path)
    text, _ = read_article_text(str(root / pair.source))
    translated, _ = read_article_text(str(root / target))
    if scan is None:
        reason = "never aligned; run transtrack align"
        return ArticleStatus(pair=pair, status=Status.UNKNOWN, reason=reason)
    differences: tuple[Difference, ...] = ()
    changed = find_digest(text) != scan.source_digest or scan.stale or scan.leftover
    if changed or (closely and scan.untranslated):
        source = parse_document(text, path=pair.source, language=pair.source_language)
        differences = _find(read_catalogue(path), source)
    edited = find_digest(translated) != scan.target_digest
    return ArticleStatus(
        pair=pair,
        status=_weigh(scan, differences, edited=edited),
        scan=scan,
        differences=differences,
        edited=edited,
    )


def _find(catalogue: Catalogue | None, source: Document) -> tuple[Difference, ...]:
    if catalogue is None:
        raise InputError("the catalogue went away while it was read", path=source.path)
    return find_differences(catalogue.entries, source)


def _weigh(scan: Scan, differences: tuple[Difference, ...], *, edited: bool) -> Status:
    if any(item.kind is not Kind.ADDED for item in differences):
        return Status.STALE
    if differences or scan.untranslated:
        return Status.PARTIAL
    return Status.UNREVIEWED if scan.doubtful or edited else Status.FRESH
