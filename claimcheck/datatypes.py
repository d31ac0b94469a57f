"""The values that travel from a file to a report. Frozen; no I/O.

Offsets are Unicode code points into the verbatim `Article.text`, half-open. The invariant that
everything relies on: `article.text[span.start:span.end]` is what the claim quotes.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class ClaimKind(StrEnum):
    """What a claim is in its article."""

    STATEMENT = "statement"
    QUOTATION = "quotation"
    REPORTED = "reported"
    HEADLINE = "headline"


class Stance(StrEnum):
    """How the reporting words stand to what they report."""

    NEUTRAL = "neutral"
    FACTIVE = "factive"
    DISTANCING = "distancing"
    DENYING = "denying"


class Quoting(StrEnum):
    """Whether the content is given in the source's words, in part, or in the reporter's."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Relation(StrEnum):
    """How two claims of two outlets stand to each other."""

    SAME = "same"
    DIFFERS = "differs"
    CONTRADICTS = "contradicts"
    RELATED = "related"
    UNRELATED = "unrelated"


# What a reader wants to see first.
STRONGEST_FIRST: Final = (
    Relation.CONTRADICTS,
    Relation.DIFFERS,
    Relation.SAME,
    Relation.RELATED,
    Relation.UNRELATED,
)


class DifferenceKind(StrEnum):
    """In what two claims about the same fact differ."""

    NUMBER = "number"
    TIME = "time"
    ENTITY = "entity"
    NEGATION = "negation"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    PRECISION = "precision"
    ADDED = "added"
    WORDING = "wording"


class Bearing(StrEnum):
    """What a difference means where both claims speak of one fact."""

    CONFLICT = "conflict"
    UPDATE = "update"
    COMPATIBLE = "compatible"


class Judgement(StrEnum):
    """What a person decided about a pair of claims."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Reason(StrEnum):
    """Why an input was skipped, or what was odd about one that was kept."""

    MISSING = "file not found"
    UNREADABLE = "cannot be read"
    UNSUPPORTED = "unknown file format"
    TOO_LARGE = "too large"
    BROKEN_RECORD = "broken record"
    EMPTY = "no text"
    NO_CLAIMS = "no claims"
    IMPOSSIBLE_DATE = "impossible date"
    GUESSED_ENCODING = "encoding guessed"
    REPLACED_CHARACTERS = "undecodable characters replaced"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from: a path (`-` for standard input) and a line or record number."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reader needs in order to find the article again.

    `published` is ISO 8601, a date or a date-time; None when unknown. `source_id` is the id the
    article had in its own file.
    """

    article_id: str
    outlet: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    source_id: str | None = None

    @property
    def day(self) -> str | None:
        """The publication day as YYYY-MM-DD."""
        return self.published[:10] if self.published else None

    @property
    def date(self) -> datetime.date | None:
        """The publication day."""
        return datetime.date.fromisoformat(self.day) if self.day else None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of one outlet, its text exactly as loaded.

    `headline` is the span of the title inside `text`, when the title stands there. `modified` and
    `language` are ISO 8601 and ISO 639-1.
    """

    outlet: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    source_id: str | None = None
    headline: Span | None = None
    provenance: Provenance = field(default=Provenance("-"), compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits from outlet, URL and text."""
        parts = "\x1f".join((self.outlet, self.url or "", self.text))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def citation(self) -> Citation:
        """The article as a reference, without its text."""
        return Citation(self.id, self.outlet, self.title, self.url, self.published, self.source_id)


