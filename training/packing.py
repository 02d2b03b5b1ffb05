"""Short documents together, long ones apart: so that heads learn their work in windows of every length.

Sentences learned alone spoil what stands in articles, and the other way round.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.examples import Act, Document


def packed(documents: Sequence[Document], rng: random.Random, most: int = 8) -> list[Document]:
    """Return the documents in random order, one to ``most`` of them as the paragraphs of one.

    Only words, names and acts are carried on, and words unsure to tell of one; all of ``documents`` have the
    same of these layers.
    """
    order = rng.sample(list(documents), len(documents))
    found = []
    while order:
        several = [order.pop() for _ in range(min(len(order), rng.randint(1, most)))]
        found.append(_joined(several))
    return found


def _joined(documents: list[Document]) -> Document:
    first = documents[0]
    whole = Document(
        "+".join(document.id for document in documents),
        [],
        [],
        names=None if first.names is None else [],
        acts=None if first.acts is None else (),
        acts_partial=first.acts_partial,
    )
    for document in documents:
        base = len(whole.words)
        whole.words += document.words
        whole.paragraphs.append((base, len(whole.words)))
        if whole.names is not None and document.names is not None:
            whole.names += document.names
        if whole.acts is not None:
            whole.acts += tuple(_moved(act, base) for act in document.acts or ())
        whole.unsure |= {word + base for word in document.unsure}
    return whole


def _moved(act: Act, base: int) -> Act:
    def on(phrases: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(word + base for word in phrase) for phrase in phrases)

    return replace(act, trigger=on((act.trigger,))[0], actors=on(act.actors), recipients=on(act.recipients))


def sentences_of(document: Document) -> Iterator[Document]:
    """Yield each sentence of a treebank's document alone: words, tags, tree and names."""
    assert document.sentence_starts is not None and document.heads is not None
    starts = [*sorted(document.sentence_starts), len(document.words)]
    for first, last in itertools.pairwise(starts):
        yield Document(
            f"{document.id}@{first}",
            document.words[first:last],
            [(0, last - first)],
            sentence_starts={0},
            upos=None if document.upos is None else document.upos[first:last],
            heads=[head - first for head in document.heads[first:last]],
            deprels=None if document.deprels is None else document.deprels[first:last],
            names=None if document.names is None else document.names[first:last],
        )
