"""BM25 against the formula, worked out claim by claim."""

from collections import Counter
from math import log
from pathlib import Path

import numpy as np
import pytest

from claimcheck.errors import IndexDamaged
from claimcheck.settings import BM25_AVERAGE_WORDS, BM25_LENGTH_SHARE, BM25_SATURATION
from claimcheck.stores import bm25
from claimcheck.stores.bm25 import Bm25Store, search_words, telling_terms
from claimcheck.stores.terms import term_of, words_of

WORDS = "ferry harbour pilot storm rock captain council port ship island crew tide fog".split()


def _texts(count: int) -> list[tuple[int, str]]:
    """Texts of up to twelve words, some words far commoner than others; every third id is free."""
    chance = np.random.default_rng(1)
    weights = 1 / np.arange(1, len(WORDS) + 1)
    return [
        (claim + claim // 2, " ".join(chance.choice(WORDS, size, p=weights / weights.sum())))
        for claim, size in enumerate(chance.integers(1, 13, count))
    ]


TEXTS = _texts(500)
STORE = Bm25Store.build(TEXTS)
QUERY = "The pilot of the ferry saw the rock and the rock in the fog"


def _by_the_formula(texts: list[tuple[int, str]], query: str) -> list[tuple[int, float]]:
    bags = {
        claim: Counter(telling for word in words_of(text) if (telling := term_of(word)))
        for claim, text in texts
    }
    scores: Counter[int] = Counter()
    for term in set(telling_terms(query)):
        holding = [claim for claim, bag in bags.items() if term in bag]
        idf = log(1 + (len(bags) - len(holding) + 0.5) / (len(holding) + 0.5))
        for claim in holding:
            relative = bags[claim].total() / BM25_AVERAGE_WORDS
            slope = BM25_SATURATION * (1 - BM25_LENGTH_SHARE + BM25_LENGTH_SHARE * relative)
            share = round(bags[claim][term] / (bags[claim][term] + slope) * 255) / 255
            scores[claim] += idf * share
    return sorted(scores.items(), key=lambda item: (-round(item[1], 5), item[0]))


def test_scores_are_those_of_the_formula() -> None:
    ((ids, scores),) = search_words([STORE], QUERY, 20, [None])
    expected = _by_the_formula(TEXTS, QUERY)[:20]
    assert np.allclose(scores, [score for _, score in expected], atol=1e-4)
    assert set(ids[:15].tolist()) <= {claim for claim, _ in _by_the_formula(TEXTS, QUERY)[:25]}


def test_scores_do_not_depend_on_how_claims_are_spread_over_stores() -> None:
    halves = [Bm25Store.build(TEXTS[:200]), Bm25Store.build(TEXTS[200:])]
    ((_, whole),) = search_words([STORE], QUERY, 500, [None])
    parts = search_words(halves, QUERY, 500, [None, None])
    assert np.allclose(np.sort(np.concatenate([s for _, s in parts]))[::-1], whole, atol=1e-6)


def test_a_filter_leaves_the_best_of_the_rest() -> None:
    ((ids, scores),) = search_words([STORE], QUERY, 500, [None])
    keep = np.arange(1000) % 5 == 0
    ((kept, kept_scores),) = search_words([STORE], QUERY, 10, [keep])
    wanted = [place for place, claim in enumerate(ids) if keep[claim]][:10]
    assert (kept.tolist(), kept_scores.tolist()) == (ids[wanted].tolist(), scores[wanted].tolist())


def test_a_short_filter_keeps_nothing_beyond_its_end() -> None:
    ((ids, _),) = search_words([STORE], QUERY, 500, [np.ones(40, np.bool_)])
    assert ids.max() < 40


def test_of_long_lists_the_common_ones_only_add_to_the_best(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ((exact, scores),) = search_words([STORE], QUERY, 10, [None])
    monkeypatch.setattr(bm25, "BM25_POSTINGS", 60)
    monkeypatch.setattr(bm25, "BM25_MIN_CANDIDATES", 30)
    ((found, found_scores),) = search_words([STORE], QUERY, 10, [None])
    assert len(set(found.tolist()) & set(exact.tolist())) >= 8
    assert np.allclose(found_scores, scores, atol=0.3)


@pytest.mark.parametrize("query", ["", "the of and", "zebra", "🙂 !"])
def test_a_query_without_a_known_telling_word_finds_nothing(query: str) -> None:
    ((ids, scores),) = search_words([STORE], query, 5, [None])
    assert (ids.tolist(), scores.tolist()) == ([], [])


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("It rose to 4.7 percent, or $1,200.", ["rose", "4.7", "percent", "1,200"]),
        ("Erdoğan's ÉLYSÉE visit", ["erdogan", "elyse", "visit"]),
        ("Denied, denies and denying", ["deni"]),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert telling_terms(text) == terms


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    Bm25Store.build([]).save(tmp_path / "words")
    ((ids, _),) = search_words([Bm25Store.load(tmp_path / "words")], QUERY, 5, [None])
    assert ids.tolist() == []


def test_a_saved_store_finds_the_same(tmp_path: Path) -> None:
    STORE.save(tmp_path / "words")
    loaded = Bm25Store.load(tmp_path / "words")
    ((ids, scores),) = search_words([STORE], QUERY, 50, [None])
    ((same, same_scores),) = search_words([loaded], QUERY, 50, [None])
    assert (len(loaded), same.tolist(), same_scores.tolist()) == (
        500,
        ids.tolist(),
        scores.tolist(),
    )


@pytest.mark.parametrize("content", [b"", b"no such thing", b"claimcheck-bm25\n" + bytes(200)])
def test_a_file_that_is_no_store_is_damaged_or_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "words").write_bytes(content)
    if content.startswith(b"claimcheck"):
        assert len(Bm25Store.load(tmp_path / "words")) == 0
    else:
        with pytest.raises(IndexDamaged):
            Bm25Store.load(tmp_path / "words")


def test_it_knows_which_words_a_claim_holds() -> None:
    claim, text = TEXTS[7]
    held = telling_terms(text)
    assert [STORE.holds(claim, term) for term in held] == [True] * len(held)
    assert (STORE.holds(claim, "zebra"), STORE.holds(claim + 10_000, held[0])) == (False, False)
