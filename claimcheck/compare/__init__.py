"""Claim x claim -> relation and typed differences. Pure."""

from claimcheck.compare.analysis import Analysis, analyse
from claimcheck.compare.findings import findings_from, telling
from claimcheck.compare.origins import group_origins
from claimcheck.compare.profile import Profile, profile
from claimcheck.compare.relation import RULES, compare, is_same_fact, is_worth_judging

__all__ = [
    "RULES",
    "Analysis",
    "Profile",
    "analyse",
    "compare",
    "findings_from",
    "group_origins",
    "is_same_fact",
    "is_worth_judging",
    "profile",
    "telling",
]
