from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from transtrack.errors import InputError, UsageError
from transtrack.formats.parallel import read_pairs

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx [<!ENTITY who SYSTEM "file:///etc/hostname"><!ENTITY lol "lol">]>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="uk-UA"><seg>Так.</seg></tuv>
<tuv xml:lang="en"><seg>Y<bpt i="1"/>es.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>No &who;</seg></tuv><tuv xml:lang="uk"><seg>Ні</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
</body></tmx>"""
PO = """msgid ""
msgstr ""
"Language: en\\n"

#. 1-1, reviewed
msgid "Так."
msgstr "Yes."

#. 1-1, confidence 0.99
msgid "Ні."
msgstr "No."

#. 1-1, confidence 0.41, to review
msgid "Ми тут."
msgstr "We are here."

#. 1-1, confidence 0.41, to review
#, fuzzy
msgid "Ми там."
msgstr "We are there."
"""


def pairs(*paths: Path) -> list[tuple[str, str]]:
    return list(read_pairs([str(path) for path in paths], ("uk", "en")))


def test_tsv_is_two_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Так.\tYes.\tmore\nalone\n", encoding="utf-8")
    assert pairs(path) == [("Так.", "Yes.")]
    packed = tmp_path / "a.tsv.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert pairs(packed) == [("Так.", "Yes.")]


def test_tmx_is_read_without_its_entities(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX, encoding="utf-8")
    assert pairs(path) == [("Так.", "Yes."), ("Ні", "No &who;")]


def test_of_a_catalogue_what_was_reviewed_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(PO, encoding="utf-8")
    reviewed = [("Так.", "Yes."), ("Ми тут.", "We are here.")]  # a doubt may be taken away
    assert pairs(path) == pairs(tmp_path) == reviewed


def test_two_texts_are_read_line_by_line(tmp_path: Path) -> None:
    one, two = tmp_path / "a.uk", tmp_path / "a.en"
    one.write_text("Так.\nНі.\n", encoding="utf-8")
    two.write_text("Yes.\nNo.\n", encoding="utf-8")
    assert pairs(one, two) == [("Так.", "Yes."), ("Ні.", "No.")]
    two.write_text("Yes.\n", encoding="utf-8")
    with pytest.raises(InputError, match="1 lines, but"):
        pairs(one, two)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    for name, data in [("a.tmx", b"<tmx><tu>"), ("b.tsv.gz", b"no"), ("c.po", b"<<<<")]:
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(InputError, match=name):
            pairs(path)
    with pytest.raises(UsageError, match="neither"):
        pairs(tmp_path / "a.doc")


def test_a_table_that_was_exported_is_read_with_its_quotes_and_without_its_head(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ferry.tsv"
    rows = ("source\ttarget\tstate\tcomment", '"Er rief: ""Los!"""\tHe cried\taligned\t')
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    assert list(read_pairs([str(path)], ("de", "en"))) == [('Er rief: "Los!"', "He cried")]
