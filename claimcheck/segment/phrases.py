"""Which words belong to a phrase, and which phrases a list stands for.

A phrase is a set of tokens of one parsed sentence. "The creation of an army and a navy" is two:
"the creation of an army" and "the creation of a navy".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from claimcheck.annotate.references.naming import is_order
from claimcheck.settings import MAX_ALTERNATIVES

Token: TypeAlias = Any
Phrase: TypeAlias = frozenset[Any]

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES: Final = frozenset({"advcl", "acl", "relcl"})
# What hangs on a word and says something of its own, or nothing.
_APART: Final = CLAUSES | {"punct", "cc", "preconj", "conj", "parataxis", "meta", "intj", "dep"}
_OPENING: Final = ("(", "[", "--", "\u2014", "\u2013")
# What stands between two says nothing of either.
_SPANNING: Final = frozenset({"between", "from", "among", "amongst", "amid", "both"})
_NUMBER_OR_NAME: Final = ("NNP", "CD")
_PLACE_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Grain:
    """How finely sentences are cut.

    With `lists` each member of a list, and with `adjuncts` each time, place or manner, makes a
    claim of its own.
    """

    lists: bool
    adjuncts: bool


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb in any form."""
    return bool(token.tag_.startswith("VB") or token.tag_ == "MD")


def combined(phrases: Iterable[Phrase], others: Sequence[Phrase]) -> list[Phrase]:
    """Return every phrase with every other, no more than MAX_ALTERNATIVES."""
    both = [one | other for one in phrases for other in others]
    return both[:MAX_ALTERNATIVES]


def alternatives(head: Token, grain: Grain, *, clauses: bool = False) -> list[Phrase]:
    """Return the phrases that a head stands for, at least one.

    With `clauses` the clauses that hang on it belong to it too.
    """
    children = list(head.children)
    phrases = [frozenset([head])]
    for child in children:
        if _belongs(child, head, grain) or (clauses and _is_inner(child)):
            phrases = combined(phrases, alternatives(child, grain, clauses=clauses))
    if grain.lists:
        phrases = [*phrases, *_examples(children, grain), *_others(head, children, grain, clauses)]
    return list(dict.fromkeys(phrases))[:MAX_ALTERNATIVES]


def _belongs(child: Token, head: Token, grain: Grain) -> bool:
    """Tell whether a dependent is part of its head's phrase."""
    if child.dep_ == "appos":
        whole = not grain.lists or _is_place_of_place(child, head)
        return whole and not in_brackets(child)
    if child.dep_ == "acl":
        return not is_verb(head) and (_is_close_clause(child, head) or not grain.lists)
    if child.dep_ in ("conj", "cc") and not _is_own_clause(child, head):
        return not grain.lists or _is_joint(child, head)
    if child.dep_ == "preconj":
        return not grain.lists or child.lower_ == "neither"
    if is_restrictive(child) or _says_more(child):
        # "The four months since he lost".
        is_of_noun = child.dep_ == "advcl" and not grain.lists and _is_right_behind(child, head)
        return is_restrictive(child) or _is_condition(child) or is_of_noun
    return not (grain.lists and is_list_of_examples(child) and head.tag_.startswith("N"))


def _is_right_behind(child: Token, noun: Token) -> bool:
    return bool(noun.tag_[:2] == "NN" and child.left_edge.i == noun.i + 1)


def _is_condition(child: Token) -> bool:
    """Tell whether a clause says under which condition the one around it holds."""
    return child.dep_ == "advcl" and any(
        one.dep_ == "mark" and one.lower_ in ("if", "unless") for one in child.lefts
    )


def _says_more(child: Token) -> bool:
    """Tell whether what hangs on a word is no part of its phrase."""
    if child.lower_ == "please":
        # "Please don't" asks; without the word it forbids or states.
        return False
    is_called = child.dep_ == "compound" and is_order(child)
    return child.dep_ in _APART or is_called or in_brackets(child)


def is_restrictive(clause: Token) -> bool:
    """Tell whether a relative clause says which one is meant: no comma before it."""
    first = clause.left_edge.i
    before = clause.doc[first - 1].text if first else ","
    return clause.dep_ == "relcl" and before not in (",", *_OPENING)


def _is_inner(child: Token) -> bool:
    return child.dep_ in ("acl", "relcl") or (child.dep_ == "advcl" and is_tied(child))


