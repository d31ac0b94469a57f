"""Sources by the fullest name that the article gives, and None where that isn't sure."""

from __future__ import annotations

import pytest

from claimcheck.annotate.attribution import attributions
from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.segment.blocks import blocks, sentences


def speakers(text: str) -> list[str | None]:
    places = [
        (span, number)
        for number, block in enumerate(blocks(text))
        for span in sentences(text, block, "en")
    ]
    docs = parse(span.of(text) for span, _ in places)
    read = [Sentence(span, doc, number) for (span, number), doc in zip(places, docs, strict=True)]
    return [one.speaker for one in attributions(text, read)]


@pytest.mark.parametrize("short", ["Mr. Xi", "Xi", "President Xi"])
def test_a_short_name_becomes_the_full_one(short: str) -> None:
    text = f"President Xi Jinping said that talks would resume. {short} added that they were hard."
    assert speakers(text) == ["Xi Jinping", "Xi Jinping"]


def test_a_name_that_two_people_share_stays_short() -> None:
    text = "Bill Orr and Ann Orr met in Hulm on Monday. Orr said that the plan was dead."
    assert speakers(text) == ["Orr"]


def test_a_middle_initial_makes_no_second_person() -> None:
    text = "Ann Orr met Ann B. Orr in Hulm on Monday. Orr said that the plan was dead."
    assert speakers(text) == ["Ann B. Orr"]


def test_a_pronoun_is_the_last_speaker() -> None:
    text = "Ann Orr said that the plan was dead. She added that nobody wanted it."
    assert speakers(text) == ["Ann Orr", "Ann Orr"]


def test_a_pronoun_stays_open_when_somebody_else_was_named() -> None:
    text = (
        "Ann Orr said that the plan was dead. Later Eve Dahl walked into the hall. "
        "She said that it was late."
    )
    assert speakers(text) == ["Ann Orr", None]


def test_a_title_of_the_other_sex_rules_a_pronoun_out() -> None:
    text = "Mr. Orr said that the plan was dead. She said that nobody wanted it."
    assert speakers(text) == ["Orr", None]


def test_a_description_stays_as_it_is() -> None:
    assert speakers("The spokesman said that the plan was dead.") == ["The spokesman"]


def test_the_name_beside_a_description_is_taken() -> None:
    text = "The campaign's chairman, Paul Dahl, said that the plan was dead."
    assert speakers(text) == ["Paul Dahl"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Gov. Ann Orr of Hulm", "Ann Orr"),
        ("FBI Director Ann Orr", "Ann Orr"),
        ("The Bank of China", "The Bank of China"),
        ("Her father", "Her father"),
        ("Secretary of Education Ann Orr", "Ann Orr"),
        ("Secretary of State Ann B. Orr", "Ann B. Orr"),
        ("Mr. Orr on Sunday", "Orr"),
        ("The Ferry Federation of Hulm", "The Ferry Federation of Hulm"),
        ("A multi-year study", "A multi-year study"),
        ("A Hulm/Ipsos poll", "A Hulm/Ipsos poll"),
        (
            "The top doctors' group, the Hulm Medical Association, on Friday",
            "Hulm Medical Association",
        ),
    ],
)
def test_titles_and_places_are_no_part_of_a_name(source: str, speaker: str) -> None:
    assert speakers(f"{source} said that the plan was dead.") == [speaker]


def test_two_people_are_not_one() -> None:
    text = "Ann Orr, a farmer, and Eve Dahl, her friend, said that the plan was dead."
    assert speakers(text) == [None]


def test_who_is_the_one_before() -> None:
    text = "Ann Orr, who said that the plan was dead, left on Monday."
    assert speakers(text) == ["Ann Orr"]


@pytest.mark.parametrize("anybody", ["They", "We", "Some", "It"])
def test_anybody_is_nobody(anybody: str) -> None:
    assert speakers(f"{anybody} said that the plan was dead.") == [None]


@pytest.mark.parametrize(
    "source",
    [
        "Radio Hulm host Ann Lee",
        "Radio Hulm's Ann Lee",
        'HNN\'s "Late Talk" host Ann Lee',
        "HNN News Chief Capital Correspondent Ann Lee",
    ],
)
def test_a_person_with_a_broadcaster_is_the_person(source: str) -> None:
    assert speakers(f"{source} said that the plan was dead.") == ["Ann Lee"]


def test_a_body_with_an_owner_stays_whole() -> None:
    assert speakers("Orr's Justice Department said that the plan was dead.") == [
        "Orr's Justice Department"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Before his death, a video captured Orr telling them that the plan was dead.",
        "She met Mr. Orr, whose lawyer said that the plan was dead.",
    ],
)
def test_a_stretch_of_the_sentence_is_nobody(text: str) -> None:
    assert speakers(text) == [None]


def test_another_word_before_a_name_makes_it_no_longer() -> None:
    text = "WATCHED Orr leaves. Orr said that the plan was dead."
    assert speakers(text) == ["Orr"]


def test_us_in_let_us_is_nobody() -> None:
    assert speakers("Let's hope that the plan is dead.") == [None]


def test_a_place_and_a_party_before_a_name_are_no_part_of_it() -> None:
    assert speakers("Ohio Republican Jim Dahl said that the plan was dead.") == ["Jim Dahl"]


def test_a_clause_on_a_noun_is_no_part_of_the_speaker() -> None:
    assert speakers("The evidence he collected shows that the plan is dead.") == ["The evidence"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Acting Secretary of Homeland Security Kevin Shaw", "Kevin Shaw"),
        ("The Secretary of State", "The Secretary of State"),
    ],
)
def test_an_office_with_of_ends_in_the_name(source: str, speaker: str) -> None:
    assert speakers(f"{source} said that the plan was dead.") == [speaker]
