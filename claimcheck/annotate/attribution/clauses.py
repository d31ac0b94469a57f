"""The attributions that the verbs and other words of one sentence make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.attribution.complements import (
    content_of,
    has,
    is_infinitive,
    passive_subject,
)
from claimcheck.annotate.attribution.drafts import Draft, tidy
from claimcheck.annotate.attribution.nominal import (
    of_adverb,
    of_colon,
    of_noun,
    of_preposition,
    of_title,
)
from claimcheck.annotate.attribution.reporting import (
    ADVERBS,
    CATENATIVES,
    NEGATION_RAISING,
    NOUNS,
    SILENCE,
    VENUES,
    VERBS,
    Frame,
    Report,
)
from claimcheck.annotate.attribution.subjects import (
    QUOTING,
    SUBJECTS,
    beside_quotation,
    is_fronted,
    source_of,
)
from claimcheck.annotate.parsing import Sentence
from claimcheck.datatypes import Span, Stance
from claimcheck.settings import MAX_ATTRIBUTED_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_VERB: Final = frozenset(("aux", "auxpass", "neg", "advmod"))
_COPULAS: Final = frozenset("is are was were be been being 's 're ’s ’re has have had".split())
_ANY_VERB: Final = Report("", Frame.QUOTE)
_QUOTABLE: Final = Frame.CLAUSE | Frame.HEARER | Frame.QUOTE
_NOBODY: Final = frozenset("nobody none no neither".split())
_COLON: Final = re.compile(r": [\"“\'‘«]")
_UTTERANCE: Final = re.compile(r"\W{1,3}[^\W\d_a-z]")


def drafts_of(sentence: Sentence, quoted: Sequence[Span]) -> list[Draft]:
    """Return the attributions that the words of `sentence` make, in the order of their cues.

    `quoted` are the quotations that touch it. A draft without content has a cue that could have
    a quotation for content (`takes_quote`). A sentence of more than `MAX_ATTRIBUTED_TOKENS` gives
    none.
    """
    if len(sentence.doc) > MAX_ATTRIBUTED_TOKENS:
        return []
    drafts: list[Draft] = []
    for token in sentence.doc:
        word, tag = token.lower_, token.tag_
        if word == "according":
            draft = of_preposition(sentence, token)
        elif tag[0] == "V" and not _is_noun_after_participle(token):
            draft = _of_verb(sentence, token, VERBS.get(word), quoted)
        elif word in NOUNS and tag[:2] == "NN":
            draft = of_noun(sentence, token, NOUNS[word])
        elif word in ADVERBS:
            draft = of_adverb(sentence, token, ADVERBS[word])
        else:
            continue
        if draft:
            drafts.append(draft)
    if sentence.paragraph == 0 or quoted:
        return of_colon(sentence, quoted) or drafts or of_title(sentence)
    return drafts


def _of_verb(
    sentence: Sentence, verb: Token, report: Report | None, quoted: Sequence[Span]
) -> Draft | None:
    place = sentence.span.start + verb.idx
    inside = any(mark.start <= place < mark.end for mark in quoted)
    if report is None and (inside or _is_plain(verb) or not _may_utter(sentence, verb, quoted)):
        return None
    report = report or _ANY_VERB
    children = list(verb.children)
    passive = any(child.dep_ == "auxpass" for child in children) or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not has(children, "aux")
    )
    content, prepositions = content_of(verb, report, children, passive=passive)
    opening = _catenative(verb)
    if content and not opening and verb.dep_ != "ROOT" and is_infinitive(children):
        return None
    if content and _reports_itself(verb, children):
        return None
    cue = _cue(verb, children, prepositions, opening)
    source = source_of(verb, children, passive)
    # "Think Ann Lee or Bo Orr" is an order.
    is_order = not quoted and verb.tag_ == "VB" and bool(source) and source[0].i > verb.i
    is_aside = inside and not (_is_speech(report) and any(token.tag_ == "NNP" for token in source))
    if is_order or is_aside:
        return None
    if passive and content:
        content = [*content, *passive_subject(report, children, content[0])]
    takes_quote = bool(report.frame & _QUOTABLE) and not inside
    if quoted and takes_quote:
        source = beside_quotation(sentence, cue, source, quoted)
    if not content and not takes_quote:
        return None
    taken = {token.i for token in (*cue, *source)}
    kept = [token for token in content if token.i not in taken]
    return Draft(
        tidy(sentence, source),
        sentence.places(cue),
        tidy(sentence, kept) or _passed_on(sentence, verb, quoted),
        _stance(verb, report, children),
        takes_quote,
    )


def _may_utter(sentence: Sentence, verb: Token, quoted: Sequence[Span]) -> bool:
    """Tell whether a verb that is no reporting verb could have a quotation for its content.

    The quotation here begins as an utterance does, not as a word or two, or a colon announces it.
    """
    text = sentence.doc.text
    if verb.dep_ == "ROOT" and (text.endswith(":") or _COLON.search(text)):
        return True
    places = (mark.start - sentence.span.start for mark in quoted)
    return any(_UTTERANCE.match(text, max(0, place)) for place in places)


def _is_noun_after_participle(token: Token) -> bool:
    """Tell whether a verb is a noun in truth: "reports" in "Citing reports that ..., he said"."""
    return token.dep_ in SUBJECTS and is_fronted(token)


def _is_plain(verb: Token) -> bool:
    return not verb.is_lower or verb.dep_[:3] == "aux" or verb.lower_ in _COPULAS


def _is_speech(report: Report) -> bool:
    return bool(report.frame & (Frame.CLAUSE | Frame.HEARER))


def _catenative(verb: Token) -> Token | None:
    """Return the verb before, where both make one cue: "went on to say", "was quoted as saying"."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.i < verb.i and head.lower_ in CATENATIVES:
        return head
    if verb.dep_ == "pcomp" and _is_passive(head.head) and head.lower_ == "as":
        # "As saying so is discouraged" has the passive behind.
        return head.head if head.head.i < verb.i else None
    return None


