"""The one path: whole reports over little articles of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.compare import RULES
from claimcheck.database import Filter
from claimcheck.datatypes import Article, Claim, ClaimKind, Relation, Report, Span
from claimcheck.embed import Encoder
from claimcheck.index import IndexReader
from claimcheck.nli import Nli
from claimcheck.pipeline import Checker, compare_articles, compare_pairs, typed_claim
from claimcheck.segment import SentenceSegmenter

AGROUND = "The ferry Astrid ran aground near Hulm on Tuesday with {} people on board."
UNHURT = "Nobody was hurt, the coast guard said."
OURS = Article("Hulm Post", f"{AGROUND.format(212)} {UNHURT}", url="https://hulm.example/1")
EVERYWHERE = Filter()


def article(outlet: str, text: str, published: str | None = None, **other: Any) -> Article:
    return Article(outlet, text, published=published, **other)


WIRE = article("Harbour Wire", AGROUND.format(212), "2025-03-04", url="https://wire.example/1")
REPRINT = article("Daily Lantern", AGROUND.format(212).replace("people", "passengers"))
OTHER = article("The Meridian", AGROUND.format(240), "2025-03-06")
AGREES = article("The Meridian", UNHURT)


@pytest.fixture
def check(tmp_path: Path, add: Callable[..., Any], encoder: Encoder) -> Callable[..., Report]:
    """Index articles, then report on one."""

    def report(ours: Article, *others: Article, where: Filter = EVERYWHERE, k: int = 10) -> Report:
        if others:
            add(tmp_path, *others)
        index = IndexReader.open(tmp_path)
        return Checker(index, encoder, SentenceSegmenter(), k).check(ours, where)

    return report


def told(report: Report) -> list[tuple[str, list[list[tuple[str, Relation]]]]]:
    """Return each claim with a finding, and who stands how to it, by origin."""
    return [
        (
            finding.claim.text,
            [
                [(m.evidence.citation.outlet, m.comparison.relation) for m in origin.matches]
                for origin in finding.origins
            ],
        )
        for finding in report.findings
    ]


def test_a_whole_report(check: Callable[..., Report]) -> None:
    report = check(OURS, WIRE, OTHER, AGREES)
    assert told(report) == [
        (
            AGROUND.format(212),
            [[("The Meridian", Relation.CONTRADICTS)], [("Harbour Wire", Relation.SAME)]],
        ),
        (UNHURT, [[("The Meridian", Relation.SAME)]]),
    ]
    assert (report.article, report.outlets, report.compared) == (OURS, 2, 6)
    assert report.claims == tuple(SentenceSegmenter().segment(OURS))


def test_the_own_outlet_is_left_out(check: Callable[..., Report]) -> None:
    own = article("hulm post", AGROUND.format(240))
    assert told(check(OURS, own, OTHER)) == [
        (AGROUND.format(212), [[("The Meridian", Relation.CONTRADICTS)]])
    ]


def test_the_own_address_is_left_out(check: Callable[..., Report]) -> None:
    own = article("Hulm Post Online", AGROUND.format(240), url=OURS.url)
    assert told(check(OURS, own, OTHER)) == [
        (AGROUND.format(212), [[("The Meridian", Relation.CONTRADICTS)]])
    ]


def test_an_index_of_the_own_outlet_alone(check: Callable[..., Report]) -> None:
    report = check(OURS, article("Hulm Post", AGROUND.format(240)))
    assert (report.findings, report.outlets, report.compared) == ((), 0, 0)
    assert [claim.text for claim in report.claims] == [AGROUND.format(212), UNHURT]


def test_a_filter_holds_beside_the_own_outlet(check: Callable[..., Report]) -> None:
    own = article("Hulm Post", AGROUND.format(240), "2025-03-06")
    report = check(OURS, own, WIRE, OTHER, where=Filter(since="2025-03-05"))
    assert told(report) == [(AGROUND.format(212), [[("The Meridian", Relation.CONTRADICTS)]])]


def test_contradictions_come_before_what_stands_first(check: Callable[..., Report]) -> None:
    ours = article("Hulm Post", f"{UNHURT} {AGROUND.format(212)}")
    order = [claim for claim, _ in told(check(ours, AGREES, OTHER))]
    assert order == [AGROUND.format(212), UNHURT]


def test_a_reprint_is_listed_and_counts_once(check: Callable[..., Report]) -> None:
    [(_, origins)] = told(check(OURS, WIRE, REPRINT))
    assert origins == [[("Harbour Wire", Relation.SAME), ("Daily Lantern", Relation.SAME)]]


def test_a_copy_that_disagrees_is_an_origin_of_its_own(check: Callable[..., Report]) -> None:
    [(_, origins)] = told(check(OURS, WIRE, OTHER))
    assert origins == [[("The Meridian", Relation.CONTRADICTS)], [("Harbour Wire", Relation.SAME)]]


def test_an_undated_article_is_of_its_storys_days(check: Callable[..., Report]) -> None:
    """A ferry that ran aground ten years before is another one."""
    before = "In a storm the ferry Astrid ran aground off Hulm and lost 95 cars with their people."
    old = article("Coast Gazette", before, "2015-03-05")
    [(_, origins)] = told(check(replace(OURS, text=AGROUND.format(212)), OTHER, WIRE, old))
    assert "Coast Gazette" not in {outlet for origin in origins for outlet, _ in origin}


def test_an_article_says_a_thing_once(check: Callable[..., Report]) -> None:
    twice = article("The Meridian", f"{AGROUND.format(240)}\n\nAgain: {AGROUND.format(240)}")
    assert told(check(OURS, twice)) == [
        (AGROUND.format(212), [[("The Meridian", Relation.CONTRADICTS)]])
    ]


def test_claims_that_nobody_shares_have_no_finding(check: Callable[..., Report]) -> None:
    museum = article("The Meridian", "The museum of clocks will open a second hall in October.")
    report = check(OURS, museum)
    assert (told(report), report.outlets, report.compared) == ([], 1, 2)


def test_an_article_without_claims(check: Callable[..., Report]) -> None:
    report = check(article("Hulm Post", "Is it safe?"), WIRE)
    assert (report.claims, report.findings, report.compared) == ((), (), 0)


def test_two_runs_are_equal(check: Callable[..., Report]) -> None:
    assert check(OURS, WIRE, REPRINT, OTHER, AGREES) == check(OURS)


def test_k_limits_what_is_compared(check: Callable[..., Report]) -> None:
    assert check(OURS, WIRE, REPRINT, OTHER, k=1).compared == 2


def test_the_signature_names_what_decided(check: Callable[..., Report], encoder: Encoder) -> None:
    names = dict(part.split(":", 1) for part in check(OURS, WIRE, k=3).signature.split("|"))
    assert names == {
        "seg": "sentences-4",
        "enc": f"{encoder.identity}/{encoder.engine}",
        "store": "faiss-flat",
        "k": "3",
        "idx": WIRE.id,
        "cmp": RULES,
        "nli": "none",
        "v": claimcheck.__version__,
    }


def test_nli_reads_both_ways_and_is_named(
    tmp_path: Path, add: Callable[..., Any], encoder: Encoder, nli: Nli
) -> None:
    add(tmp_path, WIRE, OTHER)
    checker = Checker(IndexReader.open(tmp_path), encoder, SentenceSegmenter(), 2, nli)
    (found,) = checker.lookup([typed_claim(AGROUND.format(212))], [Filter()])
    same, other = (match.comparison for match in found.matches)
    claim, evidence = AGROUND.format(212), AGROUND.format(240)
    assert (same.forward, same.backward) == (None, None)
    assert [other.forward, other.backward] == nli.predict([(evidence, claim), (claim, evidence)])
    assert f"|nli:{nli.identity}|" in found.signature


def test_lookups_together_find_what_each_finds_alone(
    tmp_path: Path, add: Callable[..., Any], encoder: Encoder
) -> None:
    add(tmp_path, WIRE, REPRINT, OTHER, AGREES)
    checker = Checker(IndexReader.open(tmp_path), encoder, SentenceSegmenter(), 1)
    queries = [typed_claim(text) for text in (AGROUND.format(212), UNHURT, AGROUND.format(240))]
    wheres = [Filter(), Filter(exclude_outlets=("harbour wire",)), Filter(outlets=("none",))]
    together = checker.lookup(queries, wheres)
    best = [
        [(m.evidence.citation.outlet, round(m.scores.similarity, 2)) for m in found.matches]
        for found in together
    ]
    assert [found.query for found in together] == queries
    assert best == [[("Harbour Wire", 1.0)], [("The Meridian", 1.0)], []]


def test_two_articles_need_no_index(encoder: Encoder) -> None:
    report = compare_articles(OURS, OTHER, encoder, SentenceSegmenter())
    assert told(report) == [(AGROUND.format(212), [[("The Meridian", Relation.CONTRADICTS)]])]
    assert report.signature.startswith(f"seg:sentences-4|enc:{encoder.identity}/")


def test_an_article_compared_with_nothing(encoder: Encoder) -> None:
    empty = article("The Meridian", "Is it safe?")
    reports = [
        compare_articles(one, other, encoder, SentenceSegmenter())
        for one, other in ((OURS, empty), (empty, OURS), (empty, empty))
    ]
    assert [(len(one.claims), one.findings, one.compared) for one in reports] == [
        (2, (), 0),
        (0, (), 0),
        (0, (), 0),
    ]


def test_pairs_keep_their_order(encoder: Encoder) -> None:
    claims = [typed_claim(AGROUND.format(n)) for n in (212, 240)]
    pairs = [(claims[0], claims[0]), (claims[0], claims[1]), (claims[1], typed_claim(UNHURT))]
    found = compare_pairs(pairs, encoder)
    assert [(match.claim, match.evidence) for match in found] == pairs
    relations = [match.comparison.relation for match in found]
    assert relations == [Relation.SAME, Relation.CONTRADICTS, Relation.UNRELATED]


def test_differences_point_into_the_words_not_the_reading(encoder: Encoder) -> None:
    ours = replace(
        typed_claim("He left Hulm with 212 people on Tuesday.", "Hulm Post"),
        reading="Captain Ole Brandt left the harbour of Hulm with 212 people on Tuesday.",
    )
    theirs = typed_claim("He left Hulm with 240 people on Tuesday.", "The Meridian")
    [match] = compare_pairs([(ours, theirs)], encoder)
    [difference] = match.comparison.differences
    assert (difference.in_claim, difference.in_evidence) == (Span(18, 28), Span(18, 28))


def test_what_is_little_worth_checking_is_not_compared(
    tmp_path: Path, add: Callable[..., Any], encoder: Encoder
) -> None:
    add(tmp_path, WIRE)
    checker = Checker(IndexReader.open(tmp_path), encoder, SentenceSegmenter(), 10)
    assert checker.check(OURS, EVERYWHERE, 0.99).claims == ()
    assert [claim.text for claim in checker.check(OURS, EVERYWHERE).claims] == [
        AGROUND.format(212),
        UNHURT,
    ]


def test_a_typed_claim_is_all_of_its_text() -> None:
    claim = typed_claim("It rained.", "Hulm Post", "2025-03-04")
    assert claim == Claim(claim.citation, (Span(0, 10),), "It rained.", ClaimKind.STATEMENT)
    assert (claim.citation.outlet, claim.citation.day) == ("Hulm Post", "2025-03-04")
