"""Who speaks by the layout of a text: labels before turns, signatures under posts.

"CHUCK TODD: Good morning." and "Q: ... A: ..." are turns of a conversation; "— Ann Lee (@annlee)
March 3, 2019" signs what stands before it. Labels count where an article has several, and one of
them comes again: "UPDATE: ..." is no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from claimcheck.datatypes import Span
from claimcheck.settings import MAX_ACRONYM, MIN_CAPITALS_SHARE, MIN_TURN_SHARE, MIN_TURNS

_LINE = re.compile(r"[^\r\n]+")
_LABEL = re.compile(
    r"(?P<label>[QA]|(?:[A-Z][\w.'’-]*\s){0,4}[A-Z][\w.'’-]+)"
    r"(?:, [^:\r\n]{1,60})?(?: ?[(\[][^)\]\r\n]{1,40}[)\]])?(?P<colon>:) +(?=\S)"
)
_SIGNATURE = re.compile(
    r"(?P<dash>[—–]|--?)\s{0,4}(?P<label>[^\s()@—–][^()@\r\n—–]{0,60}?) \(@\w{1,20}\)"
    r"(?: [A-Z][a-z]{2,8} \d{1,2}, \d{4})?"
)
# "Ann Lee, Hulm Post" under what she is quoted with; after a dash anything may follow the name.
_SIGNED = re.compile(
    r"(?:\s*(?P<dash>[—–]|--?)\s*)?(?P<label>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,7})"
    r"(?:(?P<comma>,)(?: (?:[A-Z][\w.'’&-]*|of|the|and|for)){1,6}|(?(dash)[ ,][^!?\r\n]{0,80}|\Z)|)"
)
_PASSAGE = re.compile(r"[\"“][^\"“”\r\n]+[\"”]")
_ENDS_QUOTED = re.compile(r"[\"”][.…]?\s*\Z")
# "— To Ann Lee, 2003", "— NBC's Today Show April 25" say where it was said.
_BEFORE_PLACES: Final = frozenset("To On In At From With When During Speech Interview The".split())
_OF_A_THING = re.compile(
    r"['’]s\b|\b(?:January|February|March|April|June|July|August|September|October|November|"
    r"December|Show|News|Speech|Interview)\b"
)
_QUOTED = re.compile(r"[\"“][^\"”\r\n]*[\"”]?")
_PAIR: Final = frozenset(("Q", "A"))
# Labels of parts of an article, not of people.
_RUBRICS: Final = frozenset(
    "advertisement also analysis breaking caption claim conclusion correction credit exclusive "
    "explainer fact facts file flashback image listen live more note opinion photo photos podcast "
    "poll read related report rating ruling see source sources story the update updated verdict "
    "winner winners loser losers video watch watched just must what why who how where when".split()
)
_TITLES: Final = frozenset(
    "mr mrs ms dr sen sens senator rep reps gov governor president vice secretary judge mayor "
    "general gen host anchor former the and said says".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says by the layout of the text.

    `label` is where the speaker is named, `cue` the colon or dash beside it, `aside` all that is
    there for the label's sake and belongs to nobody's words. `speaker` is None for "Q" and "A".
    """

    label: Span
    cue: Span
    aside: Span
    content: tuple[Span, ...]
    speaker: str | None


