"""Whether two names are meant for one person, body or place."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from claimcheck.annotate.references.naming import Kind, Mention

# Letters from which two names may be spellings of one, and how alike they must be. Judgement.
_MIN_SPELT: Final = 5
_SPELLING: Final = 0.8
# Bodies and people that news names by a place, and places by their people.
_ALIASES: Final = {
    name: group[0]
    for group in (
        "us u.s. u.s usa america american americans united-states washington".split(),
        "uk u.k. britain british briton britons united-kingdom london".split(),
        "eu e.u. european-union brussels".split(),
        "un u.n. united-nations".split(),
        "china chinese beijing".split(),
        "russia russian russians moscow kremlin".split(),
        "ukraine ukrainian ukrainians kiev kyiv".split(),
        "france french paris".split(),
        "germany german germans berlin".split(),
        "israel israeli israelis".split(),
        "iran iranian iranians tehran".split(),
        "iraq iraqi iraqis".split(),
        "syria syrian syrians".split(),
        "mexico mexican mexicans".split(),
        "canada canadian canadians".split(),
        "japan japanese".split(),
        "india indian indians".split(),
        "turkey turkish turks".split(),
        "saudi-arabia saudi saudis".split(),
        "north-korea pyongyang dprk north-korean north-koreans".split(),
        "south-korea seoul south-korean south-koreans".split(),
        "europe european europeans".split(),
        "democrats democrat democratic democratic-party dems".split(),
        "republicans republican gop republican-party".split(),
        "white-house".split(),
        "fbi federal-bureau-of-investigation".split(),
        "doj justice-department department-of-justice".split(),
        "dhs homeland-security department-of-homeland-security".split(),
        "state-department department-of-state".split(),
        "pentagon defense-department department-of-defense".split(),
        "house house-of-representatives".split(),
        "congress capitol-hill".split(),
        "obamacare affordable-care-act aca".split(),
        "constitution u.s.-constitution".split(),
        "isis isil islamic-state daesh".split(),
        "scotus supreme-court".split(),
    )
    for name in group
}
_NICKNAMES: Final = {
    short: full
    for full, shorts in {
        "joseph": "joe joey", "william": "bill will billy", "robert": "bob rob bobby",
        "james": "jim jimmy", "michael": "mike", "donald": "don", "thomas": "tom",
        "elizabeth": "liz beth betsy", "andrew": "andy drew", "anthony": "tony",
        "benjamin": "ben", "bernard": "bernie", "charles": "chuck charlie",
        "christopher": "chris", "daniel": "dan", "david": "dave", "edward": "ed ted",
        "jeffrey": "jeff", "kenneth": "ken", "matthew": "matt", "nicholas": "nick",
        "patrick": "pat", "peter": "pete", "richard": "rick dick rich", "ronald": "ron",
        "samuel": "sam", "stephen": "steve", "steven": "steve", "timothy": "tim",
        "katherine": "kate katie kathy", "margaret": "meg maggie peggy", "susan": "sue",
        "alexander": "alex", "gregory": "greg", "lawrence": "larry", "rudolph": "rudy",
    }.items()
    for short in shorts.split()
}  # fmt: skip


def are_one(ours: Mention, theirs: Mention) -> bool:
    """Tell whether two names may well be meant for one and the same."""
    mine, rival = _key(ours), _key(theirs)
    if mine == rival or _alias(mine) == _alias(rival):
        return True
    if _is_spelling(mine, rival):
        return True
    if ours.is_acronym or theirs.is_acronym:
        return _is_acronym_of(ours, theirs) or _is_acronym_of(theirs, ours)
    if not mine or not rival:
        return False
    if Kind.PERSON in (ours.kind, theirs.kind):
        return mine[-1] == rival[-1] and _first_names_agree(mine, rival)
    shorter, longer = sorted((_parts(mine), _parts(rival)), key=len)
    return shorter <= longer


def _is_spelling(mine: tuple[str, ...], rival: tuple[str, ...]) -> bool:
    """Tell whether two names are spellings of one: "Zhakarova" and "Zakharova"."""
    one, other = mine[-1] if mine else "", rival[-1] if rival else ""
    if min(len(one), len(other)) < _MIN_SPELT or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLING


def _parts(key: tuple[str, ...]) -> set[str]:
    return {part for word in key for part in word.split("-") if part not in ("al", "el", "the")}


def _key(mention: Mention) -> tuple[str, ...]:
    return tuple(
        word.casefold().removesuffix("’s").removesuffix("'s").strip(".'’") for word in mention.names
    )


def _alias(key: tuple[str, ...]) -> str:
    joined = "-".join(key)
    return _ALIASES.get(joined, joined)


def _first_names_agree(mine: tuple[str, ...], rival: tuple[str, ...]) -> bool:
    shorter, longer = sorted((mine, rival), key=len)
    # One name alone is a surname, and before a whole name stands an office: "Executive Carrie Lam".
    if len(shorter) == 1 or longer[-len(shorter) :] == shorter:
        return True
    one, other = (_NICKNAMES.get(name[0], name[0]) for name in (mine, rival))
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _is_acronym_of(short: Mention, long: Mention) -> bool:
    if not short.is_acronym or len(long.words) < 2:
        return False
    letters = short.words[0].replace(".", "").casefold()
    initials = "".join(word[0] for word in long.words if word[0].isupper()).casefold()
    return letters == initials
