"""What every encoder offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

DEFAULT_MODEL: Final = "all-MiniLM-L6-v2"


class Engine(StrEnum):
    """What runs the model. All give the same vectors, as nearly as their arithmetic can."""

    TORCH_F32 = "torch-f32"
    TORCH_BF16 = "torch-bf16"
    ONNX_F32 = "onnx-f32"
    OPENVINO_BF16 = "openvino-bf16"


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """Which encoder made a vector. Vectors of different fingerprints never meet.

    `fingerprint` is twelve hexadecimal digits over the weights, the tokenizer and the pooling.
    """

    name: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.name}@{self.fingerprint}"


class Encoder(Protocol):
    """Turns texts into vectors of length 1."""

    @property
    def identity(self) -> EncoderIdentity:
        """Name and fingerprint."""
        ...

    @property
    def engine(self) -> Engine:
        """What runs the model."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimension), rows of Euclidean length 1."""
        ...
