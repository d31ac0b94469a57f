"""Planting edits in articles from end to end."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article
from claimcheck.embed import Encoder
from claimcheck.errors import InputError
from claimcheck.evaluation.planting import Tools, plant, sample, shown
from claimcheck.evaluation.planting.copies import edited_copies
from claimcheck.segment import SentenceSegmenter


@pytest.fixture(scope="module")
def tools(encoder: Encoder) -> Tools:
    """Sentences, the default encoder, no language inference."""
    return Tools(encoder, SentenceSegmenter(), None)


def test_a_sample_does_not_depend_on_the_order(sample_articles: list[Article]) -> None:
    """The seed alone decides which articles are drawn."""
    drawn = sample(sample_articles, 5, seed=3)
    assert sample(reversed(sample_articles), 5, seed=3) == drawn
    assert sample(sample_articles, 5, seed=4) != drawn


def test_the_same_seed_plants_the_same(sample_articles: list[Article]) -> None:
    """Two runs give the same copies."""
    some = sample_articles[:6]
    assert list(edited_copies(some, seed=1)) == list(edited_copies(some, seed=1))
    assert list(edited_copies(some, seed=1)) != list(edited_copies(some, seed=2))


def test_one_edit_to_a_sentence(sample_articles: list[Article]) -> None:
    """No sentence is edited twice, and what lies between the edited ones stays as it was."""
    for copied in edited_copies(sample_articles[:6], seed=1):
        sentences = [one.edit.sentence for one in copied.planted]
        assert len(set(sentences)) == len(sentences)
        before, after = copied.original.text, copied.copy.text
        for one in sorted(copied.planted, key=lambda one: one.sentence, reverse=True):
            kept = one.edit.sentence.of(copied.original.text)
            after = after[: one.sentence.start] + kept + after[one.sentence.end :]
        assert after == before


def test_figures_add_up(sample_articles: list[Article], tools: Tools) -> None:
    """Families sum to all, right kinds are found ones, and the other sentences are counted."""
    some = sample_articles[:4]
    figures = plant(some, 1, tools).figures()
    edits = figures["edits"]
    families = [edits[name] for name in edits if name != "all"]
    assert sum(one["planted"] for one in families) == edits["all"]["planted"] > 8
    assert all(one["right_kind"]["count"] <= one["found"]["count"] for one in families)
    claims = sum(len(SentenceSegmenter().segment(one)) for one in some)
    assert figures["untouched"]["sentences"] == claims - edits["all"]["planted"]


def test_misses_are_those_that_are_not_right(sample_articles: list[Article], tools: Tools) -> None:
    """Every edit is shown with what was reported of it, the misses with the sentences alone."""
    trial = plant(sample_articles[:4], 1, tools)
    edits, misses = shown(trial, "edits", tools), shown(trial, "misses", tools)
    wrong = [one for one in edits if not one["right"]]
    kept = [one for one in misses if "family" in one]
    assert [{k: v for k, v in one.items() if k != "sentences_alone"} for one in kept] == wrong
    assert shown(trial, None, tools) == []


def test_nothing_to_edit(tools: Tools) -> None:
    """An article of two sentences is too short."""
    with pytest.raises(InputError, match="No article has a sentence to edit"):
        plant([Article("One", "Ten boats sank at sea. A man swam home.")], 1, tools)
