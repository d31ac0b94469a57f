"""Who a source is, by the fullest name that the article gives, where that is sure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.attribution.titles import (
    TITLES,
    bare,
    core_of,
    first_of_name,
    is_joining,
    last_run,
    past_quoted,
    untitled,
    words_of,
)
from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.names import CALENDAR, FIRST_NAMES, WITHOUT_FIRST_NAME
from claimcheck.datatypes import Attribution, Span
from claimcheck.settings import MAX_SOURCE_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE: Final = frozenset(("he", "him", "his", "himself"))
_SHE: Final = frozenset(("she", "her", "hers", "herself"))
_RELATIVE: Final = frozenset(("who", "which", "that", "whom"))
_UNKNOWN: Final = frozenset(
    "i we you they it this these those one some many few others another both all most people "
    "someone somebody everyone nobody them us me there what each several much more "
    "'s ’s let".split()
)
_FEMALE: Final = frozenset(("mrs", "ms", "miss", "lady", "dame", "queen", "princess"))
_MALE: Final = frozenset(("mr", "sir", "lord", "king", "prince", "pope"))
# A description longer than this names nobody: it is a clause.
_MAX_DESCRIPTION: Final = 8
# A run of more proper nouns is a headline or a list.
_MAX_WORDS: Final = 5
_JOINING: Final = frozenset(("CC", "POS", "TO", "HYPH"))
# Nobody is called by what begins with one of these: "before his death", "whose lawyer".
_NO_NAME: Final = frozenset(("IN", "WP$", "VBG", "VBN", "VBD", "TO", "WRB"))
# In capitals no first word of a name is longer: "J.D.", "JR".
_INITIALS: Final = 2
# How many contents may begin before a place and still hold it.
_NESTED: Final = 8


@dataclass(frozen=True, slots=True)
class _Name:
    """A run of proper nouns: its words without titles, where it stands, and what titles tell."""

    words: tuple[str, ...]
    place: Span
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of an article in order, and the longer ones by their last and first words.

    Only people are listed by their first word: those who have a title or are a source themselves.
    """

    run: list[_Name]
    starts: list[int]
    by_last: dict[str, set[tuple[str, ...]]]
    by_first: dict[str, set[tuple[str, ...]]]
    titles: dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last speaker with a name, where that source ends and in which paragraph."""

    speaker: str
    end: int
    paragraph: int


def speakers(sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[str | None]:
    """Return the speaker of each attribution by the fullest name in the article.

    A short name ("Mr. Xi") becomes the full one if only one in the article has it as its first or
    last word; "he" and "she" become the last speaker where no other person is named between them;
    a description ("the spokesman") stays as it is. None where there is no source, or a pronoun
    that could be anybody's.
    """
    sources = {one.source[0] for one in found if one.source}
    if not sources:
        return [None] * len(found)
    names = _gathered(sentences, sources)
    contents = sorted(piece for one in found for piece in one.content)
    starts = [sentence.span.start for sentence in sentences]
    resolved: dict[Span, str | None] = {}
    heard: _Heard | None = None
    for source in sorted(sources):
        sentence = sentences[bisect_right(starts, source.start) - 1]
        tokens = _tokens(sentence, source)
        if not tokens:
            continue
        if len(tokens) == 1 and tokens[0].lower_ in _HE | _SHE:
            resolved[source] = _last_heard(tokens[0], source, sentence, heard, names, contents)
        else:
            resolved[source] = _called(tokens, names)
        speaker = resolved[source]
        if speaker and speaker.split()[-1] in names.by_last:
            heard = _Heard(speaker, source.end, sentence.paragraph)
    return [resolved.get(one.source[0]) if one.source else None for one in found]


def _tokens(sentence: Sentence, span: Span) -> list[Token]:
    base = sentence.span.start
    return [token for token in sentence.doc if span.start <= base + token.idx < span.end]


def _gathered(sentences: Sequence[Sentence], sources: set[Span]) -> _Names:
    run = [name for sentence in sentences for name in _names(sentence)]
    by_last: dict[str, set[tuple[str, ...]]] = {}
    by_first: dict[str, set[tuple[str, ...]]] = {}
    titles: dict[str, set[str]] = {}
    ordered = sorted(sources)
    for name in run:
        by_last.setdefault(name.words[-1], set()).add(name.words)
        titles.setdefault(name.words[-1], set()).update(name.titles)
        place = bisect_right(ordered, name.place.start, key=lambda span: span.start) - 1
        speaks = place >= 0 and ordered[place].end >= name.place.end
        if name.titles or speaks:
            by_first.setdefault(name.words[0], set()).add(name.words)
    return _Names(run, [name.place.start for name in run], by_last, by_first, titles)


def _names(sentence: Sentence) -> Iterator[_Name]:
    run: list[Token] = []
    for token in sentence.doc:
        if token.tag_ == "NNP" and (not token.is_punct or (run and is_joining(token))):
            run.append(token)
        elif run:
            yield from _name(sentence, run)
            run = []
    if run:
        yield from _name(sentence, run)


def _name(sentence: Sentence, run: Sequence[Token]) -> Iterator[_Name]:
    start = first_of_name(run)
    words = words_of(run[start:])
    if words and len(words) <= _MAX_WORDS:
        titles = frozenset(bare(token) for token in run[:start])
        yield _Name(words, sentence.place(run[start:]), titles)


def _fullest(words: tuple[str, ...], names: _Names) -> str:
    """Return the only longer name that a single word abbreviates, else the words themselves."""
    if len(words) > 1:
        return " ".join(words)
    longer = _longer(names.by_last, words[0]) or _longer(names.by_first, words[0])
    # "Donald Trump" and "Donald J. Trump" are one.
    if len({(full[0], full[-1]) for full in longer}) != 1:
        return words[0]
    fullest = max(longer, key=len)
    return " ".join(fullest)


def _longer(listed: dict[str, set[tuple[str, ...]]], word: str) -> list[tuple[str, ...]]:
    return sorted(full for full in listed.get(word, ()) if len(full) > 1 and _is_one_name(full))


def _is_one_name(words: Sequence[str]) -> bool:
    """Tell whether no other word has got before a name: "Monday Trump", "WATCHED Lee"."""
    first, last = words[0], words[-1]
    if first in CALENDAR - FIRST_NAMES or (
        first.isupper() and len(first) > _INITIALS and not last.isupper()
    ):
        return False
    return last not in WITHOUT_FIRST_NAME or first in FIRST_NAMES or "." in first


def _called(tokens: Sequence[Token], names: _Names) -> str | None:
    """Return what a source is called: a name, a description, or None for a pronoun."""
    if tokens[0].lower_ in _RELATIVE:
        return _antecedent(tokens[0], names)
    tokens = past_quoted(tokens)
    core = core_of(tokens)
    if not core or (len(core) == 1 and core[0].lower_ in _UNKNOWN) or _is_no_name(core):
        return None
    rest = tokens[len(core) :]
    if _is_joint(core, rest) and len(tokens) <= MAX_SOURCE_WORDS:
        core, rest = list(tokens), []
    elif core[-1].tag_ in ("NNP", "NNPS"):
        return _proper(core, names)
    if len(core) == 1 and core[0].text in names.by_last:
        # A name at the beginning of a sentence may be tagged as a noun.
        return _fullest((core[0].text,), names)
    if name := _apposed(rest):
        return _fullest(name, names)
    return _written(core) if len(core) <= _MAX_DESCRIPTION else None


def _proper(core: Sequence[Token], names: _Names) -> str:
    """Return the name that `core` is or ends in, in full, or all of it if it is no plain name."""
    tags = [token.tag_ for token in core]
    if "IN" in tags:
        # "Gov. John Kasich of Ohio", but "the Bank of China".
        before = core[: tags.index("IN")]
        if before and bare(before[-1]) in TITLES:
            return _in_office(core, names)
        named = untitled(last_run(before))
        is_titled = len(before) > len(named) == 1 and bare(before[0]) in TITLES
        if named and (named[0] in FIRST_NAMES or is_titled or _is_family_name(named, names)):
            return _fullest(named, names)
        return _written(core)
    run = last_run(core)
    outside = core[: len(core) - len(run)]
    if len(run) > 1 and outside and outside[-1].tag_ == "POS" and run[0].text in FIRST_NAMES:
        # "CNN's Jake Tapper", but "Trump's Justice Department".
        return _fullest(untitled(run), names)
    joins = outside[-1:] and (outside[-1].tag_ in _JOINING or outside[-1].lower_ in ("a", "an"))
    if joins or any(token.text == "/" for token in core):
        return _written(core)
    return _fullest(untitled(run), names)


def _is_family_name(words: Sequence[str], names: _Names) -> bool:
    """Tell whether a single word is the last name of somebody named in full elsewhere."""
    return len(words) == 1 and any(
        full[0] in FIRST_NAMES for full in _longer(names.by_last, words[0])
    )


def _is_no_name(core: Sequence[Token]) -> bool:
    """Tell whether a source that begins so is a clause, or a stretch of the sentence around it."""
    first = core[0]
    # "Seyed" before a name may be tagged as a verb.
    is_name = len(core) > 1 and first.text.istitle() and core[1].tag_ == "NNP"
    return first.tag_ in _NO_NAME and not (is_name and first.tag_[:2] == "VB")


def _in_office(core: Sequence[Token], names: _Names) -> str:
    """Return the name after "Secretary of State", or all of it where none follows."""
    run = last_run(core)
    for place in range(1, len(run) - 1):
        if run[place].text in FIRST_NAMES:
            return _fullest(untitled(run[place:]), names)
    return _written(core)


def _apposed(rest: Sequence[Token]) -> tuple[str, ...]:
    """Return the name in "the campaign chairman, Paul Manafort"."""
    words: list[str] = []
    for token in rest[1 + (len(rest) > 1 and rest[1].lower_ == "the") :]:
        if token.tag_ != "NNP":
            break
        words.append(token.text)
    is_name = rest and rest[0].text == "," and 1 < len(words) <= _MAX_WORDS
    return tuple(words) if is_name else ()


def _antecedent(token: Token, names: _Names) -> str | None:
    """Return whom "who" stands for; "which" and "that" only when next to it."""
    verb = token.head
    while verb.dep_ not in ("relcl", "ROOT") and verb.head.i != verb.i:
        verb = verb.head
    noun = verb.head
    reach = _MAX_DESCRIPTION if token.lower_ == "who" else 2
    if verb.dep_ != "relcl" or not 0 < token.i - noun.i <= reach or noun.tag_[:2] != "NN":
        return None
    return _called(list(token.doc[noun.left_edge.i : noun.i + 1]), names)


def _is_joint(core: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Tell whether somebody else follows: "Mr. Orr, a farmer, and Ms. Dahl"."""
    heads = {token.i for token in core}
    return any(token.dep_ == "conj" and token.head.i in heads for token in rest)


