"""What of a source is the name: without titles, roles and what stands after a comma."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.parsing import FINITE
from claimcheck.annotate.references.names import FIRST_NAMES
from claimcheck.annotate.references.naming import BEFORE_NAMES, is_order

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLES: Final = frozenset(
    "mr mrs ms mx miss dr prof professor sir lord lady dame rev sen sens senator rep reps "
    "representative gov governor gen general lt col colonel capt captain maj sgt adm president "
    "vice prime minister chancellor king queen prince princess pope secretary judge justice "
    "ambassador mayor chairman chairwoman speaker former then-president ex-president "
    "president-elect candidate congressman congresswoman director leader spokesman spokeswoman "
    "commissioner attorney host co-host anchor contributor correspondent reporter analyst "
    "columnist editor commentator moderator strategist adviser advisor lawyer officer ceo".split()
)
# "Ann-Marie", "NBC News' Ann Lee".
_KEPT_MARKS: Final = ("HYPH", "POS")
_MARKS: Final = frozenset("\"“”‘’'")


def last_run(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the proper nouns that the tokens end in."""
    start = len(tokens)
    while start and tokens[start - 1].tag_ in ("NNP", "NNPS"):
        start -= 1
    return tokens[start:]


def untitled(run: Sequence[Token]) -> tuple[str, ...]:
    """Return the words of a name after its last title: "FBI Director James Comey"."""
    return tuple(token.text for token in run[first_of_name(run) :] if not token.is_punct)


def first_of_name(run: Sequence[Token]) -> int:
    """Return where a name begins in a run of proper nouns: after a title, a place or an order."""
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
    for token in tokens:
        is_kept = token.tag_ in _KEPT_MARKS
        if token.is_punct and not is_kept and core and token.text not in ".&":
            break
        if token.tag_[0] == "W" or token.tag_ in FINITE:
            break
        if core and core[-1].tag_[0] == "N" and token.tag_ in ("VBN", "VBG"):
            break
        if not token.is_punct or is_kept:
            core.append(token)
    # "Evidence he collected": the pronoun opens a clause on the noun.
    while len(core) > 1 and core[-1].tag_ in ("POS", "PRP"):
        core.pop()
    return core
