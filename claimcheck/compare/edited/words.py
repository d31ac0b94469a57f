"""Changed words that are no figure, time, denial, hedge, source or name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import (
    Pos,
    are_antonyms,
    are_synonyms,
    is_broader,
    is_person,
    lemma,
)
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.cues import is_hypothetical
from claimcheck.compare.found import Found
from claimcheck.compare.stretches import Side, Stretch
from claimcheck.compare.tokens import Token as Word
from claimcheck.datatypes import Difference, DifferenceKind, Span
from claimcheck.settings import MAX_REPLACED_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_POS: Final = {"N": Pos.NOUN, "V": Pos.VERB, "J": Pos.ADJECTIVE, "R": Pos.ADVERB, "I": Pos.ADVERB}
# Small words that turn what is said into something else.
_SMALL: Final = frozenset(
    "after all before down few fewer less more most off on out over some under up".split()
)
_PEOPLE: Final = frozenset(("people", "person", "persons"))
_ORDER: Final = frozenset(("after", "before"))


def words(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch by its words."""
    if not stretch.ours.content and not stretch.theirs.content:
        return _small(ours, theirs, stretch)
    mine, rival = _new(stretch.ours, theirs), _new(stretch.theirs, ours)
    if not mine and not rival:
        # The other side says it in another place.
        return []
    if not stretch.ours.content or not stretch.theirs.content:
        return _offices(ours, theirs, stretch) or _one_sided(ours, theirs, stretch)
    if max(len(stretch.ours.tokens), len(stretch.theirs.tokens)) > MAX_REPLACED_WORDS:
        return [
            *([Found(Difference(DifferenceKind.ADDED, _span(mine), None))] if mine else []),
            *([Found(Difference(DifferenceKind.ADDED, None, _span(rival)))] if rival else []),
        ]
    return [_replaced(ours, theirs, stretch)]


def _new(side: Side, other: Analysis) -> list[Word]:
    """Return the words with content that the other claim has nowhere."""
    return [token for token in side.content if token.stem not in other.profile.stems]


def _new_span(side: Side, other: Analysis) -> Span:
    """Return where the words stand that the other claim has nowhere; all where it has each."""
    return _span(_new(side, other) or side.content)


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _replaced(ours: Analysis, theirs: Analysis, stretch: Stretch) -> Found:
    spans = _new_span(stretch.ours, theirs), _new_span(stretch.theirs, ours)
    mine, rival = _parsed(ours, stretch.ours), _parsed(theirs, stretch.theirs)
    pairs = [(a, b) for a in mine for b in rival]
    if any(_are(are_antonyms, a, b) for a, b in pairs):
        return Found(Difference(DifferenceKind.NEGATION, *spans), conflict=True)
    if all(any(_are(are_synonyms, a, b) for b in rival) for a in mine):
        return Found(Difference(DifferenceKind.WORDING, *spans), telling=False)
    if all(is_person(lemma(one.lower_, Pos.NOUN)) for one in (*mine, *rival)) and _is_general(
        pairs
    ):
        return Found(Difference(DifferenceKind.WORDING, *spans), telling=False)
    if any(_is_kind_of(a, b) or _is_kind_of(b, a) for a, b in pairs):
        return Found(Difference(DifferenceKind.PRECISION, *spans))
    things = all(token.tag_[:1] in "NJ" for token in (*mine, *rival))
    heads = mine[-1].tag_[:1], rival[-1].tag_[:1]
    kind = DifferenceKind.ENTITY if things and heads == ("N", "N") else DifferenceKind.WORDING
    return Found(Difference(kind, *spans))


def _are(related: Callable[[str, str, Pos], bool], a: Token, b: Token) -> bool:
    pos = _POS.get(a.tag_[:1])
    if pos is None or pos is not _POS.get(b.tag_[:1]):
        return False
    return related(lemma(a.lower_, pos), lemma(b.lower_, pos), pos)


def _is_general(pairs: Sequence[tuple[Token, Token]]) -> bool:
    """Tell whether one side only says that it is people: "passengers" and "people"."""
    return any(_PEOPLE & {a.lower_, b.lower_} for a, b in pairs)


def _is_person(token: Token) -> bool:
    return is_person(lemma(token.lower_, Pos.NOUN))


def _is_kind_of(a: Token, b: Token) -> bool:
    nouns = a.tag_[:1] == b.tag_[:1] == "N"
    return nouns and is_broader(lemma(a.lower_, Pos.NOUN), lemma(b.lower_, Pos.NOUN))


def _one_sided(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found]:
    """Read words that the other side lacks: a colouring modifier, or a detail."""
    is_ours = bool(stretch.ours.content)
    claim, side = (ours, stretch.ours) if is_ours else (theirs, stretch.theirs)
    span = _content_span(side)
    colours = all(token.tag_[:2] in ("JJ", "RB") for token in _parsed(claim, side))
    kind = DifferenceKind.WORDING if colours else DifferenceKind.ADDED
    return [Found(Difference(kind, *((span, None) if is_ours else (None, span))))]


def _offices(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found]:
    """Read a noun in place of one that says little before a name: "the president"."""
    sides = (ours, stretch.ours), (theirs, stretch.theirs)
    both = all(len(side.tokens) == 1 and _is_common(claim, side) for claim, side in sides)
    found = Found(Difference(DifferenceKind.ENTITY, stretch.ours.span, stretch.theirs.span))
    return [found] if both else []


def _is_common(claim: Analysis, side: Side) -> bool:
    """Tell whether a side is a common noun."""
    return any(
        token.tag_ in ("NN", "NNS") and Span(token.idx, token.idx + len(token)).overlaps(side.span)
        for token in claim.doc
    )


def _small(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found]:
    mine = [token for token in stretch.ours.tokens if token.word in _SMALL]
    rival = [token for token in stretch.theirs.tokens if token.word in _SMALL]
    for a in mine:
        for b in rival:
            if are_antonyms(a.word, b.word, Pos.ADVERB):
                order = {a.word, b.word} == _ORDER
                kind = DifferenceKind.TIME if order else DifferenceKind.NEGATION
                is_supposed = is_hypothetical(ours.text, a.span.start) or is_hypothetical(
                    theirs.text, b.span.start
                )
                return [Found(Difference(kind, a.span, b.span), conflict=not is_supposed)]
    return []


def _content_span(side: Side) -> Span:
    return _span(side.content)


def _parsed(claim: Analysis, side: Side) -> list[Token]:
    """Return the parsed words that carry the content of a side."""
    spans = [token.span for token in side.content]
    return [
        token
        for token in claim.doc
        if any(Span(token.idx, token.idx + len(token)).overlaps(span) for span in spans)
        and any(char.isalnum() for char in token.text)
    ]
