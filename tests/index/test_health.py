"""`verify` finds what is wrong, and `repair` mends what derives from the articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from encoders import Counting

from claimcheck.database import Selection
from claimcheck.index import IndexReader, Tally, open_writer, repair, verify

Alter = Callable[..., None]
Found = Callable[[IndexReader], object]


def _problems(folder: Path) -> tuple[str, ...]:
    return verify(folder, 0).problems


def test_a_sound_index_has_no_problems(sample_index: Path) -> None:
    health = verify(sample_index, 0)
    assert (health.problems, health.checked["articles"], health.checked["vectors"]) == (
        (),
        38,
        health.checked["claims"],
    )


def test_verify_writes_nothing(sample_index: Path) -> None:
    files = [sample_index / "claims.db", *sample_index.glob("claims-*")]
    before = [file.read_bytes() for file in files]
    verify(sample_index, 0)
    assert [file.read_bytes() for file in files] == before


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("DELETE FROM vector WHERE claim = 5", "claim 5: its vector is no unit vector"),
        ("UPDATE vector SET embedding = :nan WHERE claim = 5", "claim 5: its vector is no unit"),
        ("UPDATE vector SET embedding = :short WHERE claim = 5", "claim 5: its vector is no unit"),
        ("UPDATE vector SET embedding = :long WHERE claim = 5", "claim 5: its vector is no unit"),
        ("UPDATE manifest SET value = '00' WHERE key = 'content'", "the articles are not those"),
        ("DELETE FROM shard", "has no vector file yet."),
        ("UPDATE shard SET vectors_sha256 = 'f', vectors_stamp = ''", "its checksum differs."),
        ("UPDATE shard SET words_sha256 = 'f', words_stamp = ''", "its checksum differs."),
        ("UPDATE shard SET kind = 'magic'", "is of the unknown kind magic."),
    ],
)
def test_what_derives_from_the_articles_is_found_and_mended(
    sample_index: Path,
    counting: Counting,
    found: Found,
    built_index: Path,
    vector: Callable[[str], bytes],
    alter: Alter,
    harm: str,
    problem: str,
) -> None:
    values = {f":{kind}": vector(kind) for kind in ("nan", "short", "long")}
    given = [value for name, value in values.items() if name in harm]
    for name in values:
        harm = harm.replace(name, "?")
    alter(sample_index, harm, *given)
    problems = _problems(sample_index)
    assert [(problem in text, text.endswith(" (claimcheck repair)")) for text in problems] == [
        (True, True)
    ]
    repair(sample_index, 0, lambda _: counting)
    assert _problems(sample_index) == ()
    assert len(counting.texts) == ("vector" in harm.split("SET")[0].split("file")[0])
    assert found(IndexReader.open(sample_index)) == found(IndexReader.open(built_index))


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE claim SET text = 'Nobody wrote this sentence.' WHERE id = 5",
        "UPDATE claim SET start = start + 1 WHERE id = 5",
        """UPDATE claim SET spans = '[[0, 6], [8, 12]]' WHERE id = 5""",
    ],
    ids=["text", "span", "several spans"],
)
def test_a_claim_whose_place_does_not_give_its_text_is_found(
    sample_index: Path,
    alter: Alter,
    dump: Callable[[Path], dict[str, list[tuple[str, ...]]]],
    harm: str,
) -> None:
    alter(sample_index, harm)
    assert _problems(sample_index) == (
        "claim 5: its place in the article does not give its text "
        f"(claimcheck remove --id {dump(sample_index)['article'][0][1]}, then index it again)",
    )


def test_a_changed_article_is_found(sample_index: Path, alter: Alter) -> None:
    alter(sample_index, "UPDATE article SET text = text || ' And more.' WHERE number = 3")
    (problem,) = _problems(sample_index)
    assert "its text is no longer the one that was loaded" in problem


def test_the_way_out_that_is_named_for_a_changed_article_works(
    sample_index: Path, alter: Alter, sample_articles: list[object], add: Callable[..., Tally]
) -> None:
    alter(sample_index, "UPDATE article SET text = text || ' And more.' WHERE number = 3")
    article_id = _problems(sample_index)[0].split()[1].rstrip(":")
    with open_writer(sample_index, 0) as writer:
        writer.remove(Selection(ids=(article_id,)))
    add(sample_index, *sample_articles)
    assert _problems(sample_index) == ()


def test_a_claim_without_an_article_is_found(sample_index: Path, alter: Alter) -> None:
    alter(sample_index, "UPDATE claim SET article = 999 WHERE id = 5")
    assert _problems(sample_index) == ("row 5 of claim points to nothing",)


def test_search_goes_on_while_some_vectors_are_damaged(
    sample_index: Path, alter: Alter, vector: Callable[[str], bytes], found: Found
) -> None:
    alter(sample_index, "UPDATE vector SET embedding = ? WHERE claim = 5", vector("short"))
    alter(sample_index, "DELETE FROM vector WHERE claim > 590")
    alter(sample_index, "DELETE FROM shard")
    assert IndexReader.open(sample_index).store_kind == "faiss-flat"
    assert found(IndexReader.open(sample_index))


def test_a_sound_index_is_repaired_without_an_encoder(sample_index: Path) -> None:
    def none(_: object) -> Counting:
        raise AssertionError

    claims = verify(sample_index, 0).checked["claims"]
    assert repair(sample_index, 0, none) == [
        f"files of vectors and words built again over {claims:,} claims",
    ]
    assert _problems(sample_index) == ()