def turns(text: str) -> list[Turn]:
    """Return the labelled turns and signed posts of a text, in reading order."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text) if not found[0].isspace()]
    found = [*_conversation(text, lines), *_posts(text, lines), *_signed(text, lines)]
    return sorted(found, key=lambda turn: turn.aside)


def without_labels(span: Span, asides: Sequence[Span], text: str) -> Span:
    """Return a sentence without the label before it or the signature after it.

    `asides` are those of the turns of `text`, in order.
    """
    start, end = span.start, span.end
    first = max(0, bisect_right(asides, start, key=lambda aside: aside.start) - 1)
    for aside in asides[first:]:
        if aside.start >= end:
            break
        if aside.start <= start < aside.end:
            start = min(end, aside.end)
        elif start < aside.start < end:
            end = aside.start
    words = text[start:end]
    blank = len(words) - len(words.lstrip())
    return Span(start + blank, max(start + blank, start + len(words.rstrip())))


def turns_at(text: str, places: Sequence[Span]) -> list[Turn | None]:
    """Return for each place the turn or post of the text that it begins in; None outside all."""
    pieces = sorted(((piece, turn) for turn in turns(text) for piece in turn.content), key=_place)
    found: list[Turn | None] = []
    for place in places:
        last = bisect_right(pieces, place.start, key=lambda one: one[0].start) - 1
        inside = last >= 0 and place.start < pieces[last][0].end
        found.append(pieces[last][1] if inside else None)
    return found


def _place(piece: tuple[Span, Turn]) -> Span:
    return piece[0]


def _conversation(text: str, lines: Sequence[Span]) -> Iterator[Turn]:
    matches = [_label(text, line) for line in lines]
    counts = Counter(match["label"] for match in matches if match)
    voices = _voices(text, counts)
    names = {label: _full_name(text, label, voices) for label in voices}
    goes_on = counts.total() >= MIN_TURN_SHARE * len(lines)
    for place, match in enumerate(matches):
        if match and match["label"] in voices:
            following = place + 1
            while goes_on and following < len(lines) and matches[following] is None:
                following += 1
            # Nobody tells where the last turn ends.
            own = lines[place : following if following < len(lines) else place + 1]
            yield _turn(text, match, own, names[match["label"]])


def _label(text: str, line: Span) -> re.Match[str] | None:
    """Return the label that a line opens with, unless it names a part of an article."""
    match = _LABEL.match(text, line.start, line.end)
    if match and len(match["label"]) > 1 and _is_in_capitals(text[match.end() : line.end]):
        return None
    words = match["label"].casefold().replace("’s", "").split() if match else []
    return None if _RUBRICS.intersection(words) else match


def _voices(text: str, counts: Counter[str]) -> set[str]:
    """Return the labels that name who speaks, of all that lines open with.

    There are two at least, one of them comes again, and those not in capitals all do and are names.
    """
    by_last: Counter[str] = Counter()
    for label, count in counts.items():
        by_last[_last(label)] += count
    again = {label for label in counts if by_last[_last(label)] > 1}
    capitals = {label for label in counts if len(label) > 1 and _is_in_capitals(label)}
    voices = capitals if capitals & again else set[str]()
    named = {label for label in again - capitals if _is_name(text, label, counts)}
    voices |= set() if _are_topics(text, named) else named
    is_talk = len({_last(label) for label in voices}) > 1 and counts.total() >= MIN_TURNS
    asked = _PAIR & counts.keys()
    return (voices if is_talk else set[str]()) | (asked if asked == _PAIR else set[str]())


def _are_topics(text: str, labels: Set[str]) -> bool:
    """Tell whether labels are whom the lines are about: "Lee: Lee wants a bridge"."""
    lines = [
        (label, line[0][len(label) :])
        for line in _LINE.finditer(text)
        for label in labels
        if line[0].startswith(f"{label}:")
    ]
    about = sum(label.split()[-1] in rest for label, rest in lines)
    return about > len(lines) / 2


def _is_name(text: str, label: str, counts: Counter[str]) -> bool:
    last = label.split()[-1]
    return counts[label] + counts[last] > 1 if last != label else bool(_full_names(text, label))


def _last(label: str) -> str:
    return label.split()[-1].casefold()


def _is_in_capitals(label: str) -> bool:
    letters = [sign for sign in label if sign.isalpha()]
    return len(letters) > 1 and sum(sign.isupper() for sign in letters) >= MIN_CAPITALS_SHARE * len(
        letters
    )


def _turn(text: str, match: re.Match[str], lines: Sequence[Span], speaker: str | None) -> Turn:
    first = Span(match.end(), lines[0].end)
    quote = _QUOTED.match(text, first.start, first.end)
    content = (Span(*quote.span()),) if quote else (first, *lines[1:])
    label, colon = Span(*match.span("label")), Span(*match.span("colon"))
    return Turn(label, colon, Span(match.start(), match.end()), content, speaker)


def _full_name(text: str, label: str, labels: Set[str]) -> str | None:
    """Return the longer label or name that a label of one word abbreviates, in the text's case."""
    if label in _PAIR:
        return None
    words = [word for word in label.split() if word.rstrip(".").casefold() not in _TITLES]
    name = " ".join(words) or label
    if len(words) == 1:
        ending = " " + name.casefold()
        longer = {one for one in labels if one.casefold().endswith(ending)}
        known = {_full_name(text, one, frozenset()) or "" for one in longer}
        names = {one for one in known if " " in one} or _full_names(text, name)
        return names.pop() if len(names) == 1 else _as_written(text, name)
    return _as_written(text, name)


