"""Other words in somebody's mouth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.datatypes import DifferenceKind
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.passages import Chance, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAGS: Final = frozenset(("NN", "NNS", "VBD", "VB", "VBZ", "VBP", "JJ"))
_MIN_QUOTED_WORDS: Final = 5
# Rarer words stand in few sentences well.
_MIN_COUNT: Final = 2
# Words that are no content, or whose place another word can't take.
_NOT_CONTENT: Final = frozenset(
    "be have do get go come make take let say think know want need seem lot kind thing way bit "
    "sort time day today tomorrow yesterday week month year people other such same own many much "
    "more most few several able sure first last next new good many percent one anything something "
    "nothing everything everyone anyone someone nobody behalf part lack fact case point terms "
    "favor rest sense number list set idea comment issue group fine nice likely".split()
)
_OPPOSITES: Final = {
    one: other
    for pair in (
        "good/bad great/terrible strong/weak safe/dangerous right/wrong better/worse rich/poor "
        "happy/sad easy/hard true/false fair/unfair legal/illegal possible/impossible "
        "important/unimportant won/lost win/lose more/less support/oppose "
        "increase/decrease accept/reject love/hate friend/enemy friends/enemies peace/war "
        "success/failure best/worst"
    ).split()
    for one, other in (pair.split("/"), pair.split("/")[::-1])
}
_KINDS: Final = {
    "N": (DifferenceKind.WORDING, DifferenceKind.ENTITY),
    "V": (DifferenceKind.WORDING, DifferenceKind.NEGATION),
    "J": (DifferenceKind.WORDING, DifferenceKind.NEGATION),
}


@dataclass(frozen=True, slots=True)
class WordPool:
    """Words of quotations by their tag and by what they stand with, in alphabetical order."""

    words: dict[tuple[str, ...], tuple[str, ...]]


def word_pool(passages: Iterable[Passage]) -> WordPool:
    """Collect the content words of what many articles quote."""
    found: dict[tuple[str, ...], Counter[str]] = {}
    for passage in passages:
        for token in _quoted_content(passage):
            found.setdefault(_frame(token), Counter())[token.lower_] += 1
    return WordPool(
        {
            frame: tuple(sorted(word for word, count in words.items() if count >= _MIN_COUNT))
            for frame, words in sorted(found.items())
        }
    )


def quotations(passage: Passage, pool: WordPool, chance: Chance) -> Iterator[Edit]:
    """Yield edits that put another word into what is quoted, of another meaning."""
    for token in _quoted_content(passage):
        opposite = _OPPOSITES.get(token.lower_)
        if opposite:
            yield _edit(passage, token, "opposite", opposite)
        others = [
            word
            for word in pool.words.get(_frame(token), ())
            if word not in passage.text.lower() and word[:4] != token.lower_[:4]
        ]
        if others:
            yield _edit(passage, token, f"other {token.pos_.lower()}", chance.pick(others))


def _edit(passage: Passage, token: Token, form: str, word: str) -> Edit:
    accepted = {*_KINDS[token.tag_[0]]}
    if form == "opposite":
        accepted.add(DifferenceKind.NEGATION)
    fitting = passage.article_before(token.idx, word)
    return passage.edit((Family.QUOTATION, form), (passage.of(token), word), accepted, fitting)


def _quoted_content(passage: Passage) -> Iterator[Token]:
    for token in passage.doc:
        if (
            token.tag_ in _TAGS
            and token.is_alpha
            and token.is_lower
            and len(token) > 2
            and not token.ent_type_
            and not token.is_stop
            and token.lemma_ not in _NOT_CONTENT
            and token.dep_ not in ("compound", "aux", "auxpass", "prt")
            and not _is_fixed(token)
            and _is_in_long_quote(passage, token)
        ):
            yield token


def _is_fixed(token: Token) -> bool:
    """Tell whether a word can't be exchanged alone: part of a term, with a clause, without "a"."""
    if not token.tag_.startswith("N"):
        return any(one.dep_ in ("xcomp", "ccomp", "advcl", "prt") for one in token.children)
    joined = any(one.dep_ == "compound" or one.text == "-" for one in token.children)
    bare = not any(one.dep_ in ("det", "poss") for one in token.children)
    return joined or (token.tag_ == "NN" and bare)


def _is_in_long_quote(passage: Passage, token: Token) -> bool:
    return any(
        quote.overlaps(passage.of(token))
        and len(quote.of(passage.article.text).split()) >= _MIN_QUOTED_WORDS
        for quote in passage.quotes
    )


def _frame(token: Token) -> tuple[str, ...]:
    """Return what a word stands with, which another word there needs too."""
    behind = {one.dep_ for one in token.children if one.i > token.i}
    if token.tag_.startswith("N"):
        determined = any(one.dep_ in ("det", "poss", "nummod") for one in token.children)
        frame = ("determined" if determined else "bare", _preposition(token))
    elif token.tag_ == "JJ":
        frame = ("before a noun" if token.dep_ == "amod" else "after a verb", _preposition(token))
    else:
        verbal = sorted(behind & {"dobj", "acomp", "attr", "dative"})
        frame = (" ".join(verbal), _preposition(token))
    return (token.tag_, *frame)


def _preposition(token: Token) -> str:
    behind = (one for one in token.children if one.i > token.i)
    return next((one.lower_ for one in behind if one.dep_ in ("prep", "agent")), "")
