"""Copies of one text among articles."""

from __future__ import annotations

from claimcheck.compare.origins import are_copies, group_copies, sign
from claimcheck.compare.origins.copies import strip_common
from claimcheck.datatypes import Article

WIRE = """The ferry Lindwurm ran aground in thick fog near Hulm late on Tuesday with 212 people
aboard, and rescue boats brought everyone ashore before midnight. The harbour office said the ship
had left the marked channel some four miles before it struck the rocks. Two crew members were taken
to the county hospital with broken bones, and a third was treated on the pier for the cold. Divers
will look at the hull once the tide allows it, and the owner has hired a tug from the mainland to
pull the ship free at the weekend. It was the second grounding on this stretch of coast since the
lighthouse was switched off in spring to save money."""
CUT = (
    WIRE.split(" It was the second")[0].replace("late on", "on")
    + " Our reporter saw blankets being handed out on the quay."
)
OWN = """Passengers of the Lindwurm spent an anxious evening on the rocks off Hulm before boats
reached them. "We heard a long grinding noise and then nothing but the fog horn for half an hour,
and nobody told us what had happened," said Maren Olt, who was on her way home from market. Neither
the shipping company nor the harbour office would say why the vessel was so far from its route."""
QUOTE = f'"{WIRE}" '


def article(outlet: str, text: str, day: str | None = None) -> Article:
    return Article(outlet, text, published=day)


def test_a_shortened_reprint_is_a_copy_and_a_story_of_its_own_is_none() -> None:
    texts = [article("Harbour Wire", WIRE), article("Meridian", OWN), article("Lantern", CUT)]
    assert group_copies(texts) == [[0, 2], [1]]


def test_quoting_the_same_words_makes_no_copy() -> None:
    ours = QUOTE + "the mayor of Hulm told a crowd in the square, to loud applause."
    theirs = QUOTE + "said the mayor. Her opponents called it a dream."
    assert not are_copies(sign(ours), sign(theirs))


def test_words_that_one_article_shows_as_a_quotation_count_in_neither() -> None:
    shown = QUOTE.replace('"', "") + "The mayor wrote this on Tuesday."
    assert not are_copies(sign(shown), sign(QUOTE + "the mayor wrote."))


def test_the_same_words_weeks_later_are_no_reprint() -> None:
    days = ["2024-03-05", "2024-03-07", "2024-05-01"]
    texts = [article(str(place), WIRE, day) for place, day in enumerate(days)]
    assert group_copies(texts) == [[0, 1], [2]]


def test_what_very_many_articles_share_is_a_menu() -> None:
    stripped = strip_common([sign(WIRE)] * 40)
    assert [len(one.told) for one in stripped] == [0] * 40


def test_no_articles_no_groups() -> None:
    assert group_copies([]) == []


def test_an_empty_article_is_alone() -> None:
    assert group_copies([article("A", ""), article("B", "")]) == [[0], [1]]
