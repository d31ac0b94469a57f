"""Tables, as migrations applied in order; a released one is never edited."""

from typing import Final

from sqlite_utils import Database as SqliteUtils
from sqlite_utils.migrations import Migrations

# Raised with every migration; a file with a higher number comes from a newer claimcheck.
SCHEMA_VERSION: Final = 3
# "clck" in ASCII, so that `file` and SQLite tools can tell our databases from others.
APPLICATION_ID: Final = 0x636C636B

migrations = Migrations("claimcheck")


@migrations()
def m001_articles_claims_vectors(db: SqliteUtils) -> None:
    """Create the truth (article, claim, vector) and the book-keeping of what derives from it."""
    db.table("manifest").create({"key": str, "value": str}, pk="key", strict=True)
    # AUTOINCREMENT, which sqlite-utils cannot ask for: an id that was ever in a derived file
    # must never come back as another claim.
    db.execute(
        """
        CREATE TABLE article (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            outlet TEXT NOT NULL,
            outlet_key TEXT NOT NULL,
            title TEXT, url TEXT, published TEXT, modified TEXT, language TEXT, source_id TEXT,
            text TEXT NOT NULL,
            headline_start INTEGER, headline_end INTEGER,
            path TEXT NOT NULL, line INTEGER,
            first_claim INTEGER, last_claim INTEGER,
            superseded_by TEXT
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE claim (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article INTEGER NOT NULL REFERENCES article(number),
            start INTEGER NOT NULL, end INTEGER NOT NULL,
            spans TEXT,
            text TEXT NOT NULL,
            kind TEXT NOT NULL,
            context TEXT NOT NULL,
            speaker TEXT, cue TEXT, reading TEXT, checkworthiness REAL
        ) STRICT
        """
    )
    db.table("vector").create(
        {"claim": int, "embedding": bytes},
        pk="claim",
        foreign_keys=[("claim", "claim", "id")],
        not_null={"embedding"},
        strict=True,
    )
    db.execute(
        """
        CREATE TABLE shard (
            first INTEGER PRIMARY KEY, last INTEGER NOT NULL, claims INTEGER NOT NULL,
            kind TEXT NOT NULL, recall REAL NOT NULL,
            vectors TEXT NOT NULL, vectors_sha256 TEXT NOT NULL, vectors_stamp TEXT NOT NULL,
            words TEXT NOT NULL, words_sha256 TEXT NOT NULL, words_stamp TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT
        """
    )
    db.table("tombstone").create({"claim": int}, pk="claim", strict=True)
    db.table("article").create_index(["url"])
    db.table("article").create_index(["outlet_key"])
    db.table("article").create_index(["published"])
    db.table("article").create_index(["superseded_by"])
    db.table("claim").create_index(["article"])


@migrations()
def m002_stance(db: SqliteUtils) -> None:
    """Keep how the words that report a claim stand to it."""
    db.table("claim").add_column("stance", str)


@migrations()
def m003_decisions(db: SqliteUtils) -> None:
    """Keep what a person decided, with the claims as they were shown: articles come and go."""
    side = ("article", "outlet", "title", "url", "published", "context", "text")
    sides = [f"{name}_{field}" for name in ("claim", "evidence") for field in side]
    names = ["match", "judgement", "note", "decided", "relation", "differences", *sides]
    optional = {"judgement", "relation"} | {
        name for name in sides if name.endswith(("_title", "_url", "_published"))
    }
    db.table("decision").create(
        dict.fromkeys(names, str), pk="match", not_null=set(names) - optional, strict=True
    )


def migrate(db: SqliteUtils) -> None:
    """Bring the tables up to SCHEMA_VERSION; call inside a transaction.

    In one transaction, because a file with tables and without our number is taken for a foreign
    one: a process killed half-way would leave just that.
    """
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def is_current(db: SqliteUtils) -> bool:
    """Tell whether there is nothing to migrate, so that opening need not write."""
    return bool(db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION)
