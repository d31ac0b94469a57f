"""What pronouns, short names, descriptions and times refer to, and where nothing is said."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.annotate.references import Reference, ReferenceKind, resolve
from claimcheck.datatypes import Span

HOSTILE = st.sampled_from(
    ["he", "She", "Mr. ", "Jane Roe", "“", '"', "’s", "\0", "\r\n", "é", "😀", "\u202e", " ", "it"]
)


def article(*sentences: str) -> tuple[str, list[Sentence]]:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    docs = parse(sentences)
    return text, [Sentence(span, doc) for span, doc in zip(spans, docs, strict=True)]


def resolved(*sentences: str, the: bool = False) -> list[tuple[str, str | None]]:
    """Return each reference's words with what they refer to; "the city" only on demand."""
    text, parsed = article(*sentences)
    found = [(one.span.of(text), one.antecedent) for one in resolve(text, parsed)]
    return [one for one in found if the or one[1] or not one[0].lower().startswith("the ")]


def test_a_pronoun_takes_the_only_person_of_the_sentence_before() -> None:
    found = resolved("Jane Roe sued the city.", "She won.")
    assert found == [("She", "Jane Roe")]


def test_a_reference_says_where_the_fullest_form_stands() -> None:
    text, parsed = article("Jane Roe sued the city.", "Her case is old.")
    expected = Reference(
        Span(24, 27), ReferenceKind.PRONOUN, "Jane Roe", Span(0, 8), is_possessive=True
    )
    assert resolve(text, parsed)[-1] == expected


def test_gender_decides_between_two_people() -> None:
    found = resolved("Alan Dorsey sued Jane Roe.", "He lost and his lawyer left.")
    assert found == [("He", "Alan Dorsey"), ("his", "Alan Dorsey")]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Harold Pike met Alan Dorsey at noon.", "He was late."),
        ("Alan Dorsey thanked the officer.", "Later he was hurt."),
        ("Alan Dorsey left.", "It rained.", "Nobody came.", "He returned."),
        ("Alan Dorsey sued the city.", "For his part, Harold Pike kept silent."),
    ],
    ids=["two people", "a role", "too far back", "the name may follow"],
)
def test_a_pronoun_without_one_clear_candidate_stays_open(sentences: tuple[str, ...]) -> None:
    answers = [found for word, found in resolved(*sentences) if word.lower() in ("he", "his")]
    assert answers == [None]


def test_who_is_named_in_a_quotation_is_not_who_says_it() -> None:
    found = resolved("Jane Roe spoke.", "“Carol Dorsey lied,” she said.")
    assert found == [("she", "Jane Roe")]


def test_the_subject_of_a_verb_is_not_its_object() -> None:
    found = resolved("Harold Pike spoke.", "Alan Dorsey praised him.")
    assert found == [("him", "Harold Pike")]


def test_first_and_second_person_in_a_quotation_are_marked() -> None:
    assert resolved("“I warned you,” the owner said.") == [("I", None), ("you", None)]


def test_it_that_stands_for_nothing_is_no_reference() -> None:
    assert resolved("It is likely that the ferry sank.", "It took a year to find the wreck.") == []


def test_it_takes_the_subject_of_the_saying_verb() -> None:
    found = resolved("The shipping line said it would pay.")
    assert found == [("it", "The shipping line")]


@pytest.mark.parametrize("speaker", ["Jane Roe", "The diver", "The report"])
def test_it_is_no_person_and_no_paper(speaker: str) -> None:
    assert resolved(f"{speaker} said it would sink.") == [("it", None)]


def test_it_elsewhere_stays_open() -> None:
    assert resolved("The ferry hit a rock.", "It sank.") == [("It", None)]


def test_who_refers_to_the_noun_before_it() -> None:
    text, parsed = article("Jane Roe thanked the divers who found the wreck.")
    expected = Reference(
        Span(28, 31), ReferenceKind.PRONOUN, "the divers", Span(17, 27), is_relative=True
    )
    assert resolve(text, parsed)[0] == expected


def test_a_short_name_refers_to_the_full_one() -> None:
    found = resolved("Jane Roe sued the city.", "Ms. Roe won.", "The city paid Roe’s lawyer.")
    assert found == [("Ms. Roe", "Jane Roe"), ("Roe", "Jane Roe")]


def test_a_short_name_of_two_people_stays_open() -> None:
    found = resolved("Alan Dorsey met Carol Dorsey.", "Then Dorsey left.")
    assert found == [("Dorsey", None)]


def test_a_name_that_describes_a_noun_is_left() -> None:
    assert resolved("Jane Roe won.", "Later Roe campaign aides cheered.") == []
    assert resolved("Jane Roe won.", "The other Roe lost.") == []


def test_an_office_refers_to_its_only_holder() -> None:
    found = resolved("Governor Jane Roe spoke.", "Voters like the governor.")
    assert found == [("the governor", "Jane Roe")]


def test_an_office_with_two_holders_stays_open() -> None:
    found = resolved(
        "Governor Jane Roe met Governor Alan Dorsey.", "Voters like the governor.", the=True
    )
    assert found == [("the governor", None)]


