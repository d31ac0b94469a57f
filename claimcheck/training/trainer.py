"""Fine-tuning the NLI model: a cross-encoder on all-MiniLM-L6-v2's weights, or its teacher.

    python -m claimcheck.training.trainer TRAIN.jsonl.gz OUT --steps 10000

Runs on two CPU cores, or on a GPU where there is one. Every few minutes it leaves a checkpoint in
OUT, and the same command goes on from it. The rate of learning warms up, stays, and falls over the
last fifth of the steps (Hu et al., "MiniCPM", 2024), so that a run can be made longer later.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.embed import DEFAULT_MODEL, find_model
from claimcheck.nli.clothes import plain
from claimcheck.training.sources import LABELS, UNLABELLED

SEED = 1
# Steps between two lines of progress, and between two checkpoints: some minutes.
REPORTED, KEPT = 200, 1_000
# The hypothesis alone is never taken as surer than this: a wrong label would weigh without end.
LEAST_CHANCE = 0.01
# How much the teacher's judgement weighs beside a label that people gave.
TEACHER_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. `rate` is AdamW's at its height; lengths are in word pieces."""

    steps: int
    batch: int = 64
    rate: float = 1e-4
    warm_up: int = 500
    fall: float = 0.2
    longest: int = 128
    smoothing: float = 0.05
    dropout: float = 0.1

    @property
    def falls_from(self) -> int:
        """The step from which the rate falls."""
        return round(self.steps * (1 - self.fall))

    def rate_at(self, step: int) -> float:
        """Return the rate of learning at a step."""
        left = max(0.0, min(1.0, (self.steps - step) / (self.steps - self.falls_from)))
        return self.rate * min(1.0, (step + 1) / self.warm_up) * left


@dataclass(frozen=True, slots=True)
class Sources:
    """Which rows to train on, by the beginnings of their sources' names."""

    only: tuple[str, ...] = ("",)
    without: tuple[str, ...] = ()

    def take(self, source: str) -> bool:
        return source.startswith(self.only) and not source.startswith(self.without)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--warm-up", type=int, default=Plan(0).warm_up, help="steps")
    parser.add_argument("--rate", type=float, default=Plan(0).rate, help="at its height")
    parser.add_argument("--start", type=Path, help="another encoder or weights to go on from")
    parser.add_argument("--only", nargs="+", default=[""], help="sources whose name begins so")
    parser.add_argument(
        "--without", nargs="+", default=[], help="leave out sources whose name begins so"
    )
    parser.add_argument("--until", type=int, help="stop at this step, to go on later")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    plan = Plan(options.steps, rate=options.rate, warm_up=options.warm_up)
    sources = Sources(tuple(options.only), tuple(options.without))
    train(options.train, options.out, plan, options.until, sources, options.start)


def train(
    path: Path,
    out: Path,
    plan: Plan,
    last: int | None = None,
    sources: Sources = Sources(),
    start: Path | None = None,
) -> None:
    """Train until the last step, or step `last`, and save model and checkpoint in `out`.

    Begins with the weights in the folder `start`, of the encoder where there is none.
    """
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    torch.manual_seed(SEED)
    torch.set_flush_denormal(True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    folder = str(start or find_model(DEFAULT_MODEL).folder)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model: Any = AutoModelForSequenceClassification.from_pretrained(
        folder,
        dtype=torch.float32,
        num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)),
        label2id={label: place for place, label in enumerate(LABELS)},
        attn_implementation="eager",
        # Drawing random numbers took a quarter of a step on a processor: see `_drop_quickly`.
        attention_probs_dropout_prob=0.0,
    )
    model.to(device)
    _drop_quickly(model, plan.dropout, device)
    # Half of the weights, and a quarter of the time if they were trained too.
    model.base_model.embeddings.word_embeddings.weight.requires_grad = False
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=plan.rate, weight_decay=0.01, fused=True)
    checkpoint, step = out / "checkpoint.pt", 0
    if checkpoint.exists():
        held = torch.load(checkpoint, weights_only=True, map_location=device)
        model.load_state_dict(held["model"])
        optimizer.load_state_dict(held["optimizer"])
        step = int(held["step"])
    data = Data(path, tokenizer, plan, sources)
    started, losses = time.monotonic(), []
    model.train()
    for batch in data.batches(step):
        if step >= min(plan.steps, last or plan.steps):
            break
        # A run that was interrupted goes on with the same chance.
        torch.manual_seed(SEED + step)
        for group in optimizer.param_groups:
            group["lr"] = plan.rate_at(step)
        tensors = {name: torch.from_numpy(array).to(device) for name, array in batch.items()}
        targets, given_away = tensors.pop("targets"), tensors.pop("given_away")
        with torch.autocast(device, torch.bfloat16):
            logits = model(**tensors).logits
        loss: Any = torch.nn.functional.cross_entropy(
            logits.float() + given_away, targets, label_smoothing=plan.smoothing
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        if step % REPORTED == 0:
            _say(step, plan, losses, started)
            losses = []
        if step % KEPT == 0 or step == plan.falls_from:
            _keep(checkpoint, model, optimizer, step)
        if step == plan.falls_from:
            shutil.copyfile(checkpoint, out / "before-fall.pt")
    _keep(checkpoint, model, optimizer, step)
    model.save_pretrained(out / "model")
    tokenizer.save_pretrained(out / "model")


def _drop_quickly(model: Any, share: float, device: str) -> None:
    """Have every dropout take its mask from one pool of random numbers, at a random place."""
    import torch

    kept = torch.rand(1 << 24) >= share
    pool = (kept.to(torch.bfloat16) / (1 - share)).to(device)

    class PooledDropout(torch.nn.Module):
        def forward(self, values: Any) -> Any:
            if not self.training:
                return values
            start = int(torch.randint(len(pool) - values.numel(), ()))
            return values * pool[start : start + values.numel()].view(values.shape)

    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, torch.nn.Dropout) and child.p > 0:
                setattr(module, name, PooledDropout())


