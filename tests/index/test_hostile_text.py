"""Texts that the loaders would have cleaned, and queries full of syntax."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimcheck.database import Filter, Selection
from claimcheck.datatypes import Article, Provenance, Reason, Skip
from claimcheck.embed import Encoder
from claimcheck.errors import InputError
from claimcheck.index import IndexReader, Tally, Toolchain, open_writer, verify

SOUND = Article("Herald", "The harbour of Port Ellis is closed.", provenance=Provenance("a", 1))


@pytest.mark.parametrize("field", ["outlet", "text", "title", "url", "published", "source_id"])
def test_half_a_character_costs_its_article_alone(
    tmp_path: Path, tools: Toolchain, field: str
) -> None:
    half: dict[str, Any] = {field: "half \udc80 a character"}
    broken = replace(SOUND, **half)
    with open_writer(tmp_path, 0) as writer:
        skip, *_, tally = writer.add([broken, SOUND], tools)
    assert skip == Skip(Provenance("a", 1), Reason.BROKEN_RECORD, "half a surrogate pair")
    assert isinstance(tally, Tally) and (tally.indexed, tally.given) == (1, 2)


def test_a_file_name_that_is_no_utf_8_does_not_cost_its_article(
    tmp_path: Path, tools: Toolchain
) -> None:
    odd = replace(SOUND, provenance=Provenance("caf\udce9.txt"))
    with open_writer(tmp_path, 0) as writer:
        assert list(writer.add([odd], tools))[-1] == Tally(indexed=1, claims=1, encoded=1)
    stored = IndexReader.open(tmp_path).article(odd.id)
    assert stored is not None and (stored, stored.provenance.path) == (odd, "caf?.txt")


def test_a_nul_is_kept_and_nothing_behind_it_is_lost(
    tmp_path: Path, add: Callable[..., Tally], texts_found: Callable[..., list[str]]
) -> None:
    odd = replace(SOUND, text="The harbour\0of Port Ellis is closed. Ferries wait outside it.")
    assert add(tmp_path, odd).claims == 2
    reader = IndexReader.open(tmp_path)
    assert reader.article(odd.id) == odd
    assert texts_found(reader, "Ferries wait outside the harbour.") == [
        "Ferries wait outside it.",
        "The harbour\0of Port Ellis is closed.",
    ]
    assert verify(tmp_path, 0).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        '"',
        'he said "the ferry" sank',
        "ferry NEAR(sank, 3)",
        "ferry* AND (sank OR NOT bridge)",
        "text : ferry",
        "-ferry ^sank {text} + 'x'",
        "Straße Жертвы 渡轮 ⛴️ ²³",
        "ferry\0sank",
        "ferry \ud800 sank",
        "ferry " * 20_000,
        "f" * 100_000,
        " ".join(f"word{number}" for number in range(10_000)),
        "the and of it",
        "...",
        "",
    ],
)
def test_no_query_text_is_read_as_syntax(built_index: Path, encoder: Encoder, text: str) -> None:
    reader = IndexReader.open(built_index)
    vectors = encoder.encode(["The ferry sank."])
    assert len(reader.search([text], vectors, 10, Filter())[0]) == 10


def test_half_a_character_in_a_filter_is_refused(built_index: Path, encoder: Encoder) -> None:
    vectors = encoder.encode(["The ferry sank."])
    with pytest.raises(InputError):
        IndexReader.open(built_index).search(["x"], vectors, 1, Filter(outlets=("\udce9",)))


def test_half_a_character_in_a_selection_is_refused(sample_index: Path) -> None:
    with open_writer(sample_index, 0) as writer, pytest.raises(InputError):
        writer.remove(Selection(outlets=("\udce9",)))
