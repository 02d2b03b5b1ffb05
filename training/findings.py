"""Articles with annotated findings → documents for the finding heads.

``training/articles`` holds articles written for the project, in the form of
``bench/gold/findings/README.md``; ``training/annotations/findings.jsonl`` goes over real ones
(``training.annotated_findings``). What the heads learn of each finding is its evidence, its label, and the
phrases of the same sentence that name who holds it. ``python -m training.findings`` checks and counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotation.articles import read_articles
from annotation.findings import GoldAgreement, GoldArticle, GoldFinding, GoldMembership, GoldPosition, Who
from annotation.phrases import WrongGold

from dragoman.language.tokenizer import RawWord, words_of
from dragoman.records import Span
from training.annotated import AnnotatedArticle, labels, own
from training.examples import FINDINGS, Document, Finding
from training.plover import touched
from training.polnear import paragraphs_of

FOLDER = Path(__file__).parent / "articles"
_ENDS = frozenset(".!?")
_CLOSING = frozenset("”’\"')»")
HELD_OUT = 8
"""Every so-manieth article of a set is held out of training: bars are chosen there."""


def articles(held_out: bool, folder: Path = FOLDER) -> Iterator[GoldArticle]:
    """Yield the articles held out of training, or the others, set after set; WrongGold where one is wrong."""
    return (article for _, article in _articles(held_out, folder))


def documents(held_out: bool, folder: Path = FOLDER) -> Iterator[Document]:
    """Yield the documents of ``articles``, with their acts where these are annotated; the same errors."""
    acts = own(folder)
    for of, article in _articles(held_out, folder):
        yield document(article, acts.get(f"{of}/{article.name}"))


def bodies(held_out: bool, folder: Path = FOLDER) -> Iterator[tuple[str, list[tuple[Span, str]]]]:
    """Yield the bodies of the articles whose acts are annotated, with the triggers and types of all acts."""
    acts = own(folder)
    for of, article in _articles(held_out, folder):
        told = acts.get(f"{of}/{article.name}")
        if told is not None:
            base = article.body
            triggers = [(Span(a.trigger[0] - base, a.trigger[1] - base), a.type) for a in told.acts]
            yield article.text[base:], triggers


def _articles(held_out: bool, folder: Path) -> Iterator[tuple[str, GoldArticle]]:
    for one in sorted(folder.iterdir()):
        if one.is_dir():
            for number, article in enumerate(read_articles(one), 1):
                if (number % HELD_OUT == 0) == held_out:
                    yield one.name, article


def document(article: GoldArticle, told: AnnotatedArticle | None = None) -> Document:
    """Return an article's body as words with its findings, and with its acts where they are ``told``.

    What is optional or unsure teaches neither way.
    """
    words: list[RawWord] = []
    paragraphs: list[tuple[int, int]] = []
    for start, end in paragraphs_of(article.text):
        if start >= article.body:
            first = len(words)
            words += words_of(article.text, start, end)
            paragraphs.append((first, len(words)))
    page = _Page(article.text, words, paragraphs)
    doubtful: set[tuple[str, int]] = set()
    found: list[Finding] = []
    for kind in FINDINGS:
        for one in article.findings[_PLURAL[kind]]:
            for span in one.spans:
                place = touched(words, *span)
                if place and one.optional:
                    doubtful |= {(kind, word) for word in place}
                elif place:
                    found.append(_finding(page, kind, one, (place[0], place[-1] + 1)))
    acts, unsure = labels(told, words) if told else (None, frozenset[int]())
    return Document(
        f"findings/{article.name}",
        [form for form, _, _ in words],
        paragraphs,
        acts=acts,
        unsure=unsure,
        findings=tuple(found),
        doubtful=frozenset(doubtful),
    )


_PLURAL = {kind: f"{kind}s" for kind in FINDINGS}


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    words: list[RawWord]
    paragraphs: Sequence[tuple[int, int]]

    def sentence(self, first: int, last: int) -> tuple[int, int]:
        """Return the words of the sentences around ``[first, last)``, as punctuation has them."""
        low, high = next((a, b) for a, b in self.paragraphs if a <= first < b)
        while first > low and not self._ends_at(first - 1):
            first -= 1
        while last < high and not self._ends_at(last - 1):
            last += 1
        return first, last

    def _ends_at(self, index: int) -> bool:
        while index > 0 and self.words[index][0] in _CLOSING:
            index -= 1
        return self.words[index][0] in _ENDS

    def phrase(self, who: Who, first: int, last: int) -> tuple[int, ...]:
        """Return the words of the first way of naming somebody that stands among ``[first, last)``."""
        start, end = self.words[first][1], self.words[last - 1][2]
        for named in who:
            if named.span is not None and start <= named.span.start and named.span.end <= end:
                return touched(self.words, *named.span)
            place = re.compile(rf"(?<!\w){re.escape(named.text)}(?!\w)").search(self.text, start, end)
            if place:
                return touched(self.words, *Span(*place.span()))
        return ()


def _finding(page: _Page, kind: str, one: GoldFinding, place: tuple[int, int]) -> Finding:
    """Return a finding at one place of its evidence."""
    first, last = page.sentence(*place)
    label: int | None = None
    holders: tuple[tuple[int, ...], ...] | None = None
    bodies: tuple[tuple[int, ...], ...] | None = None
    if isinstance(one, GoldPosition):
        label = FINDINGS[kind].index(one.stances[0])
        holders = _known(page.phrase(one.actor, first, last))
    elif isinstance(one, GoldAgreement):
        label = FINDINGS[kind].index(one.statuses[0])
        named = (page.phrase(party, first, last) for party in one.parties)
        holders = tuple(phrase for phrase in named if phrase)
    elif isinstance(one, GoldMembership):
        label = FINDINGS[kind].index(one.roles[0])
        holders = _known(page.phrase(one.member, first, last))
        bodies = _known(page.phrase(one.organization, first, last))
    return Finding(kind, label, *place, holders, bodies)


def _known(phrase: tuple[int, ...]) -> tuple[tuple[int, ...], ...] | None:
    """A holder whom the sentence doesn't name may still stand in it as a pronoun."""
    return (phrase,) if phrase else None


def main() -> int:
    """Check the articles and count their findings; 1 with one line where something is wrong."""
    try:
        found = [document(article) for held_out in (False, True) for article in articles(held_out)]
    except WrongGold as error:
        print(error, file=sys.stderr)
        return 1
    kinds = Counter(one.kind for each in found for one in each.findings or ())
    print(f"{len(found)} articles, {sum(len(each.words) for each in found)} words")
    print("  ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