def _passed_on(sentence: Sentence, verb: Token, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quotation before "the radio quoted her as saying"."""
    relay = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or relay.lower_ not in QUOTING:
        return ()
    place = sentence.span.start + relay.idx
    return tuple(mark for mark in quoted if mark.end <= place)[-1:]


def _is_passive(verb: Token) -> bool:
    return has(verb.children, "auxpass")


def _reports_itself(verb: Token, children: Sequence[Token]) -> bool:
    """Tell whether a verb below this one makes one cue with it, and so stands for both."""
    if verb.lower_ in CATENATIVES:
        below = [child for child in children if child.dep_ == "xcomp" and child.i > verb.i]
    else:
        preposition = [child for child in children if child.lower_ == "as" and child.dep_ == "prep"]
        below = [one for child in preposition for one in child.children if one.dep_ == "pcomp"]
        below = below if _is_passive(verb) else []
    return any(child.lower_ in VERBS for child in below)


def _cue(
    verb: Token, children: Sequence[Token], prepositions: Sequence[Token], opening: Token | None
) -> list[Token]:
    doc, first = verb.doc, verb.i
    if opening is not None:
        first = opening.i
        verbs = {verb.i, opening.i}
    else:
        verbs = {verb.i}
    while first and _belongs_before(doc[first - 1], verbs):
        first -= 1
    last = verb.i
    if last + 1 < len(doc) and doc[last + 1].dep_ == "prt" and doc[last + 1].head.i == verb.i:
        last += 1
    if prepositions and prepositions[0].i == last + 1:
        last += 1
    for child in children:
        if child.i == last + 1 and child.dep_ == "agent":
            last += 1
        elif child.i == last + 1 and child.dep_ == "prep":
            last = _venue_end(child, last)
    return list(doc[first : last + 1])


def _belongs_before(token: Token, verbs: set[int]) -> bool:
    return token.head.i in verbs and token.dep_ in _BEFORE_VERB and token.tag_[0] != "W"


def _venue_end(preposition: Token, last: int) -> int:
    """Return the last token of "in a statement", or `last` where it is something else."""
    for token in preposition.children:
        # A parser may hang what stands before a preposition on it.
        if token.dep_ == "pobj" and token.lower_ in VENUES and token.i > last:
            return int(token.i)
    return last


def _stance(verb: Token, report: Report, children: Sequence[Token]) -> Stance:
    if not _is_negated(verb, children):
        out = any(child.dep_ == "prt" and child.lower_ == "out" for child in children)
        return Stance.DENYING if out and report.base == "rule" else report.stance
    if report.base in NEGATION_RAISING:
        return Stance.DENYING
    return Stance.NEUTRAL


def _is_negated(verb: Token, children: Sequence[Token]) -> bool:
    if any(
        child.dep_ == "neg"
        or child.lower_ == "never"
        or (child.dep_ in SUBJECTS and child.left_edge.lower_ in _NOBODY)
        for child in children
    ):
        return True
    head = verb.head
    if verb.dep_ != "xcomp":
        return False
    return (head.lower_ in VERBS and VERBS[head.lower_].base in SILENCE) or any(
        child.dep_ == "neg" for child in head.children
    )
