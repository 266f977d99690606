"""What the inputs are made from: a small good file of each format."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from importlib.resources import files
from typing import Final

from transtrack.formats import FORMATS, make_exchange
from transtrack.formats.po import Catalogue, make_entry, make_header, render_catalogue
from transtrack.lexicon.file import render_lexicon
from transtrack.lexicon.store import make_lexicon
from transtrack.model import Bitext
from transtrack.text import parse_document

SOURCE: Final = """# Fähre sinkt vor Rügen

Von Jevhen Mahda, 13. Januar 2026

Die Fähre „Baltica“ ist am 13. Januar vor der Insel Rügen gesunken. Alle 47 Passagiere wurden gerettet.

- Kapitän Oleksandr Koval sprach von einem [Wunder](https://example.org/a).
- Der Schaden liegt bei 1,2 Mio. Euro (3,5 %), sagte Wolodymyr Ohrysko.

> Wie das Wasser eindrang, ist **unklar**.

Die Reederei Nordlinie will sich erst um 14.30 Uhr nicht äußern, z. B. zum NABU.
"""
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"
ODT: Final = f"""<office:document xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0"
xmlns:draw="{_ODF}drawing:1.0" xmlns:style="{_ODF}style:1.0"><office:automatic-styles>
<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>
</office:automatic-styles><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="a"><text:deletion/></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Fähre sinkt vor Rügen</text:h>
<text:p>Die Fähre <text:s text:c="3"/>ist <text:change-start text:change-id="a"/>nicht</text:p>
<text:p>mehr<text:change-end text:change-id="a"/> gesunken.<draw:frame><draw:text-box>
<text:p>Kasten.</text:p></draw:text-box></draw:frame></text:p><text:list><text:list-item>
<text:p>Alle 47 <text:span text:style-name="T1">fast </text:span>Passagiere.</text:p>
</text:list-item></text:list></office:text></office:body></office:document>
"""
TARGET: Final = """# Ferry sinks off Rügen

By Jevhen Mahda, January 13, 2026

The ferry "Baltica" sank off the island of Rügen on January 13. All 47 passengers were rescued.

- Captain Oleksandr Koval spoke of a [miracle](https://example.org/a).
- The damage is 1.2 million euros (3.5 %) , said Wolodymyr Ohrysko.

> It is **unclear**  how the the water got in.

The shipping company Nordlinie does not want to comment until 2:30 p.m.
"""
HTML: Final = f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>F&auml;hre</title>
<script>var a = "<p>";</script></head><body><nav><a href="/">Start</a></nav><article><h1>Fähre sinkt</h1>
<p class="byline">Von Jevhen Mahda</p><p>Die Fähre ist am <b>13. Januar</b> vor R&uuml;gen gesunken &#8211; alle
47 Passagiere wurden gerettet.</p><figure><img src="a.png" alt="Das Schiff"><figcaption>Bild: dpa</figcaption>
</figure><ul><li>Eins</li></ul><table><tr><td>Zelle</td></tr></table><pre>{"x " * 9}</pre></article></body></html>
"""
NAMES: Final = """# ours
[[name]]
en = "Yevhen Mahda"
de = "Jewhen Mahda"
accepted = ["Evhen Mahda"]
original = "Євген Магда"
note = "a note"

[[name]]
en = "Kyiv"
"""
BEAD: Final = (
    "Um 14.30 Uhr kamen 1.200 Gäste (12,5 %) am 3. Mai 2024 nach Köln, 1,5 Mrd. € für 20 km; elf."
    "\nAt 2:30 p.m. 1,200 guests (12.5%) came to Cologne on May 3, 2024, €1.5bn for 12 miles; 11."
)
SETTINGS: Final = """source = "de"
profile = "press"
authority = "names.toml"
glossaries = ["terms.csv"]
schemes = ["our.toml"]

[pairs]
"corpora/en/a.md" = "corpora/de/a.md"

[checks]
number = "critical"

[pivots]
uk = "en"
"""
CSV: Final = (
    'de,en,note,original,accepted\nFähre,ferry,"a ""note""",,ferries; boats\nInsel,island,,,\n'
)
TBX: Final = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="de"><text><body><termEntry id="a"><langSet xml:lang="de"><tig><term>Fähre</term>
</tig></langSet><langSet xml:lang="en"><tig><term>ferry</term></tig></langSet></termEntry></body></text></martif>
"""
TMX: Final = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="de"/><body><tu><tuv xml:lang="de"><seg>Die <ph>1</ph>Fähre</seg></tuv>
<tuv xml:lang="en"><seg>The ferry</seg></tuv></tu></body></tmx>
"""
TSV: Final = "Die Fähre sinkt.\tThe ferry sinks.\nAlle leben.\tAll live.\n"
SCHEME: Final = (files("transtrack") / "names" / "schemes" / "uk-de.toml").read_text(
    encoding="utf-8"
)
BASELINE: Final = json.dumps(
    {
        "format": "transtrack baseline 1",
        "findings": [{"path": "corpora/en/a.md", "check": "number", "message": "x", "count": 2}],
    }
)


def make_catalogue() -> str:
    """The catalogue of the two texts, with what people and other programs add to one."""
    bitext = _align()
    entries = tuple(make_entry(bitext, bead) for bead in bitext.beads)
    header = make_header(bitext.source, bitext.target, bitext.signature)
    text = render_catalogue(Catalogue(entries=entries, header=header))
    decided = text.replace("confidence 0.99", "reviewed", 2)
    return decided + '\n# hers\n#| msgid "alt"\n#, fuzzy\n#~ msgid "weg"\n#~ msgstr "gone"\n'


def make_exchanges() -> dict[str, bytes]:
    """The two texts as a file of each format, as it comes home: one wording is another."""
    exchange = make_exchange(_align())
    units = list(exchange.units)
    entry = replace(units[2].entry, target=f"{units[2].entry.target} Thank goodness.")
    units[2] = replace(units[2], entry=entry)
    sent = replace(exchange, units=tuple(units))
    return {f"a{form.suffix}": form.render(sent) for form in FORMATS}


def _align() -> Bitext:
    from transtrack.align import align  # noqa: PLC0415 - slow to import

    source = parse_document(SOURCE, path="corpora/de/a.md", language="de")
    target = parse_document(TARGET, path="corpora/en/a.md", language="en")
    return align(source, target)


def make_lexicon_file() -> bytes:
    """A lexicon of two words."""
    entries = {("fähre", "ferry"): (0.9, 0.8), ("insel", "island"): (0.7, 0.9)}
    return render_lexicon(make_lexicon(entries, ("de", "en"), {"sources": ["x"]}))


def pack(data: bytes) -> bytes:
    """The same, gzipped, without a date."""
    return gzip.compress(data, mtime=0)
