"""Small articles spelled out as trees: ``form:UPOS:head:relation`` word by word, one sentence a line.

The text is put together from the forms; a line ``--`` begins a new paragraph. Word classes are written
with one letter (see ``_CLASSES``); a fifth field gives a lemma where it isn't the form in lower case; a
subtype is written with a stroke (``nmod/poss``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from small_knowledge import SmallKnowledge

from dragoman.extract.actors import ActorIndex, find_actors
from dragoman.knowledge.base import Knowledge
from dragoman.records import (
    Actor,
    Analysis,
    Antecedent,
    Article,
    Expansion,
    Form,
    NameSpan,
    Paragraph,
    Sentence,
    Span,
    StatementDraft,
    Word,
)

_CLASSES = {
    "P": "PROPN", "N": "NOUN", "V": "VERB", "R": "PRON", "A": "ADJ", "D": "DET", "X": "AUX", "I": "ADP",
    "C": "CCONJ", "S": "SCONJ", "B": "ADV", ".": "PUNCT", "T": "PART", "#": "NUM",
}  # fmt: skip
_TIGHT = frozenset(".,’s's”:;?!)")


@dataclass
class Small:
    """An article, its tree and the phrases asked about; ``say`` adds a statement, ``read`` finds actors."""

    article: Article
    analysis: Analysis
    drafts: list[StatementDraft] = field(default_factory=list)

    def span(self, phrase: str) -> Span:
        """Return where ``phrase`` stands; ``phrase@2`` is its second place (whole words only)."""
        wanted, _, number = phrase.partition("@")
        starts = {w.start for w in self.analysis.words}
        ends = {w.end for w in self.analysis.words}
        at, left = -1, int(number or 1)
        while left:
            at = self.article.text.index(wanted, at + 1)
            left -= at in starts and at + len(wanted) in ends
        return Span(at, at + len(wanted))

    def say(
        self, source: str | None, *content: str, via: Sequence[str] = (), form: Form = "indirect",
        parent: int | None = None, cue: str | None = None,
    ) -> Small:  # fmt: skip
        """Add a statement whose source, contents, chain and cue are given as phrases."""
        spans = tuple(self.span(piece) for piece in content)
        chain = tuple(self.span(phrase) for phrase in via)
        origin = self.span(source) if source else None
        told = (self.span(cue),) if cue else ()
        self.drafts.append(
            StatementDraft(origin, told, spans, chain, form, "assertion", "affirms", parent, 1.0)
        )
        return self

    def read(self, knowledge: Knowledge | None = None) -> ActorIndex:
        """Find the actors with the small tables, or with ``knowledge``."""
        return find_actors(self.article, self.analysis, knowledge or SmallKnowledge(), self.drafts)

    def who(self, phrase: str, index: ActorIndex | None = None) -> Actor:
        """Return the actor of a phrase that a statement asked about."""
        index = index or self.read()
        identifier = index.by_span[self.span(phrase)]
        return next(actor for actor in index.actors if actor.id == identifier)


def small(
    tree: str, names: dict[str, str] | None = None, *, published: date | None = date(2015, 11, 24),
    publication: str | None = None, expansions: Sequence[tuple[str, str]] = (),
    antecedents: dict[int, tuple[Antecedent, ...]] | None = None,
) -> Small:  # fmt: skip
    """Build an article from ``tree``; ``names`` gives the engine's label of every place of a name."""
    text, words, sentences, starts = "", list[Word](), list[Sentence](), [0]
    for line in tree.strip().splitlines():
        if line.strip() == "--":
            text = text.rstrip() + "\n\n"
            starts.append(len(text))
            continue
        base = len(words)
        for item in line.split():
            form, upos, head, relation, *lemma = item.split(":")
            if all(char in _TIGHT for char in form):
                text = text.rstrip(" ")
            above = base + int(head) - 1 if int(head) else -1
            words.append(
                Word(len(words), len(text), len(text) + len(form), form, lemma[0] if lemma else form.lower(),
                     _CLASSES[upos], above, relation.replace("/", ":"), len(sentences))
            )  # fmt: skip
            text += form if form == "“" else form + " "
        sentences.append(Sentence(base, len(words), len(starts) - 1))
    text = text.rstrip()
    blocks = tuple(
        Paragraph(Span(a, len(text[:b].rstrip())), "body")
        for a, b in zip(starts, [*starts[1:], len(text)], strict=True)
    )
    short = tuple(Expansion(_find(text, a), _find(text, b)) for a, b in expansions)
    article = Article(text, blocks, publication=publication, published=published, expansions=short)
    analysis = Analysis(
        tuple(words), tuple(sentences), _names(words, names or {}), antecedents=antecedents or {}
    )
    return Small(article, analysis)


def _find(text: str, phrase: str) -> Span:
    return Span(text.index(phrase), text.index(phrase) + len(phrase))


def _names(words: Sequence[Word], names: dict[str, str]) -> tuple[NameSpan, ...]:
    found: list[NameSpan] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: -len(n.split())):
        forms = name.split()
        for at in range(len(words) - len(forms) + 1):
            place = range(at, at + len(forms))
            if [words[i].text for i in place] == forms and not taken & set(place):
                taken |= set(place)
                found.append(NameSpan(at, at + len(forms), names[name], 0.9))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda n: n.first))
