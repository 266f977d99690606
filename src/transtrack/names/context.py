"""Which languages' countries a text is about: weak evidence on whose names it holds."""

from __future__ import annotations

import re
from typing import Final

from transtrack.model import Document

_STEMS: Final = {  # beginnings of words in German and English, lower case
    "ru": "russ|rußl|mosk|mosc|kreml|sowjet|soviet|putin",
    "uk": "ukrain|kiew|kyiv|kiev|kyjiw|charkiw|kharkiv|lwiw|lviv|donbas|donez|donet|krim|crimea",
    "be": "belarus|belorus|weißruss|weissruss|minsk",
    "bg": "bulgar",
    "sr": "serb|belgrad",
    "mk": "mazedon|macedon|nordmazedon|skopje",
    "kk": "kasach|kazakh|astana",
    "ky": "kirgis|kyrgyz|bischkek|bishkek",
    "mn": "mongol",
    "ka": "georgien|georgisch|georgian|tiflis|tbilisi",
    "hy": "armeni|eriwan|jerewan|yerevan|karabach|karabakh",
    "el": "griech|greek|greece|athen",
    "ar": "arab|syri|irak|iraq|ägypt|egypt|liban|leban|jemen|yemen|liby|palästin|palestin|saudi"
    "|tunes|tunis|alger|marokk|morocc|jordan|katar|qatar|sudan|hamas|islam",
    "fa": "iran|persi|teheran|tehran|afghan",
    "he": "israel|jüdisch|jewish|jerusalem",
    "zh": "chin|pek|beijing|taiwan",
    "ja": "japan|toki|toky",
    "ko": "kore|seoul|pjöngj|pyongy",
}
_WORD: Final = re.compile(r"\w+")
_HEAD: Final = 3  # letters; no beginning is shorter
_HEADS: Final[dict[str, list[tuple[str, str]]]] = {}
for _language, _stems in _STEMS.items():
    for _stem in _stems.split("|"):
        _HEADS.setdefault(_stem[:_HEAD], []).append((_stem, _language))


def find_countries(*documents: Document | None) -> frozenset[str]:
    """The languages whose country, people or capital some of the documents name."""
    texts = [document.text for document in documents if document is not None]
    words = {word for text in texts for word in _WORD.findall(text.lower())}
    return frozenset(
        language
        for word in words
        for stem, language in _HEADS.get(word[:_HEAD], ())
        if word.startswith(stem)
    )
