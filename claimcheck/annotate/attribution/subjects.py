"""Who says it: the source of a reporting verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.attribution.drafts import noun_phrase, subtrees
from claimcheck.annotate.attribution.reporting import VERBS
from claimcheck.annotate.parsing import Sentence
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
_NOMINAL: Final = frozenset("NNP NNPS PRP DT PRP$ NN NNS JJ CD".split())
# Dependencies through which a verb shares the subject of the verb above it.
_SHARING: Final = frozenset("conj xcomp advcl pcomp prep dep aux ccomp".split())
# "quoted him as saying": he says it.
QUOTING: Final = frozenset(
    "quote quotes quoted quoting report reports reported reporting cite cites cited citing".split()
)
# The most words in a source that only its place tells.
_MAX_NAME: Final = 12
# How many verbs up a subject may stand: "wants to go on to say".
_REACH: Final = 5


def source_of(verb: Token, children: Sequence[Token], passive: bool) -> list[Token]:
    if passive:
        for child in children:
            if child.dep_ == "agent":
                return [t for one in child.children if one.dep_ == "pobj" for t in noun_phrase(one)]
        return []
    return _subject(verb, children, 0)


def _subject(verb: Token, children: Sequence[Token], depth: int) -> list[Token]:
    for child in children:
        if child.dep_ in SUBJECTS:
            return _after_fronted(child, verb) if is_fronted(child) else noun_phrase(child)
    if depth == _REACH or verb.dep_ == "ROOT":
        return []
    head = verb.head
    if verb.dep_ in ("acl", "relcl"):
        return list(verb.doc[head.left_edge.i : verb.left_edge.i])
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "aux", "ccomp"):
        above = list(head.children)
        if (depth == 0 and verb.dep_ in ("xcomp", "ccomp")) or head.lower_ in QUOTING:
            for child in above:
                if child.dep_ == "dobj":
                    return noun_phrase(child)
        return _subject(head, above, depth + 1)
    return []


def is_fronted(subject: Token) -> bool:
    """Tell whether a parser took a participle in front for the subject: "Citing reports, ..."."""
    first = subject.left_edge
    is_first = first.i == 0 and first.tag_ == "VBG" and first.lower_ in VERBS
    return is_first and any(token.text == "," for token in subject.doc[1 : subject.head.i])


def _after_fronted(subject: Token, verb: Token) -> list[Token]:
    """Return what stands between the last comma and the verb, where that is a noun phrase."""
    doc = verb.doc
    comma = max(token.i for token in doc[: subject.head.i] if token.text == ",")
    words = [token for token in doc[comma + 1 : verb.i] if token.dep_[:3] != "aux"]
    return words if words and len(words) <= _MAX_NAME and _is_nominal(words) else []


def beside_quotation(
    sentence: Sentence, cue: Sequence[Token], source: list[Token], quoted: Sequence[Span]
) -> list[Token]:
    """Correct a source that the parser took from inside a quotation or didn't find beside it.

    Then it is what stands between the quotation and the cue, or what directly follows the cue.
    """
    base, doc = sentence.span.start, sentence.doc
    if source and not any(mark.start <= base + source[-1].idx < mark.end for mark in quoted):
        return source
    opening, ending = base + cue[0].idx, base + cue[-1].idx + len(cue[-1])
    before = [mark for mark in quoted if mark.end <= opening]
    if not before:
        return []
    between = [token for token in doc[: cue[0].i] if base + token.idx >= before[-1].end]
    words = [token for token in between if not token.is_punct]
    if words:
        return words if len(words) <= _MAX_NAME and _is_nominal(words) else []
    following = cue[-1].i + 1
    if following >= len(doc) or not _is_nominal([doc[following]]):
        return []
    head = doc[following]
    while head.head.i != head.i and head.head.left_edge.i == following:
        head = head.head
    names = subtrees([head])
    return [
        t
        for t in names
        if not any(m.start <= base + t.idx < m.end for m in quoted if m.start >= ending)
    ]


def _is_nominal(tokens: Sequence[Token]) -> bool:
    return tokens[0].tag_ in _NOMINAL and not any(token.tag_[0] == "V" for token in tokens)
