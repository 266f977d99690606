"""House profiles: by which scheme each language's names are written in English."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from transtrack.errors import UsageError
from transtrack.names.scheme import Scheme
from transtrack.names.scheme_files import load_schemes


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A house's choice: the endings of scheme names, the first that a language has counts.

    `conventions` tells whether given names and well-known people keep their usual spelling
    (Alexander, Tchaikovsky) where the scheme would write another. `schemes` are the user's own,
    which go before all others.
    """

    name: str
    help: str
    suffixes: tuple[str, ...]
    conventions: bool
    schemes: tuple[Scheme, ...] = ()


PROFILES: Final = (
    Profile(
        name="press",
        help="as news agencies write: Sergei, Alexei, Zelenskyy",
        suffixes=("en",),
        conventions=True,
    ),
    Profile(
        name="bgn",
        help="BGN/PCGN, as on maps: Sergey, Aleksey",
        suffixes=("en-bgn", "en"),
        conventions=False,
    ),
    Profile(
        name="ukraine-2010",
        help="press, and Ukrainian names by the national table of 2010",
        suffixes=("en-2010", "en"),
        conventions=True,
    ),
    Profile(
        name="iso9",
        help="scholarly, letter by letter: Sergej, Zelensʹkij",
        suffixes=("sci", "en"),
        conventions=False,
    ),
)
PRESS: Final = PROFILES[0]


@lru_cache(maxsize=256)
def find_schemes(language: str, target: str, profile: Profile = PRESS) -> tuple[Scheme, ...]:
    """The schemes that write a language in an orthography, the house's own first."""
    schemes = {**load_schemes(), **{scheme.name: scheme for scheme in profile.schemes}}
    mine = [
        scheme.name
        for scheme in profile.schemes
        if scheme.language == language and scheme.target == target
    ]
    own = [f"{language}-{suffix}" for suffix in profile.suffixes] if target == "en" else []
    order = [name for name in [*mine, *own, f"{language}-{target}"] if name in schemes]
    rest = [
        name
        for name, scheme in schemes.items()
        if scheme.language == language and scheme.target == target and name not in order
    ]
    return tuple(schemes[name] for name in dict.fromkeys([*order, *rest]))


def make_profile(name: str, schemes: tuple[Scheme, ...] = ()) -> Profile:
    """The profile of that name, with the user's own schemes; UsageError where there is none."""
    for profile in PROFILES:
        if profile.name == name:
            return replace(profile, schemes=schemes)
    known = ", ".join(profile.name for profile in PROFILES)
    raise UsageError(f"no house profile is named '{name}'", hint=f"known are: {known}")
