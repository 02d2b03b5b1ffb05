"""Capitals, seats and names beside them: who acts for a government, and what is another state's."""

from __future__ import annotations

from dragoman.extract.actors.scene import Mention, Scene
from dragoman.knowledge.records import Entity


def acts(scene: Scene, mention: Mention) -> bool:
    """Say whether a capital or seat stands for its government, by its role in the sentence.

    Subjects, possessors, those dealt with ("between", "with", "by") act; "in", "to", "from", "at" tell a
    place, and so do "the streets of" and the object of "visited".
    """
    words = scene.analysis.words
    head = mention.head
    while words[head].deprel in ("conj", "appos", "flat", "compound") and words[head].head >= 0:
        if words[head].deprel == "compound" and not mention.first <= words[head].head < mention.last:
            return False
        cases = [scene.lower(c) for c in scene.children(head, "case")]
        if cases:
            break
        head = words[head].head
    word = words[head]
    above = words[word.head] if word.head >= 0 else None
    cases = [scene.lower(c) for c in scene.children(head, "case") if words[c].text not in ("’s", "'s")]
    if any(scene.lexicon.isa(c, "place-preposition") for c in cases):
        return False
    if above and cases == ["of"] and _is_place(scene, word.head):
        return False
    if above and word.deprel == "nmod:poss" and _is_place(scene, word.head):
        return False
    if above and word.deprel == "obj" and scene.lexicon.isa(above.lemma, "visit-verb"):
        return False
    return bool(cases) or scene.lexicon.isa(word.deprel, "acting-deprel")


def _is_place(scene: Scene, index: int) -> bool:
    word = scene.analysis.words[index]
    return scene.lexicon.isa(word.text, "place-noun") or scene.lexicon.isa(word.lemma, "place-noun")


def stands_alone(scene: Scene, mention: Mention) -> bool:
    """Say whether a name has neither a title nor an honorific, so that it need not be a person's."""
    before = scene.lower(mention.first - 1) if mention.first else ""
    kinds = ("honorific", "honorific-m", "honorific-f")
    return not mention.descriptions and not any(scene.lexicon.isa(before, kind) for kind in kinds)


def of_another_state(scene: Scene, mention: Mention, entity: Entity) -> bool:
    """Say whether a body of one state can't be meant, as with "Norway's Labour Party"."""
    if entity.kind not in ("organization", "government") or entity.state is None or not mention.first:
        return False
    before = mention.first - 1
    if scene.lower(before) in ("’s", "'s") and before:
        before -= 1
    state = scene.knowledge.state_of(scene.text(before, before + 1))
    return state is not None and state != entity.state
