"""A larger model teaches the small one: its probabilities are learned beside people's labels.

    python -m claimcheck.training.teacher DATA TRAIN.jsonl.gz OUT.jsonl.gz --model MODEL

MODEL is a folder that the trainer saved for an encoder too large to ship. It judges the rows of
the annotated sets, and pairs that nobody labelled: each pair turned round, two hypotheses of one
premise, and sentences that lie near each other. OUT is TRAIN with these, in a new order. What it
judged is kept in models/teacher.npz, by a hash of each pair; without --model that is all that is
known, and unlabelled pairs that are not there are left out. After
Hinton et al., "Distilling the knowledge in a neural network" (2015), and Thakur et al., "Augmented
SBERT" (2021), for the pairs by nearness.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.nli.clothes import plain
from claimcheck.settings import NLI_MAX_TOKENS
from claimcheck.training.sources import LABELS, UNLABELLED, Row, read

SEED = 2
JUDGEMENTS = Path(__file__).parents[2] / "models" / "teacher.npz"
# Sets that people annotated, and that the teacher was trained on.
TAUGHT = ("mnli-subset", "entailment-new-protocols", "conjnli", "cad-nli")
# Whose sentences are put together anew, and how many pairs of each set and way at most. FEVER's
# claims give their labels away, so two of them are compared rather than one with its evidence.
PAIRED = ("mnli-subset", "entailment-new-protocols")
CLAIMS_OF = "fever-nli"
MOST_TURNED, MOST_SIBLINGS, MOST_NEAR = 8_000, 20_000, 20_000
# A sentence is put beside one of so many neighbours.
NEIGHBOURS = 4
BATCH = 64


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", type=Path, help="the teacher; else what it judged before")
    parser.add_argument("--judgements", type=Path, default=JUDGEMENTS)
    options = parser.parse_args()
    with gzip.open(options.train, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    chance = random.Random(SEED)
    new = [row for name in PAIRED for row in unlabelled(list(read(options.data, name)), chance)]
    new += near([row.hypothesis for row in read(options.data, CLAIMS_OF)], CLAIMS_OF, chance)
    taught = [row for row in rows if row["source"] in TAUGHT]
    pairs = {(row["premise"], row["hypothesis"]) for row in taught}
    pairs |= {(row.premise, row.hypothesis) for row in new}
    judged = read_judgements(options.judgements) if options.judgements.exists() else {}
    missing = sorted(pair for pair in pairs if key_of(*pair) not in judged)
    if options.model and missing:
        judged |= {key_of(*pair): found for pair, found in judge(options.model, missing).items()}
        write_judgements(options.judgements, judged)
    for row in taught:
        if chances := judged.get(key_of(row["premise"], row["hypothesis"])):
            row["teacher"] = chances
    rows += [taught_row(row, judged[key]) for row in new if (key := key_of_row(row)) in judged]
    chance.shuffle(rows)
    with gzip.open(options.out, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def taught_row(row: Row, chances: list[float]) -> dict[str, Any]:
    """Return an unlabelled pair as a row for the trainer, with what the teacher says of it."""
    values = {"premise": row.premise, "hypothesis": row.hypothesis, "source": row.source}
    return {**values, "label": LABELS[int(np.argmax(chances))], "teacher": chances}


def key_of(premise: str, hypothesis: str) -> int:
    """Return a hash of a pair, 64 bits."""
    digest = hashlib.blake2b(f"{premise}\0{hypothesis}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def key_of_row(row: Row) -> int:
    """Return the hash of a row's pair."""
    return key_of(row.premise, row.hypothesis)


def write_judgements(path: Path, judged: dict[int, list[float]]) -> None:
    """Keep judgements: hashes in order, and the chances of two labels in steps of 1/255."""
    keys = np.array(sorted(judged), np.uint64)
    chances = np.array([judged[int(key)][:2] for key in keys], np.float32).reshape(-1, 2)
    np.savez_compressed(path, keys=keys, chances=np.round(chances * 255).astype(np.uint8))


def read_judgements(path: Path) -> dict[int, list[float]]:
    """Return the probability of each label by the hash of the pair."""
    with np.load(path) as kept:
        two = kept["chances"].astype(np.float64) / 255
        three = np.column_stack([two, np.maximum(0, 1 - two.sum(axis=1))])
        return dict(zip(kept["keys"].tolist(), three.tolist(), strict=True))


def unlabelled(rows: Sequence[Row], chance: random.Random) -> Iterator[Row]:
    """Yield pairs without a label: turned round, two hypotheses of one premise, and near ones."""
    name = rows[0].source
    of_premise: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        of_premise[row.premise].add(row.hypothesis)
    siblings = [
        Row(one, other, "", f"{UNLABELLED}: {name}, siblings")
        for hypotheses in of_premise.values()
        for one, other in permutations(sorted(hypotheses), 2)
    ]
    turned = [Row(row.hypothesis, row.premise, "", f"{UNLABELLED}: {name}, turned") for row in rows]
    yield from chance.sample(siblings, min(MOST_SIBLINGS, len(siblings)))
    yield from chance.sample(turned, min(MOST_TURNED, len(turned)))
    yield from near([text for row in rows for text in (row.premise, row.hypothesis)], name, chance)


def near(texts: Iterable[str], name: str, chance: random.Random) -> list[Row]:
    """Return pairs of sentences of a set that lie near each other, each with one of its nearest."""
    import faiss

    from claimcheck.embed import load_bulk_encoder

    every = sorted(set(texts))
    chance.shuffle(every)
    every = every[: 2 * MOST_NEAR]
    vectors = load_bulk_encoder().encode(every)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    _, places = index.search(vectors[:MOST_NEAR], NEIGHBOURS + 1)
    found = []
    for one, (_, *others) in enumerate(places):
        other = int(chance.choice(others))
        if other != one:
            source = f"{UNLABELLED}: {name}, near"
            found.append(Row(every[one], every[other], "", source))
    return found


def judge(folder: Path, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[float]]:
    """Return the probability of each label for pairs of premise and hypothesis."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model: Any = AutoModelForSequenceClassification.from_pretrained(folder).to(device).eval()
    ordered = sorted(pairs, key=lambda pair: len(pair[0]) + len(pair[1]))
    chances: list[npt.NDArray[np.float32]] = []
    started = time.monotonic()
    with torch.inference_mode(), torch.autocast(device, torch.bfloat16):
        for start in range(0, len(ordered), BATCH):
            some = ordered[start : start + BATCH]
            encoded = tokenizer(
                [plain(premise) for premise, _ in some],
                [plain(hypothesis) for _, hypothesis in some],
                truncation="longest_first",
                max_length=NLI_MAX_TOKENS,
                padding=True,
                # Whole tiles of AMX.
                pad_to_multiple_of=8,
                return_tensors="pt",
            ).to(device)
            chances.append(model(**encoded).logits.float().softmax(-1).cpu().numpy())
            if start % (BATCH * 200) == 0:
                minutes = (time.monotonic() - started) / 60
                print(f"{start:,} of {len(ordered):,}, {minutes:.1f} min", file=sys.stderr)
    rounded = [[round(float(chance), 4) for chance in row] for row in np.concatenate(chances)]
    return dict(zip(ordered, rounded, strict=True))


if __name__ == "__main__":
    main()
