"""From bytes to text: byte-order mark, UTF-8, what the file declares, and only then a guess."""

from __future__ import annotations

import codecs
import re
from typing import Final

from claimcheck.datatypes import Provenance, Reason, Remark
from claimcheck.loaders.limits import GUESS_BYTES

REPLACEMENT: Final = "\ufffd"

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings news is written in. Left to itself the guesser finds Arabic and DOS code pages in
# short Western texts. Windows code pages stand for their ISO subsets.
_GUESSABLE: Final = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"),
    *("gb18030", "shift_jis", "euc_jp", "euc_kr", "big5"),
]
# Codecs like `idna` or `unicode_escape` are no page's encoding, and slow on hostile input.
_DECLARABLE = re.compile(
    r"utf-?(?:8|16|32)|iso[-_]?8859|windows-|cp-?\d|gb|big5|shift|sjis|euc|koi8|us-ascii|ascii|"
    r"latin|macintosh|tis-?620",
    re.IGNORECASE,
)
_DECLARATION = re.compile(
    rb"""<(?:meta\b|\?xml\b)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")


def byte_order(data: bytes) -> tuple[int, str] | None:
    """Return the length of the byte-order mark and the encoding it stands for."""
    return next(((len(mark), name) for mark, name in _MARKS if data.startswith(mark)), None)


def declared_encoding(page: bytes) -> str | None:
    """Return the encoding an HTML page declares, as browsers read it."""
    found = _DECLARATION.search(page, 0, 4_096)
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if not _DECLARABLE.match(name):
        return None
    # The web writes Windows-1252 and calls it Latin-1.
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name


def decode(
    data: bytes, provenance: Provenance, declared: str | None = None
) -> tuple[str, list[Remark]]:
    """Return the text, line ends and all, and what was odd about its encoding."""
    mark = byte_order(data)
    if mark:
        return _replacing(data[mark[0] :], mark[1], provenance)
    if not data.count(0, 0, 200) * 3 > len(data[:200]):
        try:
            return data.decode("utf-8"), []
        except UnicodeDecodeError:
            pass
        if _is_damaged_utf8(data):
            return _replacing(data, "utf-8", provenance)
    if declared:
        try:
            return _replacing(data, declared, provenance)
        except LookupError:
            pass
    guess = _guess(data)
    text, remarks = _replacing(data, guess, provenance)
    return text, [Remark(provenance, Reason.GUESSED_ENCODING, guess), *remarks]


def storable(text: str) -> str:
    """Replace what UTF-8 (lone surrogates) or SQLite (NUL) cannot keep, character by character."""
    return _UNSTORABLE.sub(REPLACEMENT, text)


def _replacing(data: bytes, encoding: str, provenance: Provenance) -> tuple[str, list[Remark]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, [Remark(provenance, Reason.REPLACED_CHARACTERS, encoding)]


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether valid multi-byte characters outnumber the bad bytes: chance hardly does that."""
    text = data.decode("utf-8", "replace")
    bad = text.count(REPLACEMENT)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return beyond_ascii - bad > bad


def _guess(data: bytes) -> str:
    if b"\0" in data[:200]:
        # Every other byte of a Western UTF-16 text is NUL.
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    from charset_normalizer import from_bytes

    sample = data[:GUESS_BYTES]
    # Not in the middle of a character.
    sample = sample[: sample.rfind(b" ") + 1] or sample if len(data) > GUESS_BYTES else sample
    matches = list(from_bytes(sample, cp_isolation=_GUESSABLE))
    if not matches:
        return "cp1252"
    # Several code pages often fit equally well; then the most common one is meant.
    best = [match for match in matches if match.chaos == matches[0].chaos]
    names = {name for match in best for name in match.could_be_from_charset}
    return "cp1252" if "cp1252" in names else matches[0].encoding
