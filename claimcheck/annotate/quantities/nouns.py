"""The head noun behind a number, without a parse: the first plural among the next words.

What stands between a number and its noun ("three armed men") is hardly ever a plural itself.
"""

from __future__ import annotations

import re
from typing import Final

_IRREGULAR: Final = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life",
    "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf", "thieves": "thief",
    "halves": "half", "shelves": "shelf", "selves": "self", "movies": "movie",
    "calories": "calorie", "cookies": "cookie", "rookies": "rookie", "zombies": "zombie",
    "ties": "tie", "lies": "lie", "deputies": "deputy", "buses": "bus", "viruses": "virus",
    "campuses": "campus", "statuses": "status", "bonuses": "bonus", "caucuses": "caucus",
    "crises": "crisis", "analyses": "analysis", "theses": "thesis", "shoes": "shoe",
    "criteria": "criterion", "alumni": "alumnus", "media": "medium", "police": "police",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "series": "series", "species": "species",
    "staff": "staff", "personnel": "personnel", "cattle": "cattle", "sheep": "sheep",
    "fish": "fish", "deer": "deer", "salmon": "salmon", "dice": "die",
    "headquarters": "headquarters", "grandchildren": "grandchild", "schoolchildren": "schoolchild",
    "yuan": "yuan", "yen": "yen", "renminbi": "renminbi", "baht": "baht", "rand": "rand",
    "naira": "naira", "zloty": "zloty",
}  # fmt: skip
_IRREGULAR_ENDINGS: Final = ("men", "women", "people")
_NO_PLURALS: Final = frozenset(
    "news politics economics physics mathematics athletics ethics gymnastics logistics whereas "
    "perhaps always across towards besides afterwards gas bias atlas canvas texas kansas "
    "arkansas christmas paris los las angeles vegas orleans dallas memphis illinois des moines "
    "times-picayune various james thomas davis jones williams overseas upstairs sometimes means "
    "starts remains says gets makes takes comes goes does has was is this his its hers theirs "
    "ours yours us as".split()
)
# At these words a noun phrase is over.
_STOPS: Final = frozenset(
    "a an the and or but nor of in on at to for from with by as than that which who whom whose "
    "when where while if into over under about after before between through during without "
    "within against among across per is are was were be been being am has have had do does did "
    "will would could can may might must should shall not no it its he she they we i you his "
    "her their our my your this these those there here so because since until up down out off "
    "away ago later said says say told including inclusive both each every all any some "
    "also only just even once yet then now got get went came made took gave remain remains "
    "became become died killed injured wounded arrested hurt dead alive left voted following "
    "apiece percent lower higher worth via vs versus plus minus one two three four five six "
    "seven eight nine ten eleven twelve dozen hundred thousand million billion trillion".split()
)
_OF_THE = re.compile(r" of (?:the|these|those|its|his|her|their|our|my|your)(?= [A-Za-z])")
_OF = re.compile(r" of(?: (?:the|these|those|its|his|her|their|our|my|your))?(?= [A-Za-z])")
_WORD = re.compile(r" (?P<word>[^\W\d_][\w.’'&-]*)")
_POSSESSIVE = re.compile("['’]s?$")
# Plurals that stand before the noun they belong to.
_ADJUNCTS: Final = frozenset(
    "sports arms sales weapons drugs services rights veterans systems operations communications "
    "affairs states nations customs securities emissions elections narcotics women men "
    "police".split()
)
# With the full stop: "Sen.", "Gov.".
_LONGEST_TITLE: Final = 4
_MAX_WORDS: Final = 5
_ADJECTIVE = re.compile(r"(?:al|ive|ous|ed|ic|ful|ish|an|ary|more|other|new|major|young|old)$")


def singular(noun: str) -> str:
    """Return the singular of an English plural, in lower case."""
    low = noun.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for ending in _IRREGULAR_ENDINGS:
        if low.endswith(ending):
            return low.removesuffix(ending) + _IRREGULAR[ending]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def is_plural(word: str) -> bool:
    """Tell whether a word looks like a noun in the plural."""
    low = word.lower()
    if low in _IRREGULAR or (len(low) > 4 and low.endswith(_IRREGULAR_ENDINGS)):
        return low != "media" or word.islower()
    ends = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))
    return (
        ends and len(low) > 2 and low not in _NO_PLURALS and not (word.isupper() and len(low) < 4)
    )


def counted_after(text: str, end: int, *, is_vague: bool) -> tuple[str, int] | None:
    """Return the plural that a number ending at `end` counts, in singular, and where it ends.

    "Of the" may stand between ("two of the priests"), and "of" behind a vague number ("dozens").
    """
    bridge = (_OF if is_vague else _OF_THE).match(text, end)
    place = bridge.end() if bridge else end
    chosen: tuple[str, int] | None = None
    for _ in range(_MAX_WORDS):
        match = _WORD.match(text, place)
        if not match or match["word"].lower() in _STOPS:
            break
        place = match.end()
        noun = _bare(match["word"])
        if is_plural(noun):
            chosen = singular(noun), match.start("word") + len(noun)
        # "Sports teams" are teams. Behind a full stop or a genitive another phrase begins.
        if noun != match["word"] or (chosen and noun.lower() not in _ADJUNCTS):
            break
    return chosen


def one_after(text: str, end: int) -> tuple[str, int] | None:
    """Return what "one" counts, and where it ends: the next word or that after an adjective."""
    match = _WORD.match(text, end)
    if not match or match["word"].lower() in _STOPS:
        return None
    following = _WORD.match(text, match.end())
    if following and _ADJECTIVE.search(match["word"]) and not _ends_phrase(following["word"]):
        match = following
    noun = _bare(match["word"])
    return singular(noun), match.start("word") + len(noun)


def _bare(word: str) -> str:
    """Return a word without genitive and full stop; "U.S." and "Rep." keep theirs."""
    is_abbreviated = "." in word[:-1] or (word[0].isupper() and len(word) <= _LONGEST_TITLE)
    return _POSSESSIVE.sub("", word if is_abbreviated else word.rstrip("."))


def _ends_phrase(word: str) -> bool:
    return word.lower() in _STOPS or word.endswith(("ed", "ing"))
