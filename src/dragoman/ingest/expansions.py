"""Finds what short forms stand for: in notes ("The XYZ is an abbreviation for …") and in brackets.

The letter test is that of Schwartz and Hearst (PSB 2003), made stricter: the letters of the short
form must be the initials of the long form's words (function words may be passed over); their looser
match, letters anywhere in the words, is taken only where the long form is a capitalized name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.ingest.wordlists import words_of
from dragoman.records import Expansion, Paragraph, Span

_SHORT = r"(?<!\w)[A-Z][A-Za-z0-9&.-]{0,8}[A-Z0-9](?:\.|s)?"
_QUOTED_SHORT = rf"[\"“'‘]?(?P<short>{_SHORT})[\"”'’]?"
_CAPITAL = r"(?:(?<!\w)[A-Z0-9][\w.'’&-]{0,40})"
_NAME = rf"{_CAPITAL}(?:,? (?:(?:and|of|for|the|in|on|to|de|du|la|&) ){{0,3}}{_CAPITAL}){{0,11}}"
_LONG = rf"(?P<long>{_NAME})"
_BRACKET = re.compile(r"\(([^()\n]{2,100})\)")
_SHORT_ALONE = re.compile(rf"[\"“'‘]?(?P<short>{_SHORT})[\"”'’]?(?=$|[;,] )")
_EXPLAINED = re.compile(
    rf"{_QUOTED_SHORT},? (?:(?:is|was|means|denotes)(?: (?:an|a|the|here))?"
    r"(?: (?:common |usual |English |Russian |official )?"
    r"(?:abbreviation|acronym|short form|initialism|shorthand|short|abbreviated form)(?: (?:for|of))?)?"
    r"|stands for|refers to|short for|is how .{1,30} abbreviates?)"
    rf" (?:the )?[\"“'‘]?{_LONG}"
)
_LISTED = re.compile(rf"[*\[\]\d†‡§().\s]*{_QUOTED_SHORT}\s?(?::|[–—=-])\s?(?:the )?{_LONG}")
_APPOSED = re.compile(rf"\b(?P<short>{_SHORT}), (?:or )?(?:the )?{_LONG}(?=[,.;)])")
_OR_SHORT = re.compile(rf"{_LONG}, or (?:the )?(?P<short>{_SHORT})\b")


def find_expansions(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Expansion, ...]:
    """Return the expansions in text order, each short form with its first explanation of each kind."""
    found: set[Expansion] = set()
    for paragraph in paragraphs:
        if paragraph.kind == "furniture":
            continue
        start, end = paragraph.span
        found.update(_in_brackets(text, start, end))
        found.update(_by_pattern(text, start, end, paragraph.kind == "note"))
    return tuple(sorted(found, key=lambda e: (min(e.short.start, e.long.start), e.short, e.long)))


def _by_pattern(text: str, start: int, end: int, is_note: bool) -> Iterator[Expansion]:
    """Find what a note explains, and what the running text does where the letters agree."""
    patterns = [_EXPLAINED, _APPOSED, _OR_SHORT, *([_LISTED] if is_note else [])]
    for pattern in patterns:
        found = (
            [pattern.match(text, start, end)] if pattern is _LISTED else pattern.finditer(text, start, end)
        )
        for match in filter(None, found):
            short = _without_stop(text, Span(*match.span("short")))
            long = _without_article(text, _without_stop(text, Span(*match.span("long"))))
            trusted = is_note and pattern in (_EXPLAINED, _LISTED) and _is_phrase(long.of(text))
            if trusted or _initials_match(short.of(text), long.of(text)):
                yield Expansion(short, long)


def _is_phrase(long: str) -> bool:
    """Say whether a note's long form is a name of two words at least."""
    return len(long.split()) >= 2


def _without_stop(text: str, span: Span) -> Span:
    """Return the span without a sentence's stop or a clause's comma at its end."""
    end = span.end
    while end > span.start and text[end - 1] in ",;:":
        end -= 1
    last = text[span.start : end].rsplit(" ", 1)[-1]
    if last.endswith((".", "'", "’")) and last.count(".") <= 1 and len(last) > 2:
        end -= 1
    return Span(span.start, end)


