"""The claims of one article, as a person and as a program reads them."""

from claimcheck.annotate.details import details
from claimcheck.render import claims


def test_claims_for_a_person(story):
    """Each claim with its place, its voice, its reading, and what its words tell."""
    found = (story.damage, story.warning)
    taken_apart = [details(claim.text) for claim in found]
    assert (
        claims.claims(found, taken_apart, story.article, colour=False)
        == """\
Twelve hurt in harbour fire
Coast Daily, 2024-05-06
https://coast.example/fire

2 claims.

1. “The damage is put at 3 million euros.”  [174:211]
   factual, certain
   quantity: “3 million euros” = 3,000,000 EUR (currency)

2. “We never received a warning”  [112:139]  quotation, Ida Brandt
   read as: Larnhaven harbour never received a warning
   factual, certain, denied, worth checking 0.75
   negation: “never”
"""
    )


def test_colours_mark_the_kinds_of_words(story):
    """The words themselves are the same, in colour and without."""
    one = details(story.warning.text)
    text = claims.claims((story.warning,), [one], story.article)
    assert "\x1b[1;31mnever\x1b[0m" in text


def test_what_the_words_of_a_claim_tell_as_json(story):
    """Spans are places in the claim's text."""
    told = claims.as_json(details(story.warning.text), story.warning)
    assert told["negations"] == [{"text": "never", "span": [3, 8], "scope": [9, 27]}]
    assert (told["polarity"], told["certainty"], told["factuality"]) == (
        "negative",
        "certain",
        "factual",
    )
