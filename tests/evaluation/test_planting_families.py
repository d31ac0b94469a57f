"""What each family of edits makes of a sentence."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from claimcheck.datatypes import Article
from claimcheck.evaluation.planting.dates import dates
from claimcheck.evaluation.planting.edits import Edit, edited_copy
from claimcheck.evaluation.planting.hedges import hedges
from claimcheck.evaluation.planting.names import NamePool, names
from claimcheck.evaluation.planting.negation import negations
from claimcheck.evaluation.planting.numbers import numbers, units
from claimcheck.evaluation.planting.passages import Chance, Passage, passages
from claimcheck.evaluation.planting.quotations import WordPool, quotations
from claimcheck.evaluation.planting.sources import attributions

NAMES = NamePool({"man": ("Peter Hall",), "woman": ("Susan Lind",), "state": ("Iowa", "Ohio")})


def passage(sentence: str) -> Passage:
    """Parse one sentence as the body of an article of May 2024."""
    (found,) = passages(Article("One", sentence, published="2024-05-15"))
    return found


def changed(sentence: str, edits: Iterable[Edit]) -> dict[str, str]:
    """Return the sentence after each edit, by the edit's form."""
    article = Article("One", sentence)
    return {one.form: edited_copy(article, [one], "Other").copy.text for one in edits}


def figures(sentence: str) -> list[str]:
    """Return the words of the figures that would be replaced."""
    found = passage(sentence)
    return [one.change.place.of(sentence) for one in numbers(found, Chance(1))]


def test_figures_of_a_sentence() -> None:
    """Counts, money and shares are figures."""
    sentence = (
        "The city paid $4.5 million to the 300 families that owned most of the flooded houses."
    )
    assert figures(sentence) == ["4.5", "300"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The law known as Section 8 helped many of the poorer families in the city.",
        "The fire of 1987 is what everybody in the old harbour still remembers.",
        "They met again on June 12 to talk about the bridge and the new road.",
        "About 1987 of the old houses along the northern shore were lost in the fire.",
        "Tens of thousands of the poorer families in the city were helped by the law.",
        "The list will be published at 17:00 GMT on 14 November - as will the names.",
        "He left for a minute or two before the vote on the bridge was taken.",
    ],
)
def test_no_figure(sentence: str) -> None:
    """What is numbered, dated, vague or might be a year is none."""
    assert figures(sentence) == []


@pytest.mark.parametrize("seed", range(20))
def test_another_figure_is_far_from_the_first(seed: int) -> None:
    """A rounded figure stays round, and is off by a quarter at least."""
    found = passage("The storm damaged about 1,200 of the houses along the northern shore.")
    (edit,) = numbers(found, Chance(seed))
    other = int(edit.change.words.replace(",", ""))
    assert other % 10 == 0
    assert abs(other - 1200) >= 300


@pytest.mark.parametrize("seed", range(8))
def test_a_small_figure_does_not_stay(seed: int) -> None:
    """Rounding doesn't bring 0.1 back."""
    found = passage("The price of bread in the northern cities rose by 0.1 percent in May.")
    (edit,) = numbers(found, Chance(seed))
    assert edit.change.words in {"0.2", "0.3"}


def test_another_unit() -> None:
    """The figure stays and its scale or its currency changes."""
    sentence = "The bank lent the company €20 million for a road of 12 miles along the lake."
    found = changed(sentence, units(passage(sentence), Chance(1)))
    assert found == {
        "million": sentence.replace("million", "billion"),
        "miles": sentence.replace("miles", "kilometers"),
        "currency": sentence.replace("€", "$"),
    }


def test_a_range_keeps_its_unit() -> None:
    """Half a range in millions and half in billions is no change of a unit."""
    sentence = "The bank lent the company between 20 million and 30 million euros for a road."
    found = units(passage(sentence), Chance(1))
    assert [one.change.place.of(sentence) for one in found] == ["euros"]


def test_percentage_points() -> None:
    """A rise of five percent is not one of five points."""
    sentence = "The price of bread rose by 5 percent in the last months of the war."
    found = changed(sentence, units(passage(sentence), Chance(1)))
    assert found == {"percent": sentence.replace("percent", "percentage points")}


def test_other_dates() -> None:
    """Weekday, year and hour are changed one at a time."""
    sentence = "The mayor opened the museum on Friday at 3 p.m., as she had in 2019."
    made = dates(passage(sentence), Chance(1))
    pairs = {one.form: (one.change.place.of(sentence), one.change.words) for one in made}
    assert {form: before for form, (before, _) in pairs.items()} == {
        "weekday": "Friday",
        "year": "2019",
        "hour": "3",
    }
    assert all(before != after for before, after in pairs.values())


def test_a_month_that_has_the_day() -> None:
    """No month is put in that has no 31st."""
    found = passage("The council meets again on October 31 to talk about the new bridge.")
    others = {
        one.change.words
        for seed in range(40)
        for one in dates(found, Chance(seed))
        if one.form == "month"
    }
    assert others == {"January", "March", "July", "August", "December"}


def test_a_day_that_is_a_name() -> None:
    """What happened on September 11 didn't happen on another day."""
    found = dates(
        passage("Nobody on the shore forgot the attacks of September 11 soon."), Chance(1)
    )
    assert list(found) == []


