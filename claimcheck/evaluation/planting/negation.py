"""A denial put in, and one taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claimcheck.datatypes import DifferenceKind, Span
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.names import REPORTING
from claimcheck.evaluation.planting.passages import Chance, Passage, starts_with_vowel

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCEPTED: Final = frozenset((DifferenceKind.NEGATION,))
_CARRIERS: Final = frozenset(
    "is are am was were has have had will would can could should did does do 's 're ’s ’re".split()
)
_DO: Final = {"VBD": "did", "VBZ": "does", "VBP": "do"}
# Words that turn strange, or mean something else, beside "not".
_AWKWARD: Final = frozenset(
    "already still also just even only too never hardly barely rarely not n't n’t no nor neither "
    "nobody none nothing without fail refuse deny either any anyone anything anymore ever yet "
    "until unless but all both every everyone some quite rather always once often simply merely "
    "probably certainly obviously clearly actually really".split()
)
_OPEN_CLAUSES: Final = frozenset(("conj", "ccomp", "advcl", "relcl", "acl", "parataxis"))
# What says something only after "not": without it the sentence breaks.
_AFTER_NOT: Final = re.compile(
    r"\b(?:any\w*|ever|yet|either|at all|nor|but|until|much|only|even|necessarily|because|if|"
    r"whether|why|or|rather|just|so|too|exactly|always|every\w*|all|necessarily|long)\b",
    re.I,
)
_SHORT: Final = {
    "ca": "can", "wo": "will", "is": "is", "are": "are", "was": "was", "were": "were",
    "has": "has", "have": "have", "had": "had", "would": "would", "could": "could",
    "should": "should",
}  # fmt: skip
_VERBS: Final = (
    (re.compile(r"\b(?:refus|declin)ed to(?= [a-z]+)"), "agreed to"),
    (re.compile(r"\brefuses to(?= [a-z]+)"), "agrees to"),
    (re.compile(r"\bfailed to(?= [a-z]+)"), "managed to"),
    (re.compile(r"\bfails to(?= [a-z]+)"), "manages to"),
    (re.compile(r"\bunable to(?= [a-z]+)"), "able to"),
    (re.compile(r"\bmanaged to(?= [a-z]+)"), "failed to"),
    (re.compile(r"\bagreed to(?= [a-z]+)"), "refused to"),
)
_TAKES_NO: Final = frozenset("have find see offer give make".split())
_IDIOMS: Final = frozenset("doubt one time way matter question longer".split())
_MASS: Final = frozenset("evidence proof information money support interest progress power".split())


def negations(passage: Passage, chance: Chance) -> Iterator[Edit]:
    """Yield edits that deny what the sentence states, or state what it denies."""
    if not passage.text.rstrip("\"”’'").endswith("?"):
        yield from _denied(passage, chance)
        yield from _stated(passage)
        yield from _turned(passage)


def _denied(passage: Passage, chance: Chance) -> Iterator[Edit]:
    for verb in passage.doc:
        if not _can_be_denied(verb):
            continue
        carrier = _carrier(verb)
        if carrier is not None:
            end = carrier.idx + len(carrier)
            word = "never" if _takes_never(carrier) and chance.pick(range(4)) == 0 else "not"
            change = passage.place(end, end), f" {word}"
            yield passage.edit((Family.NEGATION, f"{word} put in"), change, _ACCEPTED)
        elif verb.tag_ in _DO and not _auxiliaries(verb):
            yield from _with_do(passage, verb, chance)
    yield from _none(passage)


def _with_do(passage: Passage, verb: Token, chance: Chance) -> Iterator[Edit]:
    is_apart = verb.i > 0 and bool(verb.nbor(-1).whitespace_)
    if not is_apart:
        # "He's" is one word.
        return
    if verb.tag_ == "VBD" and chance.pick(range(3)) == 0:
        change = passage.place(verb.idx, verb.idx), "never "
        yield passage.edit((Family.NEGATION, "never put in"), change, _ACCEPTED)
    elif verb.lemma_.isalpha() and not any(
        one.dep_ == "conj" and not _has_subject(one) for one in verb.children
    ):
        words = f"{_DO[verb.tag_]} not {verb.lemma_}"
        yield passage.edit((Family.NEGATION, "not put in"), (passage.of(verb), words), _ACCEPTED)


def _can_be_denied(verb: Token) -> bool:
    """Tell whether a verb is the sentence's own, or what it reports, with a plain subject."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ in REPORTING or not _is_stated(verb):
        return False
    subject = next((one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.i > verb.i or any(t.lower_ in _AWKWARD for t in subject.subtree):
        return False
    near = [one for one in verb.children if one.dep_ in ("advmod", "neg", "preconj", "cc")]
    after = verb.doc[verb.i + 1 : verb.i + 4]
    odd = {one.lower_ for one in (*near, *after)} & _AWKWARD or after[:1].text == ","
    return not odd and not _is_idiom(verb) and not _is_aside(verb)


def _is_stated(verb: Token) -> bool:
    if verb.dep_ == "ROOT":
        return True
    return verb.dep_ == "ccomp" and verb.head.lemma_ in ("say", "announce", "report", "claim")


def _is_idiom(verb: Token) -> bool:
    """Tell whether "not" would break an idiom: "had to", "used to", "it turns out", "I guess"."""
    after = verb.doc[verb.i + 1 : verb.i + 2].text
    if verb.lemma_ in ("have", "use", "ought", "get") and after in ("to", "got", "better"):
        return True
    return verb.lemma_ in ("guess", "hope", "happen") or (verb.lemma_, after) == ("turn", "out")


def _is_aside(verb: Token) -> bool:
    """Tell whether a verb stands in an aside, after its object or right behind an adverb."""
    first = _auxiliaries(verb)[0] if _auxiliaries(verb) else verb
    is_adverb = first.i > 0 and first.nbor(-1).tag_ == "RB"
    is_asked = verb.left_edge.tag_ in ("WP", "WRB", "WDT") and verb.dep_ != "ROOT"
    is_late = any(one.dep_ in ("ccomp", "dobj") and one.i < verb.i for one in verb.children)
    return is_adverb or is_asked or is_late


def _carrier(verb: Token) -> Token | None:
    auxiliaries = _auxiliaries(verb)
    first = auxiliaries[0] if auxiliaries else verb if verb.lemma_ == "be" else None
    if first is None or first.lower_ not in _CARRIERS or first.i > verb.i:
        return None
    return first


def _auxiliaries(verb: Token) -> list[Token]:
    return [one for one in verb.children if one.dep_ in ("aux", "auxpass")]


def _takes_never(carrier: Token) -> bool:
    following = carrier.doc[carrier.i + 1 : carrier.i + 2]
    return carrier.lower_ in ("has", "have", "had") and following[0].tag_ == "VBN"


def _has_subject(verb: Token) -> bool:
    return any(one.dep_ in ("nsubj", "nsubjpass", "expl") for one in verb.children)


def _none(passage: Passage) -> Iterator[Edit]:
    """Yield "had no plan" for "had a plan"."""
    for token in passage.doc:
        verb = token.head.head
        if token.lower_ not in ("a", "an") or token.dep_ != "det":
            continue
        is_bare = token.i + 1 == token.head.i and token.head.dep_ == "dobj"
        if is_bare and verb.lemma_ in _TAKES_NO and _can_be_denied(verb):
            yield passage.edit((Family.NEGATION, "no put in"), (passage.of(token), "no"), _ACCEPTED)


def _stated(passage: Passage) -> Iterator[Edit]:
    """Yield edits that take out "not", "never" and "no"."""
    for token in passage.doc:
        rest = passage.text[token.idx + len(token) :]
        if _AFTER_NOT.search(rest.split(",")[0]):
            continue
        yield from _without_not(passage, token)
        if token.lower_ == "no" and token.dep_ == "det":
            yield from _without_no(passage, token)


def _without_not(passage: Passage, token: Token) -> Iterator[Edit]:
    if token.i == 0 or token.dep_ != "neg" or token.head.tag_ not in ("VB", "VBN", "VBG", "VBD"):
        return
    before = token.nbor(-1)
    word = token.lower_
    is_apart = token.whitespace_ and before.whitespace_
    if word in ("not", "never") and is_apart and before.lower_ in _CARRIERS:
        change = passage.place(token.idx, token.idx + len(token) + 1), ""
        yield passage.edit((Family.NEGATION, f"{word} taken out"), change, _ACCEPTED)
    elif word == "not" and before.lower_ == "can" and not before.whitespace_:
        yield passage.edit((Family.NEGATION, "not taken out"), (passage.of(token), ""), _ACCEPTED)
    elif word in ("n't", "n’t") and before.lower_ in _SHORT:
        change = passage.place(before.idx, token.idx + len(token)), _SHORT[before.lower_]
        yield passage.edit((Family.NEGATION, "not taken out"), change, _ACCEPTED)


def _without_no(passage: Passage, token: Token) -> Iterator[Edit]:
    noun, after = token.head, token.nbor()
    if noun.lemma_ in _IDIOMS or token.i == 0:
        return
    end = token.idx + len(token)
    if noun.tag_ == "NNS" or noun.lower_ in _MASS:
        change: tuple[Span, str] = passage.place(token.idx, end + 1), ""
    elif noun.tag_ == "NN" and after.tag_ in ("NN", "JJ"):
        change = passage.place(token.idx, end), "an" if starts_with_vowel(after.text) else "a"
    else:
        return
    yield passage.edit((Family.NEGATION, "no taken out"), change, _ACCEPTED)


def _turned(passage: Passage) -> Iterator[Edit]:
    """Yield "agreed to" for "refused to" and the like."""
    for pattern, other in _VERBS:
        for match in pattern.finditer(passage.text):
            change = passage.place(*match.span()), other
            fitting = passage.article_before(match.start(), other)
            yield passage.edit((Family.NEGATION, "denying verb"), change, _ACCEPTED, fitting)
