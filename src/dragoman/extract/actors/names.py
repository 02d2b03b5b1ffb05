"""Name mentions: the engine's names and, where it has none, runs of capitalised proper nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.actors.descriptions import appositions, gender_of, title_before
from dragoman.extract.actors.known_names import known_bodies
from dragoman.extract.actors.scene import Description, Mention, Scene
from dragoman.records import NameLabel, NameSpan

_EDGES = frozenset(
    {"the", "a", "an", "'s", "’s", "’", "'", ",", ".", "-", "–", "—", "“", "”", '"', "(", ")", "[", "]", ":"}
)

_NAMING = frozenset({"flat", "flat:name", "compound"})
_SEVERAL = frozenset({"compound", "conj", "list", "nmod", "nmod:poss"})
"""A word may have two different names in one of these places: "the Lund Hale debate"."""


def find_names(scene: Scene) -> list[Mention]:
    """Return every name of the article in text order, each without determiner, title or possessive."""
    taken = [False] * len(scene.analysis.words)
    found: list[Mention] = []
    for first, last in known_bodies(scene):
        found.append(_mention(scene, first, last, "organization"))
        taken[first:last] = [True] * (last - first)
    for name in _whole_names(scene):
        if not any(taken[name.first : name.last]):
            _add(scene, _with_given_name(scene, name, taken), name.last, name.label, taken, found)
    for first, last in _capital_runs(scene, taken):
        _add(scene, first, last, None, taken, found)
    return sorted(found, key=lambda mention: mention.first)


def _whole_names(scene: Scene) -> Iterator[NameSpan]:
    """Yield the engine's names, a person's two halves side by side as one ("Ann" and "Paul" of Ann Paul).

    They are halves where the tree has them in one place of one clause, or one on the other: in "told Lund
    Hale would stay" they are two persons.
    """
    before: NameSpan | None = None
    for name in scene.analysis.names:
        if before is not None and _halves(scene, before, name):
            name = replace(before, last=name.last, confidence=min(before.confidence, name.confidence))
        elif before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _halves(scene: Scene, one: NameSpan, other: NameSpan) -> bool:
    words = scene.analysis.words
    if one.last != other.first or {one.label, other.label} != {"person"} or one.last - one.first > 1:
        return False
    given, surname = words[one.first], words[scene.analysis.head_of(other.first, other.last)]
    if given.sentence != surname.sentence or given.head < 0:
        return False
    beside = given.head == surname.head and given.deprel == surname.deprel not in _SEVERAL
    hung = given.head == surname.index or (surname.head == given.index and surname.deprel in _NAMING)
    return beside or hung


def _with_given_name(scene: Scene, name: NameSpan, taken: list[bool]) -> int:
    """Take in a given name that the engine left out in front of a surname; return the first word."""
    first, words = name.first, scene.analysis.words
    before = first - 1
    if (
        name.label != "person"
        or before < scene.analysis.sentences[words[first].sentence].first
        or taken[before]
    ):
        return first
    given = words[before].upos == "PROPN" and scene.lower(before) in scene.lexicon.names
    return before if given and words[before].text[:1].isupper() else first


def _add(
    scene: Scene, first: int, last: int, label: NameLabel | None, taken: list[bool], found: list[Mention]
) -> None:
    first, last = _trim(scene, first, last)
    last = _with_second_part(scene, last, taken)
    while first < last:
        stop = _sentence_end(scene, first, last)
        start = _without_title(scene, first, stop)
        if _is_name(scene, start, stop):
            found.append(_mention(scene, start, stop, label))
            taken[start:stop] = [True] * (stop - start)
        first, last = _trim(scene, stop, last)


def _with_second_part(scene: Scene, last: int, taken: list[bool]) -> int:
    """Return where a name ends with the part behind a hyphen that the engine left out ("Akufo" of two)."""
    words = scene.analysis.words
    while 0 < last < len(words) - 1 and words[last].text == "-" and not any(taken[last : last + 2]):
        tight = words[last - 1].end == words[last].start and words[last].end == words[last + 1].start
        if not tight or words[last + 1].upos not in ("PROPN", "X") or not words[last + 1].text[:1].isupper():
            break
        last += 2
    return last


def _sentence_end(scene: Scene, first: int, last: int) -> int:
    words = scene.analysis.words
    return next((i for i in range(first, last) if words[i].sentence != words[first].sentence), last)


def _trim(scene: Scene, first: int, last: int) -> tuple[int, int]:
    while first < last and scene.lower(first) in _EDGES:
        first += 1
    while first < last and scene.lower(last - 1) in _EDGES:
        last -= 1
    return first, last


def _without_title(scene: Scene, first: int, last: int) -> int:
    """Leave out a title that the engine took into a person's name; keep at least one word.

    Behind a given name it is none: "Hassan Sheikh Mohamud".
    """
    cut = first
    for index in range(first, last - 1):
        if scene.lower(index) in scene.lexicon.names and index == cut:
            break
        role = scene.lexicon.role(scene.lower(index))
        title = (role is not None and role.family == "person") or _honorific(scene, index)
        if title and scene.analysis.words[index + 1].upos == "PROPN":
            cut = index + 1
            if scene.lower(cut) == "." and cut + 1 < last:
                cut += 1
    return cut if scene.lower(cut) not in ("of", "for", "-", "’s", "'s") else first


def _honorific(scene: Scene, index: int) -> bool:
    word = scene.lower(index)
    return any(scene.lexicon.isa(word, kind) for kind in ("honorific", "honorific-m", "honorific-f"))


def _is_name(scene: Scene, first: int, last: int) -> bool:
    """Leave out adjectives ("Iranian"), lone titles ("President"), days and months, lone pronouns."""
    if first >= last:
        return False
    words = scene.analysis.words
    text = scene.text(first, last)
    if not any(char.isalpha() for char in text) or (text[:1].islower() and "." not in text):
        return False
    if last - first == 1:
        word = words[first]
        role = scene.lexicon.role(word.text)
        if word.upos in ("PRON", "DET", "ADP", "VERB", "AUX", "ADV", "CCONJ", "SCONJ", "INTJ", "PART"):
            return False
        if _honorific(scene, first) or scene.lexicon.isa(word.text, "not-name"):
            return False
        if role and role.family in ("person", "people", "document", "party"):
            return False
        if word.upos == "ADJ" or scene.plural(first):
            return not scene.knowledge.state_of(word.text) or _is_country(scene, word.text)
    return True


def _is_country(scene: Scene, text: str) -> bool:
    found = scene.knowledge.lookup(text, scene.article.published)
    return bool(found) and found[0].matched_as != "demonym"


def _mention(scene: Scene, first: int, last: int, label: NameLabel | None) -> Mention:
    head = scene.analysis.head_of(first, last)
    described: list[Description] = []
    if label in ("person", None, "organization"):
        title = title_before(scene, first)
        described = ([title] if title else []) + appositions(scene, first, last, head)
    label = label or _guess(scene, first, last, described)
    gender = gender_of(scene, first, last, described) if label == "person" else None
    return Mention(first, last, head, "name", label, tuple(described), gender)


def _guess(scene: Scene, first: int, last: int, described: list[Description]) -> NameLabel | None:
    """Return the label of a name that the engine gave none, from its words, its title and the tables."""
    lexicon = scene.lexicon
    words = [scene.lower(i) for i in range(first, last)]
    if any(lexicon.isa(w, kind) for w in words for kind in ("company", "body-word", "publication")):
        return "organization"
    known = scene.knowledge.lookup(scene.text(first, last), scene.article.published)
    if known and known[0].matched_as != "demonym" and known[0].confidence >= 0.6:
        return "person" if known[0].entity.kind == "person" else None
    families = {role.family for d in described if (role := lexicon.role(d.noun))}
    if families:
        return "person" if "person" in families else "organization"
    if (first and _honorific(scene, first - 1)) or (len(words) > 1 and words[0] in lexicon.names):
        return "person"
    return None


def _capital_runs(scene: Scene, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield runs of proper nouns that hang together and that no name of the engine touches."""
    words, index = scene.analysis.words, 0
    while index < len(words):
        if taken[index] or not words[index].text[:1].isupper() or not _proper(scene, index):
            index += 1
            continue
        last = index + 1
        while last < len(words) and not taken[last] and _hangs_on(scene, index, last):
            last += 1
        yield index, last
        index = last


def _proper(scene: Scene, index: int) -> bool:
    """A proper noun, or a capitalised noun inside a sentence that the tables know as a name."""
    word = scene.analysis.words[index]
    if word.upos == "PROPN":
        return True
    if word.upos not in ("NOUN", "X") or index == scene.analysis.sentences[word.sentence].first:
        return False
    found = scene.knowledge.lookup(word.text, scene.article.published)
    return bool(found) and found[0].matched_as != "demonym" and found[0].confidence >= 0.6


def _hangs_on(scene: Scene, first: int, index: int) -> bool:
    word = scene.analysis.words[index]
    if word.sentence != scene.analysis.words[first].sentence:
        return False
    if word.upos not in ("PROPN", "X") and not scene.lexicon.isa(word.text, "particle"):
        return False
    if first <= word.head < index:
        return word.deprel not in ("conj", "appos", "nsubj", "obj")
    return any(
        first <= child < index
        and scene.analysis.words[child].deprel in ("compound", "flat", "amod", "nmod:desc")
        for child in scene.analysis.dependents[index]
    ) or (
        word.head >= 0
        and any(scene.analysis.words[i].head == word.head for i in range(first, index))
        and (word.deprel in ("compound", "flat"))
    )
