"""What a stance is about: a proposition of the tables, or an open one in the words of the text."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.actors import ActorIndex
from dragoman.extract.positions.clauses import lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.statements.phrases import noun_phrase
from dragoman.knowledge.base import Knowledge
from dragoman.records import Actor, Analysis, Article, PositionDraft, Span

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LONGEST = 30
_SHARED = 0.5
_BACK = 120
"""How many words before a word that points back what it stands for may be."""


@dataclass(frozen=True, slots=True)
class Named:
    """A proposition as an object names it; ``same`` is False where the object is its opposite pole.

    ``key`` tells propositions apart: the id of the tables' one, or the words of an open one.
    """

    key: str
    issue: str
    label: str
    same: bool
    known: bool


@dataclass(slots=True)
class Open:
    """An open proposition that an article has spoken of, with what it is recognised by."""

    named: Named
    lemmas: frozenset[str]
    turned: bool


class Namer:
    """Names the objects of one article's stances; open propositions are remembered and taken up."""

    def __init__(self, article: Article, analysis: Analysis, index: ActorIndex, knowledge: Knowledge) -> None:
        """Take the article with what is known of it."""
        self._text, self._analysis, self._knowledge = article.text, analysis, knowledge
        self._index, self._actors = index, {actor.id: actor for actor in index.actors}
        self._open: list[Open] = []

    def names(self, draft: PositionDraft) -> tuple[Named, ...]:
        """Return the propositions that a draft's own object speaks of; () where it is no proposition."""
        if draft.object is None:
            return ()
        known = self.known(draft.object)
        if known:
            return known
        if draft.open == "table":
            return ()
        new = self._in_own_words(draft.object, draft.open)
        return (new,) if new is not None else ()

    def known(self, span: Span) -> tuple[Named, ...]:
        """Return the propositions of the tables that a stretch of text speaks of."""
        words = self._spelled_out(span)
        found = self._knowledge.propositions_of(words) or self._knowledge.propositions_backed(words)
        named = []
        for touched in found:
            turn = self._turn(span, touched.shown_by)
            if turn is not None:
                same = (touched.pole == "for") == turn
                label = touched.proposition.label
                named.append(Named(touched.proposition.id, touched.issue.label, label, same, True))
        return tuple(named)

    def spoken_of(self, place: int) -> tuple[Named, ...]:
        """Return the nearest thing before a word that one can be for or against; () where none is near.

        For "it", and for what is left out: only nouns of ``proposable`` count, names of parties don't.
        """
        for index in range(place - 1, max(-1, place - _BACK), -1):
            word = self._analysis.words[index]
            if word.upos != "NOUN" or not lexicon().isa(word.lemma, "proposable"):
                continue
            if word.deprel in ("compound", "nmod:poss"):
                continue
            first, last = noun_phrase(self._analysis, index)
            span = self._analysis.span(first, min(last, index + 9))
            known = self.known(span)
            new = None if known else self._in_own_words(span, "any")
            if known or new is not None:
                return known or ((new,) if new is not None else ())
        return ()

    def _turn(self, span: Span, shown_by: str) -> bool | None:
        """What the verb of an infinitive or -ing form does to a pole: keep it, turn it round, or neither.

        "To accept his exit" is for it, "to block a settlement" is against one; of "dictating a settlement"
        the tables know nothing.
        """
        words = self._analysis.words_in(span)
        if not words:
            return None
        word = self._analysis.words[self._analysis.head_of(words.start, words.stop)]
        low, lemma = word.text.lower(), word.lemma.lower()
        bare = low.endswith("ing") or lower(self._analysis, word.index - 1) in ("to", "further")
        if word.upos != "VERB" or not bare or word.index - words.start > 2:
            return True
        if f" {low}" in shown_by or any(low.startswith(part) for part in shown_by.split() if len(part) > 3):
            return True
        signs = {use.sign for use in lexicon().uses["v"].get(lemma, ())}
        if "for" in signs or lexicon().isa(lemma, "light"):
            return True
        return False if "against" in signs or lexicon().isa(lemma, "reversing") else None

    def _spelled_out(self, span: Span) -> str:
        """The words of a span, its pronouns replaced by the names of those they stand for."""
        parts, at = [], span.start
        for mention, identifier in self._index.places:
            if not span.contains(mention) or mention.start < at:
                continue
            words = self._analysis.words_in(mention)
            if len(words) == 1 and self._analysis.words[words.start].upos in ("PRON", "DET"):
                parts += [self._text[at : mention.start], _plain(self._actors[identifier])]
                at = mention.end
        return "".join([*parts, self._text[at : span.end]])

    def _in_own_words(self, span: Span, may_be: str) -> Named | None:
        """An open proposition, or the one that the article has already spoken of."""
        words = self._analysis.words_in(span)
        if not words or len(words) > _LONGEST:
            return None
        content = [i for i in words if self._analysis.words[i].upos in _CONTENT]
        lemmas = [self._analysis.words[i].lemma.lower() for i in content]
        table = lexicon().words
        head = self._analysis.head_of(words.start, words.stop)
        if self._analysis.words[head].lemma.lower() in table["factual"] | table["thin"]:
            return None
        told = frozenset(lemmas) - table["thin"] - table["light"]
        told = told - table["reversing"] or told
        nouns = [i for i in content if self._analysis.words[i].upos in ("NOUN", "PROPN")]
        pronouns = any(self._analysis.words[i].upos == "PRON" for i in words)
        alone = told <= table["deeds_alone"] or len(content) > 1
        if not told or not (nouns or pronouns or alone):
            return None
        turned = any(lemma in table["reversing"] for lemma in lemmas[:2])
        for one in self._open:
            if turned == one.turned and _alike(told, one.lemmas):
                return one.named
        issues = self._knowledge.issues_of(self._spelled_out(span))
        if may_be == "issue" and not issues:
            return None
        label = " ".join(_label(self._analysis, words).split())
        issue = self._knowledge.issue(issues[0]).label if issues else label
        named = Named(f"open:{len(self._open)}", issue, label, True, False)
        self._open.append(Open(named, told, turned))
        return named


def _plain(actor: Actor) -> str:
    return actor.name if actor.name[:1].isupper() else ""


def _label(analysis: Analysis, words: range) -> str:
    """The words of an open proposition, without an article in front and what follows a comma."""
    first = words.start
    while first + 1 < words.stop and lower(analysis, first) in ("the", "a", "an", "any"):
        first += 1
    found, before = "", None
    for index in range(first, words.stop):
        word = analysis.words[index]
        found += (" " if before is not None and word.start > before else "") + word.text
        before = word.end
    return found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of content words speak of one thing: half shared, or one within the other."""
    both = one & other
    if not both:
        return False
    return len(both) / len(one | other) > _SHARED or (min(len(one), len(other)) >= 2 and both in (one, other))
