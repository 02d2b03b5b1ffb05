"""Sources that are several at once: "Moscow and Tehran", "both leaders", "the two sides"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.noun_phrases import Nominal, nominal_at
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Mention, Scene
from dragoman.knowledge.records import Entity

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_REACH = 3

ActorAt = Callable[[int], Cluster | None]


def coordinated(scene: Scene, head: int, first: int, last: int) -> list[int]:
    """Return the heads of the parts of a coordination inside ``[first, last)``, one where there is none.

    Two nouns for one person ("a former diplomat and scholar") are one part.
    """
    words = scene.analysis.words
    parts = [head]
    for child in scene.children(head, "conj"):
        if first <= child < last and words[child].upos in ("NOUN", "PROPN", "PRON"):
            parts.append(child)
    if len(parts) == 1 or words[head].upos == "PROPN" or scene.plural(head):
        return parts
    plain = all(words[p].upos == "NOUN" and not scene.plural(p) for p in parts)
    alone = all(not scene.children(p, "det", "nmod:poss") for p in parts[1:])
    return [head] if plain and alone else parts


class Collectives:
    """The collectives of one article; the same members make the same collective."""

    def __init__(
        self,
        scene: Scene,
        past: Past,
        name_at: dict[int, Mention],
        actor_at: ActorAt,
        of_entity: Callable[[Entity], Cluster],
    ) -> None:
        """``actor_at`` gives the actor of a head word; ``name_at`` the name that holds a word.

        ``of_entity`` gives the one actor of an entity of the tables.
        """
        self.made: list[Cluster] = []
        self._scene, self._past, self._name_at, self._actor_at = scene, past, name_at, actor_at
        self._of_entity = of_entity
        self._known: dict[tuple[int, ...], Cluster] = {}

    def of_members(self, members: Sequence[Cluster], label: str) -> Cluster:
        """Return the collective of ``members``, named ``label`` where it is new."""
        key = tuple(sorted(id(member) for member in members))
        if key not in self._known:
            self._known[key] = Cluster("group", plural=True, label=label, members=list(members))
            self.made.append(self._known[key])
        return self._known[key]

    def of_heads(self, heads: Sequence[int], speaks: bool = False) -> Cluster | None:
        """Return the collective of several heads, in mind from its conjunction on; None for one actor."""
        parts = {id(c): c for head in heads if (c := self._actor_at(self._top(head))) is not None}
        if len(parts) < 2:
            return None
        first, last = self._extent(min(heads))[0], self._extent(max(heads))[1]
        cluster = self.of_members(list(parts.values()), self._scene.text(first, last))
        joint = next((i for i in range(min(heads) + 1, max(heads)) if self._joins(i)), None)
        if joint is not None and joint not in self._past.of_word:
            mention = Mention(first, last, joint, "compound")
            cluster.add(mention)
            self._past.note(mention, cluster)
            if speaks:
                self._past.spoke(joint)
        return cluster

    def of_nominal(self, nominal: Nominal) -> Cluster | None:
        """Return whom "both leaders", "the presidents of Peru and Chile" or "the two countries — Russia and
        Iran" are; None where unknown.
        """
        members = self._listed(nominal) or self._of_states(nominal) or self._counted(nominal)
        if len(members) < 2:
            return None
        owned = [i for c in self._owners(nominal.mention.head) for i in (c, *self._scene.children(c, "conj"))]
        last = max([nominal.mention.last, *(self._extent(i)[1] for i in owned)])
        return self.of_members(members, self._scene.text(nominal.mention.first, last))

    def _listed(self, nominal: Nominal) -> list[Cluster]:
        head = nominal.mention.head
        if not nominal.plural:
            return []
        for child in self._scene.children(head, "appos", "parataxis"):
            parts = coordinated(self._scene, child, child, len(self._scene.analysis.words))
            if len(parts) > 1:
                found = (self._actor_at(self._top(part)) for part in parts)
                return list({id(c): c for c in found if c is not None}.values())
        return []

    def _of_states(self, nominal: Nominal) -> list[Cluster]:
        """The states of which each has such an officer or body: "the foreign ministers of Peru and Chile"."""
        role, scene, head = nominal.role, self._scene, nominal.mention.head
        if role is None or not nominal.plural:
            return []
        if role.family == "person" and not scene.knowledge.offices_of_noun(role.noun):
            return []
        for child in [*self._owners(head), *scene.children(head, "amod", "compound", "nmod:poss")]:
            parts = [child, *scene.children(child, "conj")]
            states = [scene.knowledge.state_of(self._name(part)) for part in parts]
            entities = [scene.knowledge.state_entity(state) for state in states if state]
            found = [self._of_entity(entity) for entity in entities if entity is not None]
            if len(found) > 1 and len(found) == len(parts):
                return found
        return []

    def _name(self, index: int) -> str:
        """Return the name that holds a word, or the word."""
        named = self._name_at.get(index)
        first, last = (named.first, named.last) if named else (index, index + 1)
        return self._scene.text(first, last)

    def _owners(self, head: int) -> list[int]:
        """Return the words that stand with "of" behind a head."""
        scene = self._scene
        return [
            c for c in scene.children(head, "nmod") if "of" in map(scene.lower, scene.children(c, "case"))
        ]

    def _counted(self, nominal: Nominal) -> list[Cluster]:
        """The last so many actors of the kind, all within a few sentences; else none."""
        role, at = nominal.role, nominal.mention.first
        before = [self._scene.lower(i) for i in range(at, nominal.mention.head)]
        count = next((_NUMBERS[w] for w in before if w in _NUMBERS), None)
        if role is None or not nominal.plural or nominal.state or nominal.restricted:
            return []
        sides = role.family == "party" and nominal.definite
        if not sides and not (count and (nominal.definite or before[0] == "both")):
            return []
        found: list[Cluster] = []
        for mention, cluster in self._past.before(at):
            if self._far(mention.head, at):
                break
            if cluster not in found and self._suits(nominal, cluster):
                found.append(cluster)
                if len(found) == (count or 2):
                    return sorted(found, key=lambda c: min(m.first for m in c.mentions))
        return []

    def _far(self, before: int, after: int) -> bool:
        """Say whether a mention is neither within a few sentences nor in the paragraph before."""
        words, sentences = self._scene.analysis.words, self._scene.analysis.sentences
        one, other = words[before].sentence, words[after].sentence
        return other - one > _REACH and sentences[other].paragraph - sentences[one].paragraph > 1

    def _suits(self, nominal: Nominal, cluster: Cluster) -> bool:
        role, scene = nominal.role, self._scene
        if role is None or cluster.plural or cluster.anonymous:
            return False
        if role.family in ("country", "party"):
            return cluster.kind == "state"
        if role.family != "person":
            return cluster.kind not in ("person", "state", "group") and role.noun in cluster.nouns
        if cluster.kind != "person":
            return False
        if any(role.suits(r) for n in cluster.nouns if (r := scene.lexicon.role(n))):
            return True
        if cluster.entity is None:
            return False
        held = scene.knowledge.tenures(cluster.entity.key, scene.article.published)
        return bool(set(scene.knowledge.offices_of_noun(role.noun)) & {t.office for t in held})

    def _top(self, index: int) -> int:
        return self._name_at[index].head if index in self._name_at else index

    def _extent(self, index: int) -> tuple[int, int]:
        mention = self._name_at.get(index) or nominal_at(self._scene, index).mention
        return mention.first, mention.last

    def _joins(self, index: int) -> bool:
        word = self._scene.analysis.words[index]
        return word.upos == "CCONJ" or word.text in (",", "&")