def _full_names(text: str, last: str) -> set[str]:
    found = re.findall(rf"\b([A-Z][a-z]+) ({re.escape(last)})\b", text, re.IGNORECASE)
    return {
        f"{first} {name}"
        for first, name in found
        if first.istitle() and not name.isupper() and first.casefold() not in _TITLES
    }


def _as_written(text: str, name: str) -> str:
    """Return a name in capitals as the text writes it elsewhere, or as names are."""
    found = (one[0] for one in re.finditer(rf"\b{re.escape(name)}", text, re.IGNORECASE))
    written = next((one for one in found if not one.isupper() and one[:1].isupper()), None)
    is_name = " " in name or len(name) > MAX_ACRONYM
    return written or (name.title() if name.isupper() and is_name else name)


def _posts(text: str, lines: Sequence[Span]) -> Iterator[Turn]:
    before: Span | None = None
    for line in lines:
        start = line.start
        for match in _SIGNATURE.finditer(text, line.start, line.end):
            own = _stripped(text, Span(start, match.start()))
            content = own if own.start < own.end else before
            if content is not None:
                label, dash = Span(*match.span("label")), Span(*match.span("dash"))
                name = match["label"].strip()
                yield Turn(label, dash, Span(*match.span()), (content,), name)
            start = match.end()
        before = _stripped(text, line) if start == line.start else None


def _signed(text: str, lines: Sequence[Span]) -> Iterator[Turn]:
    """Yield the quotations that the line below, or what follows a dash, says whose they are."""
    before = Span(0, 0)
    for line in lines:
        dash = max(text.rfind(sign, line.start, line.end) for sign in "—–")
        start = dash if dash > line.start else line.start
        own = Span(line.start, start) if start > line.start else before
        match = _SIGNED.fullmatch(text, start, line.end)
        if match and _is_signature(match) and _ENDS_QUOTED.search(own.of(text)):
            passages = _PASSAGE.finditer(text, own.start, own.end)
            content = tuple(Span(*passage.span()) for passage in passages)
            label = Span(*match.span("label"))
            cue = Span(*match.span("dash" if match["dash"] else "comma"))
            if content:
                yield Turn(label, cue, Span(start, line.end), content, _untitled(match["label"]))
        before = line


def _untitled(label: str) -> str:
    """Return what follows the last title in a signature: "Press Secretary Ann Lee"."""
    words = label.split()
    known = [at for at, word in enumerate(words) if word.rstrip(".").casefold() in _TITLES]
    return " ".join(words[known[-1] + 1 :]) if known and known[-1] + 1 < len(words) else label


def _is_signature(match: re.Match[str]) -> bool:
    words = match["label"].split()
    is_person = words[0] not in _BEFORE_PLACES and not _OF_A_THING.search(match["label"])
    is_post = _SIGNATURE.match(match[0].lstrip()) is not None
    return is_person and not is_post and bool(match["dash"] or match["comma"])


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
