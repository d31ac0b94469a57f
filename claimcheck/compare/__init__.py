"""Claim x claim -> relation and typed differences. Pure."""

from claimcheck.compare.findings import findings_from
from claimcheck.compare.origins import group_origins
from claimcheck.compare.profile import Profile, profile
from claimcheck.compare.relation import RULES, compare, is_worth_judging

__all__ = [
    "RULES",
    "Profile",
    "compare",
    "findings_from",
    "group_origins",
    "is_worth_judging",
    "profile",
]
