"""The way of a bitext to other programs and home again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from transtrack.config import Config
from transtrack.errors import InputError, UsageError
from transtrack.formats import Exchange, Format, Unit, find_format, make_exchange
from transtrack.formats.changes import Brought, Conflict, Homecoming
from transtrack.formats.exchange import tidy_text
from transtrack.formats.po import BEFORE, Catalogue, Entry, join, make_entry
from transtrack.model import Bead, Bitext, Document, Fix, Origin
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.text import (
    apply_fixes,
    find_digest,
    parse_document,
    read_data,
    render_fixes,
    write_fixes,
)
from transtrack.track import Corpus, Pair, find_corpus, read_catalogue, write_catalogue
from transtrack.track.homecoming import apply_changes, bring_beads, bring_home
from transtrack.track.rewrite import make_fixes


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A pair with its bitext and the catalogue to keep, as they are now.

    `old` is the catalogue on disk, `entries` are those of the beads, in order.
    """

    pair: Pair
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


def hold_pair(root: Path, pair: Pair) -> Held:
    """The pair aligned with what its catalogue keeps; InputError where it cannot be judged."""
    if pair.target is None:
        raise InputError("there is no translation yet", path=pair.source)
    source = read_article(root, pair.source, pair.source_language)
    target = read_article(root, pair.target, pair.target_language)
    disk = read_catalogue(root / pair.catalogue)
    return _hold(pair, source, target, disk, disk)


def _hold(
    pair: Pair, source: Document, target: Document, known: Catalogue | None, disk: Catalogue | None
) -> Held:
    """The texts aligned with what `known` keeps; `disk` is the catalogue that there is."""
    aligner = make_aligner(None, None, source, target)
    report, catalogue = judge_pair(source, target, known, aligner)
    if report.bitext is None or catalogue is None:
        raise InputError(report.skipped[0].reason, path=report.skipped[0].what)
    active = tuple(entry for entry in catalogue.entries if not entry.obsolete)
    return Held(pair=pair, bitext=report.bitext, catalogue=catalogue, old=disk, entries=active)


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
    pair = find_article(find_corpus(config), sent, path, article)
    held = hold_pair(config.root, pair)
    home = _compare(held, sent, known, path)
    if not write_translation:
        home = _without_sources(home)
    fixes = _make_fixes(held, home, sent) if write_translation else ()
    if dry_run or not (home.changes or fixes):
        return Imported(path=path, pair=pair, home=home, rewritten=len(fixes))
    after, wrote = _write(config.root, held, home, fixes)
    home = _tell_lost(home, after)
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
    after = _hold(held.pair, held.bitext.source, anew, catalogue, held.old)
    header = {**after.catalogue.header, **({BEFORE: target.digest} if fixes else {})}
    coming = replace(after.catalogue, header=header)
    wrote = write_catalogue(root / held.pair.catalogue, coming, held.old)
    if fixes:
        write_fixes(path, target.text, fixes)
    return after, wrote


def _tell_lost(home: Homecoming, after: Held) -> Homecoming:
    """What came home, and as conflicts the wordings that the catalogue has no place for."""
    kept = {entry.target for entry in after.entries}
    lost = [c for c in home.changes if Brought.WORDING in c.what and c.entry.target not in kept]
    reason = "the texts leave no place for this wording; look at the obsolete entries"
    told = [
        Conflict(source=change.entry.source, wanted=change.entry.target, reason=reason)
        for change in lost
    ]
    return Homecoming(
        changes=tuple(change for change in home.changes if change not in lost),
        conflicts=(*home.conflicts, *told),
    )


