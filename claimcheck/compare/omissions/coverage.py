"""Which of the others' claims our article makes too, and which are only background."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

from claimcheck.annotate.times import mentions
from claimcheck.compare.omissions.statements import Statement, Weights, runs, statements
from claimcheck.compare.tokens import content_stems, tokenize
from claimcheck.datatypes import Article, Claim
from claimcheck.settings import (
    BACKGROUND_DAYS,
    COVERED_BY_ARTICLE,
    COVERED_BY_TWO,
    COVERED_RUN_SHARE,
    COVERED_RUN_WORDS,
    COVERED_SIMILARITY,
)

# How many of our claims, closest first, may together say what one of theirs says.
_CLOSEST: Final = 6
# What an outlet says of its own work.
_NEWSROOM: Final = re.compile(
    r"\b(?:did|does|do|has|have|had|could|was|were)(?: not|n['’]t) (?:immediately |independently |"
    r"yet |able to |be )*(?:respond|return|repl|confirm|verif|comment|reach)|"
    r"\bdeclined to (?:comment|be interviewed)|\b(?:for|request\w*) comments?\b|"
    r"\bcondition of anonymity|\bauthori[sz]ed to (?:speak|discuss|comment)",
    re.IGNORECASE,
)

Similarities = npt.NDArray[np.float32]


class Coverage:
    """What our article says, in its claims and in the rest of its words."""

    def __init__(self, article: Article, claims: Sequence[Claim], weights: Weights) -> None:
        tokens = tokenize(article.text)
        self._claims = statements(claims)
        self._weights = weights
        self._stems = content_stems(tokens)
        self._runs = runs([token.word for token in tokens], COVERED_RUN_WORDS)

    def covers(self, theirs: Statement, similarities: Similarities) -> bool:
        """Tell whether our article says the same; `similarities` are those to our claims."""
        if similarities.max() >= COVERED_SIMILARITY or self._repeats(theirs):
            return True
        share = self._weights.share
        if share(theirs.stems & self._stems, theirs.stems) >= COVERED_BY_ARTICLE:
            return True
        closest = [self._claims[at].stems for at in np.argsort(-similarities)[:_CLOSEST]]
        pairs = [one | other for one, other in combinations(closest, 2)] or closest
        return any(share(theirs.stems & pair, theirs.stems) >= COVERED_BY_TWO for pair in pairs)

    def _repeats(self, theirs: Statement) -> bool:
        """Tell whether a part of it stands word for word in our article."""
        wanted = runs(theirs.words, COVERED_RUN_WORDS)
        return bool(wanted) and len(wanted & self._runs) / len(wanted) >= COVERED_RUN_SHARE


def is_of_the_newsroom(claim: Claim) -> bool:
    """Tell whether a claim says how the outlet worked, and nothing of what happened."""
    return bool(_NEWSROOM.search(claim.text))


def is_dated_back(claim: Claim) -> bool:
    """Tell whether all days that a claim names lie well before its publication."""
    day = claim.citation.date
    ends = [mention.end for mention in mentions(claim.text, day) if mention.end]
    if not day or not ends:
        return False
    return max(ends) < day - datetime.timedelta(days=BACKGROUND_DAYS)
