"""Who says what in an article: sources, the words that report, and what they report.

The terms are those of PARC and PolNeAR (Pareti 2016, Newell et al. 2018). Nothing is trained:
rules read the parse by a lexicon of reporting words and the complements they take, quotation marks
correct what a parser makes of quotes, and neighbouring sentences serve quotations without a source
of their own. The rules were revised by reading errors on PolNeAR's training split.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.annotate.attribution.adoption import MAX_GAP, adopted, merged, with_blocks
from claimcheck.annotate.attribution.clauses import drafts_of
from claimcheck.annotate.attribution.drafts import Draft
from claimcheck.annotate.attribution.quotations import is_quoted, quotations
from claimcheck.annotate.attribution.speakers import speakers
from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.turns import turns
from claimcheck.datatypes import Attribution, Quoting, Span, Stance

_ENDING = re.compile(r"[,?!…—–-]\W{0,3}\Z")
# What begins so is told by the reporter, though a parser may read it with the quotation after it.
_SETTING = re.compile(r"(?:When|After|As|In|On|At|During|Before|While|Asked)\b")
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
    whole = with_blocks(text, sentences, adopted(text, sentences, quotes, drafts))
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
    return replace(draft, content=merged([*widened, *beside]))


def _resumed(text: str, drafts: Sequence[Draft], near: Sequence[Span]) -> list[Draft]:
    """Give what follows a comma or colon to its attribution: "A," he told them, "B"."""
    resumed = list(drafts)
    for mark in near:
        if any(mark.overlaps(one) for draft in resumed for one in (*draft.content, *draft.cue)):
            continue
        place = _taker(text, resumed, mark, near)
        if place is not None:
            content = merged([*resumed[place].content, mark])
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
    near = [one for one in draft.source if -MAX_GAP <= one.end - opening <= 0]
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
