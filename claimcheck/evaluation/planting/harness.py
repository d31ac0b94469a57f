"""Plant edits in real articles, compare each with its copy, and count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.datatypes import Article, Difference, Match
from claimcheck.embed import Encoder
from claimcheck.errors import InputError
from claimcheck.evaluation.metrics import Interval, share_interval
from claimcheck.evaluation.planting.copies import edited_copies
from claimcheck.evaluation.planting.edits import Family
from claimcheck.evaluation.planting.scoring import Outcome, Untouched, outcomes, untouched
from claimcheck.nli import Nli
from claimcheck.pipeline import compare_articles, compare_pairs, typed_claim
from claimcheck.segment import Segmenter


@dataclass(frozen=True, slots=True)
class Tools:
    """What claims are cut out, embedded and judged with."""

    encoder: Encoder
    segmenter: Segmenter
    nli: Nli | None


@dataclass(frozen=True, slots=True)
class Trial:
    """All that was planted in some articles, and what became of it."""

    articles: int
    outcomes: tuple[Outcome, ...]
    untouched: tuple[Untouched, ...]
    signature: str

    def figures(self) -> dict[str, Any]:
        """Return the counts and shares, of every family and of all, as a dictionary for JSON."""
        families = {
            family.value: _edits([one for one in self.outcomes if _family(one) is family])
            for family in Family
        }
        return {
            "articles": self.articles,
            "edits": {"all": _edits(self.outcomes), **families},
            "untouched": _others(self.untouched),
            "signature": self.signature,
        }


def plant(
    articles: Sequence[Article],
    seed: int,
    tools: Tools,
    notify: Callable[[int], None] = lambda _: None,
) -> Trial:
    """Plant edits in copies of `articles` and compare each article with its copy.

    Raises InputError where no article has a sentence to edit.
    """
    found: list[Outcome] = []
    others: list[Untouched] = []
    count, signature = 0, ""
    for copied in edited_copies(articles, seed):
        report = compare_articles(
            copied.original, copied.copy, tools.encoder, tools.segmenter, tools.nli
        )
        found += outcomes(report, copied)
        others += untouched(report, copied)
        count, signature = count + 1, report.signature
        notify(1)
    if not found:
        raise InputError(
            "No article has a sentence to edit.",
            "Give articles of at least eight sentences in English.",
        )
    return Trial(count, tuple(found), tuple(others), signature)


def shown(trial: Trial, what: str | None, tools: Tools) -> list[dict[str, Any]]:
    """Return what a person wants to read: "misses", all "edits", or None for nothing."""
    if what == "misses":
        return _misses(trial, tools)
    return [_described(one) for one in trial.outcomes] if what == "edits" else []


def _misses(trial: Trial, tools: Tools) -> list[dict[str, Any]]:
    """Return every edit that wasn't found or has a wrong kind, and false reports.

    `sentences_alone` is how the two sentences compare without the rest of their articles.
    """
    missed = [one for one in trial.outcomes if not one.is_right]
    pairs = [(typed_claim(one.before), typed_claim(one.after)) for one in missed]
    alone = compare_pairs(pairs, tools.encoder, tools.nli)
    edits = [
        {**_described(one), "sentences_alone": _match(match)}
        for one, match in zip(missed, alone, strict=True)
    ]
    return [*edits, *(_false(one) for one in trial.untouched if _is_false(one))]


def _described(one: Outcome) -> dict[str, Any]:
    """Return an edit in its sentence and what was reported of it, as a dictionary for JSON."""
    edit = one.planted.edit
    return {
        "family": edit.family.value,
        "form": edit.form,
        "before": one.before,
        "after": one.after,
        "accepted": sorted(edit.accepted),
        "found": one.is_found,
        "right": one.is_right,
        "reported": [_match(match) for match in one.matches],
    }


def _family(one: Outcome) -> Family:
    return one.planted.edit.family


def _is_false(one: Untouched) -> bool:
    return one.is_not_same or one.is_shown_different


def _false(one: Untouched) -> dict[str, Any]:
    return {
        "untouched": one.claim.text,
        "own": _match(one.own) if one.own else None,
        "first": _match(one.first) if one.first else None,
    }


def _match(match: Match) -> dict[str, Any]:
    return {
        "relation": match.comparison.relation.value,
        "similarity": round(match.scores.similarity, 3),
        "evidence": match.evidence.text,
        "differences": [_difference(one, match) for one in match.comparison.differences],
    }


def _difference(one: Difference, match: Match) -> list[str]:
    ours = one.in_claim.of(match.claim.text) if one.in_claim else ""
    theirs = one.in_evidence.of(match.evidence.text) if one.in_evidence else ""
    return [one.kind.value, ours, theirs]


def _edits(some: Iterable[Outcome]) -> dict[str, Any]:
    every = list(some)
    return {
        "planted": len(every),
        "found": _share([one.is_found for one in every]),
        "right_kind": _share([one.is_right for one in every]),
        "told_apart": _share([one.is_told_apart for one in every]),
        "forms": _forms(every),
    }


def _forms(every: Sequence[Outcome]) -> dict[str, str]:
    """Return how many edits of each form have a right kind, as "7 of 9"."""
    forms = sorted({one.planted.edit.form for one in every})
    return {
        form: f"{sum(one.is_right for one in some)} of {len(some)}"
        for form in forms
        if (some := [one for one in every if one.planted.edit.form == form])
    }


def _others(some: Sequence[Untouched]) -> dict[str, Any]:
    return {
        "sentences": len(some),
        "not_same": _share([one.is_not_same for one in some]),
        "different_in_substance": _share([one.is_different for one in some]),
        "shown_different_first": _share([one.is_shown_different for one in some]),
    }


def _share(flags: Sequence[bool]) -> dict[str, Any]:
    interval: Interval = share_interval(sum(flags), len(flags))
    return {"count": sum(flags), **interval.figures()}
