"""Whether a judgement stays the same when only the clothes of a text change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import numpy as np

from claimcheck.datatypes import Article, Remark, Skip
from claimcheck.nli import Nli, Pair, likeliest
from claimcheck.segment import Segmenter

_OUTLETS: Final = ("Reuters", "Fox News")


def stability(nli: Nli, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the share of pairs (0 to 1) whose label changes with each kind of clothes.

    `outlet` is one outlet's name against another's, before the premise.
    """
    before = likeliest(nli.predict(pairs))
    shares = {
        name: _changed(before, likeliest(nli.predict([(one, dress(two)) for one, two in pairs])))
        for name, dress in _CLOTHES.items()
    }
    named = ([(f"{outlet}: {one}", two) for one, two in pairs] for outlet in _OUTLETS)
    return {**shares, "outlet": _changed(*(likeliest(nli.predict(some)) for some in named))}


def evaluate_copies(texts: Sequence[str], nli: Nli) -> dict[str, Any]:
    """Count texts by how they are judged against themselves, as they are and in other clothes."""
    kinds: dict[str, Callable[[str], str]] = {"identical": str, **_CLOTHES}
    judged = {
        name: likeliest(nli.predict([(text, dress(text)) for text in texts]))
        for name, dress in kinds.items()
    }
    return {
        "texts": len(texts),
        **{
            label: {name: labels.count(label) for name, labels in judged.items()}
            for label in ("entailment", "contradiction")
        },
    }


def some_claims(
    items: Iterable[Article | Skip | Remark], segmenter: Segmenter, count: int
) -> list[str]:
    """Return up to `count` different claims of articles, drawn from all with a fixed seed."""
    articles = (item for item in items if isinstance(item, Article))
    texts = dict.fromkeys(claim.text for one in articles for claim in segmenter.segment(one))
    chosen = np.random.default_rng(0).permutation(len(texts))[:count]
    every = list(texts)
    return [every[place] for place in chosen]


def _changed(before: Sequence[str], after: Sequence[str]) -> float:
    pairs = list(zip(before, after, strict=True))
    return round(sum(one != other for one, other in pairs) / len(pairs), 4)


def _full_stop(text: str) -> str:
    return text[:-1] if text.endswith(".") else f"{text}."


def _quotation_marks(text: str) -> str:
    curly = re.sub(r"\"([^\"]*)\"", r"“\1”", text).replace("'", "’")
    return curly if curly != text else re.sub("[“”]", '"', text).replace("’", "'")


_CLOTHES: Final[dict[str, Callable[[str], str]]] = {
    "full stop": _full_stop,
    "capitals": str.upper,
    "small letters": str.lower,
    "quotation marks": _quotation_marks,
}