def test_a_description_refers_to_the_body_with_that_word() -> None:
    found = resolved("The Harbour Safety Committee met.", "Divers briefed the committee.")
    assert found == [("the committee", "The Harbour Safety Committee")]


def test_relative_times_get_the_days_they_mean() -> None:
    text, parsed = article("The ferry sank on Tuesday.", "It was built last year.")
    found = resolve(text, parsed, date(2025, 1, 22))
    times = [(one.span.of(text), one.antecedent) for one in found if one.kind == "time"]
    assert times == [("Tuesday", "2025-01-21"), ("last year", "2024")]


def test_without_a_day_of_publication_times_stay_open() -> None:
    assert resolved("The ferry sank on Tuesday.") == [("Tuesday", None)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(HOSTILE, min_size=1, max_size=12).map(" ".join), max_size=4))
def test_references_of_any_text_are_in_order_and_apart(sentences: list[str]) -> None:
    text, parsed = article(*sentences)
    found = resolve(text, parsed, date(2025, 1, 22))
    spans = [one.span for one in found]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert all(one.source is None or one.source.end <= len(text) for one in found)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The court ruled in November.", "2019-11"),
        ("Heading for November they have no money.", None),
        ("The day falls on a Sunday.", None),
        ("She spoke on Tuesday.", "2020-02-11"),
        ("She left four years ago.", "2016"),
        ("The wall fell 30 years ago.", None),
    ],
)
def test_a_time_is_given_where_its_year_is_sure(text: str, read: str | None) -> None:
    [doc] = parse([text])
    found = resolve(text, [Sentence(Span(0, len(text)), doc)], date(2020, 2, 12))
    assert [one.antecedent for one in found if one.kind == "time"] == [read]


def test_a_programme_that_is_called_like_a_time_is_none() -> None:
    text, parsed = article("We saw Last Week Tonight.")
    found = resolve(text, parsed, date(2020, 2, 13))
    assert [one.antecedent for one in found if one.kind is ReferenceKind.TIME] == [None, None]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (("Jane Roe sued Hulm.", "This was a mistake."), [("This", None)]),
        (("Jane Roe read a report.", "The report is old."), [("The report", None)]),
        (("Jane Roe saw a new bridge.", "Few liked that old bridge."), [("that old bridge", None)]),
        (("Such a bill would fail.",), [("Such a bill", None)]),
        (("Those of us left.", "The report of Ann Lee is old."), [("us", None)]),
        (("Jane Roe sued the city.",), [("the city", None)]),
        (("The president met the press in the morning.",), [("The president", None)]),
        (("Reforms are off the table.", "She took the lead on the scene."), [("She", None)]),
        (("A war broke out.", "People fled the war that cost lives."), []),
    ],
)
def test_what_points_to_something_before_is_open(
    sentences: tuple[str, ...], found: list[tuple[str, str | None]]
) -> None:
    assert resolved(*sentences, the=True) == found


@pytest.mark.parametrize(
    ("day", "antecedent"), [(date(2019, 9, 10), None), (date(2019, 12, 10), "2020-11")]
)
def test_next_november_may_be_this_years(day: date, antecedent: str | None) -> None:
    text, parsed = article("They hope to win next November.")
    found = resolve(text, parsed, day)
    assert [one.antecedent for one in found if one.kind is ReferenceKind.TIME] == [antecedent]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ('He said so on ABC\'s "This Week."', date(2019, 8, 4)),
        ("He was criticised last week.", date(2013, 1, 6)),
    ],
)
def test_a_programme_and_the_week_of_a_sunday_have_no_days(sentence: str, day: date) -> None:
    text, parsed = article(sentence)
    found = [one for one in resolve(text, parsed, day) if one.kind is ReferenceKind.TIME]
    assert [one.antecedent for one in found] == [None]


def test_the_name_of_father_and_son_is_open() -> None:
    found = resolved("Billy Graham's son Franklin spoke.", "Graham said the magazine was wrong.")
    assert ("Graham", None) in found


def test_anybody_is_no_antecedent() -> None:
    assert resolved("A guy came.", "He had his shot.") == [("He", None), ("his", None)]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Republican National Committee (RNC)", "RNC"),
        ("Democratic Congressional Campaign Committee (DCCC)", "DCCC"),
    ],
)
def test_an_acronym_tells_where_its_name_begins(name: str, short: str) -> None:
    found = resolved(f"Money for the {name} rose.", f"Then the {short} moved to Hulm.")
    assert set(found) == {(short, name)}


def test_where_an_ambassador_is_sent_is_no_part_of_the_name() -> None:
    text, parsed = article(
        "Ogden Reid has sent word.", "Ambassador to Israel Ogden Reid left.", "Reid was late."
    )
    assert [one.antecedent for one in resolve(text, parsed) if one.kind == "name"] == ["Ogden Reid"]


def test_what_is_joined_to_no_name_is_none() -> None:
    text, parsed = article("Ann Lee left Muslim-majority Kashmir.", "Kashmir was calm.")
    assert [one.antecedent for one in resolve(text, parsed) if one.antecedent] == []
