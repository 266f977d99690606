from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transtrack.text.markup import EventKind, parse_markup
from transtrack.text.stretches import find_numbers, mark_texts

SNIPPETS = [
    *("Wort ", "&amp;", "&", "<", " ", "\n", "\0", "\ue0001\ue001", "\ud800", "ä", "]]>"),
    *("<p>", "</p>", "<div hidden>", "</div>", "<b class='x>y'>", "</b>", "<br/>", "<a b='", "<a"),
    *("<img alt='q r'>", "<img alt=>", "<img alt=z>", "<table>", "<td>", "</table>", "<select>"),
    *("<script>", "</script>", "<title>", "</title/>", "<xmp>", "<plaintext>", "<svg/>", "<o:p>"),
    *("<!--", "-->", "<!", "<?xml encoding='utf-16'?>", "</", "<frameset>", "</html>", "<body>"),
    *("<meta charset=utf-7>", "<template>", "<noscript>", "<a\u1234\0 =x\ue000>", "<iframe>"),
]


def pages() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join)


@given(pages())
def test_lxml_returns_every_text_once_and_in_order(text: str) -> None:
    markup = parse_markup(text, 0, len(text))
    told = [event[2:] for event in markup.events if event.kind is EventKind.TEXT]
    assert told == sorted(set(told))
    alts = [alt for node in markup.nodes if node.name == "img" and (alt := markup.alt_text(node))]
    shown = {(s.start, s.end) for s in markup.page.stretches if not s.blank}
    assert shown <= {*told, *((alt.start, alt.end) for alt in alts)}


@given(pages())
def test_texts_are_what_stands_between_tags(text: str) -> None:
    page = mark_texts(text, 0, len(text))
    assert all(a.end <= b.start for a, b in zip(page.stretches, page.stretches[1:], strict=False))
    shown = [at for at, stretch in enumerate(page.stretches) if not stretch.blank]
    assert find_numbers("".join(page.parts)) == shown


def test_a_copy_names_texts_and_keeps_tags() -> None:
    text = 'Vor <b id="a>b">Wort</b> <!-- nein --><img alt="Bild"></p'
    page = mark_texts(text, 4, len(text))
    assert "".join(page.parts) == '<b id="a>b">\ue0000\ue001</b> <img alt="\ue0002\ue001">'
    assert [text[s.start : s.end] for s in page.stretches] == ["Wort", " ", "Bild"]
