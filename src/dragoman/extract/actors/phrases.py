"""The phrases that drafts ask about: which words of a source are the actor's own."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.actors.beside import name_behind
from dragoman.extract.actors.collectives import coordinated
from dragoman.extract.actors.scene import Mention, Scene
from dragoman.records import Span

_BESIDE = ("appos", "flat", "compound", "nmod:desc", "dep", "nmod:unmarked")
_TITULAR = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART")
_FINDABLE = ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source or a link of a chain: its span, its words, the head word of each actor in it.

    ``draft`` is the draft whose source it is, None for a link of a chain (``via``).
    """

    span: Span
    first: int
    last: int
    heads: tuple[int, ...]
    draft: int | None


def read_phrases(scene: Scene, name_at: dict[int, Mention]) -> list[Phrase]:
    """Return every distinct ``source`` and ``via`` span of the drafts, in text order."""
    asked: dict[Span, int | None] = {}
    for number, draft in enumerate(scene.drafts):
        if draft.source is not None and asked.get(draft.source) is None:
            asked[draft.source] = number
        for via in draft.via:
            asked.setdefault(via, None)
    return [phrase_at(scene, span, asked[span], name_at) for span in sorted(asked)]


def phrase_at(scene: Scene, span: Span, draft: int | None, name_at: dict[int, Mention]) -> Phrase:
    """Return a span as a phrase, with the heads of the actors in it."""
    inside = scene.analysis.words_in(span)
    first, last = inside.start, inside.stop
    while first < last and scene.analysis.words[first].upos == "PUNCT":
        first += 1
    if first >= last:
        return Phrase(span, first, last, (), draft)
    head = _head(scene, first, last, name_at)
    if head is None:
        return Phrase(span, first, last, (), draft)
    parts = [_own(scene, part, first, last, name_at) for part in coordinated(scene, head, first, last)]
    return Phrase(span, first, last, tuple(dict.fromkeys(parts)), draft)


def _head(scene: Scene, first: int, last: int, name_at: dict[int, Mention]) -> int | None:
    """The head of the phrase; where the tree gives none that can be an actor, the first name, then noun."""
    words = scene.analysis.words
    bearer = _named_at_end(scene, first, last, name_at)
    if bearer is not None:
        return bearer
    head = _possessed(scene, scene.analysis.head_of(first, last), last, name_at)
    if words[head].upos in ("DET", "NUM", "ADJ") and head not in name_at:
        tops = (i for i in range(head + 1, last) if words[i].head == words[head].head)
        head = next((i for i in tops if words[i].upos in ("NOUN", "PROPN")), head)
    near = head > first and scene.lexicon.isa(words[head].text, "nearness")
    if near and scene.lexicon.role(words[head - 1].text) is not None:
        head -= 1  # "an official close to the court": the tree took the adjective for the noun
    if words[head].upos in _FINDABLE or head in name_at:
        return head
    names = [i for i in range(first, last) if i in name_at and not _possessor(scene, name_at[i])]
    nouns = [i for i in range(first, last) if words[i].upos in ("NOUN", "PROPN", "PRON")]
    return next(iter(names or nouns), None)


def _named_at_end(scene: Scene, first: int, last: int, name_at: dict[int, Mention]) -> int | None:
    """The head of the person's name that closes a phrase right behind a noun for him, or None.

    "Harper adviser Dana Low", "reporter Dana Low": who is named in front only says whose he is, whatever
    the tree takes for the head.
    """
    words, name = scene.analysis.words, name_at.get(last - 1)
    if name is None or name.label != "person" or name.last != last or name.first <= first:
        return None
    if any(words[i].upos not in _TITULAR for i in range(first, name.first)):
        return None
    noun = words[name.first - 1]
    role = scene.lexicon.role(noun.text)
    titled = noun.upos == "NOUN" or (role is not None and role.family == "person")
    return name.head if titled and not scene.plural(noun.index) else None


def _possessed(scene: Scene, head: int, last: int, name_at: dict[int, Mention]) -> int:
    """Go from an owner to what it owns ("the Ledger's sources"), whatever the tree says."""
    words = scene.analysis.words
    while head in name_at and _possessor(scene, name_at[head]):
        nouns = (i for i in range(name_at[head].last + 1, last) if words[i].upos in ("NOUN", "PROPN"))
        noun = next(nouns, None)
        if noun is None or any(words[i].text == "," for i in range(head, noun)):
            break
        while noun + 1 < last and words[noun + 1].upos in ("NOUN", "PROPN"):
            noun += 1
        if noun in name_at:
            return name_at[noun].head
        head = noun
    return head


def _possessor(scene: Scene, name: Mention) -> bool:
    words = scene.analysis.words
    return name.last < len(words) and words[name.last].text in ("’s", "'s", "’", "'")


def _own(scene: Scene, head: int, first: int, last: int, name_at: dict[int, Mention]) -> int:
    """Go from a head to the name it belongs to ("Political scientist Igor X", "the website Y")."""
    if head in name_at:
        return name_at[head].head
    words = scene.analysis.words
    if scene.plural(head) or words[head].upos == "PRON":
        return head
    for child in scene.analysis.dependents[head]:
        named = first <= child < last and child in name_at and words[child].deprel in _BESIDE
        if not named or (child < head and words[child].deprel == "compound"):
            continue
        if not scene.children(child, "case") and name_at[child].label != "place":
            return name_at[child].head
    name = name_behind(scene, name_at, head, last)
    return head if name is None else name.head
