"""Negations that the translation has lost, or added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.coverage import find_content
from transtrack.checks.halves import DO, NOT, STRICT, find_halves
from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_NO_NEGATION: Final = regex.compile(  # nicht nur, nichts anderes als, kein … ohne
    r"\bnicht (?:nur|zuletzt|weniger|minder|länger|lange?|mehr (?:bin|ist|sind|da|leben)"
    r"|mehr als|bloß|allein)\b|, (?:\p{L}+ )?nicht[.!?]"
    r"|\bnichts (?:als|andere[sm])\b|\bkein\w* ander\w*|\boder nicht\b"
    r"|\bob (?:\p{L}+ )?nicht\b|\b(?:und|oder) kein\w*"
    r"|\bohne (?:\p{L}+ ){1,4}(?:niemand\w*|kein\w*|nie|nicht)\b|\bkein\w* (?:\p{L}+ ){1,3}ohne\b"
    r"|\b(?:nichts|niemand\w*|kein\w*) un(?!d\b|s\b|ser|ter|gar|ion)\p{L}+"
    r"|\bun(?!d\b|s\b|ser|ter|gar|ion)\p{L}+(?:t|stritten|ig|lich|bar)\b[^.,;!?]{1,40}\bnicht\b"
    r"|\bnicht (?:\p{L}+ )?(?:ausschlie|auszuschlie|ausgeschlossen)\p{L}*"
    r"|\bnicht (?:schlecht|übel|selten|wenige[rn]?|umsonst|von ungefähr)\b"
    r"|\bkein\w* (?:Hehl|Blatt vor)\b|\bseit (?:\p{L}+ ){1,3}nicht\b"
    r"|\bwenn nicht\b|\bkeine[rs]? (?:geringere|Geringere)\w*|\bkaum oder nicht\b",
    regex.IGNORECASE,
)
_PREFIX: Final = regex.compile(r"un|in|im|ir|il|dis|non|mis", regex.IGNORECASE)
_TURNED: Final = regex.compile(r"^(?:un|in|im|ir|il|dis|des|nicht|miss|ab)|los")
_SOFT: Final = regex.compile(
    r"\b(?:scarcely|rarely|seldom|little|few|fewer|less|least|lack(?:s|ed|ing)?|missing|fail\w*"
    r"|refus\w*|reject\w*|den(?:y|ied|ies|ying)|declin\w*|avoid\w*|prevent\w*|instead|rather"
    r"|but|only|except|unless|until|yet|otherwise|away|far|too|absen\w*|oppos\w*|doubt\w*"
    r"|dis(?!tribut|cover|cuss|eas|play|trict|aster|tan|cipl|turb)\p{L}{4,}|ill"
    r"|un(?!i[qtfov]|der|til|cles?\b)\p{L}{3,}|non\p{L}+|in(?!for|tern|vest|ter|div|clu|dus|cre|ten|sid"
    r"|stit|sti|sta|tro|vol|fec|jur|hab|put|fla|fras|st|deed|dic|dep|vit)\p{L}{4,}"
    r"|im(?:mob|mor|pat|perf|poss|prob|prop)\p{L}*|ir(?:rel|resp|reg)\p{L}*|il(?:leg|log)\p{L}*"
    r"|mis\p{L}{4,}|\p{L}+less|stop\w*|ceas\w*|withh(?:eld|old)\w*|ban(?:s|ned)?|forbid\w*"
    r"|prohibit\w*|exclud\w*|contrary|zero|free|spare\w*|ignor\w*|neglect\w*|miss(?:ed|es)?"
    r"|escap\w*|refrain\w*|waiv\w*|short|beyond|despite|shut|forgo\w*|sole\w*|difficult\w*|hard"
    r"|anti\w*|skip\w*|expir\w*|ruled? out|dropp\w*|struggl\w*|unlike|stay\w*|remain\w*|open"
    r"|other than|still|ended|leav\w*|beat|broke|abandon\w*|cancel\w*|endemic|last|hold\w*|kept"
    r"|closed|closes|stall\w*|single|keep\w*|lost|wait\w*|alone|independent\w*|off|out|against"
    r"|remember\w*|recall\w*|small)\b",
    regex.IGNORECASE,
)
_LITERAL: Final = 0.7  # of the content words, rendered by the lexicon
_ADDED: Final = regex.compile(
    r"n[’'´`]t\b|\b(?:not|never|nobody|nothing|nowhere|cannot|none)\b", regex.IGNORECASE
)
_DENYING: Final = regex.compile(  # what English may render by a negation
    r"\b(?:nicht\w*|kein\w*|nie|niemals|niemand\w*|nirgend\w*|nein|weder|noch|ohne|kaum|wenig\w*"
    r"|statt\w*|anstatt|sondern|außer\w*|bevor|erst|selten|\p{L}+los\w*|\p{L}*frei\w*|\p{L}*leer\w*"
    r"|nur|lediglich|entgegen|trotz\p{L}*|obwohl|fehl\p{L}*|\p{L}*mangel\p{L}*|fern\w*|null|sonst"
    r"|egal|schnuppe|andernfalls|lieber|verzicht\p{L}*|keineswegs|miss\p{L}+|ver\p{L}+|offen\p{L}*"
    r"|un(?!d\b|s\b|ser|ter|gar|ion|i\b)\p{L}+)\b",
    regex.IGNORECASE,
)


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each sentence that denies in one language and has no word for that here."""
    added = _ADDED.search(pair.target.text)
    if added and not _DENYING.search(pair.source.text) and _is_literal(pair, added.end()):
        message = f'the translation denies ("{added[0]}"), the original does not'
        yield Remark(
            start=added.start(), end=added.end(), message=message, severity=Severity.MINOR
        )
    halves = list(find_halves(pair))
    for start, end, words in halves:
        message = f'the original denies ("{words}"), "{pair.target.text[start:end]}" does not'
        yield Remark(start=start, end=end, message=message, severity=Severity.MINOR)
    count = len(pair.source.bounds)
    if count == len(pair.target.bounds):
        parts = list(zip(pair.source.bounds, pair.target.bounds, strict=True))
    else:
        parts = [((0, len(pair.source.text)), (0, len(pair.target.text)))]
    for there, here in parts:
        if pair.source.text[slice(*there)].rstrip(' "“”').endswith("?"):
            continue
        if any(here[0] <= start < here[1] for start, _, _ in halves):
            continue
        told = NOT.findall(_NO_NEGATION.sub(" ", pair.source.text[slice(*there)]))
        if told and here[0] < here[1] and len(told) > _count(pair, *here):
            yield Remark(
                start=here[0],
                end=here[1],
                message=f'the original denies ("{told[-1]}"), the translation does not',
                severity=None if _is_rendered(pair) and _asserts(pair, *here) else Severity.MINOR,
            )


