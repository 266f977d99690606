"""Entries for the authority file out of a corpus, for an editor to accept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from transtrack.names.article import Article
from transtrack.names.authority import Authority, Ruling
from transtrack.names.consistency import choose
from transtrack.names.grounding import is_kin
from transtrack.names.index import fold, split_name
from transtrack.names.judge import judge
from transtrack.names.keeping import narrow
from transtrack.names.mentions import find_runs
from transtrack.names.origin import is_foreign
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.reading import TARGETS
from transtrack.names.suggest import suggest
from transtrack.names.variants import Name, Place, Variant, group_names


def learn(
    articles: Iterable[Article], authority: Authority, profile: Profile = PRESS
) -> list[Ruling]:
    """A ruling for each full name that looks transliterated and that nothing rules on yet.

    The form to prefer is what names would be told to write; the source's form is the one that
    its sentences have; other spellings of the translations are noted, not accepted.
    """
    found = list(articles)
    by_path = {article.target.path: article for article in found}
    places: dict[str, list[Place]] = {}
    for a in found:
        mentions = [Place(document=a.target, mention=m) for m in a.mentions]
        places.setdefault(a.language, []).extend(mentions)
    names: dict[tuple[str, str], list[Name]] = {}  # by language and form
    for name in (name for language in sorted(places) for name in group_names(places[language])):
        chosen = choose(name.full, profile)
        spelling = chosen.spelling
        words = [word.lower() for word in split_name(spelling)]
        known = any(authority.find(variant.spelling) for variant in name.variants)
        if " " not in spelling or known or min(map(is_foreign, words)) < 0:
            continue
        article = by_path[chosen.places[0].document.path]
        form = _find_form(chosen, article, profile)
        names.setdefault((article.target.language, form), []).append(name)
    taken = {fold(form) for _, form in names}
    rulings = []
    for (language, form), alike in names.items():
        source = _find_original(alike, form, by_path)
        if source and fold(source[1]) in taken - {fold(form)}:
            source = None
        taken.add(fold(source[1] if source else form))
        rulings.append(_rule((language, form), source, alike, profile))
    return rulings


def _find_form(variant: Variant, article: Article, profile: Profile) -> str:
    """What a spelling would be told to become, or the spelling if that is right or not judged."""
    judgement = judge(variant.spelling, profile)
    if not judgement.wrong or not article.judged_by_scheme:
        return variant.spelling
    places = [place for place in variant.places if place.document is article.target]
    return narrow(judgement.suggestions, variant.spelling, article, places)[0].text


def _rule(
    form: tuple[str, str], source: tuple[str, str] | None, names: Sequence[Name], profile: Profile
) -> Ruling:
    """The entry of a form that some spellings are to have; forms come with their languages."""
    tag = source[0].partition("-")[0] if source else ""
    guesses = (
        suggest(source[1], source=tag, profile=profile, limit=1)
        if source and tag in TARGETS
        else ()
    )
    others = [v.spelling for name in names for v in name.full if v.spelling != form[1]]
    seen = sum(name.places for name in names)
    note = f"seen {seen} times" if seen > 1 else "seen once"
    if others:
        note += f", also as {', '.join(dict.fromkeys(others))}"
    return Ruling(
        preferred=(source, form) if source else (form,),
        original=guesses[0].original if guesses else "",
        note=note,
    )


def _find_original(
    names: Sequence[Name], form: str, articles: Mapping[str, Article]
) -> tuple[str, str] | None:
    """The language of the first source that has the name, and the name as it stands there."""
    for name in names:
        place = name.full[0].places[0]
        article = articles[place.document.path]
        source = _find_source(article, place, name.full[0].spelling) or _find_source(
            article, place, form
        )
        if article.source is not None and source:
            return article.source.language, source
    return None


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
