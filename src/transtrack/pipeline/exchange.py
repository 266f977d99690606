"""The way of a bitext to other programs and home again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import InputError
from transtrack.formats import Exchange, find_format, make_exchange
from transtrack.formats.changes import Homecoming
from transtrack.formats.po import BEFORE, Catalogue, Entry
from transtrack.model import Bitext, Document, Fix
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.pipeline.belonging import find_article
from transtrack.pipeline.homecoming import compare, leave_additions, reword, tell_lost
from transtrack.pipeline.lexicons import Lexicons, find_lexicons
from transtrack.text import (
    apply_fixes,
    find_digest,
    parse_document,
    read_data,
    render_fixes,
    write_fixes,
)
from transtrack.track import Align, Pair, hold, read_catalogue, write_catalogue
from transtrack.track.homecoming import apply_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A pair with its bitext and the catalogue to keep, as they are now.

    `old` is the catalogue on disk, `entries` are those of the beads, in order, `align_texts` is
    how they were found.
    """

    pair: Pair
    align_texts: Align
    bitext: Bitext
    catalogue: Catalogue
    old: Catalogue | None
    entries: tuple[Entry, ...]

    @property
    def exchange(self) -> Exchange:
        """The bitext on its way."""
        return make_exchange(self.bitext, self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file brought home, and what of that has been written where."""

    path: str
    pair: Pair
    home: Homecoming
    wrote: bool = False
    rewritten: int = 0


def hold_pair(root: Path, pair: Pair, lexicons: Lexicons) -> Held:
    """The pair aligned with what its catalogue keeps; InputError where it cannot be judged."""
    if pair.target is None:
        raise InputError("there is no translation yet", path=pair.source)
    source = read_article(root, pair.source, pair.source_language)
    target = read_article(root, pair.target, pair.target_language)
    disk = read_catalogue(root / pair.catalogue)
    words = lexicons.find(source.language, target.language)
    return _hold(pair, make_aligner(words), (source, target), disk, disk)


def _hold(
    pair: Pair,
    align_texts: Align,
    texts: tuple[Document, Document],
    known: Catalogue | None,
    disk: Catalogue | None,
) -> Held:
    """The texts aligned with what `known` keeps; `disk` is the catalogue that there is."""
    report, catalogue = judge_pair(*texts, known, align_texts)
    if report.bitext is None or catalogue is None:
        raise InputError(report.skipped[0].reason, path=report.skipped[0].what)
    active = tuple(entry for entry in catalogue.entries if not entry.obsolete)
    return Held(
        pair=pair,
        align_texts=align_texts,
        bitext=report.bitext,
        catalogue=catalogue,
        old=disk,
        entries=active,
    )


def import_file(
    config: Config,
    path: str,
    *,
    form: str | None = None,
    article: str | None = None,
    write_translation: bool = False,
    dry_run: bool = False,
) -> Imported:
    """What a file brings home, written into the catalogue and, if wished, the translation.

    Raises InputError where it cannot be read, UsageError where its article is not to be found.
    """
    known = find_format(path, form)
    sent = known.parse(read_data(path), path)
    if not sent.units:
        raise InputError("there is no bead in it", path=path)
    pair = find_article(config, sent, path, article)
    held = hold_pair(config.root, pair, find_lexicons(config))
    exchange = held.exchange
    home = compare(held.bitext, exchange, sent, known, path)
    if not write_translation:
        home = leave_additions(home)
    fixes = reword(held.bitext.target, exchange, home, sent) if write_translation else ()
    if dry_run or not (home.changes or fixes):
        return Imported(path=path, pair=pair, home=home, rewritten=len(fixes))
    after, wrote = _write(config.root, held, home, fixes)
    home = tell_lost(home, after.entries)
    return Imported(path=path, pair=pair, home=home, wrote=wrote, rewritten=len(fixes))


def _write(root: Path, held: Held, home: Homecoming, fixes: Sequence[Fix]) -> tuple[Held, bool]:
    """The pair with the changes in its catalogue and the fixes in its translation; both written.

    Each file goes from what it was to what it is to be, the catalogue first, which tells what the
    translation was: a program killed between the two has lost nothing, and the next one goes on.
    """
    entries = apply_changes(held.exchange, held.entries, home)
    gone = [entry for entry in held.catalogue.entries if entry.obsolete]
    target = held.bitext.target
    path = str(root / target.path)
    text = apply_fixes(target.text, fixes)
    header = {**held.catalogue.header, "X-Target-Digest": find_digest(text)}
    catalogue = replace(held.catalogue, entries=(*entries, *gone), header=header)
    if fixes:
        render_fixes(path, target.text, fixes)  # it can be written, or nothing is
    anew = parse_document(text, path=target.path, language=target.language) if fixes else target
    texts = held.bitext.source, anew
    after = _hold(held.pair, held.align_texts, texts, catalogue, held.old)
    header = {**after.catalogue.header, **({BEFORE: target.digest} if fixes else {})}
    coming = replace(after.catalogue, header=header)
    wrote = write_catalogue(root / held.pair.catalogue, coming, held.old)
    if fixes:
        with hold(Path(path).parent):
            write_fixes(path, target.text, fixes)
    return after, wrote
