"""One pass over an article's mentions in text order: each phrase gets its actor."""

from __future__ import annotations

from dragoman.extract.actors.anonymous import same_unnamed, state_of_owner, unnamed
from dragoman.extract.actors.beside import author_head, bearer
from dragoman.extract.actors.clusters import Cluster, fold
from dragoman.extract.actors.collectives import Collectives
from dragoman.extract.actors.linking import link_persons
from dragoman.extract.actors.names import find_names
from dragoman.extract.actors.naming import Naming
from dragoman.extract.actors.nominals import resolve_nominal
from dragoman.extract.actors.noun_phrases import Nominal, nominal_at
from dragoman.extract.actors.offices import holder_meant, state_meant
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.phrases import Phrase, read_phrases
from dragoman.extract.actors.pronouns import relative_head, resolve_pronoun, wanted
from dragoman.extract.actors.scene import Mention, Scene
from dragoman.extract.actors.waiting import lasting, likely_heads, optional_heads
from dragoman.knowledge.records import Entity
from dragoman.records import ActorKind, Span

_SURE = 0.5
_LONG = 90
_OPEN: dict[str, ActorKind] = {"person": "person", "thing": "other", "many": "group"}


class Resolver:
    """Reads one article once; afterwards ``clusters`` and ``of_span`` hold the outcome."""

    def __init__(self, scene: Scene) -> None:
        """Find the names; phrases wait for :meth:`run`."""
        self.scene = scene
        self.past = Past()
        self.clusters: list[Cluster] = []
        self.of_span: dict[Span, Cluster] = {}
        self._names = find_names(scene)
        self.name_at = {i: m for m in self._names for i in range(m.first, m.last)}
        self._phrases = {phrase.span: phrase for phrase in read_phrases(scene, self.name_at)}
        self._labels = {
            p.heads[0]: _plain(scene, p.span) for p in self._phrases.values() if len(p.heads) == 1
        }
        self._needed = {head for phrase in self._phrases.values() for head in phrase.heads}
        self._own: dict[int, list[int]] = {}
        self._unnamed: dict[tuple[str, ...], Cluster] = {}
        self._entities: dict[str, Cluster] = {}
        self._busy: set[int] = set()
        self._outlet: Cluster | None = None
        self.collectives = Collectives(scene, self.past, self.name_at, self.actor_at, self.of_entity)

    def run(self) -> None:
        """Give every mention and every phrase of the drafts its actor."""
        self._read_names()
        self._hear_speakers()
        several = {max(p.heads): p for p in self._phrases.values() if len(p.heads) > 1}
        for index in sorted({*self._needed, *optional_heads(self.scene, self.name_at)}):
            self.actor_at(index, index in self._needed)
            if index in several:
                self.collectives.of_heads(several[index].heads, several[index].draft is not None)
        for span, phrase in self._phrases.items():
            self.of_span[span] = cluster = self.of_phrase(phrase)
            carrier = phrase.draft is None and cluster.entity is None
            if carrier and cluster.kind in ("organization", "other"):
                cluster.kind = "publication"  # it carried someone's words, and nobody knows it for more
        self.clusters.extend(self.collectives.made)

    def _read_names(self) -> None:
        naming = Naming(self.scene, self._names, self._needed)
        naming.run()
        self.clusters.extend(naming.clusters)
        link_persons(self.scene, naming.clusters)
        for cluster in naming.clusters:
            if cluster.entity is not None:
                self._entities.setdefault(cluster.entity.key, cluster)
        for mention, named in zip(self._names, naming.of, strict=True):
            if named is not None:
                self.past.note(mention, named)

    def _hear_speakers(self) -> None:
        for number, draft in enumerate(self.scene.drafts):
            phrase = self._phrases.get(draft.source) if draft.source else None
            if phrase is None or not phrase.heads:
                continue
            for head in phrase.heads:
                self._own.setdefault(head, []).append(number)
            nested = draft.parent is not None or self.scene.speech[phrase.heads[0]] is not None
            if not nested and len(phrase.heads) == 1:
                self.past.spoke(phrase.heads[0])

    def actor_at(self, index: int, needed: bool = True) -> Cluster | None:
        """Return the actor that a head word stands for, making a new one where ``needed`` and unknown."""
        if index in self.past.of_word:
            return self.past.of_word[index]
        if index in self._busy or (index in self.name_at and not needed):
            return None
        self._busy.add(index)
        if self.scene.analysis.words[index].upos == "PRON" or wanted(self.scene, index):
            mention = Mention(index, index + 1, index, "pronoun")
            cluster = self._pronoun(index, needed)
        else:
            nominal = nominal_at(self.scene, index)
            mention, cluster = nominal.mention, self._nominal(nominal, needed)
        self._busy.discard(index)
        if cluster is None and needed:
            cluster = self._new(index)
        if cluster is not None:
            asked = wanted(self.scene, index) if mention.form == "pronoun" else None
            cluster.gender = cluster.gender or (asked.gender if asked else None)
            cluster.add(mention)
            self.past.note(mention, cluster)
        return cluster

    def _new(self, index: int) -> Cluster:
        """An actor of its own, described by its head word; an open pronoun keeps what it tells."""
        label = self._labels.get(index, self.scene.text(index, index + 1))
        cluster = unnamed(self.scene, nominal_at(self.scene, index), label)
        asked = wanted(self.scene, index)
        if asked is not None:
            cluster.kind, cluster.plural = _OPEN[asked.number], asked.number == "many"
        return self._register(cluster)

    def _register(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        return cluster

    def of_entity(self, entity: Entity) -> Cluster:
        """Return the one actor of an entity of the tables."""
        if entity.key not in self._entities:
            cluster = Cluster(entity.kind, entity=entity, state=entity.state, label=entity.name)
            self._entities[entity.key] = self._register(cluster)
        return self._entities[entity.key]

    def _pronoun(self, index: int, needed: bool) -> Cluster | None:
        scene, word = self.scene, self.scene.lower(index)
        if scene.lexicon.isa(word, "first"):
            return self._first_person(index, word)
        if scene.lexicon.isa(word, "relative"):
            head = relative_head(scene, index)
            return self.actor_at(head) if head is not None and head != index else None
        if wanted(scene, index) is None:
            return None
        if needed:
            for heads in likely_heads(scene, self.name_at, index):
                if len(heads) > 1:
                    self.collectives.of_heads(heads)
                else:
                    self.actor_at(heads[0])
        found = resolve_pronoun(scene, self.past, index, self._own.get(index, ()), self._speaker(index))
        return found[0] if found is not None and (needed or found[1] >= _SURE) else None

    def _speaker(self, index: int) -> Cluster | None:
        """Who speaks the direct quotation that a word stands in, if that is known already."""
        draft = self.scene.speech[index]
        if draft is None or self.scene.drafts[draft].form != "direct":
            return None
        source = self.scene.drafts[draft].source
        phrase = self._phrases.get(source) if source else None
        return self.past.of_word.get(phrase.heads[0]) if phrase is not None and phrase.heads else None

    def _first_person(self, index: int, word: str) -> Cluster | None:
        """I and we are the speaker of the words they stand in; outside of speech, who prints the article."""
        draft = self.scene.speech[index]
        if draft is None:
            return self._own_outlet() if word not in ("i", "me", "my") else None
        told = self.scene.drafts[draft]
        if told.form == "indirect" and told.content[0].of(self.scene.article.text)[:5].lower() == "that ":
            return None  # "he told a paper that I had agreed": whoever says "I" is not he
        phrase = self._phrases.get(told.source) if told.source else None
        if phrase is None or not phrase.heads or index in phrase.heads:
            return None
        return self.actor_at(phrase.heads[0])

    def _own_outlet(self) -> Cluster | None:
        """The publication that carries the article ("this newspaper", "our correspondent")."""
        publication = self.scene.article.publication
        if publication is None:
            return None
        if self._outlet is None:
            key = fold(publication)
            named = next((c for c in self.clusters if key in c.keys), None)
            self._outlet = named or self._register(Cluster("publication", keys={key}, label=publication))
        return self._outlet

    def _nominal(self, nominal: Nominal, needed: bool) -> Cluster | None:
        scene = self.scene
        named = bearer(scene, self.past, self.name_at, nominal.mention.head)
        if named is not None:
            return named
        state = state_meant(scene, nominal)
        if state is not None:
            return self.of_entity(state)
        owner = author_head(scene, self.past, self.name_at, nominal)
        if owner is not None:
            return self.actor_at(owner)
        if self._prints_this(nominal):
            return self._own_outlet()
        several = self.collectives.of_nominal(nominal) if needed else None
        if several is not None:
            return several
        found = resolve_nominal(scene, self.past, nominal, needed)
        if found is None:
            states = frozenset(c.state for c in self._entities.values() if c.kind == "state" and c.state)
            holder = holder_meant(scene, nominal, states)
            found = self.of_entity(holder) if holder is not None else None
        if found is not None:
            if nominal.role is not None:
                found.nouns.add(nominal.role.noun)
            return found
        return self._own_actor(nominal) if needed or lasting(scene, nominal) else None

    def _prints_this(self, nominal: Nominal) -> bool:
        """Say whether it is the paper itself: "our newspaper"; "this newspaper" unless another was named."""
        role = nominal.role
        if role is None or role.family != "publication" or nominal.plural:
            return False
        if nominal.determiner == "our":
            return True
        if nominal.determiner != "this" or role.noun == "publication":
            return False
        return not any(c.kind == "publication" for _, c in self.past.before(nominal.mention.first, 40))

    def _own_actor(self, nominal: Nominal) -> Cluster:
        owner = next(iter(self.scene.children(nominal.mention.head, "nmod:poss")), None)
        possessor = None
        if owner is not None:
            top = self.name_at[owner].head if owner in self.name_at else owner
            its = nominal.role is not None and self.scene.lower(owner) == "its"
            possessor = self.actor_at(owner, False) if its else self.past.of_word.get(top)
        key = same_unnamed(self.scene, nominal, possessor)
        if key is not None and key in self._unnamed:
            return self._unnamed[key]
        at = nominal.mention
        label = self._labels.get(at.head, self.scene.text(at.first, at.last))
        cluster = self._register(unnamed(self.scene, nominal, label))
        cluster.state = cluster.state or state_of_owner(self.scene, nominal, possessor)
        if key is not None:
            self._unnamed[key] = cluster
        return cluster

    def of_phrase(self, phrase: Phrase) -> Cluster:
        """Return the actor that a phrase names, one of its own where nobody is known for it."""
        several = self.collectives.of_heads(phrase.heads) if len(phrase.heads) > 1 else None
        found = (self.actor_at(head) for head in (() if several else phrase.heads))
        cluster = several or next((c for c in found if c is not None), None)
        return cluster or self._register(Cluster("other", label=_plain(self.scene, phrase.span)))


def _plain(scene: Scene, span: Span) -> str:
    """A phrase as a name for one who has none; a very long one is cut at a word."""
    text = " ".join(span.of(scene.article.text).split()).strip(" ,;:—–-").rstrip("’'")
    return (text if len(text) <= _LONG else text[:_LONG].rsplit(" ", 1)[0] + " …") or "?"
