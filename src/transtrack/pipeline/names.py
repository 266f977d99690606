"""The names of a corpus or of some files: read, align, survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.checks import find_findings
from transtrack.checks.names import CHECK as MISMATCH
from transtrack.config import Config
from transtrack.errors import InputError, TranstrackError
from transtrack.lexicon import find_lexicon
from transtrack.model import Finding, Skipped
from transtrack.names.article import Article, open_article
from transtrack.names.authority import Authority, read_authority
from transtrack.names.profiles import Profile, make_profile
from transtrack.names.scheme_files import parse_scheme
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.pipeline.lexicons import Lexicons, find_lexicons
from transtrack.text import find_place, read_document, read_text
from transtrack.track import Pair, find_corpus, read_catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One translation, opened or skipped with a reason; `file` is where it is from here.

    `findings` are those that its beads tell: other names than the original's.
    """

    path: str
    file: Path
    article: Article | None = None
    skipped: Skipped | None = None
    findings: tuple[Finding, ...] = ()


def find_authority(config: Config) -> Authority:
    """The house's rulings; none where the project has no such file."""
    path = config.root / config.authority
    return read_authority(str(path)) if path.exists() else Authority(path=str(path))


def find_profile(config: Config) -> Profile:
    """The house profile, with the project's own schemes."""
    schemes = []
    for name in config.schemes:
        text, _ = read_text(str(config.root / name))
        schemes.append(parse_scheme(text, name))
    return make_profile(config.profile, tuple(schemes))


def find_translations(config: Config, paths: Sequence[str]) -> list[Pair | str]:
    """What to look at: the corpus' pairs, or those at some paths, and files outside it.

    A folder stands for the translations in it; InputError where there is none. Where there is
    no such file, a path may be the name that tables print, `en/winter`, or the article's.
    """
    corpus = [pair for pair in find_corpus(config).pairs if pair.target] if _has(config) else []
    if not paths:
        return [*corpus] or [*find_corpus(config).pairs]
    known = {find_place(config.root / pair.target): pair for pair in corpus if pair.target}
    found: list[Pair | str] = []
    for path in paths:
        place = find_place(path)
        if place.is_dir():
            inside = [pair for target, pair in known.items() if place in target.parents]
            if not inside:
                hint = "name a folder of the corpus, or a file"
                raise InputError("no translations in this folder", path=path, hint=hint)
            found += inside
        else:
            called = [] if place.exists() else [pair for pair in corpus if path in pair.names]
            found += called or [known.get(place, path)]
    return list(dict.fromkeys(found))


def _has(config: Config) -> bool:
    return (config.root / config.corpora / config.source).is_dir()


def open_articles(config: Config, items: Sequence[Pair | str]) -> Iterator[Opened]:
    """Each translation with its original where it has one, ready for its names to be judged."""
    lexicons = find_lexicons(config)
    for item in items:
        path = item if isinstance(item, str) else item.target or item.source
        try:
            if isinstance(item, str):
                document = read_document(item)
                yield Opened(path=path, file=Path(path), article=open_article(document))
            elif item.target is not None:
                yield _open_pair(config, item, item.target, lexicons)
        except TranstrackError as error:
            skipped = Skipped(what=path, reason=error.tell(path, config.root))
            yield Opened(path=path, file=Path(path), skipped=skipped)


def _open_pair(config: Config, pair: Pair, path: str, lexicons: Lexicons) -> Opened:
    source = read_article(config.root, pair.source, pair.source_language)
    target = read_article(config.root, path, pair.target_language)
    old = read_catalogue(config.root / pair.catalogue)
    words = lexicons.find(source.language, target.language)
    report, _ = judge_pair(source, target, old, make_aligner(words))
    file = config.root / path
    if report.bitext is None:
        return Opened(path=path, file=file, skipped=report.skipped[0])
    known = words or find_lexicon(source.language, target.language)
    return Opened(
        path=path,
        file=file,
        article=open_article(target, report.bitext, known),
        findings=find_findings(report.bitext, {MISMATCH: None}, Authority(), lexicon=known),
    )
