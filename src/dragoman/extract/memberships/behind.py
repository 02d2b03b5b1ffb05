"""Names that stand behind a noun of a role: "members, among them A and B", "a member along with C".

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from dragoman.extract.ground import Ground
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names

_FAR, _NEAR = 16, 6
_OPENED = {",": (",", "."), ":": (".", ";"), "(": (")",), "–": ("–", "."), "—": ("—", "."), "-": ("-", ".")}
"""Marks that open a list, and where its last name must end."""


def listed_behind(
    ground: Ground, names: Names, noun: int, organization: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the names of the first list behind a noun of a role that a word or mark opens as its own.

    "including", "among them" and the like open a list of any length; a colon, a dash or a bracket one of two
    names at least, which ends with it. Behind the noun itself the names may follow at once.
    """
    words = ground.analysis.words
    last = ground.analysis.sentences[words[noun].sentence].last
    start = noun + 1
    if organization[0] > noun and organization[0] - noun <= 3:
        start = organization[1]
    for at in range(start, min(start + _FAR, last)):
        width = _opener(ground, at, last)
        if width:
            return names.members(at + width) if at + width < last else []
        if words[at].text in _OPENED:
            found = names.members(at + 1) if at + 1 < last else []
            closed = bool(found) and (
                found[-1][1] >= last or words[found[-1][1]].text in _OPENED[words[at].text]
            )
            alike = all(names.is_state(m) or (len(found) > 2 and words[at].text != ",") for m in found)
            if len(found) > 1 and closed and alike and (words[at].text != "," or at == start):
                return found
        if words[at].text in (";", ".") or words[at].upos in ("SCONJ",):
            return []
    return []


def beside_it(
    ground: Ground, names: Names, organization: tuple[int, int], told: int, member: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return who is named beside a member: "a member of the pact along with Peru and Chile"."""
    words = ground.analysis.words
    if words[organization[0]].sentence != words[told].sentence:
        return []
    last = ground.analysis.sentences[words[told].sentence].last
    found = _beside_at(ground, names, member[1], last) if member[0] in names.spans else []
    return found or _beside_at(ground, names, max(organization[1], told + 1), last)


def _beside_at(ground: Ground, names: Names, start: int, last: int) -> list[tuple[int, int]]:
    words = ground.analysis.words
    for at in range(start, min(start + _NEAR, last)):
        for phrase in lexicon().beside:
            if tuple(w.text.lower() for w in words[at : at + len(phrase)]) == phrase:
                return names.members(at + len(phrase)) if at + len(phrase) < last else []
        if words[at].upos in ("VERB", "AUX") or words[at].text in (";", "."):
            return []
    return []


def _opener(ground: Ground, at: int, last: int) -> int:
    """How many words open a list here: "including", "among them"; 0 for none."""
    words = ground.analysis.words
    for phrase in lexicon().openers:
        if at + len(phrase) <= last and tuple(w.text.lower() for w in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
