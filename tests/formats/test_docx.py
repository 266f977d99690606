"""The Word table as people leave it: comments in the margin, rows taken away."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.specimens import ENGLISH, ferry

from transtrack.errors import UsageError
from transtrack.formats import Exchange, Unit, docx, find_format, make_exchange
from transtrack.text import MAIN, NAMESPACE

COMMENTS = f"""<w:comments xmlns:w="{NAMESPACE}"><w:comment w:id="0" w:author="Anna">
<w:p><w:r><w:t>Is this meant?</w:t></w:r></w:p><w:p><w:r><w:t>I doubt it.</w:t></w:r></w:p>
</w:comment><w:comment w:id="1"><w:p><w:r><w:t>Nobody</w:t></w:r></w:p></w:comment></w:comments>"""
WIDTH = '<w:tcW w:w="4400" w:type="dxa"/>'
EMPTY_ROW = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 6}</w:tr>"


def save(exchange: Exchange, old: str, new: str, **parts: str) -> Exchange:
    """The table after a change of its XML, with more parts in the package."""
    file = io.BytesIO(docx.render(exchange))
    with zipfile.ZipFile(file) as package:
        text = package.read(MAIN).decode()
    assert old in text
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(MAIN, text.replace(old, new))
        for name, part in parts.items():
            package.writestr(f"word/{name}.xml", part)
    return docx.parse(made.getvalue(), "ferry.docx")


def read(exchange: Exchange) -> tuple[Unit, ...]:
    return docx.parse(docx.render(exchange), "ferry.docx").units


def test_what_stands_in_the_margin_is_a_comment() -> None:
    exchange = make_exchange(ferry())
    wording = f'<w:t xml:space="preserve">{ENGLISH[0]}</w:t>'
    mark = '<w:commentReference w:id="0"/>'
    sent = save(exchange, wording, wording + mark, comments=COMMENTS)
    assert sent.units[0].entry.comment == "Anna: Is this meant?\nI doubt it."
    assert sent.units[0].digest != sent.units[0].base
    assert sent.units[1:] == read(exchange)[1:]


def test_a_row_that_a_tracked_change_took_away_is_not_there() -> None:
    exchange = make_exchange(ferry())
    first = f"<w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{WIDTH}</w:tcPr><w:p>"
    gone = first.replace("<w:cantSplit/>", '<w:del w:id="1"/>')
    assert save(exchange, first, gone).units == ()


def test_an_empty_row_is_no_bead() -> None:
    exchange = make_exchange(ferry())
    assert save(exchange, "</w:tbl>", f"{EMPTY_ROW}</w:tbl>").units == read(exchange)


@pytest.mark.parametrize(("name", "known"), [("a.odt", ".docx"), ("a.ODS", ".xlsx")])
def test_a_file_of_an_office_program_is_told_how_to_be_saved(name: str, known: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_format(name)
    assert f"save it as {known}" in (caught.value.hint or "")
