"""What only one of two claims tells: whole phrases, as the parse has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.compare.alignment import Aligned, aligned
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.found import Found
from claimcheck.datatypes import Difference, DifferenceKind, Span
from claimcheck.settings import (
    MAX_ADDED,
    MAX_SHARED_RATIO,
    MAX_SHARED_WORDS,
    MIN_ADDED_WORDS,
    MIN_TELLING_WORDS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOMINAL: Final = frozenset("dobj nsubj nsubjpass attr pobj appos dative oprd npadvmod".split())
_PHRASES: Final = frozenset(
    "prep agent advcl advmod relcl acl xcomp acomp pcomp intj conj ccomp parataxis dep "
    "csubj".split()
)
_PREPOSITIONAL: Final = ("prep", "agent")
# These are no detail without the word that they stand before.
_PREMODIFIERS: Final = frozenset("amod compound nummod quantmod poss nmod predet".split())
_QUOTES: Final = "\"”’'"


def added(ours: Analysis, theirs: Analysis, found: Sequence[Found]) -> list[Found]:
    """Find the phrases that only one side has, outside of what is found already; longest first."""
    pairs = [(one.difference.in_claim, one.difference.in_evidence) for one in found]
    mine = _phrases(ours, aligned(ours, theirs, [here for here, _ in pairs if here]))
    rival = _phrases(theirs, aligned(theirs, ours, [there for _, there in pairs if there]))
    sides = [
        *((rank, span, None, words) for rank, (span, words) in enumerate(mine)),
        *((rank, None, span, words) for rank, (span, words) in enumerate(rival)),
    ]
    return [
        Found(
            Difference(DifferenceKind.ADDED, here, there),
            telling=words >= MIN_TELLING_WORDS,
        )
        for _, here, there, words in sorted(sides, key=lambda side: side[0])
    ]


def _phrases(claim: Analysis, words: Aligned) -> list[tuple[Span, int]]:
    """Return the phrases of a claim that are mostly its own, with how many words it has alone.

    Those with most words come first. Each has at least MIN_ADDED_WORDS words that only this claim
    has, and fewer that both have. Of a sentence whose subject is shared, what is said of it is a
    phrase.
    """
    found = [
        one
        for sentence in claim.doc.sents
        for one in _own_phrases(sentence.root, words)
        if _own(words, one) >= MIN_ADDED_WORDS
    ]
    found.sort(key=lambda one: (_shared(words, one) - _own(words, one), one.start))
    return [(_span(claim, one), _own(words, one)) for one in found[:MAX_ADDED]]


def _own(words: Aligned, places: range) -> int:
    return len(words.own.intersection(places))


def _shared(words: Aligned, places: range) -> int:
    return len(words.shared.intersection(places))


def _below(token: Token) -> range:
    return range(token.left_edge.i, token.right_edge.i + 1)


def _own_phrases(root: Token, words: Aligned) -> Iterator[range]:
    """Yield the largest phrases of a sentence that are mostly a claim's own, in any order."""
    # The tree of a long list is deeper than Python goes.
    waiting = [root]
    while waiting:
        token = waiting.pop()
        if _own(words, _below(token)) < MIN_ADDED_WORDS:
            continue
        if _is_own(token, words):
            yield _trimmed(token.doc, _below(token))
            continue
        rest = list(token.children)
        if token.i in words.own and token.dep_ not in _PREMODIFIERS:
            core = _core(token, words)
            yield _trimmed(token.doc, core)
            rest = [child for child in rest if child.i not in core]
        waiting += rest


def _is_own(token: Token, words: Aligned) -> bool:
    """Tell whether a whole subtree is a phrase, and mostly a claim's own."""
    below = _below(token)
    own, shared = _own(words, below), _shared(words, below)
    if token.dep_ in _PREMODIFIERS or not own or not _is_mostly_own(own, shared):
        return False
    if token.dep_ == "ROOT":
        return not shared
    if token.dep_ in _NOMINAL or token.dep_ in _PREPOSITIONAL or token.tag_[:1] == "N":
        # "Former mayor Rudy Giuliani" is Giuliani, and "in the spending bill" in the bill.
        return _noun_of(token).i not in words.shared
    return token.dep_ in _PHRASES


def _noun_of(token: Token) -> Token:
    while token.dep_ in _PREPOSITIONAL:
        below = next((one for one in token.rights if one.dep_ in ("pobj", "pcomp")), None)
        if below is None:
            return token
        token = below
    return token


def _core(token: Token, words: Aligned) -> range:
    """Return a word with what hangs on it to both sides, as far as that is the claim's own."""
    first = last = token.i
    for child in sorted(token.lefts, key=lambda one: -one.i):
        if child.right_edge.i != first - 1 or not _goes_along(child, words):
            break
        first = child.left_edge.i
    for child in token.rights:
        if child.left_edge.i != last + 1 or not _goes_along(child, words):
            break
        last = child.right_edge.i
    return range(first, last + 1)


def _goes_along(child: Token, words: Aligned) -> bool:
    if child.is_punct:
        return child.text == "-" or child.text in _QUOTES
    below = _below(child)
    own, shared = _own(words, below), _shared(words, below)
    return _is_mostly_own(own, shared)


def _is_mostly_own(own: int, shared: int) -> bool:
    return shared <= min(MAX_SHARED_WORDS, MAX_SHARED_RATIO * own)


def _trimmed(doc: Doc, places: range) -> range:
    """Return the places without punctuation and "and" at either end."""
    kept = [i for i in places if not (doc[i].is_punct or doc[i].is_space or doc[i].dep_ == "cc")]
    return range(kept[0], kept[-1] + 1) if kept else range(0)


def _span(claim: Analysis, places: range) -> Span:
    """Return where the words stand, with the mark that ends a quotation among them."""
    first, last = claim.doc[places[0]], claim.doc[places[-1]]
    span = Span(first.idx, last.idx + len(last))
    words, after = span.of(claim.text), claim.text[span.end : span.end + 1]
    opened = (after == "”" and words.count("“") > words.count("”")) or (
        after == '"' and words.count('"') % 2 == 1
    )
    return Span(span.start, span.end + 1) if opened else span
