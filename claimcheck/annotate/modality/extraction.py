"""How a sentence stands to what it tells: hedged, denied, conditional, planned; how certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.modality.negation import Negation, is_negative, negations
from claimcheck.annotate.modality.predicates import bears_on_main, main_predicates, reach, tokens_in
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Polarity(StrEnum):
    """Whether the main predicate is affirmed or denied."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How certain the sentence says that its main predicate is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Modality:
    """What a sentence shows, as spans of its text in reading order.

    `conditionals` are whole conditions ("if it rains"); `plans` are the words that announce
    ("plans to", "will").
    """

    hedges: tuple[Span, ...]
    negations: tuple[Negation, ...]
    conditionals: tuple[Span, ...]
    plans: tuple[Span, ...]
    polarity: Polarity
    certainty: Certainty


def _not_after(words: str) -> str:
    """Return the pattern of a place that none of the words stands right before."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


# "May" the month and "might" the power are no hedges, nor is what cannot or could not be.
_POSSIBLE: Final = (
    rf"(?=m){_not_after('in last since until early late by')}(?-i:may|MAY)(?! \d|,? 20\d\d)|"
    rf"(?=m){_not_after('military the our')}(?-i:might)(?! of)|could(?! not|n['’]t)|perhaps|maybe|"
    r"possibly|conceivably|potentially|alleged(?:ly)?|alleges?|purported(?:ly)?|supposedly|suspected|"
    r"rumou?red|unconfirmed|suspects?(?= (?:that|the|he|she|it|they)\b)|"
    r"(?:is|are|was|were) (?:considering|weighing|mulling)|considering|weighing|unclear (?:if|"
    r"whether)|(?:it is |it['’]s )?possible that"
)
_PROBABLE: Final = (
    r"probably|likely|unlikely|presumably|apparently|reportedly|seemingly|"
    r"(?:appear|seem)(?:s|ed)?(?= to\b| that\b| like)|(?:is|are|was|were) (?:widely )?(?:believed|"
    r"thought|expected|projected|estimated|forecast|predicted|poised|set|due|scheduled)(?= to\b)|"
    r"must have|should have no trouble|almost certain(?:ly)?|suggest(?:s|ed)?(?= that\b| the\b)|"
    r"believes?(?= that\b| the\b| he\b| it\b| they\b)"
)
# A noun: "a plan to", "his aim to", "the will of".
_NO_NOUN: Final = _not_after("a an the new his her its their this that our my any no")
_PLANS: Final = (
    rf"(?=[piav]){_NO_NOUN}"
    r"(?:plan|intend|aim|vow|pledge|promise|agree)(?:s|d|ed|ned|ing|ning)? (?:not )?to|"
    r"(?:hopes?|hoping|hoped|seeks?|sought|prepar(?:es?|ed|ing)|threatens?) (?:not )?to|"
    r"(?:is|are|was|were) (?:widely )?(?:expected|projected|forecast|poised|set|due|scheduled|"
    r"about|slated|bound) to|(?:is|are) (?:not )?to be|going to|"
    rf"(?=w){_not_after('the his her their political free a')}(?-i:will|WILL)(?! of\b)|"
    r"won['’]t|[a-z]+['’]ll"
)
_WOULD: Final = r"would|[a-z]+['’]d (?=have|be)"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?<!\w['’])(?:{pattern})(?![\w-])", re.IGNORECASE)


_BY_CERTAINTY: Final = (
    (Certainty.HYPOTHETICAL, _words(_WOULD)),
    (Certainty.POSSIBLE, _words(_POSSIBLE)),
    (Certainty.PROBABLE, _words(_PROBABLE)),
    (Certainty.PROBABLE, _words(_PLANS)),
)
_HEDGE = _words(f"{_POSSIBLE}|{_PROBABLE}")
_PLAN = _words(_PLANS)
_CONDITION = re.compile(
    # What it begins with comes first, which is quick. After the words listed a conjunction asks.
    r"\b(?=[iueopa])"
    rf"{_not_after('as what know ask asked asking asks see wonder wondered clear unclear sure')}"
    rf"{_not_after('unsure say tell decide determine doubt question matter out weighing')}"
    r"(?<![\w-])(?<!\w['’])(?:(?:even |only )?"
    r"if(?! any\b| anything| not\b|['’”\"])|unless|"
    r"provided that|in case|in the event|on condition that|assuming(?: that)?)(?![\w-])",
    re.IGNORECASE,
)
# "Should the bill fail, ..." and "Had he known, ...".
_INVERTED = re.compile(
    r"^\W*(?:should|had|were) (?:the|he|she|it|they|we|I|[A-Z]\w+)\b[^,?]+,(?! \")", re.I
)
_BACKSHIFT = re.compile(
    r"\b(?:said|told|announced|added|promised|vowed|pledged|predicted|thought|hoped|knew|warned|"
    r"believed|insisted|confirmed)\b",
    re.IGNORECASE,
)


def modality(text: str, doc: Doc | None = None) -> Modality:
    """Return what one sentence shows; `doc` is its parse, without which reach is guessed."""
    negated = negations(text, doc)
    conditions = _conditions(text, doc)
    return Modality(
        _spans(_HEDGE, text),
        negated,
        conditions,
        _spans(_PLAN, text),
        Polarity.NEGATIVE if is_negative(text, negated, doc) else Polarity.POSITIVE,
        _certainty(text, conditions, doc),
    )


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


def _conditions(text: str, doc: Doc | None) -> tuple[Span, ...]:
    inverted = _INVERTED.match(text)
    fronted = [Span(0, inverted.end() - 1)] if inverted else []
    found = [_condition(text, Span(*match.span()), doc) for match in _CONDITION.finditer(text)]
    return (*fronted, *(one for one in found if one))


def _condition(text: str, cue: Span, doc: Doc | None) -> Span | None:
    """Return the clause that a conjunction opens; None where it only asks ("whether")."""
    tokens = tokens_in(doc, cue) if doc is not None else []
    if tokens and tokens[-1].dep_ == "mark":
        clause = tokens[-1].head
        if clause.dep_ == "ccomp" and cue.start > clause.head.idx:
            return None
        last = _outermost(clause).right_edge
        if last.idx > cue.start:
            return _bare(text, Span(cue.start, last.idx + len(last)))
    end = text.find(",", cue.end)
    stop = reach(text, cue.end)
    return _bare(text, Span(cue.start, stop if end < 0 else min(end, stop)))


def _bare(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(' \t\r\n.,;:!?"”')))


def _certainty(text: str, conditions: tuple[Span, ...], doc: Doc | None) -> Certainty:
    # What is so "even if" is so.
    conditions = tuple(one for one in conditions if not one.of(text).lower().startswith("even"))
    if conditions and _conditions_main(conditions[0], doc):
        return Certainty.HYPOTHETICAL
    for certainty, pattern in _BY_CERTAINTY:
        for match in pattern.finditer(text):
            cue = Span(*match.span())
            if not bears_on_main(text, cue, doc) or any(cue.overlaps(one) for one in conditions):
                continue
            if certainty is Certainty.HYPOTHETICAL and _BACKSHIFT.search(text):
                return Certainty.PROBABLE
            return certainty
    return Certainty.CERTAIN


def _conditions_main(condition: Span, doc: Doc | None) -> bool:
    """Tell whether what depends on a condition is the main predicate."""
    tokens = tokens_in(doc, condition) if doc is not None else []
    if not tokens or doc is None:
        return True
    head = tokens[0].head if tokens[0].dep_ == "mark" else tokens[0]
    while head.dep_ in ("advmod", "mark", "prep"):
        head = head.head
    head = _outermost(head)
    return head.dep_ != "advcl" or head.head in main_predicates(doc)


def _outermost(clause: Token) -> Token:
    """Return the adverbial clause that a clause depends on: "if they see they can break it"."""
    while clause.dep_ == "advcl" and clause.head.dep_ == "advcl":
        clause = clause.head
    return clause
