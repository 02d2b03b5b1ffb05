"""The noun phrases that may stand for an actor: head, determiner, state, number, restriction."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.actors.descriptions import base_start, role_at, state_modifier
from dragoman.extract.actors.lexicon import RoleNoun
from dragoman.extract.actors.scene import Mention, Scene
from dragoman.extract.arguments import behind_that


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase that may stand for an actor."""

    mention: Mention
    role: RoleNoun | None
    determiner: str
    """"the", "this", "our", "poss" (a noun's or his/their), "a", "one", "other" or ""."""
    state: str | None
    plural: bool
    restricted: bool
    """It says which one: "of the committee", "who resigned", "in Brussels"."""

    @property
    def definite(self) -> bool:
        """Say whether it points back to something known."""
        return self.determiner in ("the", "this", "our")


def nominal_at(scene: Scene, head: int) -> Nominal:
    """Return the noun phrase with its head at a word."""
    words = scene.analysis.words
    first = behind_that(scene.analysis, base_start(scene, head), head)
    if first > 0 and scene.lower(first - 1) == "both" and words[first - 1].sentence == words[head].sentence:
        first -= 1
    before = [scene.lower(i) for i in range(first, head)]
    restricted = any(
        words[c].deprel in ("nmod", "acl", "acl:relcl") and c > head for c in scene.analysis.dependents[head]
    )
    mention = Mention(first, head + 1, head, "nominal")
    return Nominal(
        mention, role_at(scene, head), _determiner(scene, head, before),
        state_modifier(scene, head), scene.plural(head), restricted,
    )  # fmt: skip


def _determiner(scene: Scene, head: int, before: list[str]) -> str:
    isa = scene.lexicon.isa
    if any(isa(w, "other-word") for w in before):
        return "other"
    if "our" in before or "my" in before:
        return "our"
    if any(w in ("this", "that", "these", "those") for w in before):
        return "this"
    if scene.children(head, "nmod:poss") or any(w in ("'s", "’s") for w in before):
        return "poss"
    if "the" in before:
        return "the"
    if before and before[0] in ("a", "an"):
        return "a"
    return "one" if any(w in ("one", "two", "three", "some", "several", "many") for w in before) else ""
