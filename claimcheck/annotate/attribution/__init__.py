"""Who says what: sources, the words that report, and what they report."""

from claimcheck.annotate.attribution.extraction import attributions

__all__ = ["attributions"]
