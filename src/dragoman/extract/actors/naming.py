"""From name mentions to clusters: persons by full name then surname, bodies by name, states by the tables."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.actors.clusters import (
    Cluster,
    agree,
    close,
    double_bearer,
    fold,
    initials,
    is_double,
    person_key,
    same_person,
    short_form,
)
from dragoman.extract.actors.places import acts, of_another_state, stands_alone
from dragoman.extract.actors.scene import Mention, Scene
from dragoman.knowledge.records import Candidate, Entity
from dragoman.records import ActorKind, NameLabel

_SURE = 0.85
"""So sure a reading as a body or place outweighs the engine's taking a lone word for a person."""


class Naming:
    """Puts the names of one article into clusters; ``of[i]`` is the cluster of the i-th name, if any."""

    def __init__(self, scene: Scene, names: Sequence[Mention], required: set[int]) -> None:
        """``required`` holds the head words of phrases that must get an actor, places included."""
        self.scene = scene
        self.names = names
        self.required = required
        self.clusters: list[Cluster] = []
        self.of: list[Cluster | None] = [None] * len(names)
        self._entities: dict[str, Cluster] = {}
        self._looked: dict[str, Candidate | None] = {}
        self._persons: dict[str, list[tuple[tuple[str, ...], Cluster]]] = {}
        self._given: dict[str, list[Cluster]] = {}
        self._initials: dict[str, Cluster] = {}
        self._bodies: dict[tuple[str, ...], Cluster] = {}
        self._bodies_at: dict[str, list[tuple[str, ...]]] = {}
        text = scene.article.text
        pairs = [(e.short.of(text), e.long.of(text)) for e in scene.article.expansions]
        self._whole = dict(pairs)
        self._long = {fold(short): fold(long) for short, long in pairs}

    def run(self) -> None:
        """Cluster all names: known entities and full names first, single names of persons last."""
        later: list[int] = []
        for number, mention in enumerate(self.names):
            found = self._read(mention, mention.label)
            if found and mention.label != "person" and found.entity.kind != "person":
                self.of[number] = self._known(mention, found)
            elif self._full_person(mention, found):
                self.of[number] = self._person(mention)
            else:
                later.append(number)
        for number in later:
            self.of[number] = self._single(number)
        for mention, cluster in zip(self.names, self.of, strict=True):
            if cluster is not None:
                cluster.add(mention)

    def _best(self, surface: str, label: NameLabel | None = None) -> Candidate | None:
        """The tables' first candidate; a homonym (Georgia, Jordan) only where the engine sees a place."""
        surface = self._whole.get(surface, surface)
        if surface not in self._looked:
            found = self.scene.knowledge.lookup(surface, self.scene.article.published)
            good = found and found[0].matched_as != "demonym"
            self._looked[surface] = found[0] if good else None
        best = self._looked[surface]
        if best is None or best.confidence >= 0.5:
            return best
        return best if label == "place" and best.entity.kind == "state" else None

    def _read(self, mention: Mention, label: NameLabel | None = None) -> Candidate | None:
        """What a name means here: the tables' candidate, unless the article says it is another state's."""
        found = self._best(self.scene.text(mention.first, mention.last), label)
        return None if found and of_another_state(self.scene, mention, found.entity) else found

    def _known(self, mention: Mention, found: Candidate) -> Cluster | None:
        """A state, body or outlet of the tables; a capital or seat only where it acts for its government."""
        entity: Entity | None = found.entity
        if found.matched_as in ("capital", "seat"):
            if mention.head not in self.required and not acts(self.scene, mention):
                return None
            own = found.matched_as == "seat" and found.entity.sector not in ("GOV", None)
            state = None if own else found.entity.state  # the Pentagon is not the whole government
            entity = (self.scene.knowledge.state_entity(state) if state else None) or found.entity
        assert entity is not None
        if entity.key not in self._entities:
            cluster = self._new(entity.kind)
            cluster.entity, cluster.state = entity, entity.state
            self._entities[entity.key] = cluster
        cluster = self._entities[entity.key]
        cluster.seat = cluster.seat or found.matched_as == "seat"
        key = fold(self.scene.text(mention.first, mention.last))
        cluster.keys.add(key)
        if cluster.kind != "state":
            self._keep_body(key, cluster)
        return cluster

    def _new(self, kind: ActorKind) -> Cluster:
        cluster = Cluster(kind)
        self.clusters.append(cluster)
        return cluster

    def _full_person(self, mention: Mention, found: Candidate | None) -> bool:
        if mention.label != "person" and not (found and found.entity.kind == "person"):
            return False
        return len(person_key(self.scene, mention)) >= 2 and not is_double(self.scene, mention)

    def _person(self, mention: Mention) -> Cluster:
        key = person_key(self.scene, mention)
        bucket = self._persons.setdefault(key[-1][0], [])
        same = (c for k, c in bucket if k == key or (len(k) > 1 and same_person(k, key)))
        cluster = next((c for c in same if agree(c, mention)), None) or self._new("person")
        cluster.gender = cluster.gender or mention.gender
        return self._remember(bucket, key, cluster)

    def _remember(
        self, bucket: list[tuple[tuple[str, ...], Cluster]], key: tuple[str, ...], cluster: Cluster
    ) -> Cluster:
        if key not in cluster.keys:
            cluster.keys.add(key)
            bucket.append((key, cluster))
            if len(key) > 1:
                self._given.setdefault(key[0], []).append(cluster)
        return cluster

    def _single(self, number: int) -> Cluster | None:
        """A surname, a given name, or the name of a body that the tables don't know."""
        mention = self.names[number]
        key = person_key(self.scene, mention)
        if mention.label in ("person", None, "place", "other"):
            cluster = self._bearer(number, key) if len(key) == 1 else None
            if len(key) > 1 and is_double(self.scene, mention):
                cluster = double_bearer(self._persons.get(key[-1][0], ()), key, mention)
            if cluster is not None:
                return cluster
        found = self._read(mention)
        if found and found.entity.kind != "person" and found.confidence >= _SURE and not mention.descriptions:
            return self._known(mention, found)
        if found and found.matched_as == "capital" and stands_alone(self.scene, mention):
            return self._known(mention, found)  # "Damascus called it illegal": no Mr Damascus is about
        if mention.label == "person" or self._is_known_person(key):
            return self._person(mention)
        if found and found.entity.kind == "person" and mention.label is None:
            return self._person(mention)
        if mention.label == "place" and mention.head not in self.required:
            return None
        return self._body(number)

    def _is_known_person(self, key: tuple[str, ...]) -> bool:
        """A full name that the engine took for something else this once ("Ann Lee III")."""
        return len(key) > 1 and any(k == key for k, _ in self._persons.get(key[-1][0], ()))

    def _bearer(self, number: int, key: tuple[str, ...]) -> Cluster | None:
        """The person whose surname (or else given name) this is: the nearest before, else the next after."""
        mention, word = self.names[number], key[0]
        loose = mention.label in ("person", None)
        bucket = [(k[-1], c) for k, c in self._persons.get(word[0], ()) if len(k) > 1 and agree(c, mention)]
        last = [c for known, c in bucket if known == word]
        if not last and loose:
            last = [c for known, c in bucket if close(known, word)]
        given: list[Cluster] = []
        if not last and loose:
            given = [c for c in self._given.get(word, ()) if agree(c, mention)]
        chosen = [c for c in {id(c): c for c in last or given}.values() if self._titled(mention, c)]
        if len(chosen) <= 1:
            return chosen[0] if chosen else None
        return self._nearest(number, chosen)

    def _titled(self, mention: Mention, cluster: Cluster) -> bool:
        """Say whether a surname with its title may be this person: "President Clinton" is not Hillary."""
        if not mention.descriptions:
            return True
        title = mention.descriptions[0]
        if title.last != mention.first:
            return True
        found = self._best(self.scene.text(title.first, mention.last))
        if found is None or found.entity.kind != "person" or found.confidence < 0.7:
            return True
        names = (found.entity.name, *found.entity.aliases)
        keys = [fold(name) for name in names]
        return any(len(k) > 1 and same_person(k, key) for k in keys for key in cluster.keys if len(key) > 1)

    def _nearest(self, number: int, clusters: list[Cluster]) -> Cluster:
        for other in range(number - 1, -1, -1):
            if self.of[other] in clusters:
                return self.of[other]  # type: ignore[return-value]
        for other in range(number + 1, len(self.of)):
            if self.of[other] in clusters:
                return self.of[other]  # type: ignore[return-value]
        return clusters[0]

    def _body(self, number: int) -> Cluster:
        mention = self.names[number]
        surface = self.scene.text(mention.first, mention.last)
        key = fold(surface) or (surface,)
        key = self._long.get(key, key)
        if key in self._bodies:
            return self._bodies[key]
        for word in (key[0], key[-1]):
            for known in reversed(self._bodies_at.get(word, ())):
                cluster = self._bodies[known]
                longer = (
                    len(key) > len(known)
                    and cluster.entity is None
                    and all(k == known or len(k) < len(key) for k in cluster.keys)
                )
                if short_form(key, known, self.scene) or (longer and short_form(known, key, self.scene)):
                    return self._keep_body(key, cluster)
        if surface.isupper() and key[0] in self._initials:
            return self._keep_body(key, self._initials[key[0]])
        return self._keep_body(key, self._new(self._body_kind(mention)))

    def _keep_body(self, key: tuple[str, ...], cluster: Cluster) -> Cluster:
        cluster.keys.add(key)
        if key not in self._bodies:
            self._bodies[key] = cluster
            for word in dict.fromkeys((key[0], key[-1])):
                self._bodies_at.setdefault(word, []).append(key)
            for short in initials(key):
                self._initials.setdefault(short, cluster)
        return cluster

    def _body_kind(self, mention: Mention) -> ActorKind:
        scene, words = self.scene, fold(self.scene.text(mention.first, mention.last))
        nouns = {d.noun for d in mention.descriptions}
        families = {r.family for n in nouns if (r := scene.lexicon.role(n))}
        surface = scene.text(mention.first, mention.last)
        if "publication" in families or (words[-1:] and scene.lexicon.isa(words[-1], "publication")):
            return "publication"
        if any(scene.lexicon.isa(w, "publication-name") for w in words) or surface.endswith((".ru", ".com")):
            return "publication"
        if "company" in nouns or (words and scene.lexicon.isa(words[-1], "company")):
            return "company"
        if any(w in ("ministry", "department", "parliament", "senate", "congress") for w in words):
            return "government"
        return "organization" if mention.label == "organization" else "other"
