"""What a format can hold comes back, and other programs read what was written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from transtrack.config import find_config
from transtrack.errors import TranstrackError
from transtrack.formats import ASPECTS, FORMATS, Exchange, Format, State, Unit
from transtrack.formats.exchange import find_digest, make_ids, set_state, tidy_entry
from transtrack.formats.po import Entry
from transtrack.pipeline.exchange import hold_pair
from transtrack.pipeline.lexicons import NO_LEXICONS
from transtrack.track import find_corpus

ROOT = Path(__file__).parents[2]
DEBIAN = (
    "/usr/share/php/Symfony/Component/Translation/Resources/schemas"  # php-symfony-translation
)
SCHEMAS = Path(os.environ.get("TRANSTRACK_SCHEMAS", DEBIAN))
HOSTILE = ["=1+1", "'=x", "''", "\t-2", "@a", '"', "<b>&amp;</b>", "]]>", "\\n", "%20 a=b", "."]
HOSTILE += ["שלום \u202eabc", "\x00\x0b\x1b", "\ufffe", "a\r\nb", " x ", "a\n", "\n\nb", "[not]"]
ALPHABET = "ab '=+-@\t\n\r\x07\x85\u2028\ufffe\u202e\"<&>;,\\#|~ßד漢🦊"
texts = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet=ALPHABET, max_size=12))


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """Articles of up to five beads, all states, anything in their texts."""
    kinds = draw(
        st.lists(st.sampled_from([(1, 1), (2, 1), (1, 2), (1, 0), (0, 1)]), min_size=1, max_size=5)
    )
    ends = [list(accumulate((kind[side] for kind in kinds), initial=0)) for side in (0, 1)]
    entries = [tidy_entry(draw(entry(kind))) for kind in kinds]
    units = []
    for k, (id_, made) in enumerate(zip(make_ids(entries), entries, strict=True)):
        sides = tuple(range(ends[0][k], ends[0][k + 1])), tuple(range(ends[1][k], ends[1][k + 1]))
        unit = Unit(id=id_, entry=made, sides=sides)
        units.append(replace(unit, base=unit.digest))
    told = draw(st.text(alphabet="ab %=ü", max_size=5))
    exchange = Exchange(
        units=tuple(units),
        source=f"corpora/de/{told}.txt",
        target="corpora/en/x y.md",
        source_language="de",
        target_language="en-GB",
        source_digest="sha256:00",
        target_digest="sha256:11",
        signature="transtrack:0.1.0|cost:lexical:own",
    )
    return replace(exchange, digest=find_digest(exchange))


@st.composite
def entry(draw: st.DrawFn, kind: tuple[int, int]) -> Entry:
    state = draw(st.sampled_from(State))
    made = Entry(
        source=draw(texts.filter(lambda text: bool(text.strip()))) if kind[0] else "",
        target=draw(texts) if kind[1] else "",
        kind=kind,
        confidence=draw(st.integers(0, 100)) / 100,
        previous=draw(texts) or "x" if state is State.STALE else "",
        comment=draw(texts),
    )
    return set_state(made, state)


def held(form: Format, unit: Unit) -> tuple[object, ...]:
    """All that the format says it holds of a unit."""
    entry = unit.entry
    known = {
        "texts": (entry.source, entry.target),
        "states": unit.state,
        "comments": entry.comment,
        "previous sources": entry.previous,
        "confidence": entry.confidence,
        "beads": (unit.sides, entry.kind),
    }
    return tuple(value for name, value in known.items() if name in form.holds)


def lines(unit: Unit) -> Unit:
    """The unit as plain text can hold it."""
    flat = [" ".join(text.split("\n")) for text in (unit.entry.source, unit.entry.target)]
    return replace(unit, entry=replace(unit.entry, source=flat[0], target=flat[1]))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exchange=exchanges())
def test_what_a_format_holds_comes_back(form: Format, exchange: Exchange) -> None:
    data = form.render(exchange)
    back = form.parse(data, "x")
    units = exchange.units
    if form.name == "pairs":
        units = tuple(u for u in map(lines, units) if u.entry.source or u.entry.target)
    if form.name == "ladder":  # an omission next to an addition may stand in either order
        assert form.render(back) == data
        return
    assert [held(form, unit) for unit in back.units] == [held(form, unit) for unit in units]
    if "article" in form.holds:
        assert replace(back, units=()) == replace(exchange, units=())
    if "article" in form.holds and form.name != "po":
        assert form.render(back) == data
        assert [(u.id, u.base) for u in back.units] == [(u.id, u.base) for u in units]


@cache
def corpus() -> tuple[Exchange, ...]:
    config = find_config(ROOT)
    pairs = [pair for pair in find_corpus(config).pairs if pair.target]
    return tuple(hold_pair(ROOT, pair, NO_LEXICONS).exchange for pair in pairs)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_sample_corpora_come_back(form: Format) -> None:
    assert len(corpus()) >= 14
    for exchange in corpus():
        back = form.parse(form.render(exchange), "x")
        if form.name == "ladder":
            continue
        ours, theirs = ([held(form, unit) for unit in x.units] for x in (exchange, back))
        assert ours == theirs


def test_a_ladder_joins_beads_that_cross() -> None:
    units = [
        Unit(id=str(k), entry=Entry(source="", target="", kind=(1, 1)), sides=sides)
        for k, sides in enumerate([((0,), (1,)), ((1,), (0,)), ((2,), (2,)), ((), (3,))])
    ]
    (form,) = (form for form in FORMATS if form.name == "ladder")
    data = form.render(Exchange(units=tuple(units)))
    assert data == b"0\t0\t0\n2\t2\t0.00\n3\t3\t0.00\n3\t4\t0.00\n"
    sides = [unit.sides for unit in form.parse(data, "x").units]
    assert sides == [((0, 1), (0, 1)), ((2,), (2,)), ((), (3,))]


class _Local(etree.Resolver):
    """The schema of the xml namespace, from the same folder."""

    def resolve(self, url: str, _id: str, context: object) -> object:  # type: ignore[override]  # the stubs know less
        name = str(SCHEMAS / "xml.xsd")
        return self.resolve_filename(name, context) if url.endswith("xml.xsd") else None  # type: ignore[attr-defined]  # the stubs lack it


def validator(name: str) -> etree.XMLSchema | etree.DTD:
    path = SCHEMAS / name
    if not path.exists():
        pytest.skip(f"no {path}: set TRANSTRACK_SCHEMAS to a folder with {name}")
    if path.suffix == ".dtd":
        return etree.DTD(str(path))
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    return etree.XMLSchema(etree.parse(str(path), parser))


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("tmx", "tmx14.dtd"),
        ("xliff", "xliff-core-1.2-strict.xsd"),
        ("xliff2", "xliff-core-2.0.xsd"),
        ("xliff2", "xliff2.1/xliff_core_2.0.xsd"),  # the standard of 2018 names it so
    ],
)
def test_the_schemas_hold(name: str, schema: str) -> None:
    valid = validator(schema)
    (form,) = (form for form in FORMATS if form.name == name)

    @settings(max_examples=60, deadline=None)
    @given(exchange=exchanges())
    def check(exchange: Exchange) -> None:
        valid.assertValid(etree.parse(BytesIO(form.render(exchange))))

    check()
    for exchange in corpus():
        valid.assertValid(etree.parse(BytesIO(form.render(exchange))))


def test_msgfmt_accepts_the_po(tmp_path: Path) -> None:
    (form,) = (form for form in FORMATS if form.name == "po")
    for exchange in corpus():
        file = tmp_path / "x.po"
        file.write_bytes(form.render(exchange))
        subprocess.run(["msgfmt", "--check", "-o", "/dev/null", file], check=True)


def test_python_docx_reads_the_table() -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    (form,) = (form for form in FORMATS if form.name == "docx")
    for exchange in corpus()[:3]:
        (table,) = docx.Document(BytesIO(form.render(exchange))).tables
        rows = [[cell.text for cell in row.cells[:2]] for row in table.rows]
        assert rows == [
            ["source", "target"],
            *([unit.entry.source, unit.entry.target] for unit in exchange.units),
        ]


def read_by_toolkit(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    reason = "translate-toolkit is not installed"
    module = pytest.importorskip(f"translate.storage.{name}", reason=reason)
    names = {"po": "pofile", "tmx": "tmxfile", "xliff": "xlifffile", "xliff2": "Xliff2File"}
    store = getattr(module, names[name])
    for unit in store.parsestring(data).units:
        if not unit.isheader():
            yield str(unit.source or ""), str(unit.target or "")


@pytest.mark.parametrize("name", ["po", "tmx", "xliff", "xliff2"])
def test_translate_toolkit_reads_the_same_segments(name: str) -> None:
    (form,) = (form for form in FORMATS if form.name == name)
    for exchange in corpus():
        pairs = [(unit.entry.source, unit.entry.target) for unit in exchange.units]
        found = list(read_by_toolkit(name, form.render(exchange)))
        if name == "po":
            pairs = [(source or "[not in the source]", target) for source, target in pairs]
        assert found == pairs


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damage_is_told_or_read_never_a_crash(form: Format, data: st.DataObject) -> None:
    whole = form.render(corpus()[5])
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for place in data.draw(st.lists(st.integers(0, max(len(damaged) - 1, 0)), max_size=4)):
        if damaged:
            damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        form.parse(bytes(damaged), "x")
    except TranstrackError as error:
        assert error.path == "x"  # noqa: PT017 - most of the time nothing is raised


def test_the_docs_tell_what_every_format_holds() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for form in FORMATS:
        held = " | ".join("yes" if aspect in form.holds else "no" for aspect in ASPECTS)
        assert f"| `{form.name}` | `{form.suffix}` | {form.help} | {held} |" in page
