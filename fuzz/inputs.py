"""Texts and bytes that readers stumble over: made from nothing, or from a seed by a mutation."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_LINE_ENDS: Final = (
    "\n",
    "\r\n",
    "\r",
    "\v",
    "\f",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
)
_CODECS: Final = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7", "cp1252", "cp1251",
    "koi8-u", "iso8859-2", "shift_jis", "gb18030", "cp500",
)  # fmt: skip
_MARKS: Final = (
    codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)  # fmt: skip
NAUGHTY: Final = (
    "", " ", "\t", "\0", "\x00\x00", "\ufeff", "\ufffe", "\uffff", "\ud800", "\U0010ffff", "\u00a0",
    "undefined", "null", "None", "nil", "True", "0", "-0", "1/0", "1e309", "NaN", "Infinity", "0x0",
    "-1", "9" * 400, "1" * 5000, "٠١٢٣٤٥٦٧٨٩", "²³¹", "Ⅷ", "１２３", "𝟙𝟚", "½", "1,000,000.00",
    "1.000.000,00", "31.02.2020", "99:99", "2020-13-45", "99999999999999999999.12.0000",
    "',./;[]-=", '<>?:"{}|_+', "!@#$%^&*()`~", "%s%n%d", "%(x)s", "{0.__class__}", "${x}", "$(x)",
    "Ω≈ç√∫˜µ≤≥÷", "åß∂ƒ©˙∆˚¬…æ", "œ∑´®†¥¨ˆøπ", "¡™£¢∞§¶•ªº–≠", "ЁЂЃЄЅІЇЈЉЊЋЌЍЎЏ", "田中さんにあげて下さい",
    "表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀", "사회과학원", "הָיְתָה", "الكل في المجمو عة", "᚛ᚄᚓᚐᚋ᚜", "ﷺ", "ﬃ",
    "İ", "ı", "ß", "ẞ", "ŉ", "ǆ", "ΐ", "ᾳ", "K", "Å", "e\u0301", "a" + "\u0300" * 200, "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "👾 🙇 💁", "👨‍👩‍👧‍👦", "🇷🇺🇸🇫", "🏿", "\u200b", "\u200d", "\u2060", "\u00ad", "\u180e", "\u034f", "\u061c",
    "\u202e\u202dabc\u202c", "\u2066\u2067\u2068\u2069", "\u200e\u200f", "\ufff9\ufffa\ufffb",
    "\U000e0041\U000e007f", "\x1b[2J\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;http://x\x07", "\x9b31m",
    "\x90q\x9c", "\x07\x08\x0e\x0f", "::error file=a::b", "##[error]x", "::set-output name=a::b",
    "=1+1", "+1", "@SUM(1)", "-2+3", "=cmd|' /C calc'!A0", "<script>alert(1)</script>",
    "</title></script><svg onload=alert(1)>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "<!DOCTYPE",
    "&amp;", "&#0;", "&#x110000;", "&#xD800;", "&lol;", "&", "[x](javascript:alert(1))", "![](", "|a|b|",
    "`", "```", "~~~", "---", "+++", "***", "> > > >", "# ", "\\", "\\n", '"', "'", "„“", "»«", "‹›", "''''",
    "../../etc/passwd", "/dev/null", "C:\\CON", "a\nb", "msgid \"", "msgstr", "#~ msgid \"x\"", "#| ", "#, fuzzy",
    "[[name]]", "= ", "[a]\n[a]", "transtrack: ignore[", "\\u0041", "\\x00", "\\", "%25%0A",
)  # fmt: skip  # in the manner of the Big List of Naughty Strings
_NESTS: Final = (
    ("<div>", "</div>"), ("<b>", ""), ("> ", ""), ("- ", ""), ("[", "]"), ("![", "]("), ("*", "*"), ("(", ")"),
    ("{", "}"), ("<!--", "-->"), ("„", "“"), ("**a", ""), ("_", ""), ("<a href='", "'>"), ("&", ";"), ("`", ""),
    ("<table><tr><td>", ""), ("1. ", ""), ('"', '"'), ("[a", "](b)"), ("<", ">"), ("<p ", ""), ("~~", ""),
)  # fmt: skip
_BOMB: Final = '<!DOCTYPE l [<!ENTITY a "{0}">{1}]>'
Mutate = Callable[[bytes, Random], bytes]


def make_bytes(seeds: Sequence[bytes], random: Random) -> bytes:
    """One input: something short and odd in one case of ten, else a seed mutated a few times."""
    if random.random() < 0.1:  # noqa: PLR2004
        return _make_short(random)
    data = random.choice(seeds)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        if data.startswith(b"PK") and random.random() < 0.8:  # noqa: PLR2004
            data = repack(data, random)
            continue
        data = random.choice(MUTATIONS)(data, random)
    return data


def _make_short(random: Random) -> bytes:
    text = "".join(random.choice(NAUGHTY) for _ in range(random.randint(0, 4)))
    made: tuple[bytes, ...] = (
        b"",
        bytes([random.randrange(256)]),
        random.choice((b" ", b"\n", b"\t", b"\r", b"\0", b"\xc2\xa0")) * random.randint(1, 50),
        random.randbytes(random.randint(1, 60)),
        encode(text, "utf-8"),
        encode(text, random.choice(_CODECS)),
        random.choice(_MARKS) + random.randbytes(random.randint(0, 9)),
    )
    return random.choice(made)


def encode(text: str, codec: str) -> bytes:
    """The text in an encoding, what that has not as `?`, lone surrogates as they are."""
    return text.encode(codec, "surrogatepass" if codec.startswith("utf-") else "replace")


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _remove(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    return data[:start] + data[start + random.randint(1, 40) :]


def _flip(data: bytes, random: Random) -> bytes:
    flipped = bytearray(data)
    for _ in range(random.randint(1, 8) if data else 0):
        flipped[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(flipped)


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + encode(random.choice(NAUGHTY), "utf-8") + data[at:]


def _insert_noise(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.randbytes(random.randint(1, 6)) + data[at:]


def _repeat(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    end = start + random.randint(1, 60)
    return data[:start] + data[start:end] * random.randint(2, 30) + data[end:]


def _swap(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


def _end_lines(data: bytes, random: Random) -> bytes:
    return data.replace(b"\n", encode(random.choice(_LINE_ENDS), "utf-8"))


def _mix_line_ends(data: bytes, random: Random) -> bytes:
    return b"".join(
        line + encode(random.choice(_LINE_ENDS), "utf-8") for line in data.split(b"\n")
    )


def _join_lines(data: bytes, random: Random) -> bytes:
    return data.replace(b"\n", random.choice((b"", b" ", b"\0"))) * random.choice((1, 1, 20))


def _recode(data: bytes, random: Random) -> bytes:
    return encode(data.decode("utf-8", "replace"), random.choice(_CODECS))


def _mix_codecs(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + encode(data[at:].decode("utf-8", "replace"), random.choice(_CODECS))


def _mark(data: bytes, random: Random) -> bytes:
    return random.choice(_MARKS) + data


def _nest(data: bytes, random: Random) -> bytes:
    left, right = random.choice(_NESTS)
    depth = random.choice((3, 30, 300))
    at = random.randint(0, len(data))
    return data[:at] + encode(left * depth, "utf-8") + encode(right * depth, "utf-8") + data[at:]


def _bomb(data: bytes, random: Random) -> bytes:
    """XML entities: each ten of the one before, or another file's text."""
    inside = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    other = '<!ENTITY i SYSTEM "file:///etc/passwd">'
    bomb = _BOMB.format("lol" * 9, random.choice((inside, other)))
    head, mark, rest = data.partition(b"?>")
    start = head + mark if mark else b""
    body = (rest if mark else data).replace(b"a", b"&i;", 1)
    return start + bomb.encode() + body


def repack(data: bytes, random: Random) -> bytes:
    """A package with a mutation in one of its files; other data as they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(member, package.read(member)) for member in package.infolist()]
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        RuntimeError,
        EOFError,
        NotImplementedError,
    ):
        return data
    chosen = random.randrange(len(parts)) if parts else 0
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number, (member, part) in enumerate(parts):
            changed = random.choice(MUTATIONS)(part, random) if number == chosen else part
            package.writestr(zipfile.ZipInfo(member.filename), changed)
    return made.getvalue()


MUTATIONS: Final[tuple[Mutate, ...]] = (
    _cut, _remove, _flip, _insert, _insert, _insert_noise, _repeat, _swap, _end_lines, _mix_line_ends,
    _join_lines, _recode, _mix_codecs, _mark, _nest, _bomb,
)  # fmt: skip
