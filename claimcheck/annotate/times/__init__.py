"""Mentions of time and the days that they mean."""

from claimcheck.annotate.times.chronology import Granularity
from claimcheck.annotate.times.extraction import TimeMention, mentions

__all__ = ["Granularity", "TimeMention", "mentions"]
