"""How an article stands to a headline, and the sentences that decide it."""

from __future__ import annotations

import pytest

from claimcheck.compare.stance import (
    ArticleStance,
    Evidence,
    Role,
    StanceFinding,
    article_stance,
    read_body,
    read_headline,
)
from claimcheck.compare.stance.cues import denial, dispute, headline_denial, hedge, refers_back
from claimcheck.datatypes import NliScores, Span
from claimcheck.segment.blocks import blocks, sentences

BRIDGE = "The old bridge at Harwick closed on Monday. Cars now take the ferry."
HOAX = "A report says the bridge at Harwick closed. The story is a complete fake. It is untrue."
HEDGED = "The bridge at Harwick reportedly closed on Monday. Officials were silent."


def stance(
    headline: str, text: str, similarity: float = 0.7, nli: dict[int, NliScores] | None = None
) -> StanceFinding:
    """Return the finding with every sentence equally near."""
    spans = [one for block in blocks(text) for one in sentences(text, block, "en")]
    body = read_body(text, spans)
    return article_stance(read_headline(headline), body, [similarity] * len(spans), nli or {})


def words(finding: StanceFinding, text: str) -> list[tuple[Role, str]]:
    return [(one.role, one.cue.of(text) if one.cue else "") for one in finding.evidence]


def test_an_article_that_states_the_same_agrees() -> None:
    """The nearest sentence is the evidence."""
    finding = stance("Harwick bridge closed", BRIDGE)
    assert finding.stance is ArticleStance.AGREE
    assert finding.evidence == (Evidence(Role.STATES, Span(0, 43)),)


def test_an_article_that_calls_the_story_fake_disagrees() -> None:
    """The sentences that deny are named with their words."""
    finding = stance("Harwick bridge closed", HOAX)
    assert finding.stance is ArticleStance.DISAGREE
    assert words(finding, HOAX) == [(Role.DENIES, "is a complete fake"), (Role.DENIES, "is untrue")]


def test_a_headline_that_denies_what_the_article_states() -> None:
    """The article disagrees with the denial."""
    finding = stance("No, Harwick bridge is not closed", BRIDGE)
    assert (finding.stance, finding.evidence[0].role) == (ArticleStance.DISAGREE, Role.STATES)


def test_headline_and_article_both_deny() -> None:
    """Two denials agree."""
    assert stance("Harwick bridge closure is a hoax", HOAX).stance is ArticleStance.AGREE


def test_a_sentence_that_entails_a_denying_headline_agrees() -> None:
    """NLI finds a denial in other words."""
    scores = {1: NliScores(0.9, 0.05, 0.05)}
    finding = stance("Harwick bridge isn't closed", BRIDGE, nli=scores)
    assert finding.stance is ArticleStance.AGREE
    assert finding.evidence == (Evidence(Role.DENIES, Span(44, 68)),)


def test_an_article_that_hedges_discusses() -> None:
    """The hedging word is the evidence."""
    finding = stance("Harwick bridge closed", HEDGED)
    assert finding.stance is ArticleStance.DISCUSS
    assert words(finding, HEDGED) == [(Role.HEDGES, "reportedly")]


@pytest.mark.parametrize(
    "headline",
    [
        "Harwick bridge reportedly closed",
        "Is Harwick bridge closed?",
        "Police: Harwick bridge shut",
    ],
)
def test_a_headline_that_hedges_is_discussed(headline: str) -> None:
    """A hedge, a question or a source in the headline."""
    assert stance(headline, BRIDGE).stance is ArticleStance.DISCUSS


def test_an_article_about_something_else() -> None:
    """Neither near nor sharing words."""
    finding = stance("Bakers win a prize", BRIDGE, similarity=0.1)
    assert (finding.stance, finding.evidence) == (ArticleStance.UNRELATED, ())


def test_an_article_without_sentences_is_unrelated() -> None:
    """Nothing to read."""
    assert stance("Harwick bridge closed", "").stance is ArticleStance.UNRELATED


@pytest.mark.parametrize(
    "text",
    ["The video was not a hoax.", "He insists that no part of it was a hoax.", "It isn't fake."],
)
def test_what_denies_no_story(text: str) -> None:
    """A denied denial."""
    assert denial(text) is None


@pytest.mark.parametrize("text", ["The story isn't true.", "The story is not true."])
def test_not_true_is_a_denial_in_both_spellings(text: str) -> None:
    """In full and clipped."""
    assert denial(text) is not None


def test_rejected_as_a_hoax_is_a_denial() -> None:
    """The verb before "as" does not turn it round."""
    assert denial("The police dismissed it as a hoax.") is not None


@pytest.mark.parametrize("text", ["denied services to guests", "no doubt that he came"])
def test_what_disputes_no_story(text: str) -> None:
    """Verbs of denial with another object."""
    assert dispute(text) is None


@pytest.mark.parametrize(
    "text", ["Mayor isn't sure how the bridge closed", "You will never guess who came"]
)
def test_headlines_that_negate_without_denying(text: str) -> None:
    """Being unsure denies nothing."""
    assert headline_denial(text) is None


def test_a_hedge_is_the_first_one() -> None:
    """Of several words the first."""
    assert hedge("It may be that, allegedly, he left.") == Span(3, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The story turned out otherwise in the end.", True),
        ("A hoax cost the baker much.", False),
    ],
)
def test_what_refers_back_to_a_story(text: str, expected: bool) -> None:
    """A story that was told before is named with an article or a pronoun."""
    assert refers_back(text) is expected
