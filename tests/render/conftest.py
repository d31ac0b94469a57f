"""A small story of four outlets: a contradiction, a difference with its reprint, an agreement.

Two claims of the article are found nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from claimcheck.datatypes import (
    Article,
    Bearing,
    Citation,
    Claim,
    ClaimKind,
    Comparison,
    Decision,
    Difference,
    DifferenceKind,
    Finding,
    Judgement,
    Lookup,
    Match,
    NliScores,
    Omission,
    Origin,
    Relation,
    Report,
    Scores,
    Span,
)

SIGNATURE = "seg:1|enc:minilm@ab12|store:exact|k:20|nli:none|v:0.1.0"
TEXT = (
    "Twelve people were injured in a fire at Larnhaven harbour on Monday. "
    "The ferry terminal will reopen on Friday. "
    "“We never received a warning,” said harbour master Ida Brandt. "
    "The damage is put at 3 million euros."
)


def make_claim(article: Article, words: str, **more: object) -> Claim:
    """Return the claim that quotes `words` where they stand in the article."""
    start = article.text.index(words)
    span = Span(start, start + len(words))
    return Claim(article.citation, (span,), words, **more)  # type: ignore[arg-type]


def claim_of(citation: Citation, words: str) -> Claim:
    """Return a claim of another article that nothing else is known of."""
    return Claim(citation, (Span(66, 66 + len(words)),), words, id=21)


def make_difference(kind: DifferenceKind, ours: Claim, a: str, theirs: Claim, b: str) -> Difference:
    """Return a difference between words of two claims; an empty string is an absent side."""
    return Difference(kind, _find(ours, a), _find(theirs, b))


def _find(claim: Claim, words: str) -> Span | None:
    start = claim.text.index(words)
    return Span(start, start + len(words)) if words else None


@dataclass(frozen=True)
class Story:
    """The values of the story, for tests that build their own report."""

    article: Article
    injured: Claim
    reopen: Claim
    warning: Claim
    damage: Claim
    nobody: Match
    at_least: Match
    reprint: Match
    friday: Match
    report: Report

    @property
    def lookup(self) -> Lookup:
        """What the index holds on a query that a person typed."""
        query = Claim(Citation("", ""), (Span(0, 21),), "Twelve people injured")
        return Lookup(query, (self.at_least,), SIGNATURE)

    @property
    def update(self) -> Match:
        """The figure told differently, as an update that a person confirmed."""
        number, added = self.at_least.comparison.differences
        number = replace(
            number, bearing=Bearing.UPDATE, claim_value="12", evidence_value="at least 10"
        )
        comparison = replace(self.at_least.comparison, differences=(number, added))
        decision = Decision(Judgement.CONFIRMED, "Figures of Monday", "2024-05-08T09:30:00Z")
        return replace(self.at_least, comparison=comparison, decision=decision)

    @property
    def omission(self) -> Omission:
        """What two outlets report and the article leaves out, one of them with a reprint."""
        wire, echo, post = (
            claim_of(match.evidence.citation, words)
            for match, words in (
                (self.at_least, "Police are looking for two witnesses."),
                (self.reprint, "Police are looking for two witnesses."),
                (self.nobody, "The police want to hear two men who saw the fire."),
            )
        )
        return Omission(((wire, echo), (post,)))

    @property
    def full(self) -> Report:
        """A report with everything in it that a report can have."""
        finding = Finding(self.injured, (Origin((self.update, self.reprint)),))
        claims = (self.injured, self.warning)
        return replace(
            self.report,
            claims=claims,
            findings=(finding,),
            omissions=(self.omission,),
            rejected=2,
        )


def _match(ours: Claim, theirs: Claim, comparison: Comparison, scores: Scores) -> Match:
    return Match(ours, theirs, scores, comparison)


@pytest.fixture
def story() -> Story:
    """Return the story as every test of this folder knows it."""
    article = Article(
        outlet="Coast Daily",
        text=TEXT,
        title="Twelve hurt in harbour fire",
        url="https://coast.example/fire",
        published="2024-05-06T18:00:00+02:00",
        source_id="cd-1",
    )
    injured = make_claim(
        article, "Twelve people were injured in a fire at Larnhaven harbour on Monday."
    )
    reopen = make_claim(article, "The ferry terminal will reopen on Friday.")
    warning = make_claim(
        article,
        "We never received a warning",
        kind=ClaimKind.QUOTATION,
        speaker="Ida Brandt",
        reading="Larnhaven harbour never received a warning",
        checkworthiness=0.75,
    )
    damage = make_claim(article, "The damage is put at 3 million euros.")
    nobody, at_least, reprint = _nobody(injured), *_at_least(injured)
    friday = _friday(reopen)
    report = Report(
        article=article,
        claims=(injured, reopen, warning, damage),
        findings=(
            Finding(injured, (Origin((nobody,)), Origin((at_least, reprint)))),
            Finding(reopen, (Origin((friday,)),)),
        ),
        outlets=3,
        compared=9,
        signature=SIGNATURE,
    )
    return Story(
        article, injured, reopen, warning, damage, nobody, at_least, reprint, friday, report
    )


def _nobody(ours: Claim) -> Match:
    source = Article(
        outlet="Harbour Post",
        text="Nobody was injured in the fire at Larnhaven harbour.",
        url="https://post.example/nobody",
        published="2024-05-07",
        source_id="hp-7",
    )
    theirs = Claim(source.citation, (Span(0, 52),), source.text, id=7)
    comparison = Comparison(
        Relation.CONTRADICTS,
        0.91,
        (make_difference(DifferenceKind.NEGATION, ours, "Twelve people", theirs, "Nobody"),),
        "One says that people were injured, the other that nobody was.",
        NliScores(0.01, 0.04, 0.95),
        NliScores(0.02, 0.08, 0.90),
    )
    return _match(ours, theirs, comparison, Scores(0.83, 1, 2, 0.0325))


def _at_least(ours: Claim) -> tuple[Match, Match]:
    wire = Article(
        outlet="Northern Wire",
        text="At least 10 people were injured in the fire at Larnhaven harbour.",
        url="https://wire.example/fire",
        published="2024-05-06",
    )
    echo = Article(
        outlet="Evening Echo",
        text=wire.text,
        url="https://echo.example/fire",
        published="2024-05-07",
    )
    lead, copy = (
        Claim(source.citation, (Span(0, len(source.text)),), source.text, id=number)
        for number, source in ((8, wire), (9, echo))
    )
    differences = (
        make_difference(DifferenceKind.NUMBER, ours, "Twelve", lead, "At least 10"),
        make_difference(DifferenceKind.ADDED, ours, "on Monday", lead, ""),
    )
    comparison = Comparison(Relation.DIFFERS, 0.7, differences, "The figures are compatible.")
    scores = Scores(0.88, 2, None, 0.0161)
    return _match(ours, lead, comparison, scores), _match(ours, copy, comparison, scores)


def _friday(ours: Claim) -> Match:
    source = Article(outlet="Evening Echo", text="Ferries will be back on Friday.")
    theirs = Claim(source.citation, (Span(0, 31),), source.text, id=10)
    return _match(ours, theirs, Comparison(Relation.SAME, 0.8), Scores(0.79))
