"""The average of two models that were trained one from the other.

    python -m claimcheck.training.average BEFORE AFTER OUT --share 0.6

What lies between the weights before and after further training forgets less of what it knew, and
often judges better than both (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file, save_file

WEIGHTS = "model.safetensors"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("before", type=Path, help="a folder that the trainer saved")
    parser.add_argument("after", type=Path, help="and another, trained on from the first")
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.6, help="of the second, from 0 to 1")
    options = parser.parse_args()
    shutil.copytree(options.after, options.out, dirs_exist_ok=True)
    before, after = load_file(options.before / WEIGHTS), load_file(options.after / WEIGHTS)
    save_file(
        {name: between(before[name], after[name], options.share) for name in after},
        options.out / WEIGHTS,
        metadata={"format": "pt"},
    )


def between(
    before: npt.NDArray[np.floating], after: npt.NDArray[np.floating], share: float
) -> npt.NDArray[np.float32]:
    """Return what lies `share` of the way from one array to another of its shape."""
    mixed = before.astype(np.float64) * (1 - share) + after.astype(np.float64) * share
    return mixed.astype(np.float32)


if __name__ == "__main__":
    main()
