"""Strings that programs stumble over, made by family; the families of public lists, not theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import product
from typing import Final

_RESERVED: Final = "undefined null nil None NULL true false NaN Infinity -Infinity CON PRN AUX NUL COM1 LPT9 __proto__ constructor hasOwnProperty then if fi msgid msgstr fuzzy names list --help -h --"
_SCRIPTS: Final = {
    "Greek": 0x391, "Cyrillic": 0x410, "Armenian": 0x531, "Hebrew": 0x5D0, "Arabic": 0x627, "Devanagari": 0x905,
    "Thai": 0xE01, "Georgian": 0x10D0, "Hangul": 0xAC00, "Kana": 0x3042, "Han": 0x4E00, "Ogham": 0x1681, "Runes": 0x16A0,
    "Gothic": 0x10330, "Han B": 0x20000, "mathematical": 0x1D400,
}  # fmt: skip
_JOINED: Final = (("👩", "💻"), ("👨", "👩", "👧"), ("🏳\ufe0f", "🌈"), ("🧑🏽", "🤝", "🧑🏿"))


def make_families() -> Mapping[str, tuple[str, ...]]:
    """The strings by family; those of `bytes` hold what UTF-8 or XML cannot."""
    return {
        "reserved": tuple(_RESERVED.split()),
        "numbers": _numbers(),
        "punctuation": tuple(chr(k) * n for n in (1, 3) for k in range(0x21, 0x7F) if not chr(k).isalnum()),
        "spaces": tuple(f"a{chr(k)}b" for k in range(0x3001) if unicodedata.category(chr(k)) in {"Zs", "Zl", "Zp"}),
        "controls": tuple(f"a{chr(k)}b" for k in (*range(1, 32), *range(0x7F, 0xA0))),
        "invisible": tuple(f"a{c}b" for c in "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u2060\u2063\u3164\ufe0f\ufeff\uffa0"),
        "directions": tuple(
            f"{c}Text Текст טקסט نص{end}" for c, end in product("\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068", ("", "\u202c", "\u2069"))
        ),
        "scripts": tuple("".join(chr(first + k) for k in range(8)) for first in _SCRIPTS.values()),
        "upside down": ("˙pǝʇɐʇs sɐʍ ʇı", "¿ʎɥʍ", "ﬁﬂﬃ ß ẞ ŉ ǆ", "İıIi", "ΐ ῼ ᾳ"),
        "marks": tuple("".join(c + "".join(chr(0x300 + (n * 7 + k) % 112) for k in range(n)) for c in "Zalgo") for n in (1, 5, 40)),
        "emoji": (*("\u200d".join(parts) for parts in _JOINED), "🇩🇪🇺🇦", "🏴\U000e0067\U000e0062\U000e007f", "1\ufe0f\u20e3", "👍🏿", "🏿"),
        "outside": ("\ufffd", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ue000", "\U000f0000", "\u0378"),
        "quotes": tuple(f"{a}Zitat{b}" for a, b in product("\"'„“”‚‘’«»‹›`´", repeat=2) if a <= b),
        "formats": ("%s%d%n%x", "%(a)s", "%1$s", "{0}", "{}", "{a.__class__}", "{{a}}", "${HOME}", "$(id)", "`id`", "#{1}", "<%= 1 %>", "%HOME%", "\\u0041", "\\x41", "\\", "\\\\n", "&#65;", "%41"),
        "markup": (
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</textarea></title></style>", "<!--", "-->", "<![CDATA[", "]]>",
            "<?xml?>", "<a href='javascript:1'>a</a>", "[a](javascript:1)", "![](data:,)", "|a|b|", "- [ ] a", "# a", "> a", "```", "~~~", "***a**", "[[a]]", "&amp;&lt;&nope;", "<ph id=1/>",
        ),
        "queries": ("'; DROP TABLE a; --", "1 OR 1=1", "\" OR \"\"=\"", "*)(uid=*", "{\"$gt\": \"\"}", "a' UNION SELECT 1", "; id", "| id", "&& id", "\n id", "$(touch a)"),
        "paths": ("../../etc/passwd", "/etc/passwd", "C:\\a\\..", "\\\\host\\a", "file:///etc/passwd", "~/a", "a/./b", "//a", "a.", "a ", "-rf", "corpora/de/a.md:1", "http://127.0.0.1/"),
        "formulas": tuple(f"{sign}{body}" for sign in "=+-@\t\r" for body in ("1+1", "HYPERLINK(\"a\")", "cmd|' /c a'!A0")),
        "workflow": ("::error::a", "::set-output name=a::b", "##[group]a", "::stop-commands::a", "::add-mask::a", "%0A::error::a"),
        "escapes": tuple(f"{start}{rest}" for start in ("\x1b", "\x9b", "\\e", "\\033", "\u241b") for rest in ("[2J", "[31m", "]0;a\x07", "]52;c;YQ==\x07", "[6n", "P+q\x1b\\")),
        "catalogue": ("msgid \"", "msgstr \"a\"", "#~ a", "#, fuzzy", "#. 1-1, reviewed", "#: a:1", "\"", "\\\"", "\\n", "transtrack: ignore[number]", "[[name]]", "a\tb", "0:0:1", "[0]:[0]:0.0"),
        "lengths": ("a", "a" * 5000, "ab " * 2000, "a," * 2000, "(" * 500, "„" * 500, "1" * 5000, "." * 3000, "A." * 1000, "-" * 3000),
    }  # fmt: skip


def _numbers() -> tuple[str, ...]:
    plain = (
        "0",
        "-0",
        "1e309",
        "0x7f",
        "1/0",
        "9" * 400,
        "1.000.000,00",
        "1,000,000.00",
        "1'000",
        "12:61",
        "31.02.2020",
        "2020-13-45",
        "½",
        "٣",
        "３",
        "𝟛",
        "²",
        "Ⅷ",
        "1.2.3.4",
        "∞",
        "−1",
        "±1 %",
        "1e-400",
    )
    return (*plain, *(str(2**bits + k) for bits in (31, 32, 53, 63, 64) for k in (-1, 0)))  # fmt: skip


def make_stress() -> Mapping[str, bytes]:
    """Bytes that are no UTF-8, and some at its edges that are, by what is wrong with them."""
    tops = {2: 0x7F, 3: 0x7FF, 4: 0xFFFF, 5: 0x1FFFFF, 6: 0x3FFFFFF}
    overlong = {
        f"{size} bytes for {code:#x}": _spread(code, size)
        for size, top in tops.items()
        for code in (0x2F, top)
    }
    whole = "ä€𐍈".encode()
    return {
        **{f"overlong, {name}": data for name, data in overlong.items()},
        **{f"surrogate {code:#x}": _spread(code, 3) for code in (0xD800, 0xDBFF, 0xDC00, 0xDFFF)},
        "a pair of surrogates": _spread(0xD83D, 3) + _spread(0xDE00, 3),
        **{f"beyond, {code:#x}": _spread(code, size) for code, size in ((0x110000, 4), (0x1FFFFF, 4), (0x200000, 5), (0x3FFFFFF, 5), (0x4000000, 6), (0x7FFFFFFF, 6))},
        **{f"cut after {size} of {len(c.encode())}": c.encode()[:size] for c in "ä€𐍈" for size in range(1, len(c.encode()))},
        **{f"only byte {byte:#x}": bytes([byte]) for byte in (0x80, 0xBF, 0xC0, 0xC1, 0xF5, 0xFE, 0xFF)},
        "continuations": bytes(range(0x80, 0xC0)),
        "starts": b"".join(bytes([byte, 0x20]) for byte in range(0xC0, 0x100)),
        "backwards": whole[::-1],
        **{f"fine, {code:#x}": chr(code).encode() for code in (0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFDD0, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1FFFE, 0x10FFFF)},
    }  # fmt: skip


def _spread(code: int, size: int) -> bytes:
    """A code point as so many bytes, as UTF-8 would spread it, allowed or not."""
    tail = [0x80 | (code >> 6 * k) & 0x3F for k in range(size - 1)][::-1]
    head = (0xFF << (7 - size)) & 0xFF | (code >> 6 * (size - 1))
    return bytes([head, *tail])
