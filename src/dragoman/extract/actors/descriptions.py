"""Titles in front of a name, appositions behind it, predicates: what an article says someone is."""

from __future__ import annotations

from dragoman.extract.actors.lexicon import Gender, RoleNoun
from dragoman.extract.actors.scene import Description, Scene

_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "advmod", "nmod:desc", "det:predet"})
_LONGEST = 14


def role_at(scene: Scene, head: int) -> RoleNoun | None:
    """Return the role noun that ends at a word ("foreign minister" before "minister"), or None."""
    words = scene.analysis.words
    if words[head].upos not in ("NOUN", "PROPN", "ADJ", "PRON", "DET", "NUM"):
        return None
    for back in (2, 1):
        if head - back >= 0:
            phrase = " ".join(scene.lower(i) for i in range(head - back, head + 1)).replace(" - ", "-")
            found = scene.lexicon.roles.get(phrase) or scene.lexicon.roles.get(phrase.rstrip("s"))
            if found:
                return found
    return scene.lexicon.role(words[head].text) or scene.lexicon.role(words[head].lemma)


def base_start(scene: Scene, head: int) -> int:
    """Return the first word of the base noun phrase that ends at ``head``."""
    first, words = head, scene.analysis.words
    for child in reversed(scene.analysis.dependents[head]):
        if child < head and words[child].deprel in _LEFT:
            low = _leftmost(scene, child)
            if words[child].deprel == "nmod:poss" or child >= first - 3:
                first = min(first, low)
    before = first - 1
    if before >= 0 and words[before].sentence == words[head].sentence:
        loose = scene.lexicon.isa(words[before].text, "definite") or scene.lower(before) in ("a", "an", "one")
        brings_in = words[before].deprel == "mark"  # "said that six powers …"
        if loose and not brings_in and words[before].head > before:  # a determiner that the tree gave away
            first = before
    if first and scene.lower(first) in ("least", "most") and scene.lower(first - 1) == "at":
        first -= 1  # "at least 22 civilians"
    return first


def _leftmost(scene: Scene, index: int) -> int:
    first = index
    for child in scene.analysis.dependents[index]:
        if child < first and scene.analysis.words[child].deprel not in ("punct", "cc", "case"):
            first = child
    return first


def state_modifier(scene: Scene, head: int) -> str | None:
    """Return the state (ISO3) that a noun phrase plainly belongs to: "Russian", "Iran's", "of Egypt"."""
    words, knowledge = scene.analysis.words, scene.knowledge
    for child in scene.analysis.dependents[head]:
        word = words[child]
        if child and scene.lower(child - 1) == "ethnic":
            continue  # "ethnic Albanian gunmen" may be of any state
        relation = word.deprel
        if relation == "amod" or (relation == "compound" and child < head) or relation == "nmod:poss":
            state = _state(scene, child)
            if state and not (relation == "compound" and _is_subject_matter(scene, head)):
                return state
        elif relation == "nmod" and child > head:
            cases = {scene.lower(c) for c in scene.children(child, "case")}
            loose = "of" in cases and scene.lexicon.isa(words[head].lemma, "detached")  # "critics of China"
            if cases & {"of", "from"} and word.upos == "PROPN" and not loose:
                state = _state(scene, child)
                if state:
                    return state
    first = base_start(scene, head)
    for index in range(first, head):
        descent = index > first and scene.lower(index - 1) == "ethnic"
        if words[index].upos == "ADJ" and words[index].text[:1].isupper() and not descent:
            state = knowledge.state_of(words[index].text)
            if state:
                return state
    return None


def _state(scene: Scene, index: int) -> str | None:
    words = scene.analysis.words
    parts = [c for c in scene.children(index, "flat", "compound") if abs(c - index) <= 2]
    low, high = min([index, *parts]), max([index, *parts])
    whole = scene.knowledge.state_of(scene.text(low, high + 1)) if parts else None
    if whole or not words[index].text[:1].isupper():
        return whole
    return scene.knowledge.state_of(words[index].text)


def _is_subject_matter(scene: Scene, head: int) -> bool:
    """Say whether a country before this noun is what its bearer knows: "an Iran specialist"."""
    role = role_at(scene, head)
    return role is None or "expert" in role.wider or role.noun in ("expert", "correspondent", "envoy")


def describe(scene: Scene, first: int, last: int, head: int) -> Description:
    """Return the description made of words ``[first, last)``."""
    role = role_at(scene, head)
    noun = role.noun if role else scene.analysis.words[head].lemma.lower()
    former = any(scene.lexicon.isa(scene.lower(i), "former") for i in range(first, last))
    return Description(first, min(last, first + _LONGEST), head, noun, state_modifier(scene, head), former)


