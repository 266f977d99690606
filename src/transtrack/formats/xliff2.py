"""XLIFF 2.1 (OASIS 2018): a file an article, a unit with one segment a bead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, State, Unit
from transtrack.formats.rows import gather, make_article, make_row, parse_row
from transtrack.text import find_line, parse_xml

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of 2.1, too
OWN = "urn:transtrack:exchange:1"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_N, _T = f"{{{NAMESPACE}}}", f"{{{OWN}}}"
_PREVIOUS = "previous-source"
_EXTRA = ("confidence", "kind", "source_sentences", "target_sentences", "base")
_STATES = {
    State.REVIEWED: ("final", ""),
    State.ALIGNED: ("translated", ""),
    State.DOUBTFUL: ("initial", "transtrack:doubtful"),
    State.STALE: ("initial", "transtrack:stale"),
}


def render(exchange: Exchange) -> bytes:
    """Comments and the source as it was translated are notes, the rest attributes of ours."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.Element(
        f"{_N}xliff",
        {
            "version": "2.1",
            "srcLang": exchange.source_language or "und",
            "trgLang": exchange.target_language or "und",
        },
        nsmap={None: NAMESPACE, "t": OWN},  # type: ignore[dict-item]  # the stubs know no default
    )
    article = {f"{_T}{name}": value for name, value in make_article(exchange).items() if value}
    file = etree.SubElement(root, f"{_N}file", {"id": "f1", **article})
    file.set("original", exchange.source or "-")
    for unit in exchange.units:
        _add_unit(file, unit)
    if not exchange.units:  # a file holds a unit at least
        unit_element = etree.SubElement(file, f"{_N}unit", id="empty", translate="no")
        etree.SubElement(etree.SubElement(unit_element, f"{_N}segment"), f"{_N}source")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add_unit(file: etree._Element, unit: Unit) -> None:
    from lxml import etree  # noqa: PLC0415 - slow to import

    row = make_row(unit)
    extra = {f"{_T}{name}": row[name] for name in _EXTRA if row[name]}
    element = etree.SubElement(file, f"{_N}unit", {"id": unit.id, _SPACE: "preserve", **extra})
    told = [(row["comment"], "comment"), (row["previous"], _PREVIOUS)]
    if any(text for text, _ in told):
        notes = etree.SubElement(element, f"{_N}notes")
        for text, category in told:
            if text:
                etree.SubElement(notes, f"{_N}note", category=category).text = text
    state, finer = _STATES[unit.state]
    attributes = {"state": state, **({"subState": finer} if finer else {})}
    segment = etree.SubElement(element, f"{_N}segment", attributes)
    etree.SubElement(segment, f"{_N}source").text = row["source"]
    etree.SubElement(segment, f"{_N}target").text = row["target"]


def parse(data: bytes, path: str) -> Exchange:
    """The units of the first file in it, segments of a unit joined, inline tags left out."""
    root = parse_xml(data, path)
    file = root.find(f"{_N}file")
    if root.tag != f"{_N}xliff" or file is None:
        raise InputError("not an XLIFF 2 file", path=path, hint="its root is xliff, with a file")
    article = _own(file)
    units = file.iter(f"{_N}unit")
    return gather([_unit(u, path) for u in units if u.get("translate") != "no"], article)


def _unit(element: etree._Element, path: str) -> Unit:
    segments = element.findall(f"{_N}segment")
    notes = element.findall(f".//{_N}note")  # some tools put theirs into the segment
    row = _own(element)
    row |= {
        "id": element.get("id", "") if "base" in row else "",
        "source": "".join(_text(segment.find(f"{_N}source")) for segment in segments),
        "target": "".join(_text(segment.find(f"{_N}target")) for segment in segments),
        "state": _find_state(segments),
        "previous": "\n".join(_text(n) for n in notes if n.get("category") == _PREVIOUS),
    }
    comments = [_text(n) for n in notes if n.get("category") != _PREVIOUS]
    row |= {"comment": "\n".join(comments)} if comments else {}
    return parse_row(row, path=path, line=find_line(element))


def _find_state(segments: list[etree._Element]) -> str:
    """The state of a unit, empty where its segments have none."""
    if not any("state" in segment.attrib for segment in segments):
        return ""
    told = {(item.get("state", "initial"), item.get("subState", "")) for item in segments}
    if told and all(state in {"reviewed", "final"} for state, _ in told):
        return State.REVIEWED
    for state, pair in _STATES.items():
        if pair in told and pair[1]:
            return state
    return State.ALIGNED


def _own(element: etree._Element) -> dict[str, str]:
    """The attributes in our namespace."""
    return {
        str(name).removeprefix(_T): str(value)
        for name, value in element.attrib.items()
        if str(name).startswith(_T)
    }


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))
