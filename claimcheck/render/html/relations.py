"""How each relation is shown: a sign and words, so that nothing hangs on colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.datatypes import STRONGEST_FIRST, Match, Relation
from claimcheck.render.sanitise import tidy

# What other outlets are called that have no name.
NAMELESS = "Another text"

SIGNS = {
    Relation.CONTRADICTS: "≠",
    Relation.DIFFERS: "≈",
    Relation.SAME: "=",
    Relation.RELATED: "~",
    Relation.UNRELATED: "~",
}
WORDS = {
    Relation.CONTRADICTS: "contradicts",
    Relation.DIFFERS: "differs",
    Relation.SAME: "agrees",
    Relation.RELATED: "related",
    Relation.UNRELATED: "unrelated",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A relation for a template: the CSS class, the sign and the word."""

    name: str
    sign: str
    word: str


def shown(relation: Relation) -> Shown:
    """Return how a relation is shown."""
    return Shown(relation.value, SIGNS[relation], WORDS[relation])


def strongest_of(relations: Iterable[Relation]) -> Relation:
    """Return the most telling of some relations, at least one."""
    return min(relations, key=STRONGEST_FIRST.index)


def outlet_of(match: Match) -> str:
    """Return the cleaned name of the other outlet."""
    return tidy(match.evidence.citation.outlet) or NAMELESS
