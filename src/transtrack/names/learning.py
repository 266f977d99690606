"""Entries for the authority file out of a corpus, for an editor to accept."""

from __future__ import annotations

from collections.abc import Iterable

from transtrack.names.article import Article
from transtrack.names.authority import Authority, Ruling
from transtrack.names.consistency import choose
from transtrack.names.grounding import is_kin
from transtrack.names.index import split_name
from transtrack.names.judge import judge
from transtrack.names.mentions import find_runs
from transtrack.names.origin import is_foreign
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.suggest import suggest
from transtrack.names.variants import Name, Place, group_names


def learn(
    articles: Iterable[Article], authority: Authority, profile: Profile = PRESS
) -> list[Ruling]:
    """A ruling for each full name that looks transliterated and that nothing rules on yet.

    The form to prefer is what names would be told to write; the source's form is the one that
    its sentences have; other spellings of the translations are noted, not accepted.
    """
    found = list(articles)
    by_path = {article.target.path: article for article in found}
    places = [Place(document=a.target, mention=m) for a in found for m in a.mentions]
    rulings = []
    for name in group_names(places):
        spelling = choose(name.full, profile).spelling
        words = [word.lower() for word in split_name(spelling)]
        known = any(authority.find(variant.spelling) for variant in name.variants)
        if " " not in spelling or known or min(map(is_foreign, words)) < 0:
            continue
        rulings.append(_rule(name, spelling, by_path, profile))
    return rulings


def _rule(name: Name, spelling: str, articles: dict[str, Article], profile: Profile) -> Ruling:
    judgement = judge(spelling, profile)
    form = judgement.suggestions[0].text if judgement.wrong else spelling
    place = name.full[0].places[0]
    article = articles[place.document.path]
    preferred = [(article.target.language, form)]
    source = _find_source(article, place, spelling)
    original = ""
    if article.source is not None and source:
        preferred.insert(0, (article.source.language, source))
        guesses = suggest(source, profile=profile, limit=1)
        original = guesses[0].original if guesses else ""
    others = [v.spelling for v in name.full if v.spelling != form]
    note = f"seen {name.places} times"
    if others:
        note += f", also as {', '.join(others)}"
    return Ruling(preferred=tuple(preferred), original=original, note=note)


def _find_source(article: Article, place: Place, spelling: str) -> str:
    """The name as the source sentences of a mention have it, empty where they do not."""
    bead = article.beads.get(place.mention.sentence)
    if bead is None or article.source is None:
        return ""
    words = [word.lower() for word in split_name(spelling)]
    for index in bead.source:
        text = article.source.sentences[index].plain
        for start, end in find_runs(text):
            run = text[start:end].split()
            for at in range(len(run) - len(words) + 1):
                part = run[at : at + len(words)]
                if all(is_kin(a, b.lower()) for a, b in zip(words, part, strict=True)):
                    return " ".join(part)
    return ""
