"""Agreement with people's scores of public sets: `python -m bench.people FILE… FOLDER…`.

A file is one of experts' MQM ratings, English to German, from google/wmt-mqm-human-evaluation,
whose system `ref` or `refA` is taken for the reference: ted/ende/mqm_ted_ende.tsv, or
generalMT2023/ende/sxs_mqm_generalMT2023_ende.3ratingsPerSegment.tsv; or one of
facebookresearch/mlqe, English to German, rated by three translators each who saw the original
(no reference): en-de/test20.ende.df.short.tsv. A folder is a checkout of
wmt-conference/wmt22-news-systems, of which German to English is read, or WMT17 of
AIPHES/ACL20-Reference-Free-MT-Evaluation, the same (each segment rated 15 times and more;
translations and references in lower case).
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from html import unescape
from pathlib import Path

from bench.agree import Rows, print_people

REFERENCES = ("ref", "refA")
WORST = 25.0  # no translation at all; these weights are those of Freitag et al. (2021)
MAJOR, MINOR, PUNCTUATION = 5.0, 1.0, 0.1

_SPACED = re.compile(r" (?=[.,:;!?)%]|n't|'(?:s|d|m|re|ve|ll)\b)|(?<=[($£]) ")


def read_mqm(path: Path) -> Rows:
    """The mean penalty of each translation, below 0, as its `z`."""
    texts: dict[tuple[str, int], tuple[str, str]] = {}
    off: dict[tuple[str, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            number = row.get("seg_id") or row.get("globalSegId")
            if not number:
                continue
            place = row["system"], int(number)
            source, target = (re.sub("</?v>", "", row[side]) for side in ("source", "target"))
            texts[place] = source.strip(), target.strip()
            off[place][row["rater"]] += _weigh(row["category"], row["severity"])
    references = {at: target for (name, at), (_, target) in texts.items() if name in REFERENCES}
    return [
        {"source": source, "hypothesis": target, "reference": references[at]}
        | {"system": name, "segment": at, "ratings": len(off[name, at])}
        | {"z": -sum(off[name, at].values()) / len(off[name, at])}
        for (name, at), (source, target) in texts.items()
        if name not in REFERENCES and at in references and source and target
    ]


def read_mlqe(path: Path) -> Rows:
    """Translations by one system, with its own confidence (log-probability) and no reference."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        {"source": row["original"], "hypothesis": row["translation"], "system": "mlqe"}
        | {"segment": at, "z": float(row["z_mean"]), "ratings": row["scores"].count(",") + 1}
        | {"confidence": float(row["model_scores"])}
        for at, row in enumerate(rows)
    ]


def _weigh(category: str, severity: str) -> float:
    if category.startswith("Non-translation"):
        return WORST
    if severity == "Minor" and category.startswith("Fluency/Punctuation"):
        return PUNCTUATION
    return {"Major": MAJOR, "Minor": MINOR}.get(severity, 0.0)


def read_wmt17(folder: Path) -> Rows:
    """German to English, a translation of several systems under the first's name."""
    sources = _lines(folder / "source/newstest2017-deen-src.de")
    references = _lines(folder / "references/newstest2017-deen-ref.en")
    outputs: dict[str, list[str]] = {}
    for path in sorted((folder / "system-outputs/de-en").iterdir()):
        outputs[path.name.removeprefix("newstest2017.").removesuffix(".de-en")] = _lines(path)
    rows = []
    for line in _lines(folder / "DA-seglevel.csv")[1:]:
        pair, _, systems, number, z = line.split()
        system, at = systems.partition("+")[0], int(number) - 1
        if pair == "de-en":
            texts = {"hypothesis": _join(outputs[system][at]), "reference": _join(references[at])}
            numbers = {"segment": at, "z": float(z), "ratings": 15}
            rows.append({"source": sources[at], "system": system} | texts | numbers)
    return rows


def read_wmt22(folder: Path) -> Rows:
    """German to English, machine translations only."""
    texts = {path.name: _lines(path) for path in sorted(folder.glob("txt/*/*.de-en.*"))}
    scores = folder / "humaneval/DA/newstest2022-toen/ad-seg-scores-de-en.csv"
    rows: Rows = []
    for line in _lines(scores)[1:]:
        system, number, _, z, ratings = line.split()
        name, at = system.rpartition(".")[0], int(number) - 1
        if name:  # the human translation bears no number
            of_system = texts[f"generaltest2022.de-en.hyp.{name}.en"]
            source = texts["generaltest2022.de-en.src.de"][at]
            reference = texts["generaltest2022.de-en.ref.A.en"][at]
            words = {"source": source, "hypothesis": of_system[at], "reference": reference}
            numbers = {"segment": at, "z": float(z), "ratings": int(ratings)}
            rows.append(words | {"system": name} | numbers)
    return [row for row in rows if row["source"] and row["hypothesis"] and row["reference"]]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def _join(tokens: str) -> str:
    text = _SPACED.sub("", unescape(tokens))
    return text[:1].upper() + text[1:]


def main(arguments: list[str] | None = None) -> None:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+")
    for path in parser.parse_args(arguments).paths:
        print(f"\n{path.name}")
        if path.is_dir():
            print_people((read_wmt22 if (path / "humaneval").is_dir() else read_wmt17)(path))
        else:
            rated = path.name.endswith(".df.short.tsv")
            print_people((read_mlqe if rated else read_mqm)(path), ("en", "de"))


if __name__ == "__main__":
    main()
