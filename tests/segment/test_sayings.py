"""Whose claim it is."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article, ClaimKind, Stance
from claimcheck.segment import find_segmenter


def voices(text: str, segmenter: str = "clauses") -> list[tuple[str | None, str | None]]:
    claims = find_segmenter(segmenter).segment(Article("Herald", text))
    return [(claim.speaker, claim.cue) for claim in claims]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ('"It is over, then," Ann Lee told the reporters in the hall.', ("Ann Lee", "told")),
        ("Doctors say the vaccine is safe.", ("Doctors", "say")),
        ("On Friday, Ann Lee said the port is closed.", ("Ann Lee", "said")),
        (
            "The ministry refused charges from Ann Lee that it had lied.",
            ("The ministry", "refused"),
        ),
        ("The mayor has never condemned the actions of the police.", (None, None)),
        ("Ann Lee said the port is closed, according to the radio.", ("Ann Lee", "said")),
        ("Ann Lee has asked the council to close the port.", (None, None)),
        ("The port was closed on Friday after the storm.", (None, None)),
    ],
)
def test_who_says_a_sentence(text: str, voice: tuple[str | None, str | None]) -> None:
    assert voices(text) == [voice]


def test_what_is_said_has_its_speaker_where_it_is_cut_out() -> None:
    text = "Ann Lee said the port is closed and that the ferry sank."
    assert ("Ann Lee", "said") in voices(text, "propositions")
    assert None not in {speaker for speaker, _ in voices(text, "propositions")}


def test_a_denial_has_its_stance() -> None:
    [claim] = find_segmenter("clauses").segment(
        Article("Herald", "Ann Lee denied that the council had sold the harbour.")
    )
    assert (claim.kind, claim.speaker, claim.stance) == (
        ClaimKind.REPORTED,
        "Ann Lee",
        Stance.DENYING,
    )


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "The radio reported Ann Lee as saying the two sides should talk.",
            ("Ann Lee", "saying"),
        ),
        ("The radio quoted Ann Lee as saying that the talks had failed.", ("Ann Lee", "saying")),
        ("The agency cited Ann Lee as saying the port was closed.", ("Ann Lee", "saying")),
        ('"The port is closed," the Herald quoted Ann Lee as saying.', ("Ann Lee", "saying")),
        ("The Herald reported that Ann Lee said the port was closed.", ("Ann Lee", "said")),
        ("Joe Roe said that Ann Lee claimed the port was closed.", ("Joe Roe", "said")),
        (
            '"The Supreme Court ruled this year that the mayor has broad powers," said Joe Roe.',
            ("Joe Roe", "said"),
        ),
    ],
)
def test_who_only_passes_on_is_not_the_speaker(text: str, voice: tuple[str, str]) -> None:
    assert voices(text) == [voice]


def test_a_quotation_of_several_paragraphs_is_one_speakers() -> None:
    text = (
        '"We began in March," Ann Lee told the council on Monday. "We had ten men.\n\n'
        '"Nobody helped us at the dam. The road was closed.\n\n'
        '"The engineers came in April."\n\nThe council met again later.'
    )
    assert voices(text) == [("Ann Lee", "told")] * 5 + [(None, None)]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Asked by Sen. Ann Lee whether the dam would hold, General Keith Roe answered, "
            '"That is correct, and it will."',
            ("Keith Roe", "answered"),
        ),
        ("Ann Lee has shown she is so reckless that nobody wants her there.", (None, None)),
        ("The data show that the dam is safe.", ("The data", "show")),
        ("Ann Lee cited a report that gave three reasons for the flood.", (None, None)),
        (
            "The bill sparked a long and emotional debate in the senate of Hulm on Monday night, "
            "which Ann Lee argued was too broad.",
            (None, None),
        ),
        (
            '"The data show that the dam is safe," said Joe Roe on Friday.',
            ("Joe Roe", "said"),
        ),
    ],
)
def test_who_asks_or_shows_says_nothing(text: str, voice: tuple[str | None, str | None]) -> None:
    assert set(voices(text)) == {voice}


def test_what_a_thing_shows_by_somebodys_words_is_his() -> None:
    text = 'It is vital, and this test demonstrates that we have a good ship," said Jim Shaw.'
    assert {speaker for speaker, _ in voices(text)} == {"Jim Shaw"}


def test_a_pronoun_that_is_resolved_is_the_speaker() -> None:
    text = (
        'Ann Lee is a nurse. Ms. Lee has worked there for years. "It is over," she told the Herald.'
    )
    assert voices(text)[-1] == ("Ann Lee", "told")


def test_the_last_sentence_of_a_quotation_has_its_speaker() -> None:
    text = 'Ann Lee left the hall. "We have talked for hours. We are not done yet," Ann Lee said.'
    assert voices(text)[1:] == [("Ann Lee", "said"), ("Ann Lee", "said")]
