"""Takes author, outlet and date from the lines that stand around a copied article's headline.

Nothing is guessed: a line counts only where every part of it is understood, and a date only where it
has a year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.ingest.blocks import Block
from dragoman.ingest.dates import find_date
from dragoman.ingest.facts import Facts
from dragoman.ingest.wordlists import lines_of, words_of
from dragoman.records import ParagraphKind

_NAME = r"(?:[A-Z][\w.'’-]*|de|von|van|der|den|al|bin|el|la|da|di|du)"
_NAMES = rf"{_NAME}(?: {_NAME}){{1,4}}(?:(?:,| and|, and| &) {_NAME}(?: {_NAME}){{1,4}}){{0,4}}"
_NAMES_ALONE = re.compile(_NAMES)
_BY = re.compile(rf"(?:(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Ss]tory) )?(?:[Bb]y|BY):? (?P<names>{_NAMES})")
_SPLIT = re.compile(r"\s*[|·•]\s*|\s+[—–-]{1,2}\s+|,\s+(?=(?:The|the|for) )|,\s+(?=[A-Z][\w.]*$)")
_DATE_LEAD = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified|date|dated|created|submitted)"
    r"(?: (?:on|at))?:?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?"
    r"(?:at )?(?:\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?,?\s*)?(?:on )?",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(
    r"[,.T]?\s*(?:at |[–—|-]\s?)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:[A-Z]{1,4}|UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?[.)]?",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][\w'’. -]{1,40}(?:[,/] ?[A-Z][\w'’. ]+){0,3}?,?\s*"
    r"(?:(?P<date>[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?),?\s*)?"
    r"\((?P<agency>[A-Za-z][\w -]{1,24})\)\s?[-–—:]{1,2}"
)
_MOST_LINES = 8
_LONGEST_LINE = 120


def read_bylines(blocks: Sequence[Block], kinds: Sequence[ParagraphKind]) -> tuple[Facts, list[int]]:
    """Return the facts of the lines before the running text, and the indices of those lines."""
    facts = Facts()
    taken: list[int] = []
    outlets: list[int] = []
    for index, block in enumerate(blocks[:_MOST_LINES]):
        if kinds[index] == "body" and len(block.form) > _LONGEST_LINE:
            break
        # A byline may stand above the headline; a headline is followed by text.
        above = index + 1 < len(blocks) and len(blocks[index + 1].form) <= _LONGEST_LINE
        if kinds[index] == "note" or (kinds[index] == "title" and not above):
            continue
        found = _facts_of_line(block.form)
        if found is not None:
            facts, taken = facts.or_else(found), [*taken, index]
        elif kinds[index] != "title" and block.form.startswith("The ") and is_outlet(block.form):
            outlets.append(index)
    if taken and outlets and facts.publication is None:
        facts = facts.or_else(Facts(publication=blocks[outlets[0]].form))
        taken = sorted([*taken, outlets[0]])
    running = [b for b, kind in zip(blocks, kinds, strict=True) if kind == "body"][:3]
    dateline = next((m for b in running if (m := _DATELINE.match(b.form[:120]))), None)
    if dateline:
        facts = facts.or_else(_facts_of_dateline(dateline))
    return facts, taken


def _facts_of_line(form: str) -> Facts | None:
    """Return what a line says of author, outlet and date; None unless every part is understood."""
    if not 4 <= len(form) <= 160:
        return None
    facts, by, date_line = Facts(), _BY.match(form), False
    rest = form
    if by:
        names = _without_outlet(by["names"])
        facts = Facts(author=names)
        rest = form[by.start("names") + len(names) :].lstrip(" ,|·•–—-/")
    found = find_date(rest)
    if found:
        lead, tail = rest[: found[1]], rest[found[2] :]
        before, marker = _without_date_words(lead)
        if not marker and before is None:
            return None
        if not _DATE_TAIL.fullmatch(tail):
            return None
        facts, rest, date_line = facts.or_else(Facts(published=found[0])), before or "", True
    parts = [part.strip(" ,") for part in _SPLIT.split(rest) if part.strip(" ,")]
    outlets = [re.sub(r"^(?:for|in) ", "", part) for part in parts if is_outlet(part)]
    others = [part for part in parts if not is_outlet(part)]
    if len(outlets) > 1 or len(others) > 1 or not all(_NAMES_ALONE.fullmatch(part) for part in others):
        return None
    if outlets:
        facts = facts.or_else(Facts(publication=outlets[0]))
    if others and facts.author is None:
        # Beside a date alone a name may be a town's ("New York, 24 November 2015").
        if not outlets:
            return facts if date_line else None
        facts = facts.or_else(Facts(author=others[0]))
    return facts if by or date_line or (outlets and others) else None


def _without_outlet(names: str) -> str:
    """Return the names up to a part that is an outlet's ("Jane Roe, The Sample Gazette")."""
    parts = names.split(", ")
    people = next((index for index in range(1, len(parts)) if is_outlet(parts[index])), len(parts))
    return ", ".join(parts[:people])


def _without_date_words(lead: str) -> tuple[str | None, bool]:
    """Split what stands before a date: the words of the date itself off, the rest returned."""
    for match in re.finditer(r"^|(?<=[|·•,–—-])\s*|\s(?=[A-Za-z])", lead):
        if _DATE_LEAD.fullmatch(lead, match.end()):
            return lead[: match.start()].strip(" ,|·•–—-"), True
    return None, False


def _facts_of_dateline(match: re.Match[str]) -> Facts:
    """Return a dateline's agency, and its date where it has a year."""
    found = find_date(match["date"] or "")
    return Facts(publication=_agencies().get(match["agency"].strip()), published=found[0] if found else None)


def is_outlet(name: str) -> bool:
    """Say whether a phrase reads as a news outlet's name.

    >>> is_outlet("The Sample Gazette"), is_outlet("Jane Roe")
    (True, False)
    """
    words = name.split() if re.fullmatch(r"[\w'’. &-]+", name) else []
    if not 1 <= len(words) <= 6 or not all(
        w[0].isupper() or w in ("of", "the", "for", "and", "&") for w in words
    ):
        return False
    return name in _agencies() or (
        len(words) > 1 and any(w.lower() in words_of("outlet_words.txt") for w in words)
    )


@cache
def _agencies() -> dict[str, str]:
    """Return the agencies' names by the forms that datelines use."""
    return {short: name for short, _, name in (line.partition("\t") for line in lines_of("agencies.txt"))}
