"""One plain sentence that says why two claims stand as they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.compare.found import Found
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Relation

EQUAL: Final = "Both use the same words."
EMPTY: Final = "Questions, captions and notices claim nothing that could be compared."
DISTANT: Final = {
    Relation.RELATED: "The same story or subject, but not the same fact.",
    Relation.UNRELATED: "Nothing links the two.",
}
_IN_WORDS: Final = {
    DifferenceKind.NUMBER: "the figures differ",
    DifferenceKind.TIME: "the times differ",
    DifferenceKind.ENTITY: "the names differ",
    DifferenceKind.NEGATION: "one denies what the other states",
    DifferenceKind.MODALITY: "one is less certain or less settled",
    DifferenceKind.ATTRIBUTION: "the source differs or is missing on one side",
    DifferenceKind.PRECISION: "one is more exact",
    DifferenceKind.ADDED: "one gives a detail that the other leaves out",
    DifferenceKind.WORDING: "the words differ",
}
_BEARING: Final = {
    Bearing.UPDATE: ", which may be an update",
    Bearing.COMPATIBLE: ", and both can hold",
}
# Longer words are cut in a sentence; they stand in full beside it.
_MAX_QUOTED = 50


def explanation(relation: Relation, found: Sequence[Found], ours: str, theirs: str) -> str:
    """Return one sentence that names what differs; the first of it with its words.

    `ours` and `theirs` are the texts of the two claims.
    """
    if relation is Relation.SAME:
        return "Both say the same in other words."
    if relation is Relation.RELATED:
        return "Close, but no difference in detail can be pointed to."
    telling = [one for one in found if one.conflict or relation is not Relation.CONTRADICTS]
    first, *others = telling
    what = _IN_WORDS[first.kind] + _quoted(first.difference, ours, theirs)
    kinds = dict.fromkeys(one.kind for one in others if one.kind is not first.kind)
    rest = "".join(f"; {_IN_WORDS[kind]}" for kind in kinds)
    if relation is Relation.CONTRADICTS:
        return f"Both cannot hold if they speak of one fact: {what}{rest}."
    return f"The same event, told differently: {what}{rest}."


def _quoted(one: Difference, ours: str, theirs: str) -> str:
    here = _cut(one.in_claim.of(ours)) if one.in_claim else ""
    there = _cut(one.in_evidence.of(theirs)) if one.in_evidence else ""
    if here and there:
        after = _BEARING.get(one.bearing, "") if one.bearing else ""
        return f", “{here}” here and “{there}” there{after}"
    return f", “{here}” only here" if here else f", “{there}” only there"


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _MAX_QUOTED else plain[: _MAX_QUOTED - 2].rstrip() + " …"
