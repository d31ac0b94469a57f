"""The lexicon of reporting words."""

from __future__ import annotations

import pytest

from claimcheck.annotate.attribution.reporting import ADVERBS, CATENATIVES, NOUNS, VERBS, Frame
from claimcheck.datatypes import Stance


@pytest.mark.parametrize(
    ("form", "base", "stance"),
    [
        ("said", "say", Stance.NEUTRAL),
        ("denies", "deny", Stance.DENYING),
        ("admitted", "admit", Stance.FACTIVE),
        ("acknowledging", "acknowledge", Stance.FACTIVE),
        ("claimed", "claim", Stance.DISTANCING),
        ("knew", "know", Stance.FACTIVE),
        ("refuting", "refute", Stance.DENYING),
        ("labelled", "label", Stance.NEUTRAL),
    ],
)
def test_every_form_leads_to_its_verb(form: str, base: str, stance: Stance) -> None:
    assert (VERBS[form].base, VERBS[form].stance) == (base, stance)


def test_only_speech_takes_a_clause() -> None:
    assert Frame.CLAUSE in VERBS["said"].frame
    assert Frame.CLAUSE not in VERBS["criticized"].frame


def test_prepositions_belong_to_their_verb() -> None:
    assert "for" in VERBS["called"].prepositions


def test_nouns_and_adverbs_have_a_stance() -> None:
    assert (NOUNS["allegations"].stance, NOUNS["denial"].stance) == (
        Stance.DISTANCING,
        Stance.DENYING,
    )
    assert ADVERBS["allegedly"] is Stance.DISTANCING


def test_verbs_that_join_the_next_one_in_all_forms() -> None:
    assert {"declined", "refuses", "tried", "went"} <= CATENATIVES
