"""The outlets that an article itself calls so: "the private newspaper Al-Sudani", later only "Al-Sudani"."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.extract.statements.lexicon import lexicon

_NAME = r"([A-Z][\w’'.]*(?:-[A-Z]\w*)*(?: [A-Z][\w’'.]*(?:-[A-Z]\w*)*){0,3})"


def knowing_outlets(text: str, is_publication: Callable[[str], bool]) -> Callable[[str], bool]:
    """Return a test for outlets that also knows those that ``text`` calls a newspaper, an agency and so on.

    The noun stands right before the name, as in "the weekly Kurier"; ``is_publication`` is asked first.
    """
    nouns = "|".join(sorted(lexicon().words["naming_nouns"]))
    named = {name.rstrip(".’'").lower() for name in re.findall(rf"\b(?:{nouns}) {_NAME}", text)}
    if not named:
        return is_publication
    return lambda phrase: is_publication(phrase) or phrase.strip(" ,.").lower() in named
