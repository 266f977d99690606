"""The names of a corpus or of some files: read, align, survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.checks import find_findings
from transtrack.checks.names import CHECK as MISMATCH
from transtrack.config import Config
from transtrack.errors import TranstrackError
from transtrack.lexicon import find_lexicon
from transtrack.model import Finding, Skipped
from transtrack.names.article import Article, open_article
from transtrack.names.authority import Authority, read_authority
from transtrack.names.profiles import Profile, make_profile
from transtrack.names.scheme_files import parse_scheme
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.pipeline.lexicons import Lexicons, find_lexicons
from transtrack.pipeline.named import Item, find_pairs, open_register
from transtrack.text import is_file, read_document, read_text
from transtrack.track import Pair, read_catalogue


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


def find_translations(config: Config, paths: Sequence[str]) -> list[Item | str]:
    """What to look at: the corpus' translations, those that some paths name, and other files.

    A file that is no article's of a pair is looked at alone.
    """
    if not paths:
        return [*find_pairs(config, ())]
    register = open_register(config) if _has(config) else None
    found: list[Item | str] = []
    for path in paths:
        items = register.find(path) if register else []
        alone = is_file(path) and not any(isinstance(item, Pair) for item in items)
        found += [path] if alone or not items else items
    return list(dict.fromkeys(found))


def _has(config: Config) -> bool:
    return (config.root / config.corpora / config.source).is_dir()


def open_articles(config: Config, items: Sequence[Item | str]) -> Iterator[Opened]:
    """Each translation with its original where it has one, ready for its names to be judged."""
    lexicons = find_lexicons(config)
    for item in items:
        if isinstance(item, Skipped):
            yield Opened(path=item.what, file=Path(item.what), skipped=item)
            continue
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
