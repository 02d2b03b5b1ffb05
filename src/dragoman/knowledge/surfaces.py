"""The index from surface forms to entities: names, aliases, surnames, demonyms, capitals, seats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from dragoman.knowledge.fold import fits_abbreviation, fold, has_capital, is_abbreviation
from dragoman.knowledge.records import Entity, MatchedAs
from dragoman.names.sounds import skeleton

# How sure a match of each kind is when nothing speaks against it; surnames are weighed in weighing.py.
_CONFIDENCE: dict[MatchedAs, float] = {
    "name": 0.97, "alias": 0.93, "abbreviation": 0.9, "capital": 0.8, "seat": 0.88, "demonym": 0.6,
    "surname": 0.6, "spelling": 0.75,
}  # fmt: skip
_AMBIGUOUS_FACTOR = 0.35
# A shared skeleton alone takes Lu Kang for Li Qiang: four letters in five must agree, too.
_NEARLY_SPELLED = 0.78
PARTICLES = frozenset((
    "al", "el", "bin", "ibn", "ben", "abu", "abd", "de", "del", "della", "di", "da", "dos", "du", "la", "le",
    "van", "von", "der", "den", "ter", "ul", "ur", "mac", "san", "st",
))  # fmt: skip
_REGNAL = frozenset(("ii", "iii", "iv", "v", "vi", "vii", "viii", "x", "xvi"))
_SUFFIXES = frozenset(("jr", "sr"))


class Match(NamedTuple):
    """One entry of the index: the entity's key, the way it matched, and how sure the match is alone."""

    key: str
    matched_as: MatchedAs
    confidence: float


class SurfaceIndex:
    """Folded surface forms and the entities that they may name."""

    def __init__(self, ambiguous: Iterable[str]) -> None:
        """Begin empty; ``ambiguous`` are folded forms that are also common words or first names."""
        self._matches: dict[str, list[Match]] = {}
        self._capitals_only: set[tuple[str, str]] = set()
        self._articled: set[tuple[str, str]] = set()
        self._ambiguous = frozenset(ambiguous)
        self._skeletons: dict[str, list[tuple[str, str]]] | None = None
        self._full_names: list[tuple[str, str]] = []

    def add(self, surface: str, key: str, matched_as: MatchedAs) -> None:
        """Enter one surface form of an entity; the surest of several ways of matching counts."""
        folded = fold(surface)
        if not folded:
            return
        if matched_as in ("name", "alias") and is_abbreviation(surface):
            matched_as = "abbreviation"
            self._capitals_only.add((folded, key))
        confidence = _CONFIDENCE[matched_as]
        if matched_as == "name" and surface.startswith("The ") and self._needs_article(folded):
            self._articled.add((folded, key))
        elif folded in self._ambiguous:
            confidence *= _AMBIGUOUS_FACTOR
        known = self._matches.setdefault(folded, [])
        for index, match in enumerate(known):
            if match.key == key:
                if match.confidence < confidence or matched_as == "seat":
                    known[index] = Match(key, matched_as, confidence)
                return
        known.append(Match(key, matched_as, confidence))

    def add_person(self, entity: Entity, surname: str) -> None:
        """Enter a person's name, aliases and surname (derived from the name where none is given)."""
        self.add(entity.name, entity.key, "name")
        self._full_names.append((fold(entity.name), entity.key))
        for alias in entity.aliases:
            self.add(alias, entity.key, "alias" if " " in alias or is_abbreviation(alias) else "surname")
        for form in [surname] if surname else surnames(entity.name):
            self.add(form, entity.key, "surname")

    def exact(self, surface: str) -> Iterator[Match]:
        """Yield the entries for a surface form; nothing where no letter is a capital."""
        if not has_capital(surface):
            return
        folded = fold(surface)
        for match in self._matches.get(folded, ()):
            entry = (folded, match.key)
            if entry in self._capitals_only and not fits_abbreviation(surface):
                continue
            if entry in self._articled and not surface.lower().startswith("the "):
                match = match._replace(confidence=match.confidence * _AMBIGUOUS_FACTOR)
            yield match

    def _needs_article(self, folded: str) -> bool:
        """Say whether a name that begins with "The" is a common word without it ("The Economist")."""
        return " " not in folded or folded in self._ambiguous

    def respelled(self, surface: str) -> Iterator[Match]:
        """Yield people whose whole name is spelled nearly so: two words or more, the same skeleton."""
        folded = fold(surface)
        if " " not in folded or not has_capital(surface) or len(folded) < 9:
            return
        if self._skeletons is None:
            self._skeletons = {}
            for name, key in self._full_names:
                if " " in name:
                    self._skeletons.setdefault(skeleton(name), []).append((name, key))
        found = [
            key
            for name, key in self._skeletons.get(skeleton(folded), ())
            if Levenshtein.normalized_similarity(name, folded) >= _NEARLY_SPELLED
        ]
        for key in found:
            yield Match(key, "spelling", _CONFIDENCE["spelling"] / len(found))

    def is_ambiguous(self, surface: str) -> bool:
        """Say whether a form is also a common word or first name."""
        return fold(surface) in self._ambiguous

    def forms(self) -> Iterator[str]:
        """Yield every folded form."""
        return iter(self._matches)


def surnames(name: str) -> list[str]:
    """Return the forms in which a person's surname stands alone.

    >>> surnames("Bashar al-Assad"), surnames("Staffan de Mistura"), surnames("Felipe VI")
    (['al assad', 'assad'], ['de mistura', 'mistura'], [])
    """
    words = fold(name).split()
    if not words or words[-1] in _REGNAL:
        return []
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) < 2:
        return []
    last = words[-1]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    whole = " ".join(words[start:])
    return [whole] if whole == last else [whole, last]
