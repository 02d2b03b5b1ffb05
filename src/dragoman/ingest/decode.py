"""Bytes → characters, with a clear refusal where there are none.

The ladder: a byte order mark; the charset that the sender names; UTF-8; UTF-16 without a mark
(every second byte NUL); Windows-1252, as browsers do (WHATWG Encoding). Mojibake that is already in
the text is left alone: a repair that nobody sees is a forgery.
"""

from __future__ import annotations

import codecs
import re

from dragoman.errors import NotText

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_CONTROL_BYTES = re.compile(rb"[\x01-\x08\x0e-\x1a\x7f]")
_SAMPLE = 65_536


def decode(data: bytes, charset: str | None = None) -> str:
    """Return the characters of ``data``, a byte order mark kept as U+FEFF.

    ``charset`` is what the sender claims; it is tried after a byte order mark and is not trusted
    where it does not fit. Raises NotText for binary data.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            advice = "unpack it" if what.endswith(" archive") else "save its text"
            raise NotText(f"this is {what}, not text: {advice} first")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    wide = _wide_encoding(data)
    if wide:
        return _strict(data, wide)
    if b"\0" in data:
        raise NotText(f"the source holds a NUL byte at offset {data.index(0)}: it is binary, not text")
    sample = data[:_SAMPLE]
    if len(_CONTROL_BYTES.findall(sample)) > max(2, len(sample) // 50):
        raise NotText("the source is binary, not text (too many control characters)")
    return _by_ladder(data, charset)


def _by_ladder(data: bytes, charset: str | None) -> str:
    """Try the claimed charset and UTF-8; fall back on Windows-1252, which takes any byte."""
    for name in (charset, "utf-8"):
        if name is None or _is_latin(name):
            continue
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    # Windows-1252 leaves five bytes undefined; browsers read those as C1 controls, as Latin-1 does.
    return data.decode("cp1252", errors="_dragoman_c1")


def _is_latin(name: str) -> bool:
    """Say whether a claimed charset is one of those that browsers take for Windows-1252."""
    try:
        return codecs.lookup(name).name in ("iso8859-1", "cp1252", "ascii")
    except LookupError:
        return False


def _c1(error: UnicodeError) -> tuple[str, int]:
    """Decode bytes that Windows-1252 leaves undefined as the C1 controls of Latin-1."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("_dragoman_c1", _c1)


def _wide_encoding(data: bytes) -> str | None:
    """Recognize UTF-16 without a mark: mostly Latin letters, so every second byte is NUL."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) == 0:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str) -> str:
    """Decode by a known encoding; NotText names the first byte that does not fit."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"the source claims {encoding} but is broken at byte {error.start}") from None
    if "\0" in text:
        raise NotText("the source holds NUL characters: it is binary, not text")
    return text
