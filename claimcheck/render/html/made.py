"""How a report came about: the signature taken apart, thresholds, the command to repeat it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import PurePath

from claimcheck import settings
from claimcheck.datatypes import Report
from claimcheck.render.sanitise import tidy

_PARTS = {
    "seg": "how the article was cut into claims",
    "enc": "encoder that measures similarity",
    "store": "store of the vectors",
    "k": "candidates compared for each claim",
    "idx": "what was in the index",
    "cmp": "rules of comparison",
    "nli": "model of entailment and contradiction",
    "v": "claimcheck",
}
_THRESHOLDS = (
    ("SAME_FACT_SIMILARITY", "two claims speak of one fact from this similarity"),
    ("SAME_FACT_OVERLAP", "or from this share of common content words"),
    ("SAME_SIMILARITY", "the same fact in other words from this similarity"),
    ("SAME_OVERLAP", "and this share of common content words"),
    ("CONFLICT_SIMILARITY", "a contradiction is looked for from this similarity"),
    ("CONFLICT_CONTRADICTION", "and needs at least this probability of the NLI model"),
    (
        "UNSURE_CONTRADICTION",
        "or this one, both ways, where two things may be meant",
    ),
    ("SAME_EVENT_DAYS", "days apart that two reports of one event may be published"),
    ("SAME_TIME_DAYS", "days apart that two figures may be meant for one moment"),
    ("COPY_SHARE", "two articles are copies from this share of common runs of words"),
    ("COPY_DAYS", "if published at most so many days apart"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """`parts` are (short name, value, meaning), `thresholds` (name, value, meaning)."""

    parts: list[tuple[str, str, str]]
    thresholds: list[tuple[str, str, str]]
    command: str


def made(report: Report) -> Made:
    """Return how a report came about."""
    parts = [part.partition(":")[::2] for part in tidy(report.signature).split("|")]
    return Made(
        [(name, value, _PARTS.get(name, "")) for name, value in parts],
        [(name, f"{getattr(settings, name):g}", meaning) for name, meaning in _THRESHOLDS],
        _command(report, dict(parts)),
    )


def _command(report: Report, parts: dict[str, str]) -> str:
    """Return the command without folders: a report goes to others, who have their own."""
    path = tidy(report.article.provenance.path)
    name = path if path == "-" else PurePath(path).name
    k = ["-k", parts["k"]] if parts.get("k", "").isdecimal() else []
    return shlex.join(["claimcheck", "report", name, *k, "--format", "html", "-o", "report.html"])
