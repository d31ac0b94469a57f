"""What goes back to one origin: a reprint is not corroboration."""

from claimcheck.compare.origins.copies import group_copies
from claimcheck.compare.origins.grouping import group_origins
from claimcheck.compare.origins.signature import Signature, are_copies, sign

__all__ = ["Signature", "are_copies", "group_copies", "group_origins", "sign"]
