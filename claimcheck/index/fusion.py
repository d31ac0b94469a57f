"""Reciprocal rank fusion of the two retrievers (Cormack, Clarke and Büttcher, SIGIR 2009)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.datatypes import Scores
from claimcheck.settings import RRF_CONSTANT


def fuse(near: Mapping[int, float], lexical: Sequence[int]) -> dict[int, Scores]:
    """Return claim ids with their scores, best fused score first, ties by id.

    `near` maps ids to cosines, best first; `lexical` lists ids, best first. The similarity of an
    id that only `lexical` has is 0 here; the caller computes it.
    """
    vector_ranks = {claim_id: rank for rank, claim_id in enumerate(near, 1)}
    lexical_ranks = {claim_id: rank for rank, claim_id in enumerate(lexical, 1)}
    scores = {
        claim_id: Scores(
            near.get(claim_id, 0.0),
            vector_ranks.get(claim_id),
            lexical_ranks.get(claim_id),
            _reciprocal(vector_ranks.get(claim_id)) + _reciprocal(lexical_ranks.get(claim_id)),
        )
        for claim_id in {**vector_ranks, **lexical_ranks}
    }
    return dict(sorted(scores.items(), key=lambda item: (-item[1].fused, item[0])))


def _reciprocal(rank: int | None) -> float:
    return 0.0 if rank is None else 1 / (RRF_CONSTANT + rank)
