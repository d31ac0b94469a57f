"""Matches that go back to one agency, one speaker or one text."""

from __future__ import annotations

from claimcheck.compare.origins import group_origins, sign
from claimcheck.datatypes import Citation, Claim, Comparison, Match, Relation, Scores, Span

LONG = "the ferry left the marked channel four miles before it struck the rocks off Hulm"


def match(outlet: str, text: str, speaker: str | None = None) -> Match:
    span = (Span(0, len(text)),)
    evidence = Claim(Citation(outlet, outlet), span, text, speaker=speaker)
    return Match(evidence, evidence, Scores(0.9), Comparison(Relation.SAME, 0.9))


def grouped(*matches: Match) -> list[list[str]]:
    return [[m.evidence.citation.outlet for m in o.matches] for o in group_origins(matches)]


def test_sentences_that_differ_in_a_figure_are_no_copies() -> None:
    theirs = LONG.replace("four miles", "six miles")
    assert grouped(match("Wire", LONG), match("Lantern", theirs)) == [["Wire"], ["Lantern"]]


def test_a_long_shared_run_of_words_is_a_copy() -> None:
    longer = f"Passengers slept on benches in a cold village school while {LONG}"
    assert grouped(match("Wire", LONG), match("Lantern", longer)) == [["Wire", "Lantern"]]


def test_one_agency_is_one_origin() -> None:
    told = match("Lantern", "The owner told Reuters that the ship was safe.")
    assert grouped(
        match("Reuters", "The vessel had passed inspection."),
        match("Meridian", "Nothing was wrong with her hull."),
        told,
        match("Gazette", "The ship was sound.", "Reuters"),
    ) == [["Reuters", "Lantern", "Gazette"], ["Meridian"]]


def test_one_speaker_saying_one_thing_is_one_origin() -> None:
    assert grouped(
        match("Wire", "The lighthouse will be lit again by autumn", "Mayor Ida Moor"),
        match("Lantern", "the lighthouse would be lit by autumn", "Moor"),
        match("Meridian", "Fishermen want more tugs", "Ida Moor"),
        match("Gazette", "The lighthouse will be lit again by autumn", "Per Lund"),
    ) == [["Wire", "Lantern"], ["Meridian"], ["Gazette"]]


def test_nameless_speakers_may_be_several() -> None:
    said = "The light was off"
    assert grouped(match("Wire", said, "officials"), match("Lantern", said, "officials")) == [
        ["Wire"],
        ["Lantern"],
    ]


def test_claims_of_copied_articles_are_one_origin() -> None:
    text = " ".join(f"{LONG} on day {day} of the storm number {day * 7}." for day in range(30))
    matches = [match("Wire", "It was foggy."), match("Lantern", "Nobody was hurt.")]
    signatures = {"Wire": sign(text), "Lantern": sign(text)}
    assert [len(one.matches) for one in group_origins(matches, signatures)] == [2]


def test_a_copy_of_a_copy_joins_its_group() -> None:
    long = "Divers will look at the hull once the tide allows it said the office of the harbour"
    both = f"{LONG} and {long}"
    assert grouped(match("A", LONG), match("B", long), match("C", both)) == [["A", "B", "C"]]
