"""The one path: article -> claims -> candidates -> comparisons -> report. Forward only."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

import claimcheck
from claimcheck.compare import (
    RULES,
    findings_from,
    telling,
)
from claimcheck.compare.decisions import Respected, with_decisions, without_rejected
from claimcheck.compare.omissions import (
    LeftOut,
    Told,
    left_out,
    sister_candidates,
    story_day,
)
from claimcheck.compare.origins import Signature, sign
from claimcheck.database import Filter
from claimcheck.datatypes import (
    Article,
    Candidate,
    Citation,
    Claim,
    Finding,
    Lookup,
    Match,
    Omission,
    Report,
    Scores,
    Span,
)
from claimcheck.embed import Encoder, Vectors
from claimcheck.index import IndexReader
from claimcheck.index.chunks import encode_distinct, reading_of
from claimcheck.matching import matches
from claimcheck.nli import Nli
from claimcheck.segment import Segmenter, is_worth_checking
from claimcheck.segment.posts import plain_words
from claimcheck.settings import BACKGROUND_SIMILARITY, MAX_OMISSIONS, PAIR_K, SISTER_DAYS


@dataclass(frozen=True, slots=True)
class Checker:
    """An index with the encoder and segmenter that it was built with.

    `k` is how many candidates are compared for each claim; without `nli` no language inference
    takes part.
    """

    index: IndexReader
    encoder: Encoder
    segmenter: Segmenter
    k: int
    nli: Nli | None = None

    def check(
        self,
        article: Article,
        where: Filter,
        min_checkworthy: float = 0.0,
        *,
        with_rejected: bool = False,
    ) -> Report:
        """Compare the claims of `article` with what the index's other outlets say.

        Those whose check-worthiness is less than `min_checkworthy` are left out, and so are matches
        that a person rejected, unless `with_rejected`.
        """
        everything = self.segmenter.segment(article)
        texts = [_searched(claim) for claim in everything]
        vectors, _ = encode_distinct(self.encoder, texts)
        shown = [i for i, one in enumerate(everything) if is_worth_checking(one, min_checkworthy)]
        claims = [everything[i] for i in shown]
        searched, whole = [texts[i] for i in shown], _without(where, article)
        found = self.index.search(searched, vectors[shown], self.k, whole)
        pairs = list(zip(claims, found, strict=True))
        day = story_day(article, (one for some in found for one in some))
        judged = matches(pairs, self.nli, judge_distant=False, story_day=day)
        matched = self._decided(judged)
        kept = Respected(matched, 0) if with_rejected else without_rejected(matched)
        findings = findings_from(kept.matches, self._signatures(matched))
        signature = self.signature() + _decisions_in(matched)
        report = _report(article, claims, matched, signature, findings)
        ours = Told(everything, vectors)
        omissions = self._omissions(article, ours, matched, day, min_checkworthy)
        return replace(report, omissions=omissions, rejected=kept.rejected)

    def _decided(self, matched: Sequence[Sequence[Match]]) -> list[list[Match]]:
        """Return the matches with what a person decided about them, asked for all at once."""
        decisions = self.index.decisions(match.id for some in matched for match in some)
        return with_decisions(matched, decisions)

    def _signatures(self, matched: Sequence[Sequence[Match]]) -> dict[str, Signature]:
        """Return the signatures of the articles that findings will show, by article id."""
        shown = {match.evidence.citation.article_id for some in matched for match in telling(some)}
        return self._signed(sorted(shown))

    def _signed(self, article_ids: Sequence[str]) -> dict[str, Signature]:
        return {name: sign(text) for name, text in self.index.texts(article_ids).items()}

    def _omissions(
        self,
        article: Article,
        ours: Told,
        matched: Sequence[Sequence[Match]],
        day: date | None,
        least: float,
    ) -> tuple[Omission, ...]:
        """Return what others report beside of the article's story, which is of `day`.

        `ours` are all claims of the article.
        """
        compared = [match for some in matched for match in some]
        if day is None:
            return ()
        near = sister_candidates(day, compared)
        others = Told(*self.index.told_in(near))
        found = left_out(article, ours, others, self._signed(near), least)
        news = self._not_before(day - timedelta(days=SISTER_DAYS), found)
        return tuple(one.omission for one in news)[:MAX_OMISSIONS]

    def _not_before(self, day: date, found: Sequence[LeftOut]) -> list[LeftOut]:
        """Leave out what was reported before that day: it is background."""
        if not found:
            return []
        before = Filter(until=str(day - timedelta(days=1)))
        known = self.index.nearest(np.stack([one.vector for one in found]), 1, before)
        nearest = known.scores[:, 0].tolist()
        pairs = zip(found, nearest, strict=True)
        return [one for one, score in pairs if score < BACKGROUND_SIMILARITY]

    def lookup(self, queries: Sequence[Claim], wheres: Sequence[Filter]) -> list[Lookup]:
        """Find what the index holds on each claim, best first by retrieval.

        Nothing is left out; a match that a person decided about says so.
        """
        texts = [_searched(query) for query in queries]
        vectors, _ = encode_distinct(self.encoder, texts)
        places: dict[Filter, list[int]] = {}
        for place, where in enumerate(wheres):
            places.setdefault(where, []).append(place)
        found: dict[int, list[Candidate]] = {}
        for where, some in places.items():
            ranked = self.index.search([texts[i] for i in some], vectors[some], self.k, where)
            found.update(zip(some, ranked, strict=True))
        everything = [(query, found[i]) for i, query in enumerate(queries)]
        matched = self._decided(matches(everything, self.nli))
        signature = self.signature()
        return [
            Lookup(query, tuple(some), signature)
            for query, some in zip(queries, matched, strict=True)
        ]

    def signature(self) -> str:
        """Return one line that names everything that decided the result."""
        manifest = self.index.manifest
        return "|".join(
            (
                f"seg:{manifest.segmenter}",
                f"enc:{manifest.encoder}/{manifest.engine}",
                f"store:{self.index.store_kind}",
                f"k:{self.k}",
                f"idx:{manifest.content}",
                _ending(self.nli),
            )
        )


def compare_articles(
    article: Article,
    other: Article,
    encoder: Encoder,
    segmenter: Segmenter,
    nli: Nli | None = None,
) -> Report:
    """Compare two articles without an index: each claim with the closest ones of `other`."""
    claims, theirs = segmenter.segment(article), segmenter.segment(other)
    vectors, _ = encode_distinct(encoder, [reading_of(claim) for claim in (*claims, *theirs)])
    similarities = vectors[: len(claims)] @ vectors[len(claims) :].T
    found = [
        (claim, _closest(row, theirs)) for claim, row in zip(claims, similarities, strict=True)
    ]
    signature = f"seg:{segmenter.name}|enc:{encoder.identity}/{encoder.engine}|k:{PAIR_K}"
    matched = matches(found, nli)
    whole = f"{signature}|{_ending(nli)}"
    return _report(article, claims, matched, whole, findings_from(matched))


def _closest(similarities: Vectors, theirs: Sequence[Claim]) -> list[Candidate]:
    order = np.argsort(-similarities, kind="stable")[:PAIR_K]
    return [
        Candidate(theirs[place], Scores(float(similarities[place]), rank))
        for rank, place in enumerate(order.tolist(), 1)
    ]


def compare_pairs(
    pairs: Sequence[tuple[Claim, Claim]], encoder: Encoder, nli: Nli | None = None
) -> list[Match]:
    """Compare many pairs of claims, embedding and judging them in one batch each."""
    texts = [reading_of(claim) for pair in pairs for claim in pair]
    vectors, _ = encode_distinct(encoder, texts)
    similarities = (vectors[::2] * vectors[1::2]).sum(axis=1)
    found = [
        (ours, [Candidate(theirs, Scores(float(similarity)))])
        for (ours, theirs), similarity in zip(pairs, similarities, strict=True)
    ]
    return [match for some in matches(found, nli) for match in some]


def typed_claim(text: str, outlet: str = "", published: str | None = None) -> Claim:
    """Return a claim that a person typed in, as if its text were the whole article."""
    return Claim(Citation("", outlet, published=published), (Span(0, len(text)),), text)


def _searched(claim: Claim) -> str:
    """Return the words that a claim is searched by."""
    return plain_words(reading_of(claim))


def _decisions_in(matched: Sequence[Sequence[Match]]) -> str:
    """Return what names the decisions that took part, nothing without any."""
    decided = sorted(f"{one.id} {one.decision}" for some in matched for one in some if one.decision)
    if not decided:
        return ""
    return f"|dec:{hashlib.sha256(' '.join(decided).encode()).hexdigest()[:8]}"


def _ending(nli: Nli | None) -> str:
    return f"cmp:{RULES}|nli:{nli.identity if nli else 'none'}|v:{claimcheck.__version__}"


def _report(
    article: Article,
    claims: Sequence[Claim],
    matched: Sequence[list[Match]],
    signature: str,
    findings: tuple[Finding, ...],
) -> Report:
    compared = [match for one in matched for match in one]
    return Report(
        article=article,
        claims=tuple(claims),
        findings=findings,
        outlets=len({match.evidence.citation.outlet for match in compared}),
        compared=len(compared),
        signature=signature,
    )


def _without(where: Filter, article: Article) -> Filter:
    """Leave the article itself and its own outlet out."""
    return Filter(
        outlets=where.outlets,
        exclude_outlets=(*where.exclude_outlets, article.outlet),
        since=where.since,
        until=where.until,
        exclude_articles=(*where.exclude_articles, article.id),
        exclude_urls=(*where.exclude_urls, *([article.url] if article.url else [])),
    )