class Data:
    """The training pairs as word pieces, in batches of like lengths, in a new order each pass."""

    def __init__(
        self, path: Path, tokenizer: Any, plan: Plan, sources: Sources = Sources()
    ) -> None:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        rows = [row for row in rows if sources.take(row["source"])]
        encoded = tokenizer(
            [plain(row["premise"]) for row in rows],
            [plain(row["hypothesis"]) for row in rows],
            truncation="longest_first",
            max_length=plan.longest,
        )
        # What BERT and MPNet know as their inputs, with what fills a row up.
        fillers = {"input_ids": tokenizer.pad_token_id, "token_type_ids": 0, "attention_mask": 0}
        self._fillers = {name: filler for name, filler in fillers.items() if name in encoded}
        self._inputs = {
            name: [np.array(values, np.int32) for values in encoded[name]] for name in self._fillers
        }
        self._targets = np.array([target_of(row) for row in rows], np.float32)
        self._lengths = np.array([len(pieces) for pieces in encoded["input_ids"]])
        # Odds that the hypothesis alone gives: see `hypothesis_only`. All alike change nothing.
        alike = [1 / len(LABELS)] * len(LABELS)
        chances = np.array([row.get("hypothesis_only", alike) for row in rows], np.float32)
        self._given_away = np.log(np.maximum(chances, LEAST_CHANCE))
        self._batch = plan.batch

    def batches(self, step: int) -> Iterator[dict[str, npt.NDArray[Any]]]:
        """Yield the batches from a step on, without end."""
        per_pass = len(self._order(0))
        while True:
            turn, place = divmod(step, per_pass)
            for rows in self._order(turn)[place:]:
                yield self._padded(rows)
                step += 1

    def _order(self, turn: int) -> list[npt.NDArray[np.int64]]:
        chance = np.random.default_rng([SEED, turn])
        rows = chance.permutation(len(self._targets))
        batches = []
        # Sorted within fifty batches: little padding, and yet other neighbours in every pass.
        for start in range(0, len(rows), 50 * self._batch):
            some = rows[start : start + 50 * self._batch]
            some = some[np.argsort(self._lengths[some], kind="stable")]
            batches += np.split(some, range(self._batch, len(some), self._batch))
        chance.shuffle(batches)
        return batches

    def _padded(self, rows: npt.NDArray[np.int64]) -> dict[str, npt.NDArray[Any]]:
        # Whole tiles of AMX.
        width = -(-int(self._lengths[rows].max()) // 8) * 8
        batch: dict[str, npt.NDArray[Any]] = {
            name: np.full((len(rows), width), filler, np.int64)
            for name, filler in self._fillers.items()
        }
        for name, padded in batch.items():
            for place, row in enumerate(rows):
                padded[place, : self._lengths[row]] = self._inputs[name][row]
        return {**batch, "targets": self._targets[rows], "given_away": self._given_away[rows]}


def target_of(row: dict[str, Any]) -> npt.NDArray[np.float32]:
    """Return the probabilities to learn: the label's, mixed with the teacher's if it judged."""
    label: npt.NDArray[np.float32] = np.zeros(len(LABELS), np.float32)
    label[LABELS.index(row["label"])] = 1
    if "teacher" not in row:
        return label
    share = np.float32(1.0 if row["source"].startswith(UNLABELLED) else TEACHER_SHARE)
    taught: npt.NDArray[np.float32] = np.array(row["teacher"], np.float32)
    target: npt.NDArray[np.float32] = (1 - share) * label + share * taught
    return target


def _keep(checkpoint: Path, model: Any, optimizer: Any, step: int) -> None:
    """Write the checkpoint beside and rename it, so that there is always a whole one."""
    import torch

    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    unfinished = checkpoint.with_suffix(".part")
    torch.save(state, unfinished)
    unfinished.replace(checkpoint)


def _say(step: int, plan: Plan, losses: list[float], started: float) -> None:
    minutes = (time.monotonic() - started) / 60
    mean = sum(losses) / len(losses)
    print(f"step {step:,} of {plan.steps:,}: loss {mean:.4f}, {minutes:.1f} min", file=sys.stderr)


if __name__ == "__main__":
    main()
