"""Edits planted in real articles, one to a sentence, and what claimcheck says of them."""

from claimcheck.evaluation.planting.copies import sample
from claimcheck.evaluation.planting.harness import Tools, Trial, plant, shown

__all__ = ["Tools", "Trial", "plant", "sample", "shown"]
