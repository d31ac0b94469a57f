"""What an index says of itself, and the refusal to mix what does not mix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimcheck.database import Database
from claimcheck.embed import EncoderIdentity, Engine
from claimcheck.errors import EncoderMismatch, IndexDamaged, IndexMissing

# The checksum over no article at all.
NO_CONTENT: Final = "0" * 16


@dataclass(frozen=True, slots=True)
class Manifest:
    """How the claims and vectors of an index were made.

    `model` is what to load the encoder from: a name, or the path of a folder. `engine` ran it, and
    goes on to run it. `content` is a checksum over the ids of its live articles, in whatever order
    they came.
    """

    encoder: EncoderIdentity
    model: str
    dimension: int
    segmenter: str
    engine: Engine
    content: str = NO_CONTENT

    def entries(self) -> dict[str, str]:
        """Return the rows of table `manifest`."""
        return {
            "encoder": self.encoder.name,
            "encoder_fingerprint": self.encoder.fingerprint,
            "model": self.model,
            "dimension": str(self.dimension),
            "segmenter": self.segmenter,
            "engine": self.engine.value,
            "content": self.content,
        }

    def refuse_other_encoder(self, encoder: EncoderIdentity) -> None:
        """Raise EncoderMismatch unless `encoder` made this index's vectors.

        The same files under another name are the same encoder.
        """
        if encoder.fingerprint != self.encoder.fingerprint:
            raise EncoderMismatch(
                f"This index was built with the encoder {self.encoder}, not with {encoder}.",
                f"Leave --model out or give --model {self.model}; for the other encoder build "
                "another index with --index DIR.",
            )

    def refuse_other_segmenter(self, segmenter: str) -> None:
        """Raise EncoderMismatch unless `segmenter` made this index's claims."""
        if segmenter != self.segmenter:
            raise EncoderMismatch(
                f"This index was built with the segmenter {self.segmenter}, not with {segmenter}.",
                "Build another index with --index DIR.",
            )


def read_manifest(database: Database) -> Manifest | None:
    """Return the manifest, None while the index is empty and has never had an encoder."""
    entries = database.manifest() if database.is_built() else {}
    if not entries:
        return None
    try:
        return Manifest(
            EncoderIdentity(entries["encoder"], entries["encoder_fingerprint"]),
            entries["model"],
            int(entries["dimension"]),
            entries["segmenter"],
            Engine(entries["engine"]),
            entries["content"],
        )
    except (KeyError, ValueError) as error:
        raise IndexDamaged(
            f"The manifest of {database.path} is incomplete ({error}).",
            "Restore it from a backup, or delete the folder and run claimcheck index again.",
        ) from error


def require_manifest(database: Database) -> Manifest:
    """Return the manifest. Raises IndexMissing where no article was ever stored."""
    manifest = read_manifest(database)
    if manifest is None:
        folder = database.path.parent
        raise IndexMissing(
            f"The index in {folder} is empty.",
            f"Add articles: claimcheck index PATH... --index {folder}",
        )
    return manifest


def toggled(content: str, article_id: str) -> str:
    """Return the content checksum after an article came or went (the two cancel out)."""
    return f"{int(content, 16) ^ int(article_id, 16):016x}"
