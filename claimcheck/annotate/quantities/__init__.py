"""Numbers with their unit, their bound and their kind."""

from claimcheck.annotate.quantities.amounts import Quantity
from claimcheck.annotate.quantities.bounds import Bound
from claimcheck.annotate.quantities.extraction import Kind, quantities

__all__ = ["Bound", "Kind", "Quantity", "quantities"]
