"""Attributions that no verb makes: "the claim that", "according to", "reportedly", headlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.attribution.drafts import Draft, subtrees, tidy
from claimcheck.annotate.attribution.reporting import DOCUMENTS, LABELS, VERBS, Report
from claimcheck.annotate.parsing import Sentence
from claimcheck.datatypes import Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES: Final = frozenset(("NNP", "NNPS", "HYPH", "CC", "POS", ","))
# How many words a headline has before its colon at most, or after it if they are the source.
_MAX_LEAD: Final = 7
_MAX_TAIL: Final = 4
# The share of capitalised words in a title.
_TITLE_SHARE: Final = 0.6


def of_noun(sentence: Sentence, noun: Token, report: Report) -> Draft | None:
    """Read "his claim that it rained" and "the claim by X that it rained"."""
    clause = [
        child
        for child in noun.children
        if child.i > noun.i
        and child.dep_ in ("acl", "ccomp", "relcl")
        and any(one.dep_ == "mark" and one.lower_ == "that" for one in child.children)
    ]
    if not clause:
        return None
    owner = [child for child in noun.children if child.dep_ == "poss"]
    source = subtrees(owner)
    if not source:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("by", "of", "from", "among"):
                source = subtrees(one for one in child.children if one.dep_ == "pobj")
                source = [token for token in source if token.i < clause[0].left_edge.i]
    return Draft(
        tidy(sentence, source),
        sentence.places([noun]),
        tidy(sentence, subtrees(clause)),
        report.stance,
    )


def of_preposition(sentence: Sentence, token: Token) -> Draft | None:
    doc = sentence.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    objects = [one for one in (*to.children, *token.children) if one.dep_ == "pobj"]
    if not objects:
        return None
    source = subtrees(objects)
    head = token.head
    around = subtrees([head]) if head.i != token.i else list(doc)
    if head.tag_[:1] not in "VM":
        around = _clause_around(head)
    taken = {token.i, to.i, *(one.i for one in source)}
    content = [one for one in around if one.i not in taken]
    return Draft(
        tidy(sentence, source),
        sentence.places([token, to]),
        tidy(sentence, content),
        Stance.NEUTRAL,
    )


def _clause_around(token: Token) -> list[Token]:
    while token.head.i != token.i and token.tag_[0] not in "VM":
        token = token.head
    return subtrees([token])


def of_adverb(sentence: Sentence, adverb: Token, stance: Stance) -> Draft | None:
    around = _clause_around(adverb.head)
    content = [token for token in around if token.i != adverb.i]
    return Draft((), sentence.places([adverb]), tidy(sentence, content), stance)


def of_colon(sentence: Sentence, quoted: Sequence[Span]) -> list[Draft]:
    """Read "Xi: the plan stands" and "The plan stands: Xi" of a headline or before a quotation."""
    doc = list(sentence.doc)
    colon = next((token.i for token in doc[: _MAX_LEAD + 1] if token.text == ":"), 0)
    after = doc[colon + 1 :]
    if colon and len(after) > 2:
        opening = sentence.span.start + after[0].idx
        is_quote = any(mark.start == opening for mark in quoted)
        if (is_quote or sentence.paragraph == 0) and _is_voice(doc[:colon]):
            return [_of_parts(sentence, doc[:colon], [doc[colon]], after)]
    colon = next((t.i for t in doc[-_MAX_TAIL - 1 :] if t.text == ":"), 0)
    if colon and sentence.paragraph == 0 and colon + 1 < len(doc) and _is_voice(doc[colon + 1 :]):
        return [_of_parts(sentence, doc[colon + 1 :], [doc[colon]], doc[:colon])]
    return []


def _is_voice(tokens: Sequence[Token]) -> bool:
    if all(token.tag_ in _NAMES for token in tokens):
        return tokens[0].lower_ not in LABELS and tokens[0].tag_[:2] == "NN"
    return tokens[-1].lower_ in DOCUMENTS and not any(token.tag_[0] == "V" for token in tokens)


def of_title(sentence: Sentence) -> list[Draft]:
    """Read "Xi Says the Plan Stands", whose capitals mislead the tagger."""
    doc = list(sentence.doc)
    words = [token for token in doc if token.is_alpha]
    if sum(token.text[0].isupper() for token in words) < _TITLE_SHARE * len(words):
        return []
    for token in doc[1:-2]:
        if token.lower_ in VERBS and token.lower_[-1] == "s" and token.tag_[:2] == "NN":
            report = VERBS[token.lower_]
            parts = _of_parts(sentence, doc[: token.i], [token], doc[token.i + 1 :])
            return [replace(parts, stance=report.stance)]
    return []


def _of_parts(
    sentence: Sentence, source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token]
) -> Draft:
    return Draft(
        tidy(sentence, source), sentence.places(cue), tidy(sentence, content), Stance.NEUTRAL
    )
