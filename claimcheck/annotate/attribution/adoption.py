"""Quotations that are sentences of their own, and whose they are.

News names the speaker once: what stands in marks in the next sentence, in a paragraph of its own or
after a colon goes on with him.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from claimcheck.annotate.attribution.drafts import Draft
from claimcheck.annotate.attribution.quotations import Quotation
from claimcheck.annotate.attribution.reporting import VERBS
from claimcheck.annotate.parsing import Sentence
from claimcheck.datatypes import Span

# A source further before the cue than this has another verb of its own.
MAX_GAP: Final = 25


def merged(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Return pieces in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def adopted(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation], drafts: Sequence[Draft]
) -> list[Draft]:
    """Give quotations that are sentences of their own to the attribution that they go on from."""
    given = list(drafts)
    owner: int | None = None
    ended = 0
    covered = sorted(
        (piece, number) for number, draft in enumerate(drafts) for piece in draft.content
    )
    before: Quotation | None = None
    # Quotations that go on in the next paragraph, until one of them has a source.
    begun: list[Span] = []
    for quote in quotes:
        own = _owner(covered, quote.span, drafts)
        number = _beginning(text, sentences, quote.span)
        if own is None and number is not None:
            goes_on = before is not None and before.goes_on
            if goes_on or _is_near(sentences, ended, number):
                own = owner
            if own is None:
                own = _announcing(text, sentences, drafts, quote.span)
            if own is None and owner is not None:
                speaker = given[owner].source
                is_his = _goes_on_alone(text, sentences, (ended, number), speaker, quote.span)
                own = owner if is_his else None
            if own is not None:
                pieces = (*given[own].content, quote.span)
                given[own] = replace(given[own], content=merged(pieces))
        if own is not None:
            place = max(quote.span.end - 1, given[own].cue[-1].end - 1)
            ended = bisect_right(sentences, place, key=lambda one: one.span.start) - 1
            owner = own
            if begun:
                pieces = (*given[own].content, *begun)
                given[own] = replace(given[own], content=merged(pieces))
        elif number is not None:
            owner = None
        begun = [*begun, quote.span] if own is None and quote.goes_on else []
        before = quote
    return given


def _beginning(text: str, sentences: Sequence[Sentence], quote: Span) -> int | None:
    """Return the number of the sentence that the quotation is in, if it begins as one does."""
    number = bisect_right(sentences, quote.start, key=lambda one: one.span.start) - 1
    if number < 0:
        return None
    before = text[max(sentences[number].span.start, quote.start - _LEAD) : quote.start].rstrip()
    return number if not before or before[-1] in ".?!:”\"'" else None


# How far before a quotation the end of a sentence is looked for.
_LEAD = 8


def _owner(covered: Sequence[tuple[Span, int]], quote: Span, drafts: Sequence[Draft]) -> int | None:
    """Return the attribution whose content holds the quotation, the outermost one."""
    last = bisect_left(covered, quote.end, key=lambda one: one[0].start)
    for piece, number in covered[max(0, last - _NESTED) : last]:
        if piece.end > quote.start and not quote.start <= drafts[number].cue[0].start < quote.end:
            return number
    return None


# How many contents may begin before a quotation ends and still hold it.
_NESTED = 8


def _is_near(sentences: Sequence[Sentence], one: int, other: int) -> bool:
    return 0 <= other - one <= 1 and sentences[one].paragraph == sentences[other].paragraph


def _goes_on_alone(
    text: str,
    sentences: Sequence[Sentence],
    places: tuple[int, int],
    speaker: Sequence[Span],
    quote: Span,
) -> bool:
    """Tell whether a paragraph is one quotation, and goes on with the speaker before it.

    That is where he is quoted last in the paragraph before it, or is the subject of all that stands
    between. `places` are the sentences in which he was quoted last, and in which this begins.
    """
    if not _fills_lines(text, quote):
        return False
    last, first = places
    between = sentences[last + 1 : first]
    apart = sentences[first].paragraph - sentences[last].paragraph
    if apart == 1:
        return not between
    return apart == _ONE_BETWEEN and bool(between) and _is_about(text, between[0], speaker)


# A paragraph may stand between two quotations of one speaker.
_ONE_BETWEEN = 2


def _fills_lines(text: str, span: Span) -> bool:
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    end = text.find("\n", span.end)
    after = text[span.end : end if end >= 0 else len(text)]
    return not before.strip() and not after.strip()


def _is_about(text: str, sentence: Sentence, speaker: Sequence[Span]) -> bool:
    """Tell whether the last word of a speaker's name is the subject of a sentence."""
    name = speaker[-1].of(text).split()[-1:] if speaker else []
    subjects = [one.text for one in sentence.doc if one.dep_ == "nsubj" and one.head.dep_ == "ROOT"]
    return bool(name) and name[0][:1].isupper() and name == subjects[:1]


def with_blocks(text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """Give the paragraph after a colon to who is said to speak in the one before it.

    So news sets a long quotation that is indented in print: without quotation marks.
    """
    given = list(drafts)
    for place, draft in enumerate(drafts):
        number = draft.sentence
        if draft.content or not draft.takes_quote or number + 1 == len(sentences):
            continue
        following = sentences[number + 1]
        ended, begun = sentences[number].span.end, following.span.start
        if not text[draft.cue[-1].end : ended].rstrip().endswith(":"):
            continue
        is_said = any(word in VERBS for one in draft.cue for word in one.of(text).lower().split())
        if not is_said or not any(_ends_near(one, draft.cue[0]) for one in draft.source):
            continue
        if "\n" in text[ended:begun] and text[begun] not in _MARKS:
            last = bisect_right(sentences, following.paragraph, key=lambda one: one.paragraph) - 1
            block = Span(begun, sentences[last].span.end)
            given[place] = replace(draft, content=(block,))
    return given


def _ends_near(source: Span, cue: Span) -> bool:
    return 0 <= cue.start - source.end <= MAX_GAP


_MARKS = "\"“”'‘’«»"


def _announcing(
    text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft], quote: Span
) -> int | None:
    """Return the attribution without content beside a quotation that is a sentence of its own.

    That is "He added:" in the sentence before, or, after a question mark, "Mr. Xi asked" in the
    sentence after.
    """
    first = bisect_right(sentences, quote.start, key=lambda one: one.span.start) - 1
    last = bisect_left(sentences, quote.end, key=lambda one: one.span.start)
    for place in _waiting(drafts, first - 1):
        if ":" in text[drafts[place].cue[-1].end : quote.start]:
            return place
    for place in _waiting(drafts, last):
        beginning = min((*drafts[place].source, *drafts[place].cue)).start
        if not text[quote.end : beginning].strip(" "):
            return place
    return None


def _waiting(drafts: Sequence[Draft], sentence: int) -> list[int]:
    """Return the attributions in a sentence that could have a quotation for their content."""
    start = bisect_left(drafts, sentence, key=lambda draft: draft.sentence)
    end = bisect_right(drafts, sentence, key=lambda draft: draft.sentence)
    return [
        place
        for place in range(end - 1, start - 1, -1)
        if drafts[place].takes_quote and not drafts[place].content
    ]
