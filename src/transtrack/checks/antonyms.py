"""Words of opposite meaning in German and English, as regular expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_LIMB: Final = (
    "hand|handed|side|wing|back|foot|leg|arm|eye|ear|turn|lane|knee|shoulder|ankle|thigh|bank|half"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One of two opposites: what surely says it in each language, and whatever may say it."""

    german: str
    english: str
    german_too: str = ""
    english_too: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """Two opposites, and German stems without one of which neither stands in a text."""

    stems: str
    words: tuple[Word, Word]


_COAST: Final = "en|osten|westen|hälfte|küste|seite|ufer"
_ON: Final = "(?:on|to|from) (?:the|his|her|its|their)"
PAIRS: Final = (
    Opposites(
        stems="nord nörd süd",
        words=(
            Word(
                german=rf"\b(?:Nord(?:{_COAST})|Nordens|nördlich\w*)\b",
                english=r"\b(?:north|northern|northward|northerly|north-?(?:east|west)\w*)\b",
                german_too=r"\bnord|\bnörd",
                english_too=r"\bnorth|\bnordic|\barctic|\bupper",
            ),
            Word(
                german=rf"\b(?:Süd(?:{_COAST})|Südens|südlich\w*)\b",
                english=r"\b(?:south|southern|southward|southerly|south-?(?:east|west)\w*)\b",
                german_too=r"\bsüd",
                english_too=r"\bsouth|\bantarctic|\blower|mediterranean",
            ),
        ),
    ),
    Opposites(
        stems="ost öst west",
        words=(
            Word(
                german=rf"\b(?:Ost(?:{_COAST})|Ostens|östlich\w*|(?:nord|süd)osten)\b",
                english=r"\b(?:east|eastern|eastward|easterly|(?:north|south)-?east\w*)\b",
                german_too=r"ost|öst",
                english_too=r"east|orient",
            ),
            Word(
                german=rf"\b(?:West(?:{_COAST})|Westens|westlich\w*|(?:nord|süd)westen)\b",
                english=r"\b(?:west|western|westward|westerly|(?:north|south)-?west\w*)\b",
                german_too=r"west",
                english_too=r"west|occident|vest",
            ),
        ),
    ),
    Opposites(
        stems="link rech",
        words=(
            Word(
                german=r"\b(?:links|linke[nmrs]?)\b",
                english=rf"\b(?:{_ON} left|turn\w* left|left[ -](?:{_LIMB}))\b",
                english_too=r"\bleft",
            ),
            Word(
                german=r"\b(?:rechts|rechte[nmrs]?)\b",
                english=rf"\b(?:{_ON} right|turn\w* right|right[ -](?:{_LIMB}))\b",
                english_too=r"\bright",
            ),
        ),
    ),
    Opposites(
        stems="sommer winter",
        words=(
            Word(
                german=r"\bSommer\p{L}*",
                english=r"\bsummers?\b",
                english_too=r"\bsummer|\b(?:june|july|august)\b",
            ),
            Word(
                german=r"\bWinter\p{L}*",
                english=r"\bwinters?\b",
                english_too=r"\bwint|\b(?:december|january|february)\b",
            ),
        ),
    ),
    Opposites(
        stems="morgen vormittag nachmittag abend",
        words=(
            Word(
                german=r"\b(?:(?:am|frühen) Morgen|\p{L}+tagmorgen|morgens|\p{L}*vormittags?)\b",
                english=r"\bmorning\b",
                german_too=r"morgen|vormittag|früh",
                english_too=r"\bmorning|\ba\.?m\b|noon|dawn|early|\b(?:tomorrow|day|hours)\b",
            ),
            Word(
                german=r"\b\p{L}*(?:nachmittag|abend)s?\b",
                english=r"\b(?:afternoon|evening)\b",
                german_too=r"mittag|abend|nacht|spät",
                english_too=r"noon|\beve|night|\bp\.?m\b|dusk|dinner|\b(?:late|later|day|hours)\b",
            ),
        ),
    ),
    Opposites(
        stems="mann männ frau",
        words=(
            Word(
                german=r"\b(?:Mann|Mannes|Männer|Männern)\b",
                english=r"\b(?:man|men)\b",
                german_too=r"mann|männ|herr|\bjunge|\bbub|leute",
                english_too=r"(?<!wo)m[ae]n\b|\bmale|husband|\b(?:guys?|he|his|him|boys?|mr|people)\b",
            ),
            Word(
                german=r"\b(?:Frau(?! \p{Lu})|Frauen)\b",
                english=r"\b(?:woman|women)\b",
                german_too=r"frau|weib|mädchen|dame|\p{L}{4}in(?:nen)?\b",
                english_too=r"wom[ae]n|female|\bwi[fv]e|\b(?:she|her|girls?|lad(?:y|ies)|mrs|ms)\b",
            ),
        ),
    ),
    Opposites(
        stems="mutter vater",
        words=(
            Word(
                german=r"\b(?:groß|schwieger)?mutter\b",
                english=r"\bmother\b",
                german_too=r"mutter|mütter",
                english_too=r"mother|mum|mom|parent|matern",
            ),
            Word(
                german=r"\b(?:groß|schwieger)?vater\b",
                english=r"\bfather\b",
                german_too=r"vater|väter",
                english_too=r"father|dad|parent|patern",
            ),
        ),
    ),
    Opposites(
        stems="bruder brüder schwester",
        words=(
            Word(
                german=r"\b(?:Bruder|Bruders|Brüder)\b",
                english=r"\bbrothers?\b",
                german_too=r"bruder|brüder|geschwister",
                english_too=r"brother|sibling|fratern",
            ),
            Word(
                german=r"\bSchwestern?\b",
                english=r"\bsisters?\b",
                german_too=r"schwester",
                english_too=r"sister|sibling|nurse|\bnuns?\b",
            ),
        ),
    ),
    Opposites(
        stems="sohn söhn tochter töchter",
        words=(
            Word(
                german=r"\b(?:Sohn|Sohnes|Söhne|Söhnen)\b",
                english=r"\bsons?\b",
                german_too=r"sohn|söhn",
                english_too=r"\bson|child|boy|kid",
            ),
            Word(
                german=r"\b(?:Tochter|Töchter|Töchtern)\b",
                english=r"\bdaughters?\b",
                german_too=r"tochter|töchter",
                english_too=r"daughter|child|girl|kid|subsidiar",
            ),
        ),
    ),
)
