"""Claims within sentences: clauses or propositions, cut by the syntax of each sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from claimcheck.annotate.attribution import attributions
from claimcheck.annotate.attribution.titles import without_titles
from claimcheck.annotate.parsing import FINITE, Sentence, parse
from claimcheck.annotate.references import reading, resolve
from claimcheck.annotate.references.resolution import Reference, ReferenceKind
from claimcheck.datatypes import Article, Attribution, Claim, ClaimKind, Quoting, Span
from claimcheck.segment.clauses import clauses
from claimcheck.segment.links import apart, blanked, links_in
from claimcheck.segment.phrases import Grain, Phrase, Token
from claimcheck.segment.quotes import with_marks
from claimcheck.segment.reports import states
from claimcheck.segment.sayings import attributed
from claimcheck.segment.sentences import statements
from claimcheck.segment.unstated import unstated
from claimcheck.segment.worth import rated
from claimcheck.settings import (
    MAX_PARSED_CHARS,
    MIN_CLAUSE_WORDS,
    MIN_COVERED_SHARE,
    MIN_PROPOSITION_WORDS,
    WHOLE_SENTENCE_SHARE,
)

# The parser reads English; articles in other languages stay whole sentences.
_PARSED: Final = (None, "en")
# What a claim keeps when the words on both sides are its own: "it has also never condemned".
_KEPT_BETWEEN: Final = ("punct", "advmod")
_NOT_LAST: Final = ("cc", "preconj", "mark")


@dataclass(frozen=True, slots=True)
class ClausalSegmenter:
    """Cuts the sentences of an article into smaller claims, and says who makes them.

    What can't be cut stays whole. `min_words` is the fewest words that a claim cut out of a
    sentence has.
    """

    name: str
    grain: Grain
    min_words: int

    def segment(self, article: Article) -> list[Claim]:
        """Return the claims in reading order, those of one sentence together."""
        whole = statements(article)
        if article.language not in _PARSED:
            return rated(whole)
        links = links_in(article.text)
        article = replace(article, text=blanked(article.text, links))
        sentences = _parsed(article.text, whole)
        cut = [
            piece for claim in whole for piece in self._cut(article.text, claim, sentences, links)
        ]
        return rated(_understood(article, cut, list(sentences.values())))

    def _cut(
        self, text: str, whole: Claim, sentences: dict[Span, Sentence], links: Sequence[Span]
    ) -> Iterator[Claim]:
        sentence = sentences.get(whole.span)
        found = self._pieces(text, whole, sentence) if sentence else {whole.spans}
        plain = {apart(pieces, links, text) for pieces in found}
        for pieces in sorted(plain, key=_in_reading_order):
            yield replace(whole, spans=pieces, text=" ".join(piece.of(text) for piece in pieces))

    def _pieces(self, text: str, whole: Claim, sentence: Sentence) -> set[tuple[Span, ...]]:
        # Where lists are cut, an "and" between two words may have lost what it joined.
        kept = _KEPT_BETWEEN if self.grain.lists else (*_KEPT_BETWEEN, "cc")
        found = {
            _or_whole(with_marks(text, _spans(phrase, sentence, kept), whole.span), whole)
            for phrase in clauses(sentence.doc, self.grain)
        }
        found = {pieces for pieces in found if self._is_claim(pieces, text)}
        if not self.grain.lists and any(is_torn(pieces, text) for pieces in found):
            # A parser that hung the words behind an insertion on it is not to be trusted here.
            return {whole.spans}
        is_lossy = not self.grain.adjuncts and _share_covered(found, whole) < MIN_COVERED_SHARE
        return {whole.spans} if is_lossy or not found else found

    def _is_claim(self, pieces: Sequence[Span], text: str) -> bool:
        return sum(len(piece.of(text).split()) for piece in pieces) >= self.min_words


# What is left out within a claim and begins with one of these ends as it may, but for a mere link.
_INSERTED = re.compile(r"[,(–—]")
_CLOSING: Final = {",": ",)–—", "(": ")", "–": "–", "—": "—"}
_JOINED = re.compile(r"\b(?:and|but|or|yet|then)\Z")
_LINK = re.compile(r"\W*(?:who|which|that|whom|whose|where|when|and|but|or|yet|then|so)?\W*")


def is_torn(pieces: Sequence[Span], text: str) -> bool:
    """Tell whether what is left out within a claim is no insertion, link or first half of a list.

    An insertion goes from a comma to another, the first half of a list up to its "and".
    """
    gaps = [text[one.end : other.start].strip() for one, other in pairwise(pieces)]
    return not all(_is_left_out(gap) for gap in gaps) or any(
        _opens_more(side) for side in (*gaps, *(piece.of(text) for piece in pieces))
    )


def _is_left_out(gap: str) -> bool:
    if _LINK.fullmatch(gap) or _JOINED.search(gap):
        return True
    return bool(_INSERTED.match(gap)) and gap[-1] in _CLOSING[gap[0]]


def _opens_more(words: str) -> bool:
    """Tell whether a bracket is opened and not closed in `words`, or the reverse."""
    return words.count("(") != words.count(")")


CLAUSES: Final = ClausalSegmenter("clauses-6", Grain(lists=False, adjuncts=False), MIN_CLAUSE_WORDS)
PROPOSITIONS: Final = ClausalSegmenter(
    "propositions-6", Grain(lists=True, adjuncts=True), MIN_PROPOSITION_WORDS
)


def _parsed(text: str, claims: Sequence[Claim]) -> dict[Span, Sentence]:
    """Return the sentences that can be cut, by their place: no headlines, none without end."""
    short = [
        claim
        for claim in claims
        if claim.kind is not ClaimKind.HEADLINE and len(claim.text) <= MAX_PARSED_CHARS
    ]
    docs = parse(claim.span.of(text) for claim in short)
    paragraph, end, found = 0, 0, {}
    for claim, doc in zip(short, docs, strict=True):
        paragraph += "\n" in text[end : claim.span.start]
        end = claim.span.end
        found[claim.span] = Sentence(claim.span, doc, paragraph)
    return found


def _understood(
    article: Article, claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> list[Claim]:
    """Return the claims with who makes them, and as they read on their own."""
    text = article.text
    said = [one for one in attributions(text, sentences) if _tells(one, sentences)]
    references = _references(article, sentences)
    said = [_spoken(one, references) for one in said]
    understood = []
    for claim in claims:
        own = reading(text, claim.spans, references)
        understood.append(
            replace(
                attributed(text, claim, said),
                reading=own.text if own.text != claim.text else None,
                unresolved=own.unresolved,
            )
        )
    return understood


def _spoken(attribution: Attribution, references: Sequence[Reference]) -> Attribution:
    """Return an attribution whose source is a pronoun with the speaker that this refers to."""
    if attribution.speaker is not None or len(attribution.source) != 1:
        return attribution
    source = attribution.source[0]
    first = bisect_left(references, source.start, key=lambda one: one.span.start)
    found = next(iter(references[first : first + 1]), None)
    if found is None or found.span != source or found.antecedent is None:
        return attribution
    return replace(attribution, speaker=without_titles(found.antecedent))


def _references(article: Article, sentences: Sequence[Sentence]) -> list[Reference]:
    """Return the references of the claims; headline and questions only help to name people.

    These come last, so that no pronoun of a claim stands for what only they name.
    """
    own = {sentence.span for sentence in sentences}
    places = [span for span in unstated(article) if span not in own]
    docs = parse(span.of(article.text) for span in places)
    naming = [Sentence(span, doc) for span, doc in zip(places, docs, strict=True)]
    found = resolve(article.text, [*sentences, *naming], article.citation.date)
    return [
        one
        for one in found
        if one.kind is ReferenceKind.TIME or not any(one.span.overlaps(span) for span in places)
    ]


def _tells(attribution: Attribution, sentences: Sequence[Sentence]) -> bool:
    """Tell whether what is reported is a statement: to condemn or to ask makes none.

    A quotation counts, with a verb or without. Who "has shown" something hasn't said it.
    """
    if attribution.quoting is Quoting.DIRECT:
        return True
    if not states(attribution, sentences):
        return False
    for piece in attribution.content:
        first = bisect_right(sentences, piece.start, key=lambda one: one.span.start) - 1
        for sentence in sentences[max(0, first) :]:
            if sentence.span.start >= piece.end:
                break
            start = sentence.span.start
            words = sentence.doc.char_span(
                max(0, piece.start - start), piece.end - start, alignment_mode="expand"
            )
            if words is not None and _has_clause(words):
                return True
    return False


def _has_clause(words: Any) -> bool:
    """Tell whether words hold a clause of their own, not only one that tells of a noun.

    Who "cited a report that gave three options" hasn't said that it did.
    """
    is_object = words.root.tag_ in ("NN", "NNS") and words.root.dep_ in ("dobj", "pobj")
    return any(
        token.tag_ in FINITE and not (is_object and _is_in_relative(token, words.root))
        for token in words
    )


def _is_in_relative(token: Token, noun: Token) -> bool:
    around = [token, *token.ancestors]
    inside = around[: around.index(noun)] if noun in around else []
    return any(one.dep_ == "relcl" for one in inside)


def _spans(phrase: Phrase, sentence: Sentence, kept: Sequence[str]) -> tuple[Span, ...]:
    """Return where a phrase stands, with what stands between its words and belongs to none.

    `kept` are the dependencies of that.
    """
    words = sorted({*phrase, *_before_hyphens(phrase)}, key=lambda token: token.i)
    while len(words) > 1 and (words[-1].dep_ in _NOT_LAST or words[-1].text == "-"):
        words.pop()
    between = [
        token
        for first, last in pairwise(token.i for token in words)
        if all(one.dep_ in kept for one in sentence.doc[first + 1 : last])
        for token in sentence.doc[first + 1 : last]
    ]
    return sentence.places([*words, *between])


def _is_hyphen(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_


def _before_hyphens(phrase: Phrase) -> Iterator[Token]:
    """Yield what is one word with a word of the phrase: "co-" before "wrote"."""
    for token in phrase:
        first = token.i
        while first > 1 and _is_hyphen(token.doc[first - 1]):
            yield from (token.doc[first - 1], token.doc[first - 2])
            first -= 2


def _or_whole(pieces: tuple[Span, ...], whole: Claim) -> tuple[Span, ...]:
    nearly_all = _covered(pieces) >= WHOLE_SENTENCE_SHARE * _covered(whole.spans)
    return whole.spans if nearly_all else pieces


def _covered(pieces: Sequence[Span]) -> int:
    return sum(piece.end - piece.start for piece in pieces)


def _share_covered(found: Iterable[Sequence[Span]], whole: Claim) -> float:
    """Return which part (0 to 1) of a sentence its claims cover together."""
    places = {place for one in found for span in one for place in range(span.start, span.end)}
    return len(places) / _covered(whole.spans)


def _in_reading_order(pieces: Sequence[Span]) -> tuple[int, int]:
    return pieces[0].start, pieces[-1].end
