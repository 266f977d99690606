"""XLIFF 1.2 (OASIS 2008): a file an article, a unit a bead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, State, Unit
from transtrack.formats.rows import gather, make_article, make_row, parse_row
from transtrack.text import find_line, parse_xml

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_N = f"{{{NAMESPACE}}}"
_STATES = {  # with a translation, and without one
    State.REVIEWED: ("final", "final"),
    State.ALIGNED: ("translated", "new"),
    State.DOUBTFUL: ("needs-review-translation", "needs-translation"),
    State.STALE: ("needs-adaptation", "needs-l10n"),
}
_READ = {name: state for state, names in _STATES.items() for name in names} | {
    "signed-off": State.REVIEWED,
    "needs-review-adaptation": State.DOUBTFUL,
    "needs-review-l10n": State.DOUBTFUL,
}
_EXTRA = ("state", "confidence", "kind", "source_sentences", "target_sentences", "base")


def render(exchange: Exchange) -> bytes:
    """Comments are notes, the source as it was translated an alt-trans of the version before."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.Element(f"{_N}xliff", {"version": "1.2"}, nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs know no default
    file = etree.SubElement(
        root,
        f"{_N}file",
        {
            "original": exchange.source or "-",
            "source-language": exchange.source_language or "und",
            "target-language": exchange.target_language or "und",
            "datatype": "plaintext",
        },
    )
    header = etree.SubElement(file, f"{_N}header")
    for name, value in make_article(exchange).items():
        if value:
            _add(header, "note", f"{name}: {value}", {"from": "transtrack"})
    body = etree.SubElement(file, f"{_N}body")
    for unit in exchange.units:
        _add_unit(body, unit)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add_unit(body: etree._Element, unit: Unit) -> None:
    from lxml import etree  # noqa: PLC0415 - slow to import

    row = make_row(unit)
    extra = " ".join(f"{name}={row[name]}" for name in _EXTRA if name != "state")
    attributes = {"id": unit.id, "extradata": extra, _SPACE: "preserve"}
    if unit.state is State.REVIEWED:
        attributes["approved"] = "yes"
    element = etree.SubElement(body, f"{_N}trans-unit", attributes)
    _add(element, "source", row["source"])
    state = _STATES[unit.state][not row["target"]]
    _add(element, "target", row["target"], {"state": state})
    if row["comment"]:
        _add(element, "note", row["comment"], {"from": "translator"})
    if row["previous"]:
        other = etree.SubElement(element, f"{_N}alt-trans", alttranstype="previous-version")
        _add(other, "source", row["previous"])
        _add(other, "target", row["target"])


def parse(data: bytes, path: str) -> Exchange:
    """The units of the first file in it, tags within a text left out."""
    root = parse_xml(data, path)
    file = root.find(f"{_N}file")
    if root.tag != f"{_N}xliff" or file is None:
        raise InputError("not an XLIFF 1.2 file", path=path, hint="its root is xliff, with a file")
    notes = [(note.text or "").partition(": ") for note in file.iterfind(f"{_N}header/{_N}note")]
    article = {name: value for name, _, value in notes}
    article.setdefault("source", file.get("original", ""))
    return gather([_unit(item, path) for item in file.iter(f"{_N}trans-unit")], article)


def _unit(element: etree._Element, path: str) -> Unit:
    told = (part.partition("=") for part in element.get("extradata", "").split())
    row = {name: value for name, _, value in told if name in _EXTRA}
    target = element.find(f"{_N}target")
    said = target.get("state", "") if target is not None else ""
    state = _READ.get(said, State.ALIGNED) if said else ""
    row |= {
        "id": element.get("id", "") if "base" in row else "",
        "source": _text(element.find(f"{_N}source")),
        "target": _text(target),
        "state": State.REVIEWED if element.get("approved") == "yes" else state,
    }
    notes = [_text(note) for note in element.findall(f"{_N}note")]
    row |= {"comment": "\n".join(notes)} if notes else {}  # some programs take notes away
    former = element.find(f"{_N}alt-trans[@alttranstype='previous-version']/{_N}source")
    row["previous"] = _text(former)
    return parse_row(row, path=path, line=find_line(element))


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))


def _add(
    parent: etree._Element, tag: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    from lxml import etree  # noqa: PLC0415 - slow to import

    etree.SubElement(parent, f"{_N}{tag}", attributes or {}).text = text
