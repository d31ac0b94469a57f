"""Headline x article -> stance, with the sentences that decide it. Pure."""

from claimcheck.compare.stance.decision import (
    ArticleStance,
    Evidence,
    Role,
    StanceFinding,
    article_stance,
    is_about,
)
from claimcheck.compare.stance.reading import Body, Headline, read_body, read_headline

__all__ = [
    "ArticleStance",
    "Body",
    "Evidence",
    "Headline",
    "Role",
    "StanceFinding",
    "article_stance",
    "is_about",
    "read_body",
    "read_headline",
]
