"""What every segmenter offers."""

from typing import Protocol

from claimcheck.datatypes import Article, Claim


class Segmenter(Protocol):
    """Turns an article into its claims, in reading order.

    `name` goes into the index manifest and the signature, with a version that changes whenever
    the same article would give other claims.
    """

    @property
    def name(self) -> str:
        """The segmenter's name and version."""
        ...

    def segment(self, article: Article) -> list[Claim]:
        """Return the claims; for each, `span.of(article.text)` are its words."""
        ...
