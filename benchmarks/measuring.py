"""What the benchmarks share: timing, memory, and reading the claims of an index."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Result = TypeVar("Result")


def timed(times: list[float], action: Callable[[], Result]) -> Result:
    """Run `action`, and append the seconds that it took."""
    started = time.perf_counter()
    result = action()
    times.append(time.perf_counter() - started)
    return result


def milliseconds(times: Sequence[float]) -> dict[str, float]:
    """Return the median and the 95th percentile."""
    p50, p95 = np.percentile(np.array(times) * 1000, [50, 95])
    return {"p50": round(float(p50), 1), "p95": round(float(p95), 1)}


def memory_mib(kind: str = "VmRSS") -> int:
    """Return the resident memory of this process, its peak for VmHWM."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith(kind))
    return int(line.split()[1]) // 1024


def whole_process(command: Iterable[object], repeats: int = 5) -> float:
    """Return the least seconds that a command takes from start to end."""
    times: list[float] = []
    for _ in range(repeats):
        words = [str(word) for word in command]
        timed(times, lambda w=words: subprocess.run(w, capture_output=True, check=True))
    return round(min(times), 2)


def recall(found: Sequence[Sequence[int]], exact: npt.NDArray[np.int64]) -> float:
    """Return the share of the exact neighbours that were found."""
    shares = [np.isin(row, one).mean() for row, one in zip(exact, found, strict=True)]
    return round(float(np.mean(shares)), 4)


def nearest(
    queries: Vectors,
    parts: Iterable[tuple[npt.NDArray[np.int64], Vectors]],
    k: int,
    keeps: Sequence[npt.NDArray[np.bool_] | None] = (None,),
) -> list[tuple[npt.NDArray[np.int64], Vectors]]:
    """Return ids and cosines of the k nearest of all parts, by comparing every vector.

    Once for each of `keeps`, which say of every id whether it counts.
    """
    best = [
        (np.full((len(queries), k), -1, np.int64), np.full((len(queries), k), -2, np.float32))
        for _ in keeps
    ]
    for ids, vectors in parts:
        near = queries @ vectors.T
        for place, keep in enumerate(keeps):
            scores = near if keep is None else np.where(keep[ids], near, np.float32(-2))
            top = np.argpartition(-scores, min(k, scores.shape[1] - 1), axis=1)[:, :k]
            found = np.concatenate([best[place][0], ids[top]], axis=1)
            cosines = np.concatenate(
                [best[place][1], np.take_along_axis(scores, top, axis=1)], axis=1
            )
            order = np.argsort(-cosines, axis=1, kind="stable")[:, :k]
            best[place] = (
                np.take_along_axis(found, order, axis=1),
                np.take_along_axis(cosines, order, axis=1),
            )
    return best


def run_json(script: str, *arguments: object) -> Any:
    """Run a script of this folder in a process of its own, and return the JSON that it prints."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def report(result: dict[str, Any], out: Path | None) -> None:
    """Print a result with what it was measured on, and keep it where it is asked for."""
    libraries = ("faiss-cpu", "numpy", "onnxruntime", "sentence-transformers")
    on = {"python": platform.python_version(), **{name: version(name) for name in libraries}}
    text = json.dumps({**result, "machine": f"{_cpu()}", "libraries": on}, indent=2)
    print(text)
    if out:
        out.write_text(text + "\n", "utf-8")


def _cpu() -> str:
    import os

    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return f"{os.cpu_count()} cores of {names[0] if names else platform.processor()}"
