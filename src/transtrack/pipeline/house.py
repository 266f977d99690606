"""What a newsroom has laid down, as its settings name it."""

from __future__ import annotations

from dataclasses import dataclass

from transtrack.checks import find_findings
from transtrack.config import Config
from transtrack.model import Bitext, Finding
from transtrack.names.authority import Authority, Ruling
from transtrack.names.glossary import read_glossary
from transtrack.names.profiles import Profile
from transtrack.pipeline.choice import Chosen
from transtrack.pipeline.lexicons import Lexicons, find_lexicons
from transtrack.pipeline.names import find_authority, find_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Spellings of names, a profile, glossaries, lexicons."""

    authority: Authority
    profile: Profile
    rulings: tuple[Ruling, ...]
    lexicons: Lexicons

    def check(self, bitext: Bitext, checks: Chosen) -> tuple[Finding, ...]:
        """What some checks find in an article."""
        words = self.lexicons.find(bitext.source.language, bitext.target.language)
        laid_down = self.authority, self.profile, self.rulings
        return find_findings(bitext, checks, *laid_down, words)


def open_house(config: Config) -> House:
    """What the files say that the settings name; ConfigError or InputError for a wrong one."""
    return House(
        authority=find_authority(config),
        profile=find_profile(config),
        rulings=tuple(
            ruling
            for path in config.glossaries
            for ruling in read_glossary(str(config.root / path))
        ),
        lexicons=find_lexicons(config),
    )
