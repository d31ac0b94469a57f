"""A difference as it is found, before the relation is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.datatypes import Bearing, Difference, DifferenceKind


@dataclass(frozen=True, slots=True)
class Found:
    """A difference, and whether it tells the claims apart.

    `conflict`: both cannot hold if both claims are about the same fact. Other words for the same
    are not `telling`. A conflict that isn't `sure` to be about one fact needs NLI to say so, both
    ways.
    """

    difference: Difference
    conflict: bool = False
    telling: bool = True
    sure: bool = True

    @property
    def kind(self) -> DifferenceKind:
        """In what the claims differ."""
        return self.difference.kind

    def settled(self, bearing: Bearing | None) -> Found:
        """Return the difference with what it means, no longer a conflict unless it is one."""
        difference = replace(self.difference, bearing=bearing)
        return replace(self, difference=difference, conflict=bearing is Bearing.CONFLICT)
