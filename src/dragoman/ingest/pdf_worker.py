"""Takes one PDF apart in a process of its own: PDFium is C++, and a hostile file may crash or fill it.

Run as a script: the PDF on standard input, the bounds as arguments (pages, characters, seconds, bytes
of memory), one JSON object on standard output: ``{"error": word}`` or ``{"title": …, "pages": [[line,
…], …]}``, a line being ``[text, left, right, baseline, size, hyphen]`` in points. ``hyphen`` is true
where the line ends in a hyphen that was set for want of room.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

_PASSWORD, _SECURITY = 4, 5
_HYPHENS = (0x02, 0xFFFE)
"""What PDFium puts in the place of a hyphen at the end of a line (and of the line's end)."""

Line = tuple[str, float, float, float, float, bool]


def bound(seconds: int, memory: int) -> None:
    """Bound this process's time and memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def taken_apart(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """Return the PDF's title and its pages' lines, or the word for what is wrong with it."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        return {"error": "locked" if code in (_PASSWORD, _SECURITY) else "broken"}
    if len(document) > most_pages:
        return {"error": "pages", "count": len(document)}
    pages: list[list[Line]] = []
    left = most_characters
    for index in range(len(document)):
        try:
            text = document[index].get_textpage()
        except pypdfium2.PdfiumError:
            pages.append([])
            continue
        left -= text.count_chars()
        if left < 0:
            return {"error": "characters"}
        pages.append(_lines(text))
        text.close()
    return {"title": document.get_metadata_value("Title"), "pages": pages}


def _lines(text: Any) -> list[Line]:
    """Return a page's lines in PDFium's reading order."""
    from pypdfium2 import raw

    lines: list[Line] = []
    characters: list[str] = []
    places: list[int] = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if code in _HYPHENS or code in (0x0A, 0x0D):
            if places:
                lines.append(_line(text, characters, places, code in _HYPHENS))
            characters, places = [], []
        elif code:
            characters.append(chr(code))
            if not chr(code).isspace():
                places.append(index)
    if places:
        lines.append(_line(text, characters, places, False))
    return lines


def _line(text: Any, characters: list[str], places: list[int], hyphen: bool) -> Line:
    """Return one line with its place on the page."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text.raw, places[0], x, y)
    left, _, _, _ = text.get_charbox(places[0])
    _, _, right, _ = text.get_charbox(places[-1])
    size = raw.FPDFText_GetFontSize(text.raw, places[0])
    # Halves of surrogate pairs come one by one.
    shown = "".join(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    return shown, left, right, y.value, size, hyphen


def main() -> None:
    """Read the PDF, write the JSON."""
    pages, characters, seconds, memory = map(int, sys.argv[1:5])
    bound(seconds, memory)
    try:
        found = taken_apart(sys.stdin.buffer.read(), pages, characters)
    except MemoryError:
        found = {"error": "memory"}
    sys.stdout.buffer.write(json.dumps(found).encode())


if __name__ == "__main__":
    main()
