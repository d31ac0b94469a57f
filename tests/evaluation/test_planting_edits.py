"""Putting edits into a copy of an article, and where they stand there."""

from __future__ import annotations

from claimcheck.datatypes import Article, DifferenceKind, Span
from claimcheck.evaluation.planting.edits import Edit, Family, Replacement, edited_copy

TEXT = "Boats\n\nTen boats sank. A man swam home."


def edit(place: Span, words: str, sentence: Span, *also: Replacement) -> Edit:
    kinds = frozenset((DifferenceKind.NUMBER,))
    return Edit(Family.NUMBER, "figure", sentence, Replacement(place, words), kinds, also)


def test_a_copy_has_another_outlet_and_the_same_title() -> None:
    """All but outlet, address and text stays."""
    article = Article("One", TEXT, "Boats", "https://one.example", "2024-05-01")
    copied = edited_copy(article, [edit(Span(7, 10), "Two", Span(7, 22))], "Other").copy
    changed = TEXT.replace("Ten", "Two")
    assert copied == Article("Other", changed, "Boats", None, "2024-05-01")


def test_places_of_several_edits() -> None:
    """What comes later is moved by what comes before."""
    first = edit(Span(7, 10), "Fourteen", Span(7, 22))
    second = edit(Span(25, 28), "woman", Span(23, 39))
    copied = edited_copy(Article("One", TEXT), [second, first], "Other")
    assert copied.copy.text == "Boats\n\nFourteen boats sank. A woman swam home."
    words = [one.place.of(copied.copy.text) for one in copied.planted]
    sentences = [one.sentence.of(copied.copy.text) for one in copied.planted]
    assert words == ["woman", "Fourteen"]
    assert sentences == ["A woman swam home.", "Fourteen boats sank."]


def test_an_adjustment_is_not_the_edit() -> None:
    """The article that goes with a word is changed too, but the place is that of the word."""
    other = edit(Span(25, 28), "aunt", Span(23, 39), Replacement(Span(23, 24), "An"))
    copied = edited_copy(Article("One", TEXT), [other], "Other")
    assert copied.planted[0].sentence.of(copied.copy.text) == "An aunt swam home."
    assert copied.planted[0].place.of(copied.copy.text) == "aunt"


def test_words_put_in_and_taken_out() -> None:
    """Words that come in have an empty place before, words that go an empty place behind."""
    added = edit(Span(17, 17), "never ", Span(7, 22))
    taken = edit(Span(33, 38), "", Span(23, 39))
    copied = edited_copy(Article("One", TEXT), [added, taken], "Other")
    assert copied.copy.text == "Boats\n\nTen boats never sank. A man swam."
    assert [one.place for one in copied.planted] == [Span(17, 23), Span(39, 39)]


def test_a_beginning_taken_out() -> None:
    """A sentence that loses its beginning begins where it began."""
    change = edit(Span(7, 11), "", Span(7, 22), Replacement(Span(11, 12), "B"))
    copied = edited_copy(Article("One", TEXT), [change], "Other")
    assert copied.planted[0].sentence.of(copied.copy.text) == "Boats sank."


def test_a_headline_behind_an_edit_is_moved() -> None:
    """The headline is found again where it stands below a sentence."""
    text = "Ten boats sank.\n\nBoats"
    article = Article("One", text, "Boats", headline=Span(17, 22))
    copied = edited_copy(article, [edit(Span(0, 3), "Fourteen", Span(0, 15))], "Other").copy
    assert copied.headline == Span(22, 27)
