"""What goes back to one origin: a reprint is not corroboration."""

from claimcheck.compare.origins.copies import group_copies
from claimcheck.compare.origins.grouping import group_claims, group_origins
from claimcheck.compare.origins.publishers import publisher_names
from claimcheck.compare.origins.signature import Signature, are_copies, sign

__all__ = [
    "Signature",
    "are_copies",
    "group_claims",
    "group_copies",
    "group_origins",
    "publisher_names",
    "sign",
]
