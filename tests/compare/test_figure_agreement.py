"""Whether two figures can be true of one thing."""

from __future__ import annotations

import pytest

from claimcheck.annotate.quantities import quantities
from claimcheck.compare.figures import agree, are_comparable, value_of


def agrees(ours: str, theirs: str) -> bool:
    [mine], [rival] = quantities(ours), quantities(theirs)
    return are_comparable(mine, rival) and agree(mine, rival)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("12 people", "at least 10 people", True),
        ("9 people", "at least 10 people", False),
        ("nearly 50 percent", "49 percent", True),
        ("about 1,200 people", "1,187 people", True),
        ("100 people", "112 people", False),
        ("1.2 million people", "1,187,000 people", True),
        ("10 miles", "16 kilometers", True),
        ("10 miles", "20 kilometers", False),
        ("12 to 15 people", "14 people", True),
        ("5 percent", "5 people", False),
        ("10 lawyers", "10 attorneys", True),
        ("10 lawyers", "10 boats", False),
    ],
)
def test_figures_agree_by_bound_rounding_and_unit(ours: str, theirs: str, expected: bool) -> None:
    assert agrees(ours, theirs) is expected
    assert agrees(theirs, ours) is expected


def test_a_value_is_told_in_digits_with_its_bound() -> None:
    texts = "more than two million euros", "12 to 15 people", "49 percent"
    values = [value_of(one) for text in texts for one in quantities(text)]
    assert values == ["more than 2,000,000 EUR", "12 to 15 person", "49 percent"]
