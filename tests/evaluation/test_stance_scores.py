"""Reading FNC-1, halving it by story, and scoring stances."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.compare.stance import ArticleStance
from claimcheck.embed import Encoder
from claimcheck.errors import InputError
from claimcheck.evaluation.stance import (
    Row,
    StanceSet,
    evaluate_stance,
    figures,
    halves,
    read_stances,
    sampled,
)
from claimcheck.nli import Nli

AGREE, DISAGREE, DISCUSS, UNRELATED = ArticleStance
BODIES = "Body ID,articleBody\n1,The ferry sank near Harwick on Monday.\n2,Bakers won a prize.\n"
ROWS = "Headline,Body ID,Stance\nFerry sinks near Harwick,1,agree\nBakers win,1,unrelated\n"


def write(folder: Path, bodies: str = BODIES, rows: str = ROWS) -> Path:
    (folder / "train_bodies.csv").write_text(bodies, "utf-8")
    (folder / "train_stances.csv").write_text(rows, "utf-8")
    return folder


def test_tables_are_read(tmp_path: Path) -> None:
    """Rows in the order of the file."""
    found = read_stances(write(tmp_path))
    assert found.rows == (
        Row("Ferry sinks near Harwick", "1", AGREE),
        Row("Bakers win", "1", UNRELATED),
    )
    assert found.bodies["2"] == "Bakers won a prize."


def test_a_folder_without_tables(tmp_path: Path) -> None:
    """The missing table is named."""
    with pytest.raises(InputError, match=r"has no \*_bodies.csv"):
        read_stances(tmp_path)


def test_a_table_without_a_column(tmp_path: Path) -> None:
    """The missing column is named."""
    with pytest.raises(InputError, match="has no Stance"):
        read_stances(write(tmp_path, rows="Headline,Body ID\nFerry sinks,1\n"))


def test_an_unknown_stance(tmp_path: Path) -> None:
    """The value is named."""
    with pytest.raises(InputError, match="'maybe'"):
        read_stances(write(tmp_path, rows="Headline,Body ID,Stance\nFerry sinks,1,maybe\n"))


def test_a_row_without_its_body(tmp_path: Path) -> None:
    """The id is named."""
    with pytest.raises(InputError, match="has no body 7"):
        read_stances(write(tmp_path, rows="Headline,Body ID,Stance\nFerry sinks,7,agree\n"))


def test_bodies_of_one_story_fall_into_one_half(encoder: Encoder) -> None:
    """A headline joins its bodies, and one that is nearly the same joins theirs."""
    rows = (
        Row("Ferry sinks near Harwick", "1", AGREE),
        Row("Ferry sinks near Harwick", "2", DISAGREE),
        Row("A ferry sinks near Harwick", "3", DISCUSS),
        Row("Bakers win a prize", "4", AGREE),
        Row("Bakers win a prize", "1", UNRELATED),
    )
    story, dealt = halves(StanceSet(rows, {}), encoder)
    assert (story["1"], story["2"], story["3"]) == (0, 0, 0)
    assert (dealt[story["1"]], dealt[story["4"]]) == ("tune", "held-out")


def test_a_sample_keeps_disagreement_and_weighs_the_rest() -> None:
    """Weights add up to the whole."""
    rows = [Row("a", "1", DISAGREE)] * 2 + [Row("b", "2", UNRELATED)] * 98
    kept, weights = sampled(rows, 50, seed=1)
    assert [row.stance for row in kept].count(DISAGREE) == 2
    assert (len(kept), round(sum(weights))) == (51, 100)


def test_the_official_score() -> None:
    """A quarter for related or not; a related row with another stance gets a quarter of its one."""
    gold, given = [AGREE, DISAGREE, UNRELATED], [AGREE, DISCUSS, UNRELATED]
    found = figures(gold, given, [0, 1, 2], [1.0, 1.0, 1.0])
    assert found["score"]["value"] == round((1 + 0.25 + 0.25) / 2.25, 3)
    assert (found["agree_f1"]["value"], found["disagree_f1"]["value"]) == (1.0, 0.0)


def test_intervals_are_drawn_over_stories() -> None:
    """Where each story is all right or all wrong, the interval is wide however many its rows."""
    gold, given = [AGREE] * 200, [AGREE] * 100 + [DISCUSS] * 100
    found = figures(gold, given, [0] * 100 + [1] * 100, [1.0] * 200)["accuracy"]
    assert found == {"value": 0.5, "low": 0.0, "high": 1.0}


def test_three_methods_are_scored(encoder: Encoder, nli: Nli) -> None:
    """Ours beside NLI alone and the cosine alone, on the half asked for."""
    text = "The ferry sank near Harwick on Monday. The story is a hoax. It is untrue."
    given = StanceSet((Row("Ferry sinks near Harwick", "1", DISAGREE),), {"1": text})
    found = evaluate_stance(given, encoder, nli, "tune")
    values = [found[name]["disagree_f1"]["value"] for name in ("ours", "nli_alone", "cosine_alone")]
    assert (found["rows"], found["stories"], values) == (1, 1, [1.0, 0.0, 0.0])
