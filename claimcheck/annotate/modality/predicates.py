"""Which words of a sentence are its main predicate, and which predicate a word belongs to.

Where a sentence only reports ("police said"), what is said counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING: Final = (
    "said say says saying told tell tells announced announces added adds claimed claims wrote "
    "writes testified argued argues insisted insists confirmed confirms stated states noted notes "
    "explained tweeted reported reports believe believes believed think thinks thought suggests "
    "suggested showed shows found concluded acknowledged warned predicted estimated promised vowed"
).split()
# Characters. What has no end by then is no clause.
_LONGEST_CLAUSE: Final = 500
_REPORTS = re.compile(
    r"[^,.;:!?\"“”]{1,80}?\b(?:said|says?|told \S+(?: \S+)?|announced|added|claim(?:ed|s)|"
    r"wrote|argue[ds]|insist(?:ed|s)|confirm(?:ed|s)|reported|believes?|thinks?|showed|found|"
    r"warned)(?: (?:on )?[A-Z][a-z]+day)?(?: that\b|,?(?= (?:the|he|she|it|they|there|no|nobody|"
    r"none|a|an|his|her|its|their|[A-Z])\b))"
)
_FRONTED = re.compile(
    r"\W*(?:if|unless|although|though|while|when|after|before|because|since|as|despite|without|"
    r"with|in|on|at|by|for|until|once|even|according)\b[^,]{3,150},",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;:!?—–]|[.](?=\s|$|[\"”])|,(?!\d)|\s(?:but|because|although|though|while|which|who|whose|"
    r"whom|when|after|before|until|unless|if|so that|despite|even)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"[;:]|\s(?:but|because|although|though|while|which|who|whose|whom|that|when|after|before|"
    r"until|unless|if|so|despite|as)\b",
    re.IGNORECASE,
)
# From a word up to its predicate: what leads through other clauses isn't climbed.
_CLIMBED: Final = frozenset(
    "neg advmod det predet preconj cc nsubj nsubjpass dobj attr npadvmod aux auxpass acomp oprd "
    "dative intj expl quantmod".split()
)


def in_main_clause(text: str, cue: Span) -> bool:
    """Tell, by commas and conjunctions alone, whether a cue stands in the main clause."""
    return _main_clause(text).overlaps(cue)


# The cues of one sentence ask one after the other.
@lru_cache(maxsize=16)
def _main_clause(text: str) -> Span:
    start = 0
    while found := _FRONTED.match(text, start):
        start = found.end()
    if reports := _REPORTS.match(text, start):
        start = reports.end()
    ends = _SUBORDINATE.search(text, start + 1)
    return Span(start, ends.start() if ends else len(text))


def reach(text: str, start: int) -> int:
    """Return where the clause that `start` stands in ends, by punctuation and conjunctions."""
    limit = min(len(text), start + _LONGEST_CLAUSE)
    found = _CLAUSE_END.search(text, start, limit)
    return found.start() if found else limit


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """Return the tokens that share a character with a span of the text."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(found) if found is not None else []


def main_predicates(doc: Doc) -> list[Token]:
    """Return the root and the verbs that complete it, and of a report what is said."""
    if not len(doc):
        return []
    root = doc[0]
    while root.head != root:
        root = root.head
    chain = [root]
    while further := _completing(chain[-1]):
        chain.append(further)
    return chain


def _completing(token: Token) -> Token | None:
    reports = token.lower_ in _SAYING and all(child.dep_ != "neg" for child in token.children)
    # A noun as the root of a sentence with a verb is a slip of the parser.
    astray = token.tag_.startswith("NN") and any(one.dep_ == "ccomp" for one in token.children)
    wanted = ("ccomp", "xcomp") if reports or astray else ("xcomp",)
    children = [child for child in token.children if child.dep_ in wanted]
    if not children:
        # "is likely to pass", "was able to go": the verb hangs on the adjective.
        adjectives = [child for child in token.children if child.dep_ in ("acomp", "oprd")]
        children = [kid for one in adjectives for kid in one.children if kid.dep_ == "xcomp"]
    return children[0] if children else None


def governor(token: Token) -> Token | None:
    """Return the verb that a word belongs to; None where another clause or phrase lies between.

    A preposition is taken to open an adverb ("at no time").
    """
    start = token
    while True:
        if token.head == token:
            return token
        if token.dep_ not in _CLIMBED and not (token.dep_ == "prep" and token == start):
            return None
        token = token.head
        if token.tag_.startswith(("VB", "MD")):
            return token


def bears_on_main(text: str, cue: Span, doc: Doc | None) -> bool:
    """Tell whether a cue belongs to the main predicate; without a parse, by position."""
    if doc is None:
        return in_main_clause(text, cue)
    predicates = main_predicates(doc)
    return any(one in predicates or governor(one) in predicates for one in tokens_in(doc, cue))
