"""A claim's reading has names in place of what needs the article, each once."""

from claimcheck.annotate.references import Reading, Reference, ReferenceKind, reading
from claimcheck.datatypes import Span

TEXT = (
    "Jane Roe sued the city. Her lawyer said Roe left after she won on Tuesday. It’s over, he said."
)
ROE = ("Jane Roe", Span(0, 8))


def at(words: str, *antecedent: object, start: int = 0, **form: bool) -> Reference:
    """Return a reference at the first place of `words` from `start` on."""
    place = TEXT.index(words, start)
    kind = ReferenceKind.NAME if words == "Roe" else ReferenceKind.PRONOUN
    return Reference(Span(place, place + len(words)), kind, *antecedent, **form)  # type: ignore[arg-type]


def piece(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_a_possessive_is_replaced_once_and_later_mentions_stay() -> None:
    references = [at("Her", *ROE, is_possessive=True), at("she", *ROE)]
    found = reading(TEXT, [piece("Her lawyer said"), piece("she won")], references)
    assert found == Reading("Jane Roe’s lawyer said she won")


def test_a_pronoun_is_replaced_where_no_name_stands() -> None:
    found = reading(TEXT, [piece("she won")], [at("she", *ROE)])
    assert found == Reading("Jane Roe won")


def test_a_pronoun_stays_where_the_name_stands_in_full() -> None:
    found = reading(TEXT, [piece("Jane Roe"), piece("she won")], [at("she", *ROE)])
    assert found == Reading("Jane Roe she won")


def test_a_short_name_becomes_the_full_one() -> None:
    found = reading(TEXT, [piece("Roe left after")], [at("Roe", *ROE, start=20)])
    assert found == Reading("Jane Roe left after")


def test_what_is_open_is_listed_and_stays() -> None:
    open_one = at("he said", None)
    found = reading(TEXT, [piece("It’s over, he said.")], [open_one])
    assert found == Reading("It’s over, he said.", (open_one.span,))


def test_references_outside_the_claim_do_not_count() -> None:
    found = reading(TEXT, [piece("It’s over")], [at("he", None, start=80)])
    assert found == Reading("It’s over")


def test_an_article_is_small_within_and_large_at_the_start() -> None:
    city = ("The city", Span(14, 22))
    started = reading(TEXT, [piece("It’s over")], [at("It", *city)])
    within = reading(TEXT, [piece("over, he said")], [at("he", *city, start=80)])
    assert (started.text, within.text) == ("The city’s over", "over, the city said")


def test_who_is_replaced_only_where_a_claim_begins_with_it() -> None:
    text = "Jane Roe left. She, who found it, won."
    who = Reference(Span(20, 23), ReferenceKind.PRONOUN, *ROE, is_relative=True)
    cut = reading(text, [Span(20, 32)], [who])
    whole = reading(text, [Span(15, 38)], [who])
    assert (cut.text, whole.text) == ("Jane Roe found it", "She, who found it, won.")


def test_a_time_keeps_its_words() -> None:
    tuesday = TEXT.index("Tuesday")
    time = Reference(Span(tuesday, tuesday + 7), ReferenceKind.TIME, "2025-01-21")
    found = reading(TEXT, [piece("won on Tuesday.")], [time])
    assert found == Reading("won on Tuesday (2025-01-21).")


def test_a_time_takes_its_genitive_along() -> None:
    text = "After Tuesday’s vote"
    time = Reference(Span(6, 13), ReferenceKind.TIME, "2025-01-21")
    assert reading(text, [Span(0, len(text))], [time]).text == "After Tuesday’s (2025-01-21) vote"
