"""Which languages' countries a text is about: weak evidence on whose names it holds."""

from __future__ import annotations

from typing import Final

import regex

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
    "ka": "georg(?:ien|isch|ia$|ian)|tiflis|tbilisi",
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
_PATTERNS: Final = {
    language: regex.compile(rf"\b(?:{stems})", regex.IGNORECASE)
    for language, stems in _STEMS.items()
}


def find_countries(*documents: Document | None) -> frozenset[str]:
    """The languages whose country, people or capital some of the documents name."""
    texts = [document.text for document in documents if document is not None]
    return frozenset(
        language
        for language, pattern in _PATTERNS.items()
        if any(pattern.search(text) for text in texts)
    )
