"""Where a report was written, in front of its first sentence: "GENEVA (Reuters) — Iran and six powers …".

A dateline is no part of the sentence behind it: read with it, a city would speak and act in it.
"""

from __future__ import annotations

import re

_PLACE = r"[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]*){0,3}"
_MIXED = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){0,3}"
_REGION = r"(?:,? ?[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_AGENCY = r" ?\([A-Z][\w .&’'/-]{1,30}\)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:/{_PLACE})?{_REGION}{_DAY},?(?:{_AGENCY})?|{_MIXED}{_REGION}{_DAY},?{_AGENCY})"
    r"\s*[-–—]{1,2}\s+(?=[\"“‘'A-Z0-9])"
)
_PASSAGE = 160
_PARENTHESIS = re.compile(r"\s[-–—]{1,2}\s")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Return where the words of a paragraph ``[start, end)`` begin, behind its dateline if it has one.

    A dateline is one place or two in capitals, or any with its agency in brackets, before a dash; what goes
    on small, or has a second dash that closes a parenthesis, is a sentence of its own.
    """
    found = _DATELINE.match(text, start, min(end, start + _PASSAGE))
    if found is None:
        return start
    sentence = re.split(r"[.!?]\s", text[found.end() : end], maxsplit=1)[0]
    bare = "(" not in found.group()
    return start if bare and len(_PARENTHESIS.findall(sentence)) == 1 else found.end()
