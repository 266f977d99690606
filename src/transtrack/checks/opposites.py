"""Words of the translation that say the opposite: south for north, left for right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from transtrack.checks.antonyms import PAIRS, Word
from transtrack.checks.bounds import find_turned
from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.checks.unwords import find_unturned
from transtrack.model import Severity


@lru_cache(maxsize=128)
def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


def find(pair: Pair) -> Iterator[Remark]:
    """A remark where the original has one word alone, and the translation its opposite alone."""
    small = pair.source.text.lower()
    for item in PAIRS:
        if any(stem in small for stem in item.stems.split()):
            yield from _compare(pair, *item.words)
            yield from _compare(pair, *reversed(item.words))
    for start, end, told in (*find_turned(pair), *find_unturned(pair)):
        message = f'"{pair.target.text[start:end]}" stands where the original has "{told}"'
        yield Remark(start=start, end=end, message=message, severity=Severity.MINOR)


def _compare(pair: Pair, word: Word, other: Word) -> Iterator[Remark]:
    """A remark where the original has the one word alone and the translation the other alone."""
    source, target = pair.source.text, pair.target.text
    told = _compile(word.german).search(source)
    if told is None or _compile(other.german_too or other.german).search(source):
        return
    here = _compile(other.english).search(target)
    if here and not _compile(word.english_too or word.english).search(target):
        yield Remark(
            start=here.start(),
            end=here.end(),
            message=f'"{here[0]}" stands where the original has "{told[0]}"',
        )


CHECK = Check(
    name="opposite",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    help="A word says the opposite of the original's: south for Norden, over for unter.",
    find=find,
    flagged=(
        ("Es kamen weniger als 300 Gäste.", "There were more than 300 guests."),
        ("Über die Hälfte stimmte zu.", "Almost half of them agreed."),
        ("Der Sturm zieht in den Norden.", "The storm is moving to the south."),
        ("Das Dorf liegt östlich der Stadt.", "The village lies west of the city."),
        ("Er bog nach links ab.", "He turned right."),
        ("Die Olympischen Winterspiele beginnen.", "The summer Olympics are beginning."),
        ("Zwei Männer wurden verletzt.", "Two women were injured."),
        ("Ihr Bruder kam am Nachmittag.", "Her sister came in the afternoon."),
        ("Das Treffen endete am Nachmittag.", "The meeting ended in the morning."),
        ("Die Ursache blieb zunächst unklar.", "The cause is so far clear."),
        ("Das Dorf liegt unweit der Grenze.", "The village lies far from the border."),
    ),
    passing=(
        ("Es kamen mindestens 300 Gäste.", "There were no fewer than 300 guests."),
        ("Höchstens drei Alben erschienen.", "Not more than three albums came out."),
        ("Er ist über 40, sie unter 40.", "She is under 40, he is over 40."),
        ("Nicht mehr als 30 Gäste kamen.", "There were less than 30 guests."),
        ("Sie sprachen über 30 Themen.", "They talked about 30 topics."),
        ("Der Sturm zieht in den Norden.", "The storm is moving north."),
        ("Der Wind kommt aus Süden.", "It is a southerly wind."),
        ("Er verließ den Saal rechts.", "He left the hall on the right."),
        ("Der rechte Flügel verließ den Saal.", "The party's hardliners left the hall."),
        ("Die Osterferien beginnen.", "The western states start their Easter break."),
        ("Kugelsichere Westen helfen.", "Bulletproof vests help in the east."),
        ("Frau Berger trat zurück.", "Berger resigned; a man follows."),
        ("Der Mann der Kanzlerin kam.", "The chancellor's husband came."),
        ("Morgen kommt der Bericht.", "The report is due this evening."),
        ("Von Norden nach Süden sind es 20 km.", "From south to north it is 20 km."),
        ("Die Schwester gab ihm eine Spritze.", "The nurse gave her brother an injection."),
        ("Südafrika gewann gegen den Norden.", "South Africa beat the north."),
        ("Die Ursache blieb unklar.", "It is not clear what the cause was."),
        ("Die Ursache ist unklar.", "The cause remains far from clear."),
        ("Das ist nicht ungefährlich.", "That is dangerous."),
        ("Unklar ist, ob das klar war.", "Whether that was clear is open."),
        ("Das Dorf liegt unweit der Grenze.", "The village is not far from the border."),
    ),
    source=("de",),
    target=("en",),
)
