"""Checks of a translation against its original: one file each, all of them in `CHECKS`."""

from __future__ import annotations

from transtrack.checks import (
    abbreviation,
    addition,
    brackets,
    dates,
    doubled,
    end,
    exonym,
    inconsistent,
    letters,
    locale,
    markup,
    mismatch,
    names,
    negation,
    number,
    omission,
    opposites,
    order,
    quotation,
    quotation_style,
    repeated,
    slips,
    spaces,
    spelling,
    structure,
    terms,
    unit,
    untranslated,
)
from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair, make_pairs, pair_of
from transtrack.checks.run import find_findings

CHECKS: tuple[Check, ...] = (
    omission.CHECK,
    addition.CHECK,
    mismatch.CHECK,
    untranslated.CHECK,
    number.CHECK,
    dates.CHECK,
    unit.CHECK,
    names.CHECK,
    slips.CHECK,
    negation.CHECK,
    opposites.CHECK,
    exonym.CHECK,
    repeated.CHECK,
    end.CHECK,
    doubled.CHECK,
    quotation.CHECK,
    quotation_style.CHECK,
    brackets.CHECK,
    locale.CHECK,
    locale.DATES,
    abbreviation.CHECK,
    letters.CHECK,
    spaces.CHECK,
    terms.CHECK,
    markup.PLACEHOLDER,
    markup.LINK,
    markup.EMPHASIS,
    structure.CHECK,
    inconsistent.CHECK,
    order.CHECK,
    *spelling.CHECKS,
)

__all__ = ["CHECKS", "Check", "Pair", "Remark", "find_findings", "make_pairs", "pair_of"]
