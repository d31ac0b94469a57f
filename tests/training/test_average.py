"""The average of two models: what lies between their weights."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from claimcheck.training.average import WEIGHTS, main


def test_the_average_lies_between_and_keeps_the_other_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after, out = (tmp_path / name for name in ("before", "after", "out"))
    for folder, value in ((before, 1.0), (after, 2.0)):
        folder.mkdir()
        # What is shipped for further training has half precision.
        save_file({"layer": np.full(3, value, np.float16)}, folder / WEIGHTS)
    (after / "config.json").write_text("{}", "utf-8")
    monkeypatch.setattr(
        sys, "argv", ["average", *map(str, (before, after, out)), "--share", "0.25"]
    )
    main()
    assert load_file(out / WEIGHTS)["layer"].tolist() == [1.25, 1.25, 1.25]
    assert (out / "config.json").read_text("utf-8") == "{}"