def _written(tokens: Sequence[Token]) -> str:
    first, last = tokens[0], tokens[-1]
    text: str = first.doc.text[first.idx : last.idx + len(last)]
    return " ".join(text.split())


def _last_heard(
    pronoun: Token,
    place: Span,
    sentence: Sentence,
    heard: _Heard | None,
    names: _Names,
    contents: Sequence[Span],
) -> str | None:
    """Return the last speaker if no other person is named, outside what is said, since."""
    if heard is None or sentence.paragraph - heard.paragraph > 1:
        return None
    family = heard.speaker.split()[-1]
    if names.titles.get(family, set()) & (_FEMALE if pronoun.lower_ in _HE else _MALE):
        return None
    first = bisect_left(names.starts, heard.end)
    last = bisect_left(names.starts, place.start)
    for name in names.run[first:last]:
        if not _is_within(name.place, contents) and _may_be_other(name, heard.speaker, names):
            return None
    return heard.speaker


def _is_within(place: Span, contents: Sequence[Span]) -> bool:
    last = bisect_right(contents, place.start, key=lambda span: span.start)
    return any(content.end >= place.end for content in contents[max(0, last - _NESTED) : last])


def _may_be_other(name: _Name, speaker: str, names: _Names) -> bool:
    full = _fullest(name.words, names)
    return full != speaker and (" " in full or bool(name.titles))
