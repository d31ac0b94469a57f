"""What of a source is the name: without titles, roles and what stands after a comma."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.parsing import FINITE
from claimcheck.annotate.references import names
from claimcheck.annotate.references.names import FIRST_NAMES
from claimcheck.annotate.references.naming import BEFORE_NAMES, is_order
from claimcheck.annotate.times.chronology import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

# The titles that references go by, and the roles that news puts before a source.
TITLES: Final = frozenset(
    word.lower().rstrip(".") for word in (*names.TITLES, *names.COURTESY)
) | frozenset(
    "mx prof sens reps vice prime former then-president ex-president president-elect co-host "
    "undersecretary anchor commentator moderator".split()
)
# "Ann-Marie", "NBC News' Ann Lee", "a Reuters/Ipsos poll".
_KEPT_MARKS: Final = ("HYPH", "POS")
_JOINING_MARKS: Final = frozenset("-‐‑/")
_FULL_NAME: Final = 2
# A source doesn't end with these.
_DANGLING: Final = ("POS", "PRP", "IN", "DT", "CC", "TO", "RB", "PRP$")
_MARKS: Final = frozenset("\"“”‘’'")


def last_run(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the proper nouns that the tokens end in."""
    start = len(tokens)
    while start and tokens[start - 1].tag_ in ("NNP", "NNPS"):
        start -= 1
    return tokens[start:]


def untitled(run: Sequence[Token]) -> tuple[str, ...]:
    """Return the words of a name after its last title: "FBI Director James Comey"."""
    return words_of(run[first_of_name(run) :])


def words_of(run: Sequence[Token]) -> tuple[str, ...]:
    """Return the words that tokens make up, hyphens within them: "Ban", "Ki-moon"."""
    if not run:
        return ()
    first, last = run[0], run[-1]
    return tuple(first.doc.text[first.idx : last.idx + len(last)].split())


def first_of_name(run: Sequence[Token]) -> int:
    """Return where a name begins in a run of proper nouns: after a title, a place or an order.

    What goes before "of" belongs to the title too: "Secretary of Education Arne Duncan".
    """
    if len(run) > _FULL_NAME and run[0].i > 1 and run[0].nbor(-1).lower_ == "of":
        has_initial = "." in run[-_FULL_NAME].text
        is_office = bare(run[0].nbor(-2)) in TITLES
        return max(0, len(run) - _FULL_NAME - has_initial) if is_office else 0
    titles = [place for place, token in enumerate(run[:-1]) if bare(token) in TITLES]
    if titles:
        return titles[-1] + 1
    for place in range(1, len(run) - 1):
        if run[place].text in FIRST_NAMES and run[place - 1].text in BEFORE_NAMES:
            return place
    return int(len(run) > 1 and is_order(run[0]))


def without_titles(name: str) -> str:
    """Return a name without the titles before it: "Ms. Ann Lee" is "Ann Lee"."""
    words = name.split()
    kept = list(dropwhile(lambda word: word.lower().rstrip(".") in TITLES, words))
    return " ".join(kept or words)


def bare(token: Token) -> str:
    """Return a word in lower case without the full stop of "Mr."."""
    lower: str = token.lower_
    return lower.rstrip(".")


def past_quoted(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what follows a title in quotation marks: '"Late Talk" host Ann Lee'."""
    after = [place + 1 for place, token in enumerate(tokens) if token.text in _MARKS]
    is_role = after and after[-1] < len(tokens) and tokens[after[-1]].tag_ in ("NN", "NNS")
    return tokens[after[-1] :] if is_role else tokens


def core_of(tokens: Sequence[Token]) -> list[Token]:
    """Return the source up to the first comma, bracket, clause or closing "'s"."""
    core: list[Token] = []
    for token in (one for one in tokens if not one.is_space):
        is_kept = token.tag_ in _KEPT_MARKS or (bool(core) and is_joining(token))
        if token.is_punct and not is_kept and core and token.text not in ".&":
            break
        if token.tag_[0] == "W" or token.tag_ in FINITE:
            break
        if core and core[-1].tag_[0] == "N" and token.tag_ in ("VBN", "VBG"):
            break
        if not token.is_punct or is_kept:
            core.append(token)
    core = _before_day(core)
    # "Evidence he collected": the pronoun opens a clause on the noun.
    while len(core) > 1 and core[-1].tag_ in _DANGLING and core[-1].text[-1:].islower():
        core.pop()
    return core


def is_joining(token: Token) -> bool:
    """Tell whether a mark joins the words around it into one: "multi-year"."""
    is_tight = bool(token.i) and not token.nbor(-1).whitespace_ and not token.whitespace_
    return token.text in _JOINING_MARKS and is_tight


def _before_day(core: list[Token]) -> list[Token]:
    """Return a source without the day on which it spoke: "Mr. Shea on Sunday"."""
    for place, token in enumerate(core[1:], start=1):
        if token.lower_ in WEEKDAYS and core[place - 1].tag_ in ("IN", "NNP", "NNS", "NN", "RP"):
            is_of = core[place - 1].lower_ == "of"
            return core if is_of else core[:place]
    return core
