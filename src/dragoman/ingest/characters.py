"""Classes of characters that text from the press carries without meaning to.

Sources: Unicode 15 general categories Zs, Cf and Cc; UAX 9 for the bidirectional controls.
"""

from __future__ import annotations

LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""The characters at which ``str.splitlines`` ends a line."""

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces other than the plain one and the tab."""

_CONTROLS = "".join(
    chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\t" + LINE_ENDS
)
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb" + _CONTROLS
)
"""Soft hyphens, zero-width and bidirectional marks, controls: what a reader does not see."""

STRIPPED = " \t" + LINE_ENDS + SPACES + INVISIBLE
"""What may stand at either end of a paragraph without belonging to it."""
