"""What does not belong into one index is refused before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

from claimcheck.datatypes import Article
from claimcheck.embed import EncoderIdentity
from claimcheck.errors import EncoderMismatch
from claimcheck.index import Tally, Toolchain, open_writer
from claimcheck.segment import SentenceSegmenter


class OtherSegmenter(SentenceSegmenter):
    """Sentences under another name."""

    name: ClassVar[str] = "paragraphs-1"


def _refusal(folder: Path, tools: Toolchain, articles: Sequence[Article]) -> str:
    with open_writer(folder, 0) as writer, pytest.raises(EncoderMismatch) as caught:
        list(writer.add(articles, tools))
    return caught.value.message


def test_another_encoder_is_refused_with_both_names(
    sample_index: Path,
    tools: Toolchain,
    article: Callable[..., Article],
    dump: Callable[[Path], dict[str, list[Any]]],
) -> None:
    other = replace(tools, identity=EncoderIdentity("other", "f" * 12))
    before = dump(sample_index)
    assert _refusal(sample_index, other, [article("It rained in Arlen on Monday.")]) == (
        f"This index was built with the encoder {tools.identity}, not with other@ffffffffffff."
    )
    assert dump(sample_index) == before


def test_another_segmenter_is_refused_with_both_names(
    sample_index: Path,
    tools: Toolchain,
    article: Callable[..., Article],
    dump: Callable[[Path], dict[str, list[Any]]],
) -> None:
    other = replace(tools, segmenter=OtherSegmenter())
    before = dump(sample_index)
    assert _refusal(sample_index, other, [article("It rained in Arlen on Monday.")]) == (
        f"This index was built with the segmenter {tools.segmenter.name}, not with paragraphs-1."
    )
    assert dump(sample_index) == before


def test_the_same_encoder_under_another_name_is_welcome(
    sample_index: Path, tools: Toolchain, article: Callable[..., Article]
) -> None:
    renamed = replace(tools, identity=replace(tools.identity, name="a-copy"))
    with open_writer(sample_index, 0) as writer:
        tally = list(writer.add([article("It rained in Arlen on Monday.")], renamed))[-1]
    assert tally == Tally(indexed=1, claims=1, encoded=1)
