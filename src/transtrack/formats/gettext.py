"""The catalogue itself as a file to send: gettext PO, for Poedit, Weblate and OmegaT."""

from __future__ import annotations

from dataclasses import replace

from transtrack.formats.exchange import Exchange, Unit
from transtrack.formats.po import Catalogue, make_fields, parse_catalogue, render_catalogue
from transtrack.formats.rows import gather
from transtrack.model import Origin
from transtrack.text import decode_text


def render(exchange: Exchange) -> bytes:
    """What `transtrack align` keeps beside the translation, obsolete entries left out."""
    languages = exchange.source_language, exchange.target_language
    digests = exchange.source_digest, exchange.target_digest
    fields = make_fields(exchange.target, languages, digests, exchange.signature)
    fields |= {"X-Source": exchange.source, "X-Target": exchange.target}
    fields["X-Exchange-Digest"] = exchange.digest
    entries = tuple(unit.entry for unit in exchange.units)
    return render_catalogue(Catalogue(entries=entries, header=fields)).encode()


def parse(data: bytes, path: str) -> Exchange:
    """The entries of a PO file, obsolete ones left out.

    One whose note a program took away is nobody's review: it was in the file as it was sent.
    """
    catalogue = parse_catalogue(decode_text(data, path), path=path, unnoted=Origin.AUTO)
    header = catalogue.header
    article = {
        "source": header.get("X-Source", ""),
        "target": header.get("X-Target", ""),
        "source_language": header.get("X-Source-Language", ""),
        "target_language": header.get("Language", ""),
        "source_digest": header.get("X-Source-Digest", ""),
        "target_digest": header.get("X-Target-Digest", ""),
        "signature": header.get("X-Alignment", ""),
        "digest": header.get("X-Exchange-Digest", ""),
    }
    active = [entry for entry in catalogue.entries if not entry.obsolete]
    kept = [entry if entry.fuzzy else replace(entry, previous="") for entry in active]
    return gather([Unit(id="", entry=entry) for entry in kept], article)
