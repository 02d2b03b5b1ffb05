"""What the heads of events and findings learn from, and what of it is held out: documents by their corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training import acts, annotated, annotated_findings, findings, names, newswire
from training.examples import Document


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents that have the same layers of labels.

    ``short``: each is a sentence, to be shown among others of its kind; else each is an article.
    """

    name: str
    documents: Sequence[Document]
    short: bool


def taught(data: Path, held_out: bool) -> list[Corpus]:
    """Return the corpora of acts and findings as far as they are held out, or the rest of them.

    What stands over texts of others is left out where there is no folder ``data``.
    """
    rows = acts.split(acts.rows(), held_out=held_out)
    found = [Corpus("sentences", list(acts.documents(rows)), short=True)]
    own = list(findings.documents(held_out))
    found.append(Corpus("papers", [d for d in own if d.acts is None], short=False))
    found.append(Corpus("told papers", [d for d in own if d.acts is not None], short=False))
    if not held_out:
        found.append(Corpus("partly", partly(), short=True))
    if data.is_dir():
        wire = list(annotated.sentence_documents(data, held_out))
        found.append(Corpus("newswire", wire, short=True))
        found.append(Corpus("articles", list(_articles(data, held_out)), short=False))
    else:
        print(f"the annotated texts of others are left out: no folder {data}", flush=True)
    return [corpus for corpus in found if corpus.documents]


def partly() -> list[Document]:
    """Return our own sentences of which some acts are known."""
    return [document for document in newswire.documents(newswire.rows()) if document.acts is not None]


def named() -> Corpus:
    """Return our own sentences whose names are known."""
    return Corpus("names", list(names.documents()), short=True)


def _articles(data: Path, held_out: bool) -> Iterator[Document]:
    """Yield the annotated articles of others with their acts and their findings."""
    told = annotated.documents(data, held_out)
    pages = (
        findings.document(annotated_findings.gold_of(one))
        for one in annotated_findings.articles(data, held_out)
    )
    for article, page in zip(told, pages, strict=True):
        if article.words != page.words:
            raise ValueError(f"{article.id}: acts and findings go over different words")
        yield replace(article, findings=page.findings, doubtful=page.doubtful)
