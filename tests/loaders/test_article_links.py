"""Addresses of articles."""

import pytest

from claimcheck.loaders.links import canonical_url, host_of


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (
            "https://www.post.example/a?utm_source=x&id=3&fbclid=y",
            "https://www.post.example/a?id=3",
        ),
        (" HTTP://Post.Example:80/a ", "http://post.example/a"),
        ("https://post.example/?12345", "https://post.example/?12345"),
        ("https://post.example/ü", "https://post.example/%C3%BC"),
        ("javascript:alert(1)", None),
        ("data:text/html,http://post.example", None),
        ("file:///etc/passwd", None),
        ("www.post.example/a", None),
        ("//post.example/a", None),
        ("http://[broken/", None),
        ("http:///a", None),
        ("http://a b.example/", None),
        ("https://post.example/" + "a" * 100_000, None),
    ],
)
def test_only_web_links_remain_without_tracking(written: str, canonical: str | None) -> None:
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://www.post.example/a", "post.example"),
        ("www.post.example", "post.example"),
        ("//[", None),
        ("", None),
    ],
)
def test_a_host_stands_without_www(written: str, host: str | None) -> None:
    assert host_of(written) == host
