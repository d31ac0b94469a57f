"""`claimcheck evaluate stance`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ferry import Run

TEXT = "The ferry sank near Harwick on Monday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Tables of one body and one headline."""
    (tmp_path / "train_bodies.csv").write_text(f"Body ID,articleBody\n1,{TEXT}\n", "utf-8")
    rows = "Headline,Body ID,Stance\nFerry sank near Harwick,1,agree\n"
    (tmp_path / "train_stances.csv").write_text(rows, "utf-8")
    return tmp_path


def test_figures_of_a_half(run: Run, folder: Path) -> None:
    """Figures with intervals, as JSON."""
    found = json.loads(run("evaluate", "stance", folder, "--half", "tune", "--sample", "5").stdout)
    assert (found["half"], found["rows"], found["stances"]) == ("tune", 1, {"agree": 1})
    assert found["ours"]["accuracy"] == {"value": 1.0, "low": 1.0, "high": 1.0}


def test_a_half_without_rows(run: Run, folder: Path) -> None:
    """One story fills only one half."""
    result = run("evaluate", "stance", folder)
    assert (result.exit_code, "no rows in the held-out half" in result.stderr) == (1, True)


def test_a_folder_without_tables(run: Run, tmp_path: Path) -> None:
    """The missing table is named."""
    result = run("evaluate", "stance", tmp_path)
    assert (result.exit_code, "has no *_bodies.csv" in result.stderr) == (1, True)