def _is_literal(pair: Pair, at: int) -> bool:
    """Whether the target says what the source does, word by word, and so what stands denied."""
    met = meetings(pair)
    denied = next(
        (
            number
            for number, says in enumerate(find_content(pair.target))
            if says and pair.target.words[number].start >= at
        ),
        None,
    )
    return denied is not None and bool(met.back[denied]) and _is_rendered(pair)


def _is_rendered(pair: Pair) -> bool:
    """Whether most of what the source says is there word by word, so that no other words deny."""
    content = [number for number, says in enumerate(find_content(pair.source)) if says]
    forth = meetings(pair).forth
    rendered = sum(bool(forth[number]) for number in content)
    return bool(content) and rendered >= _LITERAL * len(content)


def _asserts(pair: Pair, start: int, end: int) -> bool:
    """Whether a stretch of the target has no word at all that might deny."""
    text = pair.target.text
    return not STRICT.search(text, start, end) and not _SOFT.search(text, start, end)


def _count(pair: Pair, start: int, end: int) -> int:
    """The words of a stretch of the target that deny; soft ones only if nothing explains them.

    With a bare `does resign` there, only those count that surely deny.
    """
    text = pair.target.text
    found = sum(1 for _ in STRICT.finditer(text, start, end))
    if DO.search(text, start, end):
        return found
    starts = {word.start: number for number, word in enumerate(pair.target.words)}
    back = meetings(pair).back
    for match in _SOFT.finditer(text, start, end):
        number = starts.get(match.start())
        words = [pair.source.words[n].key for n in back[number]] if number is not None else []
        turned = _PREFIX.match(match[0]) and not any(_TURNED.search(word) for word in words)
        found += bool(turned) or all(NOT.fullmatch(word) for word in words)
    return found


