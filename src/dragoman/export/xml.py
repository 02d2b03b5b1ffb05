"""XML as the network formats need it: streamed, escaped, and free of characters that XML cannot hold."""

from __future__ import annotations

import re
from typing import TextIO
from xml.sax.saxutils import quoteattr

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write: most control characters, lone surrogates, two noncharacters."""


class Elements:
    """Writes elements one after another, indented by their depth."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._open: list[str] = []
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n')

    def start(self, name: str, **attributes: object) -> None:
        """Open an element that others go into."""
        self._line(f"<{name}{_attributes(attributes)}>")
        self._open.append(name)

    def end(self) -> None:
        """Close the element that was opened last."""
        name = self._open.pop()
        self._line(f"</{name}>")

    def empty(self, name: str, **attributes: object) -> None:
        """Write an element with nothing in it."""
        self._line(f"<{name}{_attributes(attributes)}/>")

    def text(self, name: str, content: object, **attributes: object) -> None:
        """Write an element with text in it."""
        self._line(f"<{name}{_attributes(attributes)}>{_escaped(content)}</{name}>")

    def _line(self, line: str) -> None:
        self._out.write(f"{' ' * len(self._open)}{line}\n")


def possible(text: str) -> str:
    """Return ``text`` with each character that XML cannot hold replaced by U+FFFD."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def _attributes(attributes: dict[str, object]) -> str:
    return "".join(f" {name}={quoteattr(possible(str(value)))}" for name, value in attributes.items())


def _escaped(content: object) -> str:
    text = possible(str(content))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
