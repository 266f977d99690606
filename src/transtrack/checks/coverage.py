"""How much of a sentence the other side of its bead renders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side

FUNCTION: Final = {
    language: frozenset(words.split())
    for language, words in {
        "de": "aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist"
        " da dabei dadurch dafür dagegen daher damit danach dann daran darauf darin darüber darum"
        " das dass davon davor dazu dein deine dem den denen denn der deren des dessen die dies"
        " diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines"
        " er es etwa etwas euch euer eure für gar gegen gerade habe haben hat hatte hatten hätte"
        " hätten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je"
        " jede jedem jeden jeder jedes jedoch jene jener kann können könne könnte konnte konnten"
        " könnten man mein meine mich mir mit muss müssen müsse musste mussten nach noch nun nur"
        " ob oder ohne schon sehr sei seien sein seine seinem seinen seiner seines seit sich sie"
        " sind so sogar soll sollen solle sollte sollten sondern sonst sowie über um und uns unser"
        " unsere unter viel vom von vor war waren wäre wären was weil weiter welche welcher wenn"
        " wer werde werden wie wieder will wir wird wo wohl wollen wolle wollte wollten worden"
        " wurde wurden würde würden zu zum zur zwar zwischen nicht kein keine keinen keiner"
        " hatten gibt gab geht eben ganz mal immer bereits während zudem bzw laut sagte prof dr"
        " med dipl ing phil jur rer nat hc",
        "en": "a about above after again against all also although always am an and any are as at"
        " be because been before being below between both but by can could did do does doing down"
        " during each even ever every for from further get got had has have having he her here"
        " hers him his how however i if in into is it its just like many may me might more most"
        " much must my no nor not now of off on once one only onto or other our out over own per"
        " s same she should since so some still such t than that the their them then there these"
        " they this those through thus to too under until up upon us very was we well were what"
        " when where whether which while who whom whose why will with within without would yet you"
        " your said says say according according don didn doesn isn wasn ll ve re d m",
    }.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The content words of a sentence, by their numbers on its side, and which are rendered.

    `own` are rendered by words that render no other sentence of the bead.
    """

    words: tuple[int, ...]
    rendered: frozenset[int]
    own: frozenset[int]


@lru_cache(maxsize=16)
def find_content(side: Side) -> tuple[bool, ...]:
    """For each word of a side whether it says something by itself."""
    function = FUNCTION.get(side.language.partition("-")[0], frozenset())
    return tuple(
        word.key not in function and (len(word.key) > 1 or word.key.isdigit())
        for word in side.words
    )


@lru_cache(maxsize=8)
def cover(pair: Pair, *, back: bool = False) -> tuple[Coverage, ...]:
    """The coverage of each source sentence; `back`: of each target sentence."""
    side, other = (pair.target, pair.source) if back else (pair.source, pair.target)
    found = meetings(pair)
    there, here = (found.back, found.forth) if back else (found.forth, found.back)
    content, own_content = find_content(other), find_content(side)
    covers = []
    for index in range(len(side.bounds)):
        words = tuple(
            number
            for number, word in enumerate(side.words)
            if word.sentence == index and own_content[number]
        )
        rendered = frozenset(n for n in words if any(content[at] for at in there[n]))
        own = rendered
        if len(side.bounds) > 1:
            own = frozenset(
                n
                for n in rendered
                if any(
                    all(side.words[b].sentence == index for b in here[at])
                    for at in there[n]
                    if content[at]
                )
            )
        covers.append(Coverage(words=words, rendered=rendered, own=own))
    return tuple(covers)


def letters(side: Side, sentences: Sequence[int] | None = None) -> int:
    """The characters of a side, or of some of its sentences."""
    if sentences is None:
        return len(side.text)
    return sum(side.bounds[k][1] - side.bounds[k][0] for k in sentences)
