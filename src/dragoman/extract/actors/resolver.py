"""One pass over an article's mentions in text order: each phrase gets its actor."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.actors.anonymous import same_unnamed, unnamed
from dragoman.extract.actors.clusters import Cluster, fold
from dragoman.extract.actors.collectives import coordinated, members_of
from dragoman.extract.actors.linking import link_persons
from dragoman.extract.actors.names import find_names
from dragoman.extract.actors.naming import Naming
from dragoman.extract.actors.nominals import Nominal, nominal_at, resolve_nominal
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.phrases import Phrase, read_phrases
from dragoman.extract.actors.pronouns import relative_head, resolve_pronoun, wanted
from dragoman.extract.actors.scene import Mention, Scene
from dragoman.records import ActorKind, Span

_SURE = 0.5


class Resolver:
    """Reads one article once; afterwards ``clusters`` and ``of_span`` hold the outcome."""

    def __init__(self, scene: Scene) -> None:
        """Find and cluster the names; phrases wait for :meth:`run`."""
        self.scene = scene
        self.past = Past()
        self.clusters: list[Cluster] = []
        self.of_span: dict[Span, Cluster] = {}
        self._names = find_names(scene)
        self._name_at: dict[int, Mention] = {i: m for m in self._names for i in range(m.first, m.last)}
        self.phrases = read_phrases(scene, self._name_at)
        self._needed = {head for phrase in self.phrases for head in phrase.heads}
        self._own = {h: p.draft for p in self.phrases for h in p.heads if p.draft is not None}
        self._unnamed: dict[tuple[str, ...], Cluster] = {}
        self._compounds: dict[tuple[int, ...], Cluster] = {}
        self._busy: set[int] = set()
        self._outlet: Cluster | None = None

    def run(self) -> None:
        """Give every mention and every phrase of the drafts its actor."""
        naming = Naming(self.scene, self._names, self._needed)
        naming.run()
        self.clusters.extend(naming.clusters)
        link_persons(self.scene, naming.clusters)
        for mention, cluster in zip(self._names, naming.of, strict=True):
            if cluster is not None:
                self.past.note(mention, cluster)
        for phrase in self.phrases:
            if (
                phrase.draft is not None
                and self.scene.drafts[phrase.draft].parent is None
                and len(phrase.heads) == 1
            ):
                self.past.spoke(phrase.heads[0])
        several = {max(phrase.heads): phrase for phrase in self.phrases if len(phrase.heads) > 1}
        for index in sorted({*self._needed, *self._optional()}):
            self.actor_at(index, index in self._needed)
            if index in several:
                self._several(several[index].heads, several[index].draft is not None)
        for phrase in self.phrases:
            self.of_span[phrase.span] = self._of_phrase(phrase)

    def _optional(self) -> list[int]:
        """Nouns and pronouns nobody asked for, which may still be antecedents or mentions."""
        found = []
        for word in self.scene.analysis.words:
            if word.index in self._name_at:
                continue
            if word.upos == "NOUN" and word.deprel not in ("compound", "root", "appos", "flat", "fixed"):
                if self.scene.lexicon.role(word.text):
                    found.append(word.index)
            elif word.upos in ("NOUN", "PROPN", "ADJ") and self._demonym(word.index):
                found.append(word.index)
            elif word.upos == "PRON" and wanted(self.scene, word.index) is not None:
                if self.scene.lower(word.index) not in ("it", "its", "itself"):
                    found.append(word.index)
        return found

    def actor_at(self, index: int, needed: bool = True) -> Cluster | None:
        """Return the actor that a head word stands for, making a new one where ``needed`` and unknown."""
        if index in self.past.of_word:
            return self.past.of_word[index]
        if index in self._busy or (index in self._name_at and not needed):
            return None
        self._busy.add(index)
        upos = self.scene.analysis.words[index].upos
        if upos == "PRON" or (upos == "DET" and wanted(self.scene, index)):
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
        nominal = nominal_at(self.scene, index)
        return self._register(unnamed(self.scene, nominal, self.scene.text(index, index + 1)))

    def _register(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        return cluster

    def _pronoun(self, index: int, needed: bool) -> Cluster | None:
        scene, word = self.scene, self.scene.lower(index)
        if scene.lexicon.isa(word, "first"):
            return self._first_person(index, word)
        if scene.lexicon.isa(word, "relative"):
            head = relative_head(scene, index)
            return self.actor_at(head) if head is not None and head != index else None
        if wanted(scene, index) is None:
            return None
        self._offer_subjects(index, needed)
        found = resolve_pronoun(scene, self.past, index, self._own.get(index))
        if found is not None and (needed or found[1] >= _SURE):
            return found[0]
        return self._open_pronoun(index) if needed else None

    def _open_pronoun(self, index: int) -> Cluster:
        """A pronoun whose bearer can't be known is an actor of its own."""
        cluster, asked = self._new(index), wanted(self.scene, index)
        if asked is not None:
            kinds: dict[str, ActorKind] = {"person": "person", "thing": "other", "many": "group"}
            cluster.kind, cluster.plural = kinds[asked.number], asked.number == "many"
        return cluster

    def _offer_subjects(self, index: int, needed: bool) -> None:
        """Make actors of plain subjects shortly before a needed "they", and of the engine's choice."""
        if not needed:
            return
        words = self.scene.analysis.words
        likely = self.scene.analysis.antecedents.get(index, ())[:1]
        for candidate in likely:
            if candidate.word is not None and candidate.word < index and candidate.probability >= 0.4:
                if words[candidate.word].upos in ("NOUN", "PROPN") and candidate.word not in self._name_at:
                    self.actor_at(candidate.word)
        asked = wanted(self.scene, index)
        if asked is None or asked.number != "many":
            return
        sentence = self.scene.analysis.sentences[max(0, words[index].sentence - 1)]
        for at in range(sentence.first, index):
            word = words[at]
            if word.deprel not in ("nsubj", "nsubj:pass", "obl:agent"):
                continue
            parts = coordinated(self.scene, at, at, index)
            if len(parts) > 1:
                self._several(parts)
            elif word.upos == "NOUN" and at not in self._name_at and self.scene.plural(at):
                self.actor_at(at)

    def _first_person(self, index: int, word: str) -> Cluster | None:
        """I and we are the speaker of the words they stand in; outside of speech, who wrote the article."""
        draft = self.scene.speech[index]
        if draft is not None:
            source = self.scene.drafts[draft].source
            phrase = next((p for p in self.phrases if p.span == source and p.heads), None)
            if phrase is not None and index not in phrase.heads:
                if phrase.heads[0] > index:
                    return self.actor_at(phrase.heads[0])
                return self.past.of_word.get(phrase.heads[0])
            return None
        return self._own_outlet() if word not in ("i", "me", "my") else None

    def _own_outlet(self) -> Cluster | None:
        """The publication that carries the article ("this newspaper", "our correspondent")."""
        publication = self.scene.article.publication
        if publication is None:
            return None
        if self._outlet is None:
            for cluster in self.clusters:
                names = {self.scene.text(m.first, m.last) for m in cluster.mentions if m.form == "name"}
                if publication in names:
                    self._outlet = cluster
            if self._outlet is None:
                self._outlet = self._register(
                    Cluster("publication", keys={fold(publication)}, label=publication)
                )
        return self._outlet

    def _nominal(self, nominal: Nominal, needed: bool) -> Cluster | None:
        scene, head = self.scene, nominal.mention.head
        named = self._bearer(head)
        if named is not None:
            return named
        state = self._as_state(nominal)
        if state is not None:
            return state
        own = nominal.role is not None and nominal.role.family == "publication" and not nominal.plural
        if (own and nominal.determiner == "our") or (own and self._this_outlet(nominal)):
            return self._own_outlet()
        members = members_of(scene, self.past, nominal, self.actor_at) if needed else []
        if len(members) > 1:
            return self._compound(members, scene.text(nominal.mention.first, nominal.mention.last))
        found = resolve_nominal(scene, self.past, nominal, needed) or self._holder(nominal)
        if found is not None:
            if nominal.role is not None:
                found.nouns.add(nominal.role.noun)
            return found
        return self._own_actor(nominal) if needed or self._lasting(nominal) else None

    def _this_outlet(self, nominal: Nominal) -> bool:
        """ "this newspaper" is the paper itself unless another outlet was just named."""
        if nominal.determiner != "this" or nominal.role is None or nominal.role.noun == "publication":
            return False
        return not any(c.kind == "publication" for _, c in self.past.before(nominal.mention.first, 40))

    def _bearer(self, head: int) -> Cluster | None:
        """The name that a noun stands beside ("the foreign minister, Sergei Lavrov"; "the website X")."""
        words = self.scene.analysis.words
        for child in self.scene.analysis.dependents[head]:
            if words[child].deprel in ("appos", "flat", "nmod:desc") and child in self._name_at:
                name = self._name_at[child]
                if name.head in self.past.of_word and not self.scene.children(child, "case"):
                    cluster = self.past.of_word[name.head]
                    if cluster.kind != "state" and not self.scene.plural(head):
                        return cluster
        above = words[head].head
        if words[head].deprel in ("appos", "compound", "flat", "nmod:desc") and above in self._name_at:
            return self.past.of_word.get(self._name_at[above].head)
        return None

    def _demonym(self, index: int) -> str | None:
        """The state of a plural demonym with "the": "the Iranians" (bare "Iranians" are people)."""
        word = self.scene.analysis.words[index]
        if not word.text[:1].isupper() or not self.scene.plural(index):
            return None
        if not any(self.scene.lower(c) == "the" for c in self.scene.children(index, "det")):
            return None
        found = self.scene.knowledge.lookup(word.text, self.scene.article.published)
        if found and found[0].matched_as == "demonym":
            return found[0].entity.state or self.scene.knowledge.state_of(word.text)
        return None

    def _as_state(self, nominal: Nominal) -> Cluster | None:
        """ "the Iranian side" and "the Iranians" in dealings between states are the state."""
        state = self._demonym(nominal.mention.head)
        if state is None and nominal.role is not None and nominal.role.noun == "side" and not nominal.plural:
            state = nominal.state
        entity = self.scene.knowledge.state_entity(state) if state else None
        if entity is None:
            return None
        return self._of_entity(entity.key) or self._from_tables(entity.key)

    def _of_entity(self, key: str) -> Cluster | None:
        return next((c for c in self.clusters if c.entity is not None and c.entity.key == key), None)

    def _from_tables(self, key: str) -> Cluster | None:
        entity = self.scene.knowledge.entity(key)
        if entity is None:
            return None
        return self._register(Cluster(entity.kind, entity=entity, state=entity.state, label=entity.name))

    def _holder(self, nominal: Nominal) -> Cluster | None:
        """ "the Iranian president", whom the article never names: the one holder of the office that day."""
        role, state = nominal.role, nominal.state
        if role is None or state is None or role.family != "person" or nominal.plural:
            return None
        if nominal.determiner not in ("the", "poss") or self.scene.article.published is None:
            return None
        first = nominal.mention.first
        if any(self.scene.lexicon.isa(self.scene.lower(i), "former") for i in range(first, first + 3)):
            return None
        phrase = self.scene.text(first, nominal.mention.last)
        office = self.scene.knowledge.office_of_title(phrase)
        if office is None:
            return None
        holders = self.scene.knowledge.holders(office, state, self.scene.article.published)
        if len(holders) != 1:
            return None
        return self._of_entity(holders[0].key) or self._from_tables(holders[0].key)

    def _lasting(self, nominal: Nominal) -> bool:
        """An unnamed person newly brought in as a subject can be taken up later ("An official ... He")."""
        role, word = nominal.role, self.scene.analysis.words[nominal.mention.head]
        if role is None or role.family not in ("person", "people"):
            return False
        return word.deprel in ("nsubj", "nsubj:pass") and nominal.determiner != "our"

    def _own_actor(self, nominal: Nominal) -> Cluster:
        owner = next(iter(self.scene.children(nominal.mention.head, "nmod:poss")), None)
        possessor = self.past.of_word.get(self._name_at[owner].head) if owner in self._name_at else None
        if owner is not None and possessor is None:
            possessor = self.past.of_word.get(owner)
        key = same_unnamed(self.scene, nominal, possessor)
        if key is not None and key in self._unnamed:
            return self._unnamed[key]
        label = self.scene.text(nominal.mention.first, nominal.mention.last)
        cluster = self._register(unnamed(self.scene, nominal, label))
        if key is not None:
            self._unnamed[key] = cluster
        return cluster

    def _compound(self, members: Sequence[Cluster], label: str) -> Cluster:
        key = tuple(sorted(id(member) for member in members))
        if key not in self._compounds:
            cluster = Cluster("group", plural=True, label=label, members=list(members))
            self._compounds[key] = self._register(cluster)
        return self._compounds[key]

    def _several(self, heads: Sequence[int], speaks: bool = False) -> Cluster | None:
        """Return the collective of several heads ("Moscow and Tehran"), in mind from its last word on."""
        parts = {id(c): c for head in heads if (c := self.actor_at(self._top(head))) is not None}
        if len(parts) < 2:
            return None
        first, last = self._edge(min(heads), 0), self._edge(max(heads), 1)
        joint = next((i for i in range(min(heads) + 1, max(heads)) if self._joins(i)), None)
        cluster = self._compound(list(parts.values()), self.scene.text(first, last))
        if joint is not None and joint not in self.past.of_word:
            mention = Mention(first, last, joint, "compound")
            cluster.add(mention)
            self.past.note(mention, cluster)
            if speaks:
                self.past.spoke(joint)
        return cluster

    def _top(self, index: int) -> int:
        return self._name_at[index].head if index in self._name_at else index

    def _edge(self, index: int, side: int) -> int:
        """The first word (side 0) or the end (side 1) of the name or noun phrase at a head."""
        if index in self._name_at:
            name = self._name_at[index]
            return (name.first, name.last)[side]
        mention = nominal_at(self.scene, index).mention
        return (mention.first, mention.last)[side]

    def _joins(self, index: int) -> bool:
        word = self.scene.analysis.words[index]
        return word.upos == "CCONJ" or word.text in (",", "&")

    def _of_phrase(self, phrase: Phrase) -> Cluster:
        parts = [c for head in phrase.heads if (c := self.actor_at(head)) is not None]
        text = phrase.span.of(self.scene.article.text).strip(" ,;:—–-")
        several = self._several(phrase.heads) if len(parts) > 1 else None
        if several is not None:
            return several
        if parts:
            if len(parts[0].mentions) == 1 and not parts[0].named and not parts[0].entity and len(text) <= 90:
                parts[0].label = " ".join(text.split())
            return parts[0]
        return self._register(Cluster("other", label=" ".join(text.split()) or "?"))
