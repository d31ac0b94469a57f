"""From bytes to text."""

import pytest

from claimcheck.datatypes import Provenance, Reason, Remark
from claimcheck.loaders.decoding import declared_encoding, decode

HERE = Provenance("a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_remark(encoding: str) -> None:
    assert decode("Ċafé\r\n".encode(encoding), HERE) == ("Ċafé\r\n", [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("A short café.", "cp1252"),
        ("The owner said “we’re closed” — it cost £30.", "cp1252"),
        ("Президент заявил во вторник, что переговоры продолжатся.", "cp1251"),
        ("国家主席星期二表示,谈判将继续进行。", "gb18030"),
        ("It opened on Monday.", "utf-16-le"),
        ("It opened on Monday.", "utf-16-be"),
    ],
)
def test_other_encodings_are_guessed_and_remarked(text: str, encoding: str) -> None:
    remark = Remark(HERE, Reason.GUESSED_ENCODING, encoding)
    assert decode(text.encode(encoding), HERE) == (text, [remark])


def test_damaged_utf8_stays_utf8() -> None:
    remark = Remark(HERE, Reason.REPLACED_CHARACTERS, "utf-8")
    assert decode("“Ja”, ".encode() + b"\xff ok", HERE) == ("“Ja”, \ufffd ok", [remark])


def test_a_guess_that_does_not_fit_everywhere_is_remarked_twice() -> None:
    data = "café closed. ".encode("cp1252") * 10_000 + b"\x81"
    assert decode(data, HERE) == (
        "café closed. " * 10_000 + "\ufffd",
        [
            Remark(HERE, Reason.GUESSED_ENCODING, "cp1252"),
            Remark(HERE, Reason.REPLACED_CHARACTERS, "cp1252"),
        ],
    )


def test_a_declared_encoding_comes_before_a_guess() -> None:
    assert decode(b"\xcf\xf0\xe8", HERE, "windows-1251") == ("При", [])


def test_a_wrong_declaration_gives_way_to_utf8() -> None:
    assert decode("“Ja”".encode(), HERE, "windows-1251") == ("“Ja”", [])


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b'<META http-equiv=x content="text/html; charset=ISO-8859-1">', "cp1252"),
        (b'<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
        (b'<meta charset="unicode_escape">', None),
        (b"<meta " * 20_000 + b"charset=utf-8", None),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_a_page_declares_its_encoding(page: bytes, encoding: str | None) -> None:
    assert declared_encoding(page) == encoding