def find_article(corpus: Corpus, sent: Exchange, path: str, article: str | None) -> Pair:
    """The pair that a file belongs to: as said, as the file tells, else by the file's name."""
    pairs = [pair for pair in corpus.pairs if pair.target]
    languages = frozenset(pair.target_language for pair in pairs)
    if article:
        found = [
            pair
            for pair in pairs
            if article in {pair.article, f"{pair.target_language}/{pair.article}", pair.target}
        ]
    else:
        found = [
            pair for pair in pairs if sent.target and tidy_text(pair.target or "") == sent.target
        ]
        found = found or [pair for pair in pairs if _is_named(pair, sent, path, languages)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{pair.target_language}/{pair.article}" for pair in found or pairs)
    what = "several articles" if found else "no article"
    raise UsageError(
        f"{path}: {what} of the corpus that it could be of",
        hint=f"say which with --article: {names}",
    )


def _is_named(pair: Pair, sent: Exchange, path: str, languages: frozenset[str]) -> bool:
    """Whether the file is called as the article, in a folder of its language or of none."""
    place = PurePath(path)
    folder = place.parent.name if place.parent.name in languages else pair.target_language
    told = {folder, sent.target_language or folder}
    return PurePath(pair.article).name == place.stem and told == {pair.target_language}


def _compare(held: Held, sent: Exchange, form: Format, path: str) -> Homecoming:
    if "texts" in form.holds:
        return bring_home(held.exchange, sent, form)
    beads = [unit.sides for unit in sent.units]
    for side, document in enumerate((held.bitext.source, held.bitext.target)):
        numbers = sorted(number for sides in beads for number in sides[side])
        if len(numbers) != len(set(numbers)):
            raise InputError("a sentence stands in two beads", path=path)
        last, there = numbers[-1] + 1 if numbers else 0, len(document.sentences)
        if last != there:  # the formats have no place for a digest of the texts
            message = f"it ends at sentence {last}, but {document.path} has {there}"
            hint = "it is of other texts: export or align them anew"
            raise InputError(message, path=path, hint=hint)
    made = [_make_reviewed(held.bitext, *sides) for sides in beads]
    return bring_beads(held.exchange, sent, form, made)


def _make_reviewed(bitext: Bitext, source: Sequence[int], target: Sequence[int]) -> Entry:
    bead = Bead(
        source=tuple(source),
        target=tuple(target),
        score=0.0,
        confidence=1.0,
        origin=Origin.REVIEWED,
    )
    return make_entry(bitext, bead)


def _without_sources(home: Homecoming) -> Homecoming:
    """New wordings of additions left out: a catalogue keeps a wording by its source."""
    lost = [c for c in home.changes if Brought.WORDING in c.what and not c.entry.source]
    reason = "an addition has no source to keep its wording by; use --write-translation"
    told = [Conflict(source="", wanted=change.entry.target, reason=reason) for change in lost]
    return Homecoming(
        changes=tuple(change for change in home.changes if change not in lost),
        conflicts=(*home.conflicts, *told),
    )


def _find_wordings(held: Held, home: Homecoming, sent: Exchange) -> list[tuple[Unit, str]]:
    """The new wordings, and those of the file that so far only the catalogue has."""
    brought = {c.unit.id: c.entry.target for c in home.changes if Brought.WORDING in c.what}
    said = {unit.id: unit.entry.target for unit in sent.units}
    found = []
    for unit in held.exchange.units:
        wording = brought.get(unit.id)
        if wording is None and unit.entry.origin is Origin.REVIEWED and not unit.entry.fuzzy:
            wording = unit.entry.target if said.get(unit.id) == unit.entry.target else None
        if wording:
            found.append((unit, wording))
    return found


def _make_fixes(held: Held, home: Homecoming, sent: Exchange) -> tuple[Fix, ...]:
    """The wordings that the translation file can be given, sentence by sentence."""
    target = held.bitext.target
    wanted = []
    for unit, wording in _find_wordings(held, home, sent):
        sentences = (target.sentences[number].plain for number in unit.sides[1])
        if tidy_text(join(sentences, target.language)) != wording:
            wanted.append((unit.sides[1], wording))
    return make_fixes(target, wanted)
