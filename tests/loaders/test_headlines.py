"""The place of a title in a text."""

import pytest

from claimcheck.datatypes import Span
from claimcheck.loaders.headlines import locate


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Clinic opens\n\nIt did.", Span(0, 12)),
        ("  Clinic\n opens\nIt did.", Span(2, 15)),
        ("Clinic opens The mayor came.", Span(0, 12)),
        ("# Clinic opens\n", Span(2, 14)),
        ("  \n" * 12 + "Clinic opens\n", Span(36, 48)),
        ("Norwell Post\n\nClinic opens\n\nIt did.", Span(14, 26)),
        ("Norwell Post\n\nClinic opens The mayor came.", None),
        ("Clinic opens in May.", None),
        ("Clinic opensthe door", None),
        ("Clinicopens\n\nIt did.", None),
        ("clinic opens\n\nIt did.", None),
        ("It did.\n\nThen Clinic opens", None),
        ("\n".join([*"abcdefghij", "Clinic opens"]), None),
    ],
)
def test_a_title_is_a_line_or_the_start_of_the_text(text: str, span: Span | None) -> None:
    assert locate("Clinic  opens", text) == span
