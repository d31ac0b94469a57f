"""Another source, no source, and a source that denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claimcheck.datatypes import DifferenceKind, Span
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.names import NamePool, last_names, person_class
from claimcheck.evaluation.planting.passages import Chance, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCEPTED: Final = frozenset((DifferenceKind.ATTRIBUTION,))
_DENIED: Final = frozenset((DifferenceKind.NEGATION, DifferenceKind.ATTRIBUTION))
_SOURCES: Final = (
    "officials investigators prosecutors critics analysts experts researchers aides lawyers "
    "witnesses scientists lawmakers activists diplomats"
).split()
_TRAILING: Final = re.compile(
    r", (?:[A-Z][\w.’-]+ ){1,4}(?:said|says|added|told [a-z]+|told [A-Z]\w+)"
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?=\.$)"
)
_LEADING: Final = re.compile(r"According to [^,\"“”]{3,60}, (?=\w)")
_AT_END: Final = re.compile(r", according to [^,:\"“”]{3,80}(?=\.$)")
# A quotation that ends with the comma before its source.
_AFTER_QUOTE: Final = re.compile(
    r",(?P<mark>[\"”]) (?P<source>(?:(?:[A-Z][\w.’-]+ ){1,4}|he |she |they )(?:said|says|added)|"
    r"said (?:[A-Z][\w’-]+ ?){1,3})(?=\.$)"
)
_SAID: Final = re.compile(r"said(?: that)? ")
_SAYING: Final = frozenset(
    "say tell write add tweet argue claim insist note warn explain announce".split()
)
_PRONOUNS: Final = frozenset("he she they it we i you his her their its our".split())


def attributions(passage: Passage, pool: NamePool, chance: Chance) -> Iterator[Edit]:
    """Yield edits of who says what the sentence reports."""
    yield from _other_name(passage, pool, chance)
    yield from _other_noun(passage, chance)
    yield from _no_source(passage)
    yield from _denial(passage)


def _other_name(passage: Passage, pool: NamePool, chance: Chance) -> Iterator[Edit]:
    known = last_names(passage)
    for name in passage.doc.ents:
        if name.label_ != "PERSON" or not _is_speaker(passage, name.root):
            continue
        kind = person_class(name.text) or known.get(name.text)
        others = pool.others(kind, passage.article.text) if kind else []
        if others:
            other = chance.pick(others)
            other = other.split()[-1] if name.text in known else other
            change = passage.place(name.start_char, name.end_char), other
            yield passage.edit((Family.ATTRIBUTION, "other name"), change, _ACCEPTED)


def _is_speaker(passage: Passage, head: Token) -> bool:
    """Tell whether a name is who says what the sentence quotes or reports."""
    if head.dep_ == "pobj":
        return head.head.head.lower_ == "according" or head.head.lower_ == "according"
    says = head.dep_ == "nsubj" and head.head.lemma_ in _SAYING
    reports = any(one.dep_ == "ccomp" for one in head.head.children)
    return says and (reports or bool(passage.quotes))


def _other_noun(passage: Passage, chance: Chance) -> Iterator[Edit]:
    for token in passage.doc:
        is_subject = token.dep_ == "nsubj" and token.head.lemma_ in ("say", "tell", "warn")
        after_according = token.dep_ == "pobj" and token.head.head.lower_ == "according"
        if token.lower_ not in _SOURCES or not (is_subject or after_according):
            continue
        others = [word for word in _SOURCES if word not in passage.text.lower()]
        other = chance.pick(others)
        other = other.capitalize() if token.is_title else other
        yield passage.edit(
            (Family.ATTRIBUTION, "other noun"), (passage.of(token), other), _ACCEPTED
        )


def _no_source(passage: Passage) -> Iterator[Edit]:
    for pattern in (_TRAILING, _AT_END):
        match = pattern.search(passage.text)
        if match and not passage.quotes:
            change = passage.place(*match.span()), ""
            yield passage.edit((Family.ATTRIBUTION, "source taken out"), change, _ACCEPTED)
    yield from _quotation_alone(passage)
    leading = _LEADING.match(passage.text)
    if leading:
        yield _without_beginning(passage, leading.end())
    said = _reporting_root(passage)
    if said is not None:
        start = _SAID.match(passage.text, said.idx)
        first = passage.doc[said.i + 1]
        first = first.nbor() if first.text == "that" and first.dep_ == "mark" else first
        if start and start.end() == first.idx and first.lower_ not in _PRONOUNS:
            yield _without_beginning(passage, start.end())


def _quotation_alone(passage: Passage) -> Iterator[Edit]:
    """Yield '"We lost."' for '"We lost," Smith said.'"""
    match = _AFTER_QUOTE.search(passage.text)
    if match:
        # The full stop after the source goes with it; the comma becomes one.
        change = passage.place(match.start("source") - 1, match.end("source") + 1), ""
        stop = passage.place(match.start(), match.start() + 1), "."
        yield passage.edit((Family.ATTRIBUTION, "source taken out"), change, _ACCEPTED, [stop])


def _without_beginning(passage: Passage, end: int) -> Edit:
    change = passage.place(0, end), ""
    first = passage.text[end]
    capital = [] if first.isupper() else [(passage.place(end, end + 1), first.upper())]
    return passage.edit((Family.ATTRIBUTION, "source taken out"), change, _ACCEPTED, capital)


def _denial(passage: Passage) -> Iterator[Edit]:
    said = _reporting_root(passage)
    if said is None:
        return
    after = said.nbor()
    has_that = after.text == "that" and after.dep_ == "mark"
    words = "denied" if has_that else "denied that"
    change: tuple[Span, str] = passage.of(said), words
    yield passage.edit((Family.ATTRIBUTION, "said to denied"), change, _DENIED)


def _reporting_root(passage: Passage) -> Token | None:
    """Return "said" where the sentence is somebody at its beginning who said the rest."""
    if passage.quotes:
        return None
    for token in passage.doc:
        if token.dep_ != "ROOT" or token.text != "said":
            continue
        subject = [one for one in token.children if one.dep_ == "nsubj" and one.i < token.i]
        content = [one for one in token.children if one.dep_ == "ccomp" and one.i > token.i]
        if len(subject) != 1 or len(content) != 1 or subject[0].left_edge.i != 0:
            return None
        starts = content[0].left_edge.i == token.i + 1
        verbs = any(one.dep_ in ("nsubj", "nsubjpass", "expl") for one in content[0].children)
        return token if starts and verbs and subject[0].right_edge.i == token.i - 1 else None
    return None
