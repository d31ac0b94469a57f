"""Whether the words around a mention of time look ahead or back. Word lists, no parse."""

from __future__ import annotations

import re
from enum import IntEnum

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[.;:!?,]")
# Characters: the verb that a time belongs to is hardly further away.
_REACH = 120
# Words after the mention among which its verb is looked for, when none stands before it.
_AFTER = 12
_STOPS = frozenset(".;:!?")
_CLAUSE = frozenset({",", "that", "who", "which"})
_AHEAD = frozenset(
    "will won't ’ll shall would could might must should can going scheduled slated due upcoming "
    "plans planning expects expected poised hopes intends deadline expires ahead".split()
)
# Of the past more often than "would" or "might" is: "could not be reached on Sunday".
_PAST_IF_DENIED = frozenset({"could"})
_NEGATIONS = frozenset({"not", "never", "no", "neither", "nor"})
# After a modal these show that its verb is left out ("all they could in May").
_PREPOSITIONS = frozenset("in on by at since until".split())
_REPORTS = frozenset(
    "said says say told was were had did announced reported tweeted wrote added".split()
)
_IRREGULAR = frozenset(
    "began broke brought came cast caught died drew fell felt fought found gave got grew heard "
    "held hit kept killed knew led left lost made met paid put quit ran rose sat saw sent set "
    "shot shut sold spent spoke stood struck swore sworn taken took threw told went withdrew "
    "won been done gone given seen shown spoken born".split()
)
# After "to" these are verbs more often than nouns.
_VERBS = frozenset(
    "address announce answer appear approve arrive ask attend be become begin brief call "
    "campaign cast close come consider continue convene cut debate decide deliver discuss elect "
    "end enter expire face fly gather get give go have head hear hold host introduce issue join "
    "keep launch lay lead leave make mark meet move name open play present publish receive "
    "release report resign resume return reveal rule run say see send serve sign sit speak "
    "stand start stay step stop submit take talk testify travel unveil visit vote".split()
)
# Before "to" these leave the verb after it in the future, though they look like past.
_PROSPECTIVE = frozenset(
    "expected scheduled slated planned supposed set projected poised prepared intended required "
    "ordered asked invited vowed pledged promised agreed hoped wanted favored tipped".split()
)


_BEFORE_PARTICIPLES = frozenset(
    "be been being get gets a an the this that its their his her our my your no any and".split()
)


# Here a new clause begins, whose verb stands behind the time.
_OPENINGS = (["and", "on"], ["but", "on"], [",", "on"])


class Direction(IntEnum):
    """Where the time lies, seen from the day of publication."""

    BACK = -1
    UNKNOWN = 0
    AHEAD = 1


def direction(text: str, start: int, end: int) -> Direction:
    """Tell from the nearest verb whether what happens at `text[start:end]` is past or to come.

    The words before are read backwards to the beginning of the sentence; if they hold no verb or
    end in "and on", those after. A participle ("sworn") is past unless "will" or the like stands
    before it.
    """
    after = _words(text[end : end + _REACH])[:_AFTER]
    if after[:1] == ["deadline"]:
        return Direction.AHEAD
    before = _words(text[max(0, start - _REACH) : start])
    if before[-2:] in _OPENINGS:
        return _after(after) or _before(before)
    return _before(before) or _after(after)


def _words(text: str) -> list[str]:
    return [word.replace("'", "’") for word in _WORD.findall(text)]


def _before(words: list[str]) -> Direction:
    is_past = False
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in _STOPS or (is_past and word in _CLAUSE):
            break
        found = _told(words, place)
        if found:
            return found
        if _is_past(word) and not _is_participle(words, place):
            return Direction.BACK
        is_past = is_past or _is_past(word)
    return Direction.BACK if is_past else Direction.UNKNOWN


def _told(words: list[str], place: int) -> Direction:
    """Return what one word settles: a modal, a reporting verb, or "to" with a verb after it."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    governor = words[place - 1] if place else ""
    if word in _AHEAD and following == "have":
        return Direction.BACK
    if word == "couldn’t" or (word in _PAST_IF_DENIED and following in _NEGATIONS):
        return Direction.BACK
    is_modal = word in _AHEAD and following not in _PREPOSITIONS
    if is_modal or word.endswith("’ll") or (word == "set" and following == "for"):
        return Direction.AHEAD
    if word in _REPORTS:
        return Direction.BACK
    if word == "to" and following in _VERBS:
        # "Refused to" is past as a whole, unless a "will" stands before that too.
        is_done = _is_past(governor) and governor not in _PROSPECTIVE
        return Direction.UNKNOWN if is_done else Direction.AHEAD
    return Direction.UNKNOWN


def _after(words: list[str]) -> Direction:
    for word in words:
        if word in _STOPS:
            break
        if word in _AHEAD or word.endswith("’ll"):
            return Direction.AHEAD
        if word in _REPORTS or _is_past(word):
            return Direction.BACK
    return Direction.UNKNOWN


def _is_participle(words: list[str], place: int) -> bool:
    """Tell whether a past form belongs to an auxiliary ("be sworn") or a noun ("a shared goal")."""
    before = [word for word in words[:place] if not word.endswith("ly")]
    return bool(before) and before[-1] in _BEFORE_PARTICIPLES


def _is_past(word: str) -> bool:
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed"))
