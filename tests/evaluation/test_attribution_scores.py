"""How attributions are scored against brat files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.datatypes import Attribution, Quoting, Span, Stance
from claimcheck.evaluation.attribution import (
    AnnotatedArticle,
    Rates,
    evaluate_attribution,
    load_attributions,
    score_attributions,
)
from claimcheck.evaluation.metrics import Score

TEXT = "“It is dead,” Orr said. “It was late.”\n\nDahl denied it.\n"
ANNOTATION = (
    "T1\tContent 0 13;24 38\t“It is dead,” “It was late.”\n"
    "T2\tSource 14 17\tOrr\n"
    "T3\tCue 18 22\tsaid\n"
    "T4\tAttribution 18 22\tsaid\n"
    "E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
    "#1\tAnnotatorNotes T1\tA note\n"
)


def attribution(source: Span, cue: Span, *content: Span) -> Attribution:
    return Attribution((source,), (cue,), content, Stance.NEUTRAL, Quoting.INDIRECT)


SAID = attribution(Span(14, 17), Span(18, 22), Span(0, 13), Span(24, 38))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, file, words in (("text", "a.txt", TEXT), ("attributions", "a_1.ann", ANNOTATION)):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(words, "utf-8")
    return tmp_path


def test_a_split_is_read(folder: Path) -> None:
    assert load_attributions(folder) == [AnnotatedArticle("a_1", TEXT, (SAID,))]


def test_the_gold_itself_is_perfect(folder: Path) -> None:
    scores = evaluate_attribution(folder, lambda _: [SAID])
    assert scores.found == Score(1, 1, 1)
    assert scores.direct.overlap["content"] == Rates(1.0, 1.0)
    assert scores.parts.exact["source"] == Rates(1.0, 1.0)


def test_a_part_found_counts_by_its_tokens() -> None:
    article = AnnotatedArticle("a", TEXT, (SAID,))
    half = attribution(Span(14, 17), Span(18, 22), Span(0, 13))
    scores = score_attributions([article], [[half]])
    # Six of the twelve tokens, marks and punctuation counted.
    assert scores.parts.overlap["content"] == Rates(1.0, 0.5)
    assert scores.parts.exact["content"] == Rates(0.0, 0.0)


def test_what_is_not_in_the_gold_costs_precision() -> None:
    article = AnnotatedArticle("a", TEXT, (SAID,))
    extra = attribution(Span(40, 44), Span(45, 51), Span(52, 54))
    scores = score_attributions([article], [[SAID, extra]])
    assert scores.found == Score(1, 2, 1)
    assert scores.parts.overlap["cue"] == Rates(0.5, 1.0)
    assert scores.direct.overlap["content"] == Rates(1.0, 1.0)


def test_the_package_reads_the_split_itself(folder: Path) -> None:
    assert evaluate_attribution(folder).direct.overlap["content"] == Rates(1.0, 1.0)
