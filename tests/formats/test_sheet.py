"""Tables as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from transtrack.formats import Exchange, State, Unit, sheet
from transtrack.formats.exchange import make_ids, set_state
from transtrack.formats.po import Entry

TEXTS = ("=1+1", "1-1", "März 5", "Straße; Übung, Ávila", "'tis", 'Er sagt: "Nein"', "-5 °C")
BASES = ("00123456", "1e234567", "12345678", "abcdef12", "0e000000", "12e45678", "9a345678")


def make_units() -> tuple[Unit, ...]:
    made = [
        Entry(source=text, target=f"{text}!", kind=(2, 1), comment=f"{text}\nzwei", confidence=0.9)
        for text in TEXTS
    ]
    entries = [set_state(entry, State.DOUBTFUL) for entry in made]
    named = zip(make_ids(entries), entries, BASES, strict=True)
    return tuple(
        Unit(id=id_, entry=entry, base=base, sides=((2 * k, 2 * k + 1), (k,)))
        for k, (id_, entry, base) in enumerate(named)
    )


def save(
    how: Mapping[str, str], change: Callable[[str, str], str] = lambda _, cell: cell
) -> bytes:
    """The table after a spreadsheet has had it: what it makes of each cell, and how it saves."""
    text = sheet.render_csv(Exchange(units=make_units())).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    file = io.StringIO(newline="")
    writer = csv.writer(
        file, delimiter=how.get("delimiter", ";"), lineterminator=how.get("end", "\r\n")
    )
    writer.writerow([*head, ""])
    for row in rows:
        cells = [change(name, cell) for name, cell in zip(head, row, strict=True)]
        writer.writerow([cell.replace("\n", how.get("inner", "\n")) for cell in (*cells, "")])
    return file.getvalue().encode(how.get("codec", "utf-8-sig"))


def told(unit: Unit) -> tuple[object, ...]:
    entry = unit.entry
    return unit.id, unit.base, unit.state, entry.source, entry.target, entry.comment


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"codec": "utf-16", "delimiter": "\t"},
        {"codec": "cp1252"},
        {"codec": "mac_roman", "end": "\r", "inner": "\r"},
        {"codec": "mac_roman", "delimiter": ","},
        {"codec": "cp850"},
        {"end": "\r", "inner": "\r"},
    ],
    ids=["CSV UTF-8", "Unicode text", "Windows", "old Mac", "Mac", "DOS", "returns"],
)
def test_a_table_says_the_same_however_it_was_saved(how: dict[str, str]) -> None:
    saved = sheet.parse(save(how), "a.csv")
    assert list(map(told, saved.units)) == list(map(told, make_units()))
    assert bool(saved.page) == (how.get("codec") in {"cp1252", "mac_roman", "cp850"})


@pytest.mark.parametrize(
    ("page", "shown_at", "codec"),
    [("cp1252", 0, "utf-16"), ("cp1252", 0xF100, "utf-8"), ("mac_roman", 0, "utf-8-sig")],
)
def test_a_table_that_was_opened_in_the_wrong_code_page_is_put_right(
    page: str, shown_at: int, codec: str
) -> None:
    gaps = {0x81, 0x8D, 0x8F, 0x90, 0x9D} if page == "cp1252" else set()
    data = save({"codec": "utf-8"})
    shown = "".join(chr(shown_at + b) if b in gaps else bytes([b]).decode(page) for b in data)
    saved = sheet.parse(shown.encode(codec), "a.csv")
    assert list(map(told, saved.units)) == list(map(told, make_units()))
    assert not saved.page


def mangle(name: str, cell: str) -> str:
    """What a German spreadsheet makes of the cells that it takes for dates and numbers."""
    made = {"kind": "02. Jan", "confidence": "0,9", "source_sentences": cell.replace(",", ".")}
    return made.get(name, cell)


def test_a_date_made_of_a_kind_and_a_number_of_sentences_do_no_harm() -> None:
    saved = sheet.parse(save({}, mangle), "a.csv").units
    assert list(map(told, saved)) == list(map(told, make_units()))


def test_no_spreadsheet_takes_a_cell_of_ours_for_a_number_or_a_formula() -> None:
    text = sheet.render_csv(Exchange(units=make_units())).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        assert not row["base"].replace("e", "").isdigit()
        assert all(not row[name].startswith(tuple("=+-@")) for name in ("source", "target"))


def test_what_a_table_holds_comes_back_whole() -> None:
    units = make_units()
    assert sheet.parse(sheet.render_csv(Exchange(units=units)), "a.csv").units == units
    twice = tuple(replace(unit, base="1") for unit in units)
    assert sheet.parse(sheet.render_tsv(Exchange(units=twice)), "a.tsv").units == twice
