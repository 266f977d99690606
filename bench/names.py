"""Names: suggest, compare and flag, measured beside rapidfuzz.

    python -m bench.names FOLDER [--rules-only] [--clean CLEAN.jsonl]

FOLDER holds names_*.tsv, different_names_*.tsv and native_names_*.tsv, as
../shared/bench/names/ does. `suggest`: the German form, language not told, any English form
counts. `compare`: every two spellings of a row against the different names and one random
pair of rows for each. `flag`: a name alone. `beside`: one in an English sentence whose original
has it in its own script. `--clean`: findings on professional translations,
a segment a line with `source` and `target`. `--rules-only` takes the list of well-known people
and places away.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from time import perf_counter

from rapidfuzz.fuzz import ratio

from transtrack.lexicon import find_lexicon
from transtrack.model import Bead, Bitext, Finding
from transtrack.names import index
from transtrack.names.article import Article, open_article
from transtrack.names.authority import Authority
from transtrack.names.compare import Verdict, compare
from transtrack.names.index import fold
from transtrack.names.judge import judge
from transtrack.names.originals import SCRIPTS
from transtrack.names.suggest import suggest
from transtrack.names.survey import survey_article
from transtrack.text import parse_document

Row = dict[str, str]


def read_rows(folder: Path, name: str) -> list[Row]:
    """The rows of every table of a kind in the folder."""
    rows: list[Row] = []
    for path in sorted(folder.glob(f"{name}_*.tsv")):
        head, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        names = head.split("\t")
        rows += [dict(zip(names, line.split("\t"), strict=False)) for line in lines]
    return rows


def forms(row: Row, *columns: str) -> list[str]:
    """The forms in some columns, each once, in Latin letters."""
    found = [form.strip() for column in columns for form in row[column].split(";") if form.strip()]
    return list(dict.fromkeys(form for form in found if any("a" <= c <= "z" for c in form)))


def measure_suggest(rows: Iterable[Row], *, show: bool) -> None:
    """Prints how often the right form stands first and among the first three."""
    chosen = [row for row in rows if row["flag_de_in_en"] == "yes" and row["kind"] != "exonym"]
    first = third = 0
    suggest("Iwan Petrow")  # tables are read when first used
    began = perf_counter()
    found = [suggest(row["de"], limit=5) for row in chosen]
    seconds = perf_counter() - began
    for row, items in zip(chosen, found, strict=True):
        right = {fold(form) for form in forms(row, "en", "en_alt")}
        ranks = [rank for rank, item in enumerate(items) if fold(item.text) in right]
        first += ranks[:1] == [0]
        third += bool(ranks) and ranks[0] < 3  # noqa: PLR2004 - as the measure says
        if show and ranks[:1] != [0]:
            best = ", ".join(f"{item.text} {item.probability:.2f}" for item in items[:3])
            print(f"  {row['de']} ({row['lang']}): {row['en']}; offered {best or 'nothing'}")
    count = len(chosen)
    print(
        f"suggest: {count} names, first {first / count:.3f}, first three {third / count:.3f}, "
        f"{count / seconds:.0f} names/s"
    )


def measure_compare(rows: list[Row], different: list[Row], *, show: bool) -> None:
    """Prints precision, recall and F1 of `same`, beside rapidfuzz at its best threshold."""
    pairs: list[tuple[str, str, bool]] = []
    spelled = [forms(row, "de", "de_alt", "en", "en_alt", "other_variants") for row in rows]
    for row in spelled:
        pairs += [(a, b, True) for a, b in combinations(row, 2) if fold(a) != fold(b)]
    alike = [(row["a"], row["b"], False) for row in different]
    chance = random.Random(0)  # noqa: S311 - the same pairs every time
    while len(alike) < len(pairs):
        one, other = chance.sample(spelled, 2)
        alike.append((chance.choice(one), chance.choice(other), False))
    pairs += alike
    compare("Iwan Petrow", "Ivan Petroff")  # tables are read when first used
    began = perf_counter()
    verdicts = [compare(a, b) for a, b, _ in pairs]
    seconds = perf_counter() - began
    same = [verdict.verdict is Verdict.SAME for verdict in verdicts]
    for (a, b, truth), guess, verdict in zip(pairs, same, verdicts, strict=True):
        if show and truth != guess:
            print(f"  {'missed' if truth else 'WRONG'}: {a} / {b}: {verdict.reason}")
    unlike = {(row["a"], row["b"]) for row in different}
    wrong = sum(guess for (a, b, _), guess in zip(pairs, same, strict=True) if (a, b) in unlike)
    truths = [truth for _, _, truth in pairs]
    print(
        f"compare: {len(pairs)} pairs, {_scores(truths, same)}, different names called the same: "
        f"{wrong}, {len(pairs) / seconds:.0f} pairs/s"
    )
    ratios = [ratio(a.lower(), b.lower()) for a, b, _ in pairs]
    best = max(range(30, 100), key=lambda limit: _f1(truths, [r >= limit for r in ratios]))
    print(f"  rapidfuzz ratio >= {best}: {_scores(truths, [r >= best for r in ratios])}")


def _f1(truths: list[bool], guesses: list[bool]) -> float:
    hits = sum(t and g for t, g in zip(truths, guesses, strict=True))
    return 2 * hits / max(sum(truths) + sum(guesses), 1)


def _scores(truths: list[bool], guesses: list[bool]) -> str:
    hits = sum(t and g for t, g in zip(truths, guesses, strict=True))
    precision, recall = hits / max(sum(guesses), 1), hits / max(sum(truths), 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {_f1(truths, guesses):.3f}"


def measure_flag(rows: list[Row], native: list[Row], *, show: bool) -> None:
    """Prints the share of each sort of names that is flagged, the name alone."""
    german = [row["de"] for row in rows if row["flag_de_in_en"] == "yes"]
    english = [form for row in rows for form in forms(row, "en", "en_alt")]
    hard = [row["name"] for row in native if row["source"] == "own knowledge"]
    plain = [row["name"] for row in native if row["source"] != "own knowledge"]
    _print_flags("German forms", german, show=show, wanted=True)
    _print_flags("English forms", english, show=show, wanted=False)
    _print_flags("hard native names", hard, show=show, wanted=False)
    _print_flags("ordinary native names", plain, show=show, wanted=False)


def _print_flags(what: str, names: list[str], *, show: bool, wanted: bool) -> None:
    began = perf_counter()
    flagged = [judge(name).wrong for name in names]
    seconds = perf_counter() - began
    for name, flag in zip(names, flagged, strict=True):
        if show and flag != wanted:
            print(f"  {'not flagged' if wanted else 'FLAGGED'}: {name}")
    share = sum(flagged) / max(len(names), 1)
    print(
        f"flag: {what}: {sum(flagged)} of {len(names)}, {share:.4f}, {len(names) / seconds:.0f}/s"
    )


def measure_beside(rows: list[Row], *, show: bool) -> None:
    """Prints the share of forms that are flagged beside the original in its own script."""
    for what, columns, wanted in (
        ("German forms", ("de", "de_alt"), True),
        ("English forms", ("en", "en_alt"), False),
    ):
        found = [
            (form, survey_article(_write_article(row, form), Authority()))
            for row in rows
            if row["lang"] in SCRIPTS
            and (not wanted or (row["flag_de_in_en"] == "yes" and row["kind"] != "exonym"))
            for form in forms(row, *columns)
            if not wanted or form not in forms(row, "en", "en_alt")
        ]
        for form, findings in found if show else ():
            if bool(findings) != wanted:
                print(f"  {'not flagged' if wanted else 'FLAGGED'}: {form}")
        count = sum(bool(findings) for _, findings in found)
        print(f"beside: {what}: {count} of {len(found)}, {count / max(len(found), 1):.4f}")


def _write_article(row: Row, form: str) -> Article:
    """An English sentence with a form of a name, and an original that is no more than the name."""
    source = parse_document(f"{row['native']}.\n", path="a.txt", language=row["lang"])
    text = f"Yesterday in the city {form} gave a speech.\n"
    target = parse_document(text, path="b.txt", language="en")
    bead = Bead(source=(0,), target=(0,), score=0.0, confidence=1.0)
    bitext = Bitext(source=source, target=target, beads=(bead,), signature="given")
    return open_article(target, bitext)


def measure_clean(path: Path) -> None:
    """Prints every finding on aligned segments of professional translations, and their number."""
    count = 0
    found: list[Finding] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts = [row[side].replace("\n", " ") for side in ("source", "target")]
        source, target = (
            parse_document(text, path=f"a.{tag}.txt", language=tag, presegmented=True)
            for text, tag in zip(texts, ("de", "en"), strict=True)
        )
        bead = Bead(source=(0,), target=(0,), score=0.0, confidence=1.0)
        bitext = Bitext(source=source, target=target, beads=(bead,), signature="given")
        article = open_article(target, bitext, find_lexicon("de", "en"))
        found += survey_article(article, Authority())
        count += 1
    for item in found:
        print(f"  {item.check}: {item.message}")
    print(f"clean: {len(found)} findings on {count} segments; see which are right")


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every miss")
    parser.add_argument("--rules-only", action="store_true", help="without well-known names")
    parser.add_argument("--clean", type=Path, help="segments of professional translations")
    parser.add_argument("--only", choices=["suggest", "compare", "beside", "flag"])
    options = parser.parse_args()
    if options.rules_only:
        vars(index)["load_known"] = lambda: ()  # for this measurement
    rows = read_rows(options.folder, "names")
    tasks: dict[str, Callable[[], None]] = {
        "suggest": lambda: measure_suggest(rows, show=options.show),
        "compare": lambda: measure_compare(
            rows, read_rows(options.folder, "different_names"), show=options.show
        ),
        "beside": lambda: measure_beside(rows, show=options.show),
        "flag": lambda: measure_flag(
            rows, read_rows(options.folder, "native_names"), show=options.show
        ),
    }
    for name, task in tasks.items():
        if options.only in (None, name):
            task()
    if options.clean:
        measure_clean(options.clean)


if __name__ == "__main__":
    main()
