"""Which verbs of a sentence state something of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from claimcheck.segment.phrases import Token, has_subject, is_restrictive, is_verb

DEPENDENT: Final = frozenset({"conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp"})
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE_PRONOUNS: Final = ("who", "which", "whose", "where")
_MODALS: Final = frozenset({"could", "would", "might", "may", "should"})
# A clause that opens so is supposed, not stated.
_CONDITIONS: Final = frozenset(
    {"if", "unless", "whether", "lest", "provided", "assuming", "suppose", "until"}
)


def all_predicates(doc: Any) -> Iterator[Token]:
    """Yield the verb of every clause, finite or not, that isn't only supposed."""
    for token in doc:
        is_clause = token.dep_ in DEPENDENT and (is_verb(token) or has_subject(token))
        if token.dep_ == "ROOT" or (is_clause and not _is_open(token)):
            yield token


def sure_predicates(doc: Any) -> Iterator[Token]:
    """Yield the verbs whose subject is sure: finite ones with a subject at hand.

    What a participle belongs to ("..., sparking an evacuation") is often the whole event, and a
    small parser errs on it; left in the clause around it, nothing false is said.
    """
    for token in all_predicates(doc):
        if token.dep_ == "ROOT" or (_is_finite(token) and _has_sure_subject(token)):
            yield token


def _has_sure_subject(verb: Token) -> bool:
    if verb.dep_ == "relcl":
        own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        return not is_restrictive(verb) and bool(own) and own[0].lower_ in _RELATIVE_PRONOUNS
    if verb.dep_ == "conj":
        first = verb.head
        while first.dep_ == "conj":
            first = first.head
        return has_subject(verb) or (first.dep_ == "ROOT" and has_subject(first))
    return verb.dep_ in ("advcl", "parataxis") and has_subject(verb)


def _is_finite(verb: Token) -> bool:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(one.tag_ in _FINITE for one in auxiliaries):
        return True
    if verb.dep_ == "conj" and not has_subject(verb) and not auxiliaries:
        return bool(verb.tag_ == verb.head.tag_ or verb.tag_ in _FINITE)
    return verb.tag_ in _FINITE


def _is_open(verb: Token) -> bool:
    """Tell whether a clause is only supposed, or an aim: "if it rains", "to win"."""
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return True
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if to and verb.dep_ in ("advcl", "conj", "ccomp"):
        return True
    if verb.dep_ == "conj":
        return _is_supposed(verb.head) or _is_denied_before(verb)
    return _is_supposed(verb)


def _is_supposed(verb: Token) -> bool:
    """Tell whether a clause opens with "if" or the like, or one hanging on another with "could"."""
    return any(
        (child.lower_ in _CONDITIONS and child.dep_ in ("mark", "advmod", "prep"))
        or (child.lower_ in _MODALS and verb.dep_ == "advcl")
        for child in verb.lefts
    )


def _is_denied_before(verb: Token) -> bool:
    """Tell whether a "not" or "nor" before a verb reaches it from outside: cut out, it affirms."""
    before = verb.doc[max(0, verb.left_edge.i - 1)]
    if "nor" in (before.lower_, verb.left_edge.lower_):
        return True
    own = any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)
    return not own and any(child.dep_ == "neg" for child in verb.head.children)
