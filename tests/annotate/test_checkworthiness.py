"""Sentences are ranked by how much they are worth checking, whatever they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.annotate import checkworthiness as module
from claimcheck.annotate.checkworthiness import checkworthiness, tokens_of
from claimcheck.errors import ModelError

FIGURE = "Unemployment fell to 3.9 percent in March, the Labor Department said."
COLOUR = "The old ferry rocked gently as the children leaned over the rail."
OPINION = "I think we deserve better than this."


def test_a_figure_ranks_above_colour_and_colour_above_opinion() -> None:
    figure, colour, opinion = checkworthiness([FIGURE, COLOUR, OPINION])
    assert 1 > figure > 0.9
    assert 0.3 > colour > opinion > 0


def test_a_question_is_worth_less_than_its_statement() -> None:
    asked, stated = checkworthiness(["Did crime rise by a third?", "Crime did rise by a third."])
    assert asked < stated


def test_names_figures_and_capitals_are_masked() -> None:
    assert tokens_of("On Monday Jane Roe’s aides paid $1,500.50, I’m told") == (
        "on <name> aides paid $ <num> i'm told".split()
    )


def test_capitals_in_a_title_are_no_names() -> None:
    titled = tokens_of("Governor Vetoes Popular Budget Bill After Protest")
    assert titled == "governor vetoes popular budget bill after protest".split()


def test_the_score_does_not_depend_on_the_company() -> None:
    assert checkworthiness([COLOUR, FIGURE])[1] == checkworthiness([FIGURE])[0]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", "\ud800", "é\u0301" * 9, "😀", "“" * 9, "مرحبا", "a\r\nb", "word " * 200_000],
)
def test_any_text_has_a_score(text: str) -> None:
    (score,) = checkworthiness([text])
    assert 0 < score < 1


def test_no_sentences_have_no_scores() -> None:
    assert checkworthiness([]) == []


def test_changed_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "weights.json"
    changed.write_bytes(module.WEIGHTS.read_bytes().replace(b"1", b"2", 1))
    monkeypatch.setattr(module, "WEIGHTS", changed)
    module.weights.cache_clear()
    with pytest.raises(ModelError, match="was changed"):
        checkworthiness([FIGURE])
