"""Which files an index folder holds."""

from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import IndexMissing


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths inside one index folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite file, the truth."""
        return self.folder / "claims.db"

    @property
    def lock(self) -> Path:
        """The file whose lock the one writer holds."""
        return self.folder / "writer.lock"

    @property
    def lock_owner(self) -> Path:
        """Who holds the lock, for people to read."""
        return self.folder / "writer.txt"

    def derived_files(self) -> list[Path]:
        """Return every file of vectors or words, finished or not."""
        return sorted(self.folder.glob("claims-*"))

    def require(self) -> None:
        """Raise IndexMissing unless there is a database."""
        if not self.database.is_file():
            raise IndexMissing(
                f"There is no index in {self.folder}.",
                f"Build one: claimcheck index PATH... --index {self.folder}",
            )


def require_index(folder: Path) -> Layout:
    """Return the layout of an existing index. Raises IndexMissing."""
    layout = Layout(folder)
    layout.require()
    return layout
