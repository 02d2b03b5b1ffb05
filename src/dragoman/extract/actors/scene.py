"""What every step of the resolver looks at: article, words, drafts, and whose speech a word is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.actors.lexicon import Gender, Lexicon
from dragoman.knowledge.base import Knowledge
from dragoman.records import Analysis, Article, NameLabel, Span, StatementDraft


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of an actor beside its name: a title in front, an apposition, a predicate.

    Words ``[first, last)`` with head ``head``; ``state`` is an ISO code where the phrase plainly says so.
    """

    first: int
    last: int
    head: int
    noun: str
    state: str | None
    former: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named or referred to: words ``[first, last)`` with head ``head``."""

    first: int
    last: int
    head: int
    form: str
    """"name", "nominal", "pronoun" or "compound"."""
    label: NameLabel | None = None
    descriptions: tuple[Description, ...] = ()
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The read-only surroundings of the resolver; ``speech[i]`` is the innermost draft that holds word i."""

    article: Article
    analysis: Analysis
    knowledge: Knowledge
    lexicon: Lexicon
    drafts: Sequence[StatementDraft]
    speech: tuple[int | None, ...]

    def text(self, first: int, last: int) -> str:
        """Return the text of words ``[first, last)`` with white space made plain."""
        return " ".join(self.analysis.span(first, last).of(self.article.text).split())

    def lower(self, index: int) -> str:
        """Return a word in lower case."""
        return self.analysis.words[index].text.lower()

    def children(self, index: int, *relations: str) -> list[int]:
        """Return the dependents of a word with one of the relations (subtypes named in full)."""
        words = self.analysis.words
        return [i for i in self.analysis.dependents[index] if words[i].deprel in relations]

    def plural(self, index: int) -> bool:
        """Say whether a noun is plural, by its form against its lemma (the engine gives no features)."""
        word = self.analysis.words[index]
        form, lemma = word.text.lower(), word.lemma.lower()
        role = self.lexicon.roles.get(form)
        if role is not None:
            return role.family == "people" or form in ("media", "data")
        if form.endswith("s") and not form.endswith(("ss", "us", "is", "ics", "'s")):
            return True
        return form != lemma and form.endswith(("men", "people"))


def set_scene(
    article: Article, analysis: Analysis, knowledge: Knowledge, lexicon: Lexicon,
    drafts: Sequence[StatementDraft],
) -> Scene:  # fmt: skip
    """Return the scene, with the words of each draft's content painted from the widest to the narrowest."""
    speech: list[int | None] = [None] * len(analysis.words)
    sized = sorted(range(len(drafts)), key=lambda i: (-_extent(drafts[i].content), i))
    for number in sized:
        for piece in drafts[number].content:
            for index in analysis.words_in(piece):
                speech[index] = number
    return Scene(article, analysis, knowledge, lexicon, drafts, tuple(speech))


def _extent(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
