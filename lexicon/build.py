"""Builds the lexicon that comes with the program.

    python lexicon/build.py PARALLEL... -o src/transtrack/lexicon/data/de-en.lexicon

PARALLEL are gzipped or plain TSV files, German and English sentence a line; docs/lexicon.md
names them. The hand-written list in lexicon/de-en/ is inflected by simplemma (MIT) and
counted as so many sentence pairs more.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from transtrack.lexicon import find_words, render_lexicon, train

WORDS = Path(__file__).parent / "de-en"
WEIGHT = 3.0  # sentence pairs that an entry of the list counts for
STEM = 3  # letters that a lookup strips by itself
FORMS = 10  # English forms of one entry

Pair = tuple[str, str, float]


def read_parallel(path: Path) -> Iterator[Pair]:
    """The sentence pairs of a file."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.split("\n"):
        columns = line.split("\t")
        if len(columns) == 2:  # noqa: PLR2004 - German and English
            yield columns[0], columns[1], 1.0


def read_words() -> Iterator[tuple[str, list[str]]]:
    """The hand-written entries: a German word and its English renderings."""
    for path in sorted(WORDS.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            german, _, renderings = line.partition("\t")
            if german and renderings:
                yield german.strip(), [part.strip() for part in renderings.split(",")]


def inflections(language: str) -> dict[str, list[str]]:
    """The forms of each lemma, both in lower case."""
    forms: dict[str, list[str]] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        forms.setdefault(_text(lemma).lower(), []).append(_text(form).lower())
    return {lemma: sorted(set(found)) for lemma, found in sorted(forms.items())}


def _text(word: str | bytes) -> str:
    return word.decode("utf-8") if isinstance(word, bytes) else word


def expand(attested: set[str], written: set[str]) -> Iterator[Pair]:
    """The list's entries for every German form that a lookup would not reach from its lemma.

    `attested` are the German words of the parallel text, `written` the English ones.
    """
    german, english = inflections("de"), inflections("en")
    for word, renderings in read_words():
        lemma = word.lower()
        stems = {lemma}
        target = _english(renderings, english, written)
        yield word, target, WEIGHT
        for form in german.get(lemma, ()):
            reached = any(form[:-cut] in stems for cut in range(1, STEM + 1))
            if form != lemma and form.isalpha() and (form in attested or not reached):
                stems.add(form)
                yield form, target, WEIGHT


def _english(renderings: list[str], english: dict[str, list[str]], written: set[str]) -> str:
    """All renderings, and the forms of those that are one word, so far as they are in use."""
    found = [*renderings]
    for rendering in renderings:
        if " " not in rendering:
            forms = english.get(rendering.lower(), [])
            found += [form for form in forms if form in written or form == f"{rendering}s"]
    distinct = list(dict.fromkeys(find_words(" ".join(found))))
    return " ".join(distinct[: max(FORMS, len(renderings) + 2)])


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parallel", nargs="+", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    options = parser.parse_args()
    corpus = [pair for path in options.parallel for pair in read_parallel(path)]
    attested = {word for german, _, _ in corpus for word in find_words(german)}
    written = {word for _, english, _ in corpus for word in find_words(english)}
    entries = list(expand(attested, written))
    info = {
        "sources": [path.name.split(".")[0] for path in options.parallel],
        "words": len(list(read_words())),
    }
    lexicon = train([*corpus, *entries], ("de", "en"), info)
    options.output.write_bytes(render_lexicon(lexicon))
    print(f"{len(lexicon)} entries, {options.output.stat().st_size / 1e6:.2f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
