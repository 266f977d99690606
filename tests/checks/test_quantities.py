"""Numbers of any length."""

from __future__ import annotations

import pytest

from transtrack.checks import CHECKS
from transtrack.checks.pair import pair_of
from transtrack.checks.quantities import find_quantities

LONG = "9" * 5000


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [LONG, f"{LONG}s", f"um {LONG} Uhr", f"{LONG} und 15 Uhr", f"{LONG}.{LONG} m", "1." * 3000],
)
def test_a_number_may_have_thousands_of_digits(text: str, language: str) -> None:
    assert find_quantities(text, language)


def test_no_check_stumbles_over_one() -> None:
    pair = pair_of(f"Am 3. Mai um {LONG} Uhr und 3 kg.", f"On 3 May at {LONG} pm and 3 kg.")
    assert not [
        remark for check in CHECKS for remark in check.find(pair) if check.name == "number"
    ]
