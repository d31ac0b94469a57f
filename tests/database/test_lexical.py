"""The words of a claim as a full-text query: quoted, so that nothing is syntax."""

import pytest

from claimcheck.database.lexical import match_expression


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The ferry sank off Arlen", '"ferry" OR "sank" OR "arlen"'),
        ('"ferry" NEAR(sank*) AND NOT -x:y', '"ferry" OR "near" OR "sank" OR "x" OR "y"'),
        ("Ferry ferry FERRY", '"ferry"'),
        ("Straße\0Жертвы 23", '"strasse" OR "жертвы" OR "23"'),
        ("to be or not to be", '"to" OR "be" OR "or" OR "not"'),
        (" \t…\ud800 _", None),
        ("", None),
    ],
)
def test_telling_words_are_asked_for_and_others_only_where_there_are_no_better(
    text: str, expression: str | None
) -> None:
    assert match_expression(text) == expression


def test_of_a_long_text_the_first_words_are_asked_for() -> None:
    text = " ".join(f"word{number}" for number in range(1000))
    assert match_expression(text) == " OR ".join(f'"word{number}"' for number in range(40))