@dataclass(frozen=True, slots=True)
class Skip:
    """An input that gave no article, and why."""

    provenance: Provenance
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd about an input that was kept all the same."""

    provenance: Provenance
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something, the words that say so, and what is said; pieces in the article's text.

    `source` and `cue` are empty where the article leaves them to be understood ("he added" in the
    sentence before). `speaker` is the source by the fullest name that the article gives; None where
    that isn't sure.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    quoting: Quoting
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim as its article makes it.

    `spans` are its pieces in the article, in order, at least one; `text` is those pieces joined by
    a space, so for a single span it is the article's text verbatim. `context` is the sentence
    before. `speaker`, `cue` and `stance` say whose claim it is, in which words, where it isn't the
    outlet's own. `reading` is the self-contained reading where it differs from `text`, and
    `unresolved` are the places in the article that it leaves open; they are not kept in an index.
    `checkworthiness` runs from 0 to 1.
    """

    citation: Citation
    spans: tuple[Span, ...]
    text: str
    kind: ClaimKind = ClaimKind.STATEMENT
    context: str = ""
    speaker: str | None = None
    cue: str | None = None
    stance: Stance | None = None
    reading: str | None = None
    unresolved: tuple[Span, ...] = field(default=(), compare=False)
    checkworthiness: float | None = None
    id: int | None = field(default=None, compare=False)

    @property
    def span(self) -> Span:
        """The smallest range that holds every piece."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Scores:
    """How the retrieval stages rated a candidate.

    `similarity` is the cosine (-1 to 1, higher is closer); ranks count from 1 and are None where
    that retriever did not return the candidate; `fused` is the reciprocal-rank fusion of the two.
    """

    similarity: float
    vector_rank: int | None = None
    lexical_rank: int | None = None
    fused: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim of the index that may bear on ours."""

    evidence: Claim
    scores: Scores


@dataclass(frozen=True, slots=True)
class Difference:
    """One typed difference and its words: spans into the two claims' `text`, None when absent.

    `bearing` is None where it can't be told, or where both may well hold. `claim_value` and
    `evidence_value` are what the words come to ("12", "2024-05-01"), where that is known.
    """

    kind: DifferenceKind
    in_claim: Span | None
    in_evidence: Span | None
    bearing: Bearing | None = None
    claim_value: str | None = None
    evidence_value: str | None = None


@dataclass(frozen=True, slots=True)
class NliScores:
    """Probabilities of one direction (premise to hypothesis); they sum to 1."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two claims found. `confidence` runs from 0 to 1; `why` is one sentence.

    `forward` reads the evidence as premise and our claim as hypothesis; `backward` the reverse.
    Both are None when no NLI model took part.
    """

    relation: Relation
    confidence: float
    differences: tuple[Difference, ...] = ()
    why: str = ""
    forward: NliScores | None = None
    backward: NliScores | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a match, and when (ISO 8601, UTC); a note may stand alone."""

    judgement: Judgement | None
    note: str = ""
    decided: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A claim, a claim of another outlet, and how they stand to each other.

    `decision` is a person's, from an earlier look at the same two claims.
    """

    claim: Claim
    evidence: Claim
    scores: Scores
    comparison: Comparison
    decision: Decision | None = None

    @property
    def judgement(self) -> Judgement | None:
        """What a person judged of it; None where nobody did."""
        return self.decision.judgement if self.decision else None

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits from the two articles and the words of the two claims."""
        sides = (self.claim, self.evidence)
        parts = "\x1f".join(part for one in sides for part in (one.citation.article_id, one.text))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Origin:
    """Matches that go back to one source (wire copy and its reprints), best first; never empty."""

    matches: tuple[Match, ...]

    @property
    def lead(self) -> Match:
        """The match that stands for the group."""
        return self.matches[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim of the article with what other outlets say, by independent origin, best first."""

    claim: Claim
    origins: tuple[Origin, ...]

    @property
    def matches(self) -> tuple[Match, ...]:
        """Every match, copies included."""
        return tuple(match for origin in self.origins for match in origin.matches)


@dataclass(frozen=True, slots=True)
class Omission:
    """What other outlets report of the same story and the article leaves out.

    `origins` holds the claims that say it by independent origin, at least two, the one that says it
    best first; each origin lists its copies.
    """

    origins: tuple[tuple[Claim, ...], ...]

    @property
    def lead(self) -> Claim:
        """The claim that stands for the others."""
        return self.origins[0][0]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole comparison report.

    `claims` are all claims of the article in reading order; `findings` hold those for which other
    outlets say something comparable, most telling first. `outlets` counts the other outlets whose
    claims were compared, `compared` the pairs read. `omissions` are what at least two independent
    origins report beside, most widely reported first. `rejected` counts the matches left out since
    a person rejected them.
    """

    article: Article
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    outlets: int
    compared: int
    signature: str
    omissions: tuple[Omission, ...] = ()
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the index holds on one claim, best first. A typed-in query has an empty citation."""

    query: Claim
    matches: tuple[Match, ...]
    signature: str
