"""Who says what in an article: sources, the words that report, and what they report.

The terms are those of PARC and PolNeAR (Pareti 2016, Newell et al. 2018). Nothing is trained:
rules read the parse by a lexicon of reporting words and the complements they take, quotation marks
correct what a parser makes of quotes, and neighbouring sentences serve quotations without a source
of their own. The rules were revised by reading errors on PolNeAR's training split.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.annotate.attribution.clauses import drafts_of
from claimcheck.annotate.attribution.drafts import Draft
from claimcheck.annotate.attribution.quotations import Quotation, is_quoted, quotations
from claimcheck.annotate.attribution.reporting import VERBS
from claimcheck.annotate.attribution.speakers import speakers
from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.turns import turns
from claimcheck.datatypes import Attribution, Quoting, Span, Stance

_ENDING = re.compile(r"[,?!…—–-]\W{0,3}\Z")
# What begins so is told by the reporter, though a parser may read it with the quotation after it.
_SETTING = re.compile(r"(?:When|After|As|In|On|At|During|Before|While|Asked)\b")
# A source further before the cue than this has another verb of its own.
_MAX_GAP = 25
_LEADING = re.compile(r"\s*[,:;]\s*")


def attributions(text: str, sentences: Sequence[Sentence]) -> list[Attribution]:
    """Return the attributions of an article, in the order of their cues.

    `sentences` are those of `text`, in order.
    """
    quotes = quotations(text)
    marks = [quote.span for quote in quotes]
    drafts: list[Draft] = []
    for number, sentence in enumerate(sentences):
        near = _touching(marks, sentence.span)
        own = [_with_quotations(text, draft, near) for draft in drafts_of(sentence, near)]
        drafts.extend(replace(draft, sentence=number) for draft in _resumed(text, own, near))
    whole = _with_blocks(text, sentences, _adopted(text, sentences, quotes, drafts))
    found = [_attribution(text, marks, draft) for draft in whole if draft.content]
    names = speakers(sentences, found)
    read = [replace(one, speaker=name) for one, name in zip(found, names, strict=True)]
    return _with_turns(text, read)


def _with_turns(text: str, found: list[Attribution]) -> list[Attribution]:
    """Add what the layout attributes: labelled turns and signed posts."""
    said = [
        Attribution(
            (turn.label,), (turn.cue,), turn.content, Stance.NEUTRAL, Quoting.DIRECT, turn.speaker
        )
        for turn in turns(text)
    ]
    if not said:
        return found
    taken = {one.cue for one in said}
    kept = (one for one in found if one.cue not in taken)
    return sorted([*kept, *said], key=lambda one: one.cue)


def _touching(marks: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_right(marks, span.start, key=lambda mark: mark.end)
    last = bisect_left(marks, span.end, key=lambda mark: mark.start)
    return marks[first:last]


def _with_quotations(text: str, draft: Draft, near: Sequence[Span]) -> Draft:
    """Widen a content to the quotations that it touches; give what is quoted beside the cue."""
    if not near:
        return draft
    outside = [mark for mark in near if not any(mark.overlaps(one) for one in draft.cue)]
    beside = [mark for mark in outside if draft.takes_quote and _adjoins(text, mark, draft)]
    content = draft.content
    if beside and not any(mark.overlaps(piece) for mark in outside for piece in content):
        content = ()
    if beside and len(content) > 1:
        content = tuple(piece for piece in content if not _SETTING.match(text, piece.start))
    widened = [_widened(piece, outside) for piece in content]
    return replace(draft, content=_merged([*widened, *beside]))


def _resumed(text: str, drafts: Sequence[Draft], near: Sequence[Span]) -> list[Draft]:
    """Give what follows a comma or colon to its attribution: "A," he told them, "B"."""
    resumed = list(drafts)
    for mark in near:
        if any(mark.overlaps(one) for draft in resumed for one in (*draft.content, *draft.cue)):
            continue
        place = _taker(text, resumed, mark, near)
        if place is not None:
            content = _merged([*resumed[place].content, mark])
            resumed[place] = replace(resumed[place], content=content)
    return resumed


def _taker(text: str, drafts: Sequence[Draft], mark: Span, near: Sequence[Span]) -> int | None:
    lead = text[mark.start - 2 : mark.start]
    before = [
        place
        for place, draft in enumerate(drafts)
        if draft.takes_quote and draft.cue[-1].end <= mark.start
    ]
    waiting = [place for place in before if not drafts[place].content]
    if lead == ": " and waiting:
        return waiting[-1]
    if lead not in (", ", ": "):
        return None
    return next((place for place in before if _follows(drafts[place], near)), None)


def _follows(draft: Draft, near: Sequence[Span]) -> bool:
    """Tell whether the content of `draft` begins with a quotation before its cue."""
    first = draft.content[0] if draft.content else None
    return first is not None and first.end <= draft.cue[0].start and first in near


def _adjoins(text: str, mark: Span, draft: Draft) -> bool:
    """Tell whether a quotation stands beside the cue or the source as reported speech does.

    Before them it ends in a comma or the like, after them a comma or colon leads to it.
    """
    opening = draft.cue[0].start
    near = [one for one in draft.source if -_MAX_GAP <= one.end - opening <= 0]
    for one in (*draft.cue, *near):
        if mark.end <= one.start and not text[mark.end : one.start].strip(" ,\n-–—"):
            return bool(_ENDING.search(text, mark.start, min(one.start, mark.end + 2)))
        if one.end <= mark.start and _LEADING.fullmatch(text, one.end, mark.start):
            return True
    return False


def _widened(piece: Span, outside: Sequence[Span]) -> Span:
    start, end = piece.start, piece.end
    for mark in outside:
        if mark.start <= start < mark.end:
            start = mark.start
        if mark.start < end <= mark.end:
            end = mark.end
    return Span(start, end)


def _merged(pieces: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and piece.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, piece.end))
        else:
            merged.append(piece)
    return tuple(merged)


def _adopted(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation], drafts: Sequence[Draft]
) -> list[Draft]:
    """Give quotations that are sentences of their own to the attribution that they go on from."""
    adopted = list(drafts)
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
                speaker = adopted[owner].source
                is_his = _goes_on_alone(text, sentences, (ended, number), speaker, quote.span)
                own = owner if is_his else None
            if own is not None:
                pieces = (*adopted[own].content, quote.span)
                adopted[own] = replace(adopted[own], content=_merged(pieces))
        if own is not None:
            place = max(quote.span.end - 1, adopted[own].cue[-1].end - 1)
            ended = bisect_right(sentences, place, key=lambda one: one.span.start) - 1
            owner = own
            if begun:
                pieces = (*adopted[own].content, *begun)
                adopted[own] = replace(adopted[own], content=_merged(pieces))
        elif number is not None:
            owner = None
        begun = [*begun, quote.span] if own is None and quote.goes_on else []
        before = quote
    return adopted


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
        if piece.end > quote.start and drafts[number].cue[0].start not in range(*_ends(quote)):
            return number
    return None


# How many contents may begin before a quotation ends and still hold it.
_NESTED = 8


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


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


def _with_blocks(text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
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
            whole = [one for one in sentences[number + 1 :] if one.paragraph == following.paragraph]
            block = Span(begun, whole[-1].span.end)
            given[place] = replace(draft, content=(block,))
    return given


def _ends_near(source: Span, cue: Span) -> bool:
    return 0 <= cue.start - source.end <= _MAX_GAP


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


def _attribution(text: str, marks: Sequence[Span], draft: Draft) -> Attribution:
    quoting = _quoting(text, draft.content, marks)
    return Attribution(draft.source, draft.cue, draft.content, draft.stance, quoting)


def _quoting(text: str, content: Sequence[Span], marks: Sequence[Span]) -> Quoting:
    if is_quoted(text, content, marks):
        return Quoting.DIRECT
    inside = any(
        piece.start <= mark.start and mark.end <= piece.end
        for piece in content
        for mark in _touching(marks, piece)
    )
    return Quoting.MIXED if inside else Quoting.INDIRECT
