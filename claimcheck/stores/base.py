"""What every vector store offers."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]
# Which claim ids may be returned: indexed by id, False beyond its end.
Mask = npt.NDArray[np.bool_]
# None keeps all.
Keep = Mask | None


@dataclass(frozen=True, slots=True)
class Hits:
    """Results for n queries: arrays of shape (n, k), best first, id -1 where there are fewer.

    `scores` are cosines (-1 to 1, higher is closer).
    """

    ids: Ids
    scores: Vectors


class VectorStore(Protocol):
    """An immutable set of vectors with ids."""

    kind: ClassVar[str]

    def __len__(self) -> int:
        """Return how many vectors it holds."""
        ...

    def search(self, queries: Vectors, k: int, keep: Keep = None) -> Hits:
        """Return the k nearest kept vectors for each row of `queries` (n, dimension).

        Equal scores come in the order of their ids.
        """
        ...
