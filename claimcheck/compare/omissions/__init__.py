"""What the other outlets report of a story and our article leaves out."""

from claimcheck.compare.omissions.groups import LeftOut, left_out
from claimcheck.compare.omissions.sisters import sister_candidates, story_day
from claimcheck.compare.omissions.statements import Told

__all__ = ["LeftOut", "Told", "left_out", "sister_candidates", "story_day"]