CHECK = Check(
    name="negation",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    help="The original denies something that the translation asserts, or the other way round.",
    find=find,
    flagged=(
        ("Der Minister tritt nicht zurück.", "The minister is resigning."),
        ("Sie hat keine Schulden.", "She has debts."),
        ("Das hat er nie behauptet.", "He claimed that."),
        ("Sie wollen nicht warten, nur reden.", "They do want to wait, but only talk."),
        ("Das Museum kommentiert den Fall nicht.", "The museum is commenting on the case."),
        ("Nicht nur die Miete steigt.", "Only the rent is rising."),
        ("Er dankte allen, nicht zuletzt seiner Frau.", "He thanked all, least his wife."),
        ("Sie kann es kaum erwarten.", "She can wait."),
        ("Er ist nicht mehr krank.", "He is longer ill."),
        (
            "Sie glaubt den Zahlen nicht, er hat keine.",
            "She does believe the numbers, he has none.",
        ),
        ("Der Minister tritt am Montag zurück.", "The minister is not resigning on Monday."),
    ),
    passing=(
        ("Unumstritten ist das Projekt nicht.", "The project is controversial."),
        ("Sie nahm kein Blatt vor den Mund.", "She was outspoken."),
        ("Er macht das nicht schlecht.", "He does it well."),
        ("Der Preis ist so hoch wie seit Jahren nicht.", "The price is at its highest in years."),
        ("Man kann das nicht ausschließen.", "That is possible."),
        ("Das Geld wurde noch nicht abgerufen.", "The money had yet to be drawn down."),
        ("Der Minister tritt nicht zurück.", "The minister is not resigning."),
        ("Sie hat keine Schulden.", "She is free of debt."),
        ("Er konnte nicht schlafen.", "He was unable to sleep."),
        ("Er kam mit leeren Händen.", "He did not bring anything."),
        ("Der Versuch misslang.", "The attempt did not succeed."),
        ("Ihm ist das egal.", "He doesn't care about that."),
        ("Vor der Gartenarbeit drückte er sich.", "He did not do much gardening."),
        ("Ob das gelingt, ist nicht klar.", "It is unclear whether that will succeed."),
        ("Die Stadt redet von nichts anderem.", "It is the talk of the town."),
        ("Ohne Helm darf niemand hinein.", "Helmets must be worn inside."),
        ("Es gibt kein Licht ohne Schatten.", "Every light casts a shadow."),
        ("Sie ließ nichts unversucht.", "She tried everything."),
        ("Das Museum ist montags nicht geöffnet.", "The museum is closed on Mondays."),
        ("Kein einziger Abgeordneter fehlte.", "Every single deputy was present."),
        ("Kein Wort vom Preis, wirklich nicht.", "Not a word about the price, really."),
        ("Nicht nur die Miete steigt.", "The rent is not the only thing to rise."),
        (
            "Nicht nur die Miete steigt, nur langsamer.",
            "The rent is just one of the costs rising.",
        ),
        ("Ob es nicht nur am Wetter liegt?", "Is it just the weather?"),
        ("Sie warten nicht mehr länger.", "They are not waiting any longer."),
        ("Er weiß nicht, was sie tun.", "He has no idea what they do know."),
        ("Sie glaubt den Zahlen nicht.", "She does not believe the numbers."),
        ("Nicht nur die Kosten steigen.", "It is more than the costs that are rising."),
    ),
    source=("de",),
    target=("en",),
)