def title_before(scene: Scene, first: int) -> Description | None:
    """Return the title that stands directly in front of a name starting at ``first`` ("French Premier")."""
    words, sentence = scene.analysis.words, scene.analysis.words[first].sentence
    head = first - 1
    if head >= 0 and words[head].text in (",", "“", '"') and head >= 1 and _is_title(scene, head - 1):
        return None
    if head < 0 or words[head].sentence != sentence or not _is_title(scene, head):
        return None
    if words[head].text.isupper() and len(words[head].text) > 4:
        return None
    low = _title_start(scene, head)
    state = next((s for i in range(low, head) if (s := scene.knowledge.state_of(words[i].text))), None)
    if state is None and words[low - 1].text in ("’s", "'s") and low >= 2:
        state = scene.knowledge.state_of(words[low - 2].text)
    role = role_at(scene, _core(scene, head))
    former = any(scene.lexicon.isa(scene.lower(i), "former") for i in range(low, head))
    return Description(low, head + 1, head, role.noun if role else scene.lower(head), state, former)


def _title_start(scene: Scene, head: int) -> int:
    """The first word of a title that ends at ``head``, prepositional titles included."""
    words, low = scene.analysis.words, _core(scene, head)
    while low > 0 and words[low - 1].sentence == words[head].sentence and _goes_on(scene, low - 1):
        low -= 1
    return low


def _core(scene: Scene, index: int) -> int:
    """Where the office itself begins: "Secretary" in "Secretary of State"."""
    words = scene.analysis.words
    for back in range(1, 5):
        at = index - back
        if at < 1 or words[at].sentence != words[index].sentence or not words[at + 1].text[:1].isupper():
            break
        if words[at].text in ("of", "for"):
            role = role_at(scene, at - 1)
            return at - 1 if role is not None and role.family == "person" else index
    return index


def _is_title(scene: Scene, index: int) -> bool:
    role = role_at(scene, _core(scene, index))
    return role is not None and role.family in ("person", "publication", "body") and not scene.plural(index)


def _goes_on(scene: Scene, index: int) -> bool:
    word = scene.analysis.words[index]
    if word.text in ("-", "–"):
        return index > 0 and _goes_on(scene, index - 1)
    if scene.plural(index) and word.text[:1].islower():
        return False
    known = scene.lexicon.isa(word.text, "title-modifier") or scene.lexicon.role(word.text) is not None
    capital = word.text[:1].isupper() and scene.knowledge.state_of(word.text) is not None
    if word.upos in ("ADV", "NUM"):
        return scene.lexicon.isa(word.text, "title-modifier")
    return word.upos in ("ADJ", "NOUN", "PROPN") and (known or capital or word.deprel in ("amod", "compound"))


_PARTING = frozenset({",", ";", "(", "—", "who", "whom", "whose", "which"})
"""Where a description ends: at a mark, or where a clause begins."""


def appositions(scene: Scene, first: int, last: int, head: int) -> list[Description]:
    """Return what stands in apposition to a name, or says in a plain sentence what its bearer is."""
    words, found = scene.analysis.words, []
    for child in scene.analysis.dependents[head]:
        if words[child].deprel == "appos" and child >= last and words[child].upos in ("NOUN", "PROPN"):
            if role_at(scene, child) and not scene.plural(child):
                found.append(_whole(scene, child))
            found.extend(_whole(scene, c) for c in scene.children(child, "conj") if role_at(scene, c))
    above = words[head].head
    outside = above >= 0 and not first <= above < last and words[above].upos == "NOUN"
    if outside and role_at(scene, above) and not scene.plural(above):
        if words[head].deprel in ("appos", "flat", "nmod:desc"):
            found.append(describe(scene, base_start(scene, above), above + 1, above))
        elif words[head].deprel == "nsubj" and scene.children(above, "cop"):
            found.append(_whole(scene, above))
    return found


def _whole(scene: Scene, head: int) -> Description:
    """The noun phrase at ``head`` with its prepositional phrases, up to a comma or clause."""
    first = last = base_start(scene, head)
    words, last = scene.analysis.words, head + 1
    for child in scene.analysis.dependents[head]:
        if child == last and words[child].deprel in ("nmod", "flat", "compound"):
            last = child + 1
        elif child > head and words[child].deprel in ("nmod", "nmod:desc"):
            tree = scene.analysis.subtree(child)
            if tree[0] <= last:
                stop = next((i for i in tree if words[i].text.lower() in _PARTING), tree[-1] + 1)
                last = max(last, stop)
    return describe(scene, first, last, head)


def gender_of(scene: Scene, first: int, last: int, descriptions: list[Description]) -> Gender | None:
    """Return the gender that a pronoun for this name must agree with, where honorific, title or name tell."""
    lexicon = scene.lexicon
    before = scene.lower(first - 1) if first else ""
    for kind, gender in (("honorific-m", "m"), ("honorific-f", "f")):
        if lexicon.isa(before, kind) or lexicon.isa(scene.lower(first), kind):
            return gender  # type: ignore[return-value]
    for description in descriptions:
        role = lexicon.role(description.noun)
        if role and role.gender:
            return role.gender
    if last - first >= 2 or lexicon.names.get(scene.lower(first)):
        return lexicon.names.get(scene.lower(first))
    return None
