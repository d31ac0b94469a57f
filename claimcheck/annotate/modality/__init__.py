"""How a sentence stands to what it tells: hedged, denied, conditional, planned; how certain."""

from claimcheck.annotate.modality.extraction import Certainty, Modality, Polarity, modality
from claimcheck.annotate.modality.negation import Negation

__all__ = ["Certainty", "Modality", "Negation", "Polarity", "modality"]
