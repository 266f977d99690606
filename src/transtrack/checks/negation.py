"""Negations that the translation has lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair, meetings
from transtrack.model import Severity

_NOT: Final = regex.compile(
    r"\b(?:nicht|kein|keine|keinen|keinem|keiner|keines|keinerlei|nie|niemals|niemand\w*|nichts"
    r"|nirgends|nirgendwo|keineswegs|keinesfalls|weder)\b",
    regex.IGNORECASE,
)
_NO_NEGATION: Final = regex.compile(  # nicht nur, nicht zuletzt, nicht wahr, noch nie so
    r"\bnicht (?:nur|zuletzt|zu|weniger|mehr als|wahr|so|umsonst|selten|ganz|unbedingt|allein|bloß"
    r"|lange|ohne|un\w+|immer|erst)\b|\bnichts (?:als|anderes)\b|\bkein\w* ander\w*|\bnichts\w*destotrotz|\bkein \w+ als"
    r"|\bnicht\W*$|\bob\b[^,.]*\boder nicht",
    regex.IGNORECASE,
)
_ENGLISH: Final = regex.compile(
    r"n[’'´`]t\b|\b(?:no|not|non|none|nor|neither|never|nobody|nothing|nowhere|cannot|without|hardly"
    r"|barely|scarcely|rarely|seldom|little|few|fewer|less|least|lacks?|lacked|lacking|missing"
    r"|fail\w*|refus\w*|reject\w*|den(?:y|ied|ies|ying)\w*|declin\w*|avoid\w*|prevent\w*|unable"
    r"|instead|rather|but|only|except|unless|until|yet|otherwise|away|out|off|against|far from|too"
    r"|impossib\w*|absen\w*|dis\w{4,}|ill|un(?!i[qtfov]|der|til)\w{3,}|in(?:accur|active|adequ|appro"
    r"|capab|compl|consi|corr|cred|decis|def|depend|discr|eff|elig|expl|inv|just|offens|oper|sign"
    r"|suff|tol|val|visib)\w*|im(?:mob|mor|pat|perf|poss|prob|prop)\w*|ir(?:rel|resp|reg)\w*"
    r"|il(?:leg|log)\w*|mis\w{4,}|\w+less|end(?:ed|s)?|stop\w*|ceas\w*|withh?(?:eld|old)\w*|ban(?:s"
    r"|ned)?|forbid\w*|prohibit\w*|exclud\w*|oppos\w*|doubt\w*|contrary|zero|free|wait\w*|remain\w*"
    r"|still|spare\w*|ignor\w*|neglect\w*|miss(?:ed|es)?|lost|loss|escap\w*|restrain\w*|refrain\w*"
    r"|abandon\w*|cancel\w*|waiv\w*|short|beyond|nay|any\w*|despite|although|though|shut|forgo\w*"
    r"|sole\w*|nil|vain|difficult\w*|hard|even|sure|anti\w*|leav\w*|left|default\w*|skip\w*|non\p{L}+"
    r"|ineligib\w*|insuffic\w*|expir\w*|other than|last|rule[sd]? out|worth\w*|half)\b",
    regex.IGNORECASE,
)


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each sentence that denies in German and has no word for that in English."""
    count = len(pair.source.bounds)
    if count == len(pair.target.bounds):
        parts = [(k, pair.source.bounds[k], pair.target.bounds[k]) for k in range(count)]
    else:
        parts = [(None, (0, len(pair.source.text)), (0, len(pair.target.text)))]
    for _, there, here in parts:
        told = _NOT.findall(_NO_NEGATION.sub(" ", pair.source.text[slice(*there)]))
        if told and here[0] < here[1] and len(told) > _count(pair, *here):
            yield Remark(
                start=here[0],
                end=here[1],
                message=f'the original denies ("{told[-1]}"), the translation does not',
            )


def _count(pair: Pair, start: int, end: int) -> int:
    """The words of a stretch of the target that deny, and that no other source word explains."""
    starts = {word.start: number for number, word in enumerate(pair.target.words)}
    back = meetings(pair).back
    found = 0
    for match in _ENGLISH.finditer(pair.target.text, start, end):
        number = starts.get(match.start())
        words = [pair.source.words[n].key for n in back[number]] if number is not None else []
        found += all(_NOT.fullmatch(word) for word in words)
    return found


CHECK = Check(
    name="negation",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    help="The original denies something that the translation asserts.",
    find=find,
    flagged=(
        ("Der Minister tritt nicht zurück.", "The minister is resigning."),
        ("Sie hat keine Schulden.", "She has debts."),
        ("Das hat er nie behauptet.", "He claimed that."),
    ),
    passing=(
        ("Der Minister tritt nicht zurück.", "The minister is not resigning."),
        ("Sie hat keine Schulden.", "She is free of debt."),
        ("Er konnte nicht schlafen.", "He was unable to sleep."),
        ("Nicht nur die Kosten steigen.", "It is more than the costs that are rising."),
    ),
    source="de",
    target="en",
)
