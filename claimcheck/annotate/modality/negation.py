"""Words that negate, how far each reaches, and whether the main predicate is denied.

Cues are found by their words. How far one reaches, and whether what it negates is the main
predicate, is read off the parse; without one, off punctuation and conjunctions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.modality.predicates import (
    governor,
    in_main_clause,
    main_predicates,
    reach,
    tokens_in,
)
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOT_WORDS: Final = (
    r"(?:under|in) no (?:circumstances|way|case)|at no (?:time|point)|by no means|not once|"
    r"no longer|no one|not|never|nobody|none|nothing|nowhere|neither|nor|hardly|scarcely|cannot|"
    r"zero(?= (?!percent|per cent|points?|degrees|hours|hour|tolerance|carbon|emissions?|to|and|or|"
    r"in|on|at|for|sum)[a-z]{3})|"
    r"no|[a-z]{2,5}n['’]t"
)
# Verbs and adjectives that deny what they take.
_DENYING: Final = (
    r"fail(?:s|ed|ing)? to|failure to|refus(?:e|es|ed|ing|al) to|refus(?:e|es|ed|ing)|"
    r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|declin(?:e|es|ed|ing) to|"
    r"neglect(?:s|ed|ing)? to|stop(?:s|ped|ping)? short of|lack(?:s|ed|ing)?|"
    r"rul(?:e|es|ed|ing) out|(?:has|have|had) yet to|unable to|unlikely|unwilling to|"
    r"impossible|false|untrue|far from"
)
_WITHOUT: Final = r"without|free (?:of|from)|(?:the )?absence of|instead of|rather than"
_CUE = re.compile(
    rf"(?<![\w-])(?<!\w['’])(?:{_NOT_WORDS}|{_DENYING}|{_WITHOUT})(?![\w-])", re.IGNORECASE
)
_ASIDE = re.compile(rf"(?:{_WITHOUT})$", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where)\b", re.IGNORECASE)
_JOINS = re.compile(r"nor$", re.IGNORECASE)
_REASON = re.compile(r"\s+because\b", re.IGNORECASE)
_DENIES = re.compile(rf"(?:{_DENYING})$", re.IGNORECASE)
# Words that hold a negation but affirm, or that only answer.
_AFFIRMING = re.compile(
    r"\b(?:not (?:only|just|merely|simply|solely|least|to mention|long (?:after|before|ago)|"
    r"without|un(?!der|til|i[foqstv])\w+|infrequent\w*|insignificant)|"
    r"no (?:longer|fewer|less|more|later|sooner|earlier|greater|smaller|higher|lower|"
    r"larger|bigger|better|worse) than|no less|"
    r"no (?:doubt|wonder|matter|question that|small|mean feat|stranger to|secret)|"
    r"nothing (?:but|if not|short of|less than|more than)|none other than|"
    r"no one (?:but|knows)|neither here nor there|"
    r"(?:or|if|why|than|but) not(?= |[,.;?!]|$)(?! (?:be|have|do)\b)|"
    r"(?:can(?:not|['’]t)|could(?: not|n['’]t)) (?:help but|help|but|be overstated|wait)|"
    r"(?:can(?:not|['’]t)|could(?: not|n['’]t)) (?:even )?(?:believe|imagine)|"
    r"(?:not|n['’]t) hesitate|(?:not|n['’]t) (?:even )?(?:pretend to )?agree more|"
    r"no\. ?\d|no \d+\b|no way to|(?:is|was|are|were|does|do|did) and (?:is|was|are|were|does|do|"
    r"did) not|lack(?:s|ed|ing)? no\b|false(?:ly)? (?:claims?|statements?|flags?|alarms?|names?)|"
    r"den(?:y|ies|ied) (?:him|her|them|it|us|me) \w+)|"
    r"\b(?:yes or no|no thanks|no(?=[,.!?] ))|^\W*(?:not until|no[,.!] )|"
    r"n['’]t (?:only|just|merely|simply|solely)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that negates and what it reaches over: two stretches of the text."""

    cue: Span
    scope: Span


def negations(text: str, doc: Doc | None = None) -> tuple[Negation, ...]:
    """Return the negations in reading order; `doc` is the parse of `text`."""
    return tuple(Negation(cue, _scope(text, cue, doc)) for cue in _cues(text))


def is_negative(text: str, found: Sequence[Negation], doc: Doc | None = None) -> bool:
    """Tell whether the main predicate is denied: by one negation, or by any odd number."""
    return sum(_denies_main(text, one.cue, doc) for one in found) % 2 == 1


def _cues(text: str) -> list[Span]:
    spared = [Span(*match.span()) for match in _AFFIRMING.finditer(text)]
    cues = [Span(*match.span()) for match in _CUE.finditer(text)]
    return [cue for cue in cues if not any(cue.overlaps(other) for other in spared)]


def _scope(text: str, cue: Span, doc: Doc | None) -> Span:
    negated = _negated(text, cue, doc) if doc is not None else None
    end = _right_edge(negated) if negated else 0
    # Where the parse goes astray nothing is left.
    end = end if end > cue.end else reach(text, cue.end)
    aside = _RELATIVE.search(text, cue.end, end)
    return _trimmed(text, Span(cue.end, aside.start() if aside else end))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip(" \t\r\n.,;:!?\"'”’"))))


def _right_edge(head: Token) -> int:
    """Return where the words that depend on `head` end, but for clauses joined or put after it."""
    end = head.idx + len(head)
    for child in head.rights:
        if child.dep_ == "punct":
            continue
        if child.dep_ in ("conj", "cc", "advcl", "parataxis"):
            break
        last = child.right_edge
        end = last.idx + len(last)
    return end


def _negated(text: str, cue: Span, doc: Doc) -> Token | None:
    """Return the head of what a cue negates: its own for a verb, else what it depends on."""
    tokens = tokens_in(doc, cue)
    if not tokens or _JOINS.match(cue.of(text)):
        return None
    if _DENIES.match(cue.of(text)) or _ASIDE.match(cue.of(text)):
        return next((one for one in tokens if one.dep_ != "aux"), tokens[0])
    last = tokens[-1]
    return governor(last if len(tokens) < 3 else tokens[0]) or last.head


def _denies_main(text: str, cue: Span, doc: Doc | None) -> bool:
    joins = cue.start > 0 and _JOINS.match(cue.of(text))
    if joins or _ASIDE.match(cue.of(text)) or _REASON.match(text, cue.end):
        return False
    if doc is None:
        return in_main_clause(text, cue) and not _after_preposition(text, cue)
    tokens = tokens_in(doc, cue)
    if not tokens:
        return False
    predicates = main_predicates(doc)
    first = tokens[0] if len(tokens) > 1 else tokens[-1]
    return any(one in predicates or governor(one) in predicates for one in (first, tokens[-1]))


_PREPOSITION = re.compile(
    r"\b(?:with|of|in|by|from|to|for|on|about|despite|under|a|an|the|their|his|her|its)\s+$",
    re.IGNORECASE,
)


def _after_preposition(text: str, cue: Span) -> bool:
    # "with no money" and "a failed bid" deny nothing of the predicate.
    return bool(_PREPOSITION.search(text, max(0, cue.start - 12), cue.start))
