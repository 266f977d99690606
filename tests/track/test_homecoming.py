"""What a file of another program brings home, and what it says nothing of."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from lxml import etree
from tests.specimens import ENGLISH, ferry

from transtrack.formats import Exchange, Format, State, find_format, make_exchange
from transtrack.formats.changes import Homecoming
from transtrack.formats.exchange import find_digest, set_state
from transtrack.formats.po import ADDITION
from transtrack.track.homecoming import bring_home

NEW = "Captain Oleksandr Koval called it a miracle."


def now() -> Exchange:
    """The ferry article with a doubt, a comment and a review in its catalogue."""
    made = make_exchange(ferry())
    units = list(made.units)
    for number, state in ((1, State.DOUBTFUL), (2, State.REVIEWED)):
        entry = set_state(units[number].entry, state)
        units[number] = replace(units[number], entry=replace(entry, comment="Ask Anna."))
    units = [replace(unit, base=unit.digest) for unit in units]
    told = replace(made, units=tuple(units))
    return replace(told, digest=find_digest(told))


def send(suffix: str) -> tuple[Format, bytes]:
    form = find_format(f"a{suffix}")
    return form, form.render(now())


def come(form: Format, data: bytes) -> Homecoming:
    return bring_home(now(), form.parse(data, "a"), form)


def wordings(home: Homecoming) -> list[tuple[str, State, str]]:
    assert home.conflicts == ()
    made = (replace(change.unit, entry=change.entry) for change in home.changes)
    return [(unit.entry.target, unit.state, unit.entry.comment) for unit in made]


@pytest.mark.parametrize("dropped", [{"state"}, {"comment"}, {"state", "comment", "previous"}])
def test_a_column_that_is_not_there_says_nothing(dropped: set[str]) -> None:
    form, data = send(".csv")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    file = io.StringIO()
    kept = [name for name in rows[0] if name not in dropped]
    writer = csv.DictWriter(file, kept, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    text = file.getvalue()
    assert come(form, text.encode()) == Homecoming()
    (found,) = wordings(come(form, text.replace(ENGLISH[1], NEW).encode()))
    assert found == (NEW, State.REVIEWED, "Ask Anna.")


def test_an_empty_state_says_nothing_and_an_emptied_comment_does() -> None:
    form, data = send(".csv")
    assert come(form, data.replace(b",doubtful,", b",,")) == Homecoming()
    emptied = wordings(come(form, data.replace(b"Ask Anna.", b"")))
    assert [found[1:] for found in emptied] == [(State.DOUBTFUL, ""), (State.REVIEWED, "")]


def test_a_program_that_takes_the_notes_of_a_catalogue_away_reviews_nothing() -> None:
    form, data = send(".po")
    bare = re.sub(rb"(?m)^#\. .*\n", b"", data)
    assert come(form, bare) == Homecoming()
    cleared = wordings(come(form, bare.replace(b"#, fuzzy\n", b"")))
    assert cleared == [(ENGLISH[1], State.REVIEWED, "Ask Anna.")]
    (found,) = wordings(come(form, bare.replace(ENGLISH[0].encode(), NEW.encode())))
    assert found[:2] == (NEW, State.REVIEWED)


@pytest.mark.parametrize("suffix", [".xlf", ".xliff", ".tmx"])
def test_a_program_that_takes_states_and_notes_away_decides_nothing(suffix: str) -> None:
    form, data = send(suffix)
    root = etree.fromstring(data)
    for unit in root.iter("{*}trans-unit", "{*}unit", "{*}tu"):
        etree.strip_elements(unit, "{*}note", "{*}notes", "prop")
    etree.strip_attributes(root, "state", "subState", "approved")
    bare = etree.tostring(root, encoding="utf-8")
    assert come(form, bare) == Homecoming()
    (found,) = wordings(come(form, bare.replace(ENGLISH[1].encode(), NEW.encode())))
    assert found == (NEW, State.REVIEWED, "Ask Anna.")


@pytest.mark.parametrize(
    ("header", "unit", "tags"),
    [
        ("de", "", ("de-DE", "en-US")),
        ("DE-DE", "", ("de", "en")),
        ("*all*", "", ("de", "en")),
        ("en", ' srclang="de"', ("en", "de")),
        ("en", ' srclang="de"', ("de", "en")),
    ],
)
def test_the_source_of_a_memory_is_known_by_its_tag(
    header: str, unit: str, tags: tuple[str, str]
) -> None:
    texts = {"de": "Ja.", "en": "Yes."}
    parts = [f'<tuv xml:lang="{tag}"><seg>{texts[tag[:2]]}</seg></tuv>' for tag in tags]
    body = f"<body><tu{unit}>{''.join(parts)}</tu></body>"
    text = f'<tmx version="1.4"><header srclang="{header}"/>{body}</tmx>'
    (found,) = find_format("a.tmx").parse(text.encode(), "a.tmx").units
    assert (found.entry.source, found.entry.target) == ("Ja.", "Yes.")


def test_an_addition_that_comes_by_way_of_another_format_is_known() -> None:
    made = now()
    added = replace(made.units[1], entry=replace(made.units[1].entry, source=""))
    told = replace(made, units=(made.units[0], added, *made.units[2:]))
    body = f"<tuv xml:lang='de'><seg>{ADDITION}</seg></tuv><tuv xml:lang='en'><seg>%s</seg></tuv>"
    form = find_format("a.tmx")
    for wording, conflicts in ((ENGLISH[1], 0), (NEW, 1)):
        text = f"<tmx><header srclang='de'/><body><tu>{body % wording}</tu></body></tmx>"
        home = bring_home(told, form.parse(text.encode(), "a.tmx"), form)
        assert (len(home.changes), len(home.conflicts)) == (0, conflicts)
