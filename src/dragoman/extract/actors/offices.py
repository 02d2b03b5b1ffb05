"""What the tables know that the article doesn't say: whom a demonym or an office of the day means."""

from __future__ import annotations

from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.scene import Scene
from dragoman.knowledge.records import Entity


def demonym_state(scene: Scene, index: int) -> str | None:
    """Return the state of a plural demonym with "the".

    "The Iranians" in a report of dealings between states are Iran; bare "Iranians" are people.
    """
    word = scene.analysis.words[index]
    if not word.text[:1].isupper() or not scene.plural(index):
        return None
    if not any(scene.lower(c) == "the" for c in scene.children(index, "det")):
        return None
    found = scene.knowledge.lookup(word.text, scene.article.published)
    if found and found[0].matched_as == "demonym":
        return found[0].entity.state or scene.knowledge.state_of(word.text)
    return None


def state_meant(scene: Scene, nominal: Nominal) -> Entity | None:
    """Return the state that "the Iranian side" or "the Iranians" stand for, or None."""
    state = demonym_state(scene, nominal.mention.head)
    if state is None and nominal.role is not None and nominal.role.noun == "side" and not nominal.plural:
        state = nominal.state
    return scene.knowledge.state_entity(state) if state else None


_RARE = 4
"""An office that at most so many states have ("supreme leader", "pope") needs no state beside it."""


def holder_meant(scene: Scene, nominal: Nominal, states: frozenset[str]) -> Entity | None:
    """Return the one holder, on the article's day, of an office that it names without a name.

    "The Iranian president" is the president of Iran of that day; "the former ..." and offices that
    several hold are left open, and so is an undated article. "The Supreme Leader" needs no state: it is
    that of the only one of the article's ``states`` (ISO3) which has the office, if few states have it.
    """
    role, on = nominal.role, scene.article.published
    if role is None or on is None or role.family != "person" or nominal.plural:
        return None
    if nominal.determiner not in ("the", "poss"):
        return None
    span = range(nominal.mention.first, nominal.mention.last)
    if any(scene.lexicon.isa(scene.lower(i), "former") for i in span):
        return None
    office = scene.knowledge.office_of_title(scene.text(span.start, span.stop))
    state = nominal.state or (_only_state(scene, office, states) if office else None)
    holders = scene.knowledge.holders(office, state, on) if office and state else ()
    return holders[0] if len(holders) == 1 else None


def _only_state(scene: Scene, office: str, states: frozenset[str]) -> str | None:
    having = scene.knowledge.states_with(office, scene.article.published)
    if len(having) > _RARE:
        return None
    named = having if len(having) == 1 else tuple(state for state in having if state in states)
    return named[0] if len(named) == 1 else None
