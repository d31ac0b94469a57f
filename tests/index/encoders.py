"""The real encoder, watched, and what the tests search for with it."""

from collections.abc import Sequence

from claimcheck.embed import Encoder, EncoderIdentity, Engine, Vectors

PROBES = (
    "China has never condemned Russia's actions in Ukraine.",
    "At least 23 people died when the ferry sank.",
    "The town council approved the budget.",
)


class Counting:
    """The real encoder, with every text it was given."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.texts: list[str] = []

    @property
    def identity(self) -> EncoderIdentity:
        """Name and fingerprint of the real one."""
        return self._encoder.identity

    @property
    def engine(self) -> Engine:
        """What runs the real one."""
        return self._encoder.engine

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Note the texts, then embed them."""
        self.texts += texts
        return self._encoder.encode(texts)
