"""Pronouns that stand for no person: which "it" stands for nothing, and what opens a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.annotate.references.candidates import SUBJECTS
from claimcheck.annotate.references.entities import Kind
from claimcheck.annotate.references.names import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

NEUTER: Final = frozenset({"it", "its"})
PLURAL: Final = frozenset({"they", "them", "their", "theirs"})
FIRST: Final = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
SECOND: Final = frozenset({"you", "your", "yours"})
# Nouns for what can say something and is "it".
_SPEAKERS: Final = frozenset(
    "administration agency airline army association bank board bureau campaign city club college "
    "commission committee company corporation council country court department firm foundation "
    "government group hospital institute institution line maker ministry movement network "
    "newspaper office organization panel parliament party retailer school state team union "
    "university".split()
)
_WEATHER: Final = frozenset({"rained", "raining", "rains", "snowed", "snowing", "snows"})
_MAKING: Final = frozenset("make makes made making find finds found finding".split())
_COPULAS: Final = frozenset(
    "is was 's ’s be been being are were seems seem seemed appears appear appeared takes take took "
    "became becomes become turns turned happens happened remains remained looks looked sounds "
    "emerged means meant helps hurts matters came comes follows costs".split()
)


def governing_subject(token: Token) -> Token | None:
    """Return the subject of the saying verb whose content a pronoun opens; None without one.

    "The company said it would close": "company" for "it".
    """
    noun = token.head if token.tag_ == "PRP$" else token
    clause = noun.head
    if noun.dep_ not in SUBJECTS or clause.dep_ != "ccomp":
        return None
    saying = clause.head
    if saying.lower_ not in SAYING:
        return None
    subjects = [c for c in saying.children if c.dep_ in SUBJECTS and c.i < token.i]
    nouns = ("NNS", "NNPS") if token.lower_ in PLURAL else ("NN", "NNP")
    between = token.doc[saying.i + 1 : token.i]
    is_first = not any(other.tag_ in nouns for other in between)
    return subjects[0] if len(subjects) == 1 and is_first else None


def may_speak_as(subject: Token, pronoun: str, kind: Kind | None) -> bool:
    """Tell whether a pronoun in what is said may be who says it, of `kind` if that is named."""
    if pronoun in PLURAL:
        return subject.tag_ in ("NNS", "NNPS")
    if subject.tag_ not in ("NN", "NNP"):
        return False
    return kind is Kind.BODY or (kind is None and subject.lower_ in _SPEAKERS)


def is_pleonastic(token: Token) -> bool:
    """Tell whether "it" stands for nothing: "it is likely that", "it took a year to"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    if token.dep_ == "expl" or verb.lower_ in _WEATHER or verb.head.lower_ in _MAKING:
        return True
    if token.dep_ not in SUBJECTS:
        return False
    below = [child for child in verb.children if child.i > token.i]
    predicates = [
        child for child in below if child.dep_ in ("acomp", "attr", "oprd", "prep", "dobj")
    ]
    clauses = {"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl"}
    deep = below + [child for one in predicates for child in one.children]
    is_extraposed = any(child.dep_ in clauses and child.i > verb.i for child in deep)
    return verb.lower_ in _COPULAS and (is_extraposed or _is_time(predicates))


def _is_time(predicates: list[Token]) -> bool:
    return any(
        one.lower_ in ("time", "day", "night", "morning", "hard", "late") for one in predicates
    )
