"""Which words to look at besides names: those that drafts ask for, and those that may matter to them."""

from __future__ import annotations

from dragoman.extract.actors.collectives import coordinated
from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.offices import demonym_state
from dragoman.extract.actors.pronouns import wanted
from dragoman.extract.actors.scene import Mention, Scene


def optional_heads(scene: Scene, name_at: dict[int, Mention]) -> list[int]:
    """Return nouns and pronouns nobody asked for, which may still be antecedents or mentions."""
    found = []
    for word in scene.analysis.words:
        if word.index in name_at:
            continue
        if word.upos == "NOUN" and word.deprel not in ("compound", "root", "appos", "flat", "fixed"):
            known = scene.lexicon.role(word.text) is not None
        elif word.upos == "PRON":
            known = wanted(scene, word.index) is not None and word.text.lower() not in ("it", "its", "itself")
        else:
            known = False
        if known or (word.upos in ("NOUN", "PROPN", "ADJ") and demonym_state(scene, word.index)):
            found.append(word.index)
    return found


def lasting(scene: Scene, nominal: Nominal) -> bool:
    """Say whether an unnamed one, newly brought in, can be taken up later ("An official ... He")."""
    role, word = nominal.role, scene.analysis.words[nominal.mention.head]
    if role is None or role.family not in ("person", "people"):
        return False
    fresh = nominal.determiner in ("a", "one", "other", "", "our")
    if nominal.determiner == "poss" and role.family == "person" and not nominal.plural:
        owners = scene.children(nominal.mention.head, "nmod:poss")  # "Its envoy", "Iran's minister"
        states = (scene.lower(o) == "its" or scene.knowledge.state_of(scene.text(o, o + 1)) for o in owners)
        fresh = any(states)
    return word.deprel in ("nsubj", "nsubj:pass") and fresh


def likely_heads(scene: Scene, name_at: dict[int, Mention], index: int) -> list[list[int]]:
    """Return what a needed "they" or "it" may take up and nobody has looked at yet, each as its heads.

    The engine's best candidate, and for "they" plural subjects and coordinations shortly before it.
    """
    words, found = scene.analysis.words, list[list[int]]()
    for candidate in scene.analysis.antecedents.get(index, ())[:1]:
        at = candidate.word
        if at is None or at >= index or candidate.probability < 0.4 or at in name_at:
            continue
        if words[at].upos in ("NOUN", "PROPN"):
            found.append([at])
    asked = wanted(scene, index)
    if asked is None or asked.number != "many":
        return found
    first = scene.analysis.sentences[max(0, words[index].sentence - 1)].first
    for at in range(first, index):
        if words[at].deprel in ("nsubj", "nsubj:pass", "obl:agent"):
            parts = coordinated(scene, at, at, index)
            plain = words[at].upos == "NOUN" and at not in name_at and scene.plural(at)
            if len(parts) > 1 or plain:
                found.append(parts)
    return found
