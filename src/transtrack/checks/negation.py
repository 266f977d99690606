"""Negations that the translation has lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_NOT: Final = regex.compile(
    r"\b(?:nicht|kein|keine|keinen|keinem|keiner|keines|keinerlei|nie|niemals|niemand\w*|nichts"
    r"|nirgends|nirgendwo|keineswegs|keinesfalls|weder)\b",
    regex.IGNORECASE,
)
_NO_NEGATION: Final = regex.compile(  # nicht nur, nicht zuletzt, nicht wahr, noch nie so
    r"\bnicht (?:nur|zuletzt|zu|weniger|mehr als|wahr|so|umsonst|selten|ganz|unbedingt|allein|bloß"
    r"|lange|ohne|un\w+|immer|erst)\b|\bnichts (?:als|anderes)\b|\bnichts\w*destotrotz|\bkein \w+ als"
    r"|\bnicht\W*$|\bob\b[^,.]*\boder nicht",
    regex.IGNORECASE,
)
_ENGLISH: Final = regex.compile(
    r"n[’'´`]t\b|\b(?:no|not|non|none|nor|neither|never|nobody|nothing|nowhere|cannot|without|hardly"
    r"|barely|scarcely|rarely|seldom|little|few|fewer|less|least|lacks?|lacked|lacking|missing"
    r"|fail\w*|refus\w*|reject\w*|den(?:y|ied|ies|ying)\w*|declin\w*|avoid\w*|prevent\w*|unable"
    r"|instead|rather|but|only|except|unless|until|yet|otherwise|away|out|off|against|far from|too"
    r"|impossib\w*|absen\w*|dis\w{4,}|un(?!i[qtfov]|der|til)\w{3,}|in(?:accur|active|adequ|appro"
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
_STRICT: Final = regex.compile(
    r"n[’'´`]t\b|\b(?:no|not|none|nor|neither|never|nobody|nothing|nowhere|cannot|without)\b",
    regex.IGNORECASE,
)
_LONG: Final = 40  # words above which a sentence has too many ways to say no


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each sentence that denies in German and has no word for that in English."""
    if len(pair.source.bounds) == len(pair.target.bounds):
        parts = [
            (pair.source.sentence(k), *pair.target.bounds[k])
            for k in range(len(pair.source.bounds))
        ]
    else:
        parts = [(pair.source.text, 0, len(pair.target.text))]
    if len(_STRICT.findall(pair.target.text)) >= len(_NOT.findall(pair.source.text)):
        return
    for source, start, end in parts:
        told = _NOT.search(source)
        if not told or _NO_NEGATION.search(source) or end - start < 2:  # noqa: PLR2004 - empty
            continue
        if not _ENGLISH.search(pair.target.text, start, end):
            yield Remark(
                start=start,
                end=end,
                message=f'the original denies ("{told[0]}"), the translation does not',
            )


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