def _without_article(text: str, span: Span) -> Span:
    """Return the span without "The" before a name."""
    return Span(span.start + 4, span.end) if span.of(text).startswith("The ") else span


def _in_brackets(text: str, start: int, end: int) -> Iterator[Expansion]:
    """Find "Long Form (LF)" and "LF (Long Form)"."""
    for match in _BRACKET.finditer(text, start, end):
        inside = Span(*match.span(1))
        before = Span(max(start, match.start() - 150), match.start())
        alone = _SHORT_ALONE.match(inside.of(text))
        if alone:
            short = Span(inside.start + alone.start("short"), inside.start + alone.end("short"))
            long = _long_before(text, before, short.of(text))
            if long:
                yield Expansion(short, long)
            continue
        ahead = re.search(rf"\b(?P<short>{_SHORT})[\"”'’]? ?$", before.of(text))
        if ahead:
            short = Span(before.start + ahead.start("short"), before.start + ahead.end("short"))
            skip = re.match(r"(?:(?:the|an?|or|short for|i\.e\.,?) )*[\"“]?", inside.of(text))
            long = Span(inside.start + (skip.end() if skip else 0), inside.end)
            # "DS (Office of Detailed Surveys)": what the letters leave out stands before an "of".
            core = long.of(text).split(" of ", 1)[-1]
            if _initials_match(short.of(text), long.of(text)) or _initials_match(short.of(text), core):
                yield Expansion(short, long)


def _long_before(text: str, before: Span, short: str) -> Span | None:
    """Return the shortest run of words that ends ``before`` and that ``short`` abbreviates."""
    window = before.of(text).rstrip(" \"“”'‘’")
    most = min(len(short) + 5, len(short) * 2) + 2
    words = list(re.finditer(r"[^\s]+", window))[-most:]
    if not words or re.search(r"[.!?;:]$", window):
        return None
    for loosely in (False, True):
        for word in reversed(words):
            lead = re.match(r"[\"“'‘(\[]*", word.group())
            first = word.start() + (lead.end() if lead else 0)
            candidate = window[first:]
            if re.search(r"[;!?]|\. (?=[A-Z])", candidate) and "U." not in candidate:
                break
            if candidate.split(" ", 1)[0].lower() in words_of("function_words.txt"):
                continue
            if _initials_match(short, candidate) or (loosely and _loosely_match(short, candidate)):
                return Span(before.start + first, before.start + len(window))
    return None


def _letters(short: str) -> str:
    """Return a short form's letters and digits, folded, without a plural's s."""
    plain = re.sub(r"s$", "", short) if re.search(r"[A-Z]s$", short) else short
    return "".join(char for char in plain if char.isalnum()).lower()


def _initials_match(short: str, long: str) -> bool:
    """Say whether the letters of ``short`` are the initials of the words of ``long``.

    Function words may be passed over; every other word must give its initial.

    >>> _initials_match("GECF", "Gas Exporting Countries Forum")
    True
    """
    letters = _letters(short)
    words = [w.lower() for w in re.findall(r"[^\W_]+(?:['’]s)?", long)]
    if len(letters) < 2 or len(words) < 2 or len(words) > 16:
        return False
    reached = {0}
    for word in words:
        step = {at + 1 for at in reached if at < len(letters) and letters[at] == word[0]}
        if word in words_of("function_words.txt"):
            step |= reached
        reached = step
        if not reached:
            return False
    return len(letters) in reached


def _loosely_match(short: str, long: str) -> bool:
    """Say whether ``short`` fits a capitalized name by Schwartz and Hearst's own test."""
    letters, name = _letters(short), long.lower()
    words = [
        word for word in re.findall(r"[^\W_]+", long) if word.lower() not in words_of("function_words.txt")
    ]
    if len(letters) < 3 or len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    if name[0] != letters[0]:
        return False
    position = len(name)
    for index in range(len(letters) - 1, -1, -1):
        position = name.rfind(letters[index], 0, position)
        if position < 0:
            return False
    initials = {word[0].lower() for word in words}
    return sum(letter in initials for letter in letters) * 2 > len(letters) and len(words) <= len(letters) + 1