def test_another_name_keeps_its_article() -> None:
    """ "A Texas judge" becomes "an Iowa judge" or "an Ohio judge"."""
    sentence = "The ship was held by a Texas judge after the fire in the harbour."
    found = changed(sentence, names(passage(sentence), NAMES, Chance(1)))
    iowa, ohio = (sentence.replace("a Texas", f"an {state}") for state in ("Iowa", "Ohio"))
    assert found["state"] in (iowa, ohio)


def test_a_source_is_no_name_to_exchange() -> None:
    """Who says something is left to the edits of sources."""
    sentence = "Thomas Berger said the new bridge over the river would open in spring."
    parsed = passage(sentence)
    assert list(names(parsed, NAMES, Chance(1))) == []
    found = changed(sentence, attributions(parsed, NAMES, Chance(1)))
    assert found == {
        "other name": sentence.replace("Thomas Berger", "Peter Hall"),
        "source taken out": "The new bridge over the river would open in spring.",
        "said to denied": sentence.replace("said the", "denied that the"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The guard who met Thomas Berger said the new bridge would open in spring.",
        "The mayor read the letter to them, citing Thomas Berger at great length.",
        "Thomas Berger left the harbour at night, promising that he would return.",
    ],
)
def test_a_name_within_a_source(sentence: str) -> None:
    """Nor is a name exchanged that belongs to a source, or to a statement."""
    assert list(names(passage(sentence), NAMES, Chance(1))) == []


def test_a_source_after_a_quotation_is_taken_out() -> None:
    """The comma before it becomes the full stop."""
    sentence = "“The bridge will open in spring,” the mayor said, “if it ever does,” Smith said."
    found = changed(sentence, attributions(passage(sentence), NAMES, Chance(1)))
    assert found == {"source taken out": sentence.replace(",” Smith said.", ".”")}


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The ministers have signed the treaty.", {"have not signed", "have never signed"}),
        ("The ministers signed the new treaty.", {"did not sign", "never signed"}),
        ("The mayor is proud of the bridge.", {"is not proud"}),
        ("The mayor said the bridge was safe.", {"was not safe"}),
    ],
)
def test_a_denial_put_in(sentence: str, after: set[str]) -> None:
    """What the sentence states or reports is denied, and not that somebody said so."""
    found = {
        text
        for seed in range(12)
        for text in changed(sentence, negations(passage(sentence), Chance(seed))).values()
    }
    assert {words for words in after if any(words in text for text in found)} == after
    assert len(found) == len(after)


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The men have not signed the treaty.", "The men have signed the treaty."),
        ("The men have never signed the treaty.", "The men have signed the treaty."),
        ("The mayor cannot open the bridge.", "The mayor can open the bridge."),
        ("The mayor won’t open the bridge.", "The mayor will open the bridge."),
        ("The police found no evidence of it.", "The police found evidence of it."),
        ("The men refused to sign the treaty.", "The men agreed to sign the treaty."),
    ],
)
def test_a_denial_taken_out(sentence: str, after: str) -> None:
    """What the sentence denies is stated."""
    found = changed(sentence, negations(passage(sentence), Chance(1)))
    assert [text for form, text in found.items() if not form.endswith("put in")] == [after]


def test_no_denial_in_an_idiom() -> None:
    """Nothing is denied where "not" would turn the sentence strange."""
    for sentence in (
        "All of the ministers have signed the treaty.",
        "It turns out that the bridge was built of wood.",
        "The ministers had to sign the treaty at once.",
    ):
        assert list(negations(passage(sentence), Chance(1))) == [], sentence


def test_no_denial_within_a_word() -> None:
    """Nothing comes between "he" and "’s", whatever the parser takes it for."""
    found = passage("Of all the captains here, he’s at the top of the list.")
    made = [one.change.words for seed in range(40) for one in negations(found, Chance(seed))]
    assert made == []


def test_hedges_put_in() -> None:
    """A plain statement is hedged before its verb."""
    sentence = "The guards opened the gates of the city at night."
    found = changed(sentence, hedges(passage(sentence), Chance(1)))
    assert found["may put in"] == sentence.replace("opened", "may have opened")
    assert found["adverb put in"].endswith("ly opened the gates of the city at night.")


def test_no_hedge_in_a_denial() -> None:
    """Nothing comes between "has" and "n't"."""
    found = passage("The mayor hasn’t opened the gates of the city.")
    assert list(hedges(found, Chance(1))) == []


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The guards reportedly opened the gates.", "The guards opened the gates."),
        ("The police held an alleged spy on Friday.", "The police held a spy on Friday."),
        ("The new bridge may open in the spring.", "The new bridge will open in the spring."),
        ("The mayor is expected to open the bridge.", "The mayor will open the bridge."),
    ],
)
def test_hedges_taken_out(sentence: str, after: str) -> None:
    """What was only possible is stated flatly."""
    assert list(changed(sentence, hedges(passage(sentence), Chance(1))).values()) == [after]


def test_another_word_in_a_quotation() -> None:
    """Only what is quoted is changed, by words that stand with the same words."""
    sentence = "“This road is safe for the whole city,” the mayor said of the bridge."
    pool = WordPool({("NN", "determined", ""): ("harbour",)})
    made = quotations(passage(sentence), pool, Chance(1))
    assert [(one.change.place.of(sentence), one.change.words) for one in made] == [
        ("road", "harbour"),
        ("safe", "dangerous"),
        ("city", "harbour"),
    ]
