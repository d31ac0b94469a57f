"""Mentions of one person or body are found, grouped and told apart."""

from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.annotate.references.entities import Entity, Kind, entities, fullest_form
from claimcheck.datatypes import Span


def read(*sentences: str) -> tuple[str, list[Entity]]:
    """Return an article of these sentences, and what it names."""
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    parsed = [Sentence(span, doc) for span, doc in zip(spans, parse(sentences), strict=True)]
    return text, entities(text, parsed)


def named(*sentences: str) -> dict[str | None, list[str]]:
    """Return the mentions of each entity by its fullest form."""
    text, found = read(*sentences)
    forms = [fullest_form(text, one) for one in found]
    return {
        form[0] if form else None: [mention.span.of(text) for mention in one.mentions]
        for form, one in zip(forms, found, strict=True)
    }


def test_a_last_name_goes_with_the_full_name_before_it() -> None:
    found = named("Jane Roe sued the mayor.", "Ms. Roe won.", "The mayor paid Roe.")
    assert found == {"Jane Roe": ["Jane Roe", "Ms. Roe", "Roe"]}


def test_a_family_name_that_comes_first_is_known() -> None:
    found = named("Chen Weiming spoke first.", "Mr. Chen left soon.")
    assert found == {"Chen Weiming": ["Chen Weiming", "Mr. Chen"]}


def test_two_people_of_one_name_are_told_apart_by_their_titles() -> None:
    found = named("Alan Dorsey met Carol Dorsey.", "Mrs. Dorsey smiled.", "Then Dorsey left.")
    assert found == {
        "Alan Dorsey": ["Alan Dorsey"],
        "Carol Dorsey": ["Carol Dorsey", "Mrs. Dorsey"],
        None: ["Dorsey"],
    }


def test_a_president_is_not_his_wife() -> None:
    found = named("Carol Dorsey spoke first.", "President Dorsey listened.")
    assert found == {"Carol Dorsey": ["Carol Dorsey"], None: ["Dorsey"]}


def test_an_acronym_is_joined_with_the_name_that_introduces_it() -> None:
    found = named("She leads the Harbour Safety Board (HSB) today.", "The HSB meets weekly.")
    assert found == {"Harbour Safety Board (HSB)": ["Harbour Safety Board", "HSB", "HSB"]}


def test_titles_and_first_names_tell_gender() -> None:
    _, found = read("Senator Harold Pike thanked spokeswoman Dana Wells and Mr. Osei.")
    assert [(one.kind, one.gender) for one in found] == [
        (Kind.PERSON, "m"),
        (Kind.PERSON, "f"),
        (Kind.PERSON, "m"),
    ]


def test_places_and_bodies_are_no_people() -> None:
    _, found = read("The Harbour Safety Board moved from Boston to Toronto.")
    assert [one.kind for one in found] == [Kind.BODY, Kind.PLACE, Kind.PLACE]


def test_a_headline_in_capitals_names_only_what_is_sure() -> None:
    assert named("Jane Roe Wins Her Case Against City Hall") == {"Jane Roe": ["Jane Roe"]}


def test_titles_do_not_belong_to_the_name() -> None:
    found = named("Former Attorney General Brian Hale and House Speaker Nancy Ford agreed.")
    assert found == {"Brian Hale": ["Brian Hale"], "Nancy Ford": ["Nancy Ford"]}


def test_an_order_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    found = named("Pity Scott Orr, who lost the race for the Senate.")
    assert found["Scott Orr"] == ["Scott Orr"]


def test_where_a_firm_is_based_is_no_part_of_its_name() -> None:
    text, found = read("The state sued London-based Hulm Motors in March.")
    assert [one.span.of(text) for entity in found for one in entity.mentions][:2] == [
        "London",
        "Hulm Motors",
    ]


def test_a_first_name_that_is_a_thing_too_names_a_person_in_front() -> None:
    found = named("Bill Dorsey met Carol Dorsey.", "Mr. Dorsey left.", "The Hart Bill passed.")
    assert found == {
        "Bill Dorsey": ["Bill Dorsey", "Mr. Dorsey"],
        "Carol Dorsey": ["Carol Dorsey"],
        "Hart Bill": ["Hart Bill"],
    }


def test_a_month_behind_a_first_name_is_a_family_name() -> None:
    assert named("Theresa May spoke first.") == {"Theresa May": ["Theresa May"]}