def is_tied(clause: Token) -> bool:
    """Tell whether a clause can't stand alone: it has a "because" or a "to"."""
    return any(
        (child.dep_ in ("mark", "advmod") and child.i < clause.i)
        or (child.lower_ == "to" and child.dep_ == "aux")
        for child in clause.children
    )


def _is_close_clause(child: Token, head: Token) -> bool:
    """Tell whether a clause belongs to a noun: "plans to leave", "an army led by him"."""
    if child.tag_ == "VB":
        return any(one.lower_ == "to" for one in child.children)
    return bool(child.i == head.i + 1 and head.dep_ in ("pobj", "dobj"))


def _is_own_clause(child: Token, head: Token) -> bool:
    if child.dep_ == "cc":
        return is_verb(head) and any(_is_own_clause(one, head) for one in head.conjuncts)
    return is_verb(child) and is_verb(head)


def in_brackets(token: Token) -> bool:
    """Tell whether a bracket or a dash opens just before a token and what hangs on it."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in _OPENING


def _is_place_of_place(child: Token, head: Token) -> bool:
    """Tell whether an apposition makes a name complete: "Kyiv, Ukraine", "February 4, 2018"."""
    both = (child, head)
    return (
        all(one.tag_ in _NUMBER_OR_NAME for one in both)
        and not any(one.dep_ == "det" for token in both for one in token.children)
        and head.dep_ in ("pobj", "npadvmod", "appos", "conj", "dobj")
        and child.i > head.i
        and child.right_edge.i - child.left_edge.i < _PLACE_WORDS
    )


def is_list_of_examples(token: Token) -> bool:
    """Tell whether a preposition opens examples: "including", "such as"."""
    if token.dep_ != "prep":
        return False
    such = token.lower_ == "as" and any(one.lower_ == "such" for one in token.children)
    return bool(token.lower_ == "including" or such)


def _examples(children: Sequence[Token], grain: Grain) -> list[Phrase]:
    """Return each example in the place of what it is an example of."""
    objects = [
        one
        for child in children
        if is_list_of_examples(child)
        for one in child.children
        if one.dep_ == "pobj"
    ]
    return [phrase for one in objects for phrase in alternatives(one, grain)]


def _others(head: Token, children: Sequence[Token], grain: Grain, clauses: bool) -> list[Phrase]:
    """Return the other members of a list, with the article or owner that all share."""
    phrases = []
    for child in children:
        if child.dep_ == "conj" and _is_apart(child, head):
            shared = frozenset() if is_verb(head) or _owners(child) else _shared(children)
            members = alternatives(child, grain, clauses=clauses)
            phrases += [member | shared for member in members]
    return phrases


def _is_joint(child: Token, head: Token) -> bool:
    """Tell whether a member of a list, or its "and", can't be parted from the head."""
    if child.dep_ == "conj":
        return not _is_apart(child, head)
    members = [one for one in head.children if one.dep_ == "conj"]
    return bool(members) and not any(_is_apart(one, head) for one in members)


def _is_apart(child: Token, head: Token) -> bool:
    """Tell whether what is said of a list is said of each of its members.

    It isn't of "between May and June", "from 40 to 50", "two or more", or a name with "and" in it.
    """
    if head.tag_ == "CD" or child.tag_ == "JJR":
        return False
    if any(one.lower_ in ("neither", "nor") for one in (*head.children, *child.children)):
        # Said of either alone it would affirm.
        return False
    if is_verb(child) and is_verb(head):
        return not has_subject(child)
    if _is_name_of_several(child, head):
        return False
    first = head
    while first.dep_ == "conj":
        first = first.head
    before = first.head if first.dep_ == "pobj" else None
    if before is None:
        return True
    is_name = before.head.tag_ in _NUMBER_OR_NAME and head.tag_ in ("NNP", "NNPS")
    return before.lower_ not in _SPANNING and not is_name


def _is_name_of_several(child: Token, head: Token) -> bool:
    """Tell whether a list is the end of one name: "the Department of Health and Safety"."""
    is_named = child.tag_ in ("NNP", "NNPS") and head.tag_ in ("NNP", "NNPS")
    has_of = any(one.dep_ == "prep" and one.lower_ == "of" for one in head.children)
    return is_named and has_of and not _owners(child)


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own, or "there" in its place."""
    return any(child.dep_ in SUBJECTS or child.dep_ == "expl" for child in verb.children)


def _owners(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in ("det", "poss")]


def _shared(children: Sequence[Token]) -> Phrase:
    owners = [child for child in children if child.dep_ in ("det", "poss")]
    return frozenset(token for owner in owners for token in owner.subtree)
