"""The heads of events and findings and their branch of the encoder, taught on a trunk that stays as it is.

``python -m training.heads --checkpoint out/a.pt --out out/model.pt``

The trunk's output for our own sentences and articles and the annotated ones is computed once, so that an
epoch is short, and nothing that the other heads have learned can suffer. The best epoch on what is held out
is kept.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.language.pieces import Pieces
from training import corpora, likeness, packing
from training.batches import Batch, batches_of, collate, examples_of
from training.event_losses import event_losses
from training.examples import Document
from training.finding_losses import finding_losses
from training.model import EVENT_OUTPUTS, FINDING_OUTPUTS, Engine, base_folder, load, words_of

PACKINGS = 1
"""So many times each sentence is encoded, among others each time."""
HIDDEN = 0.1
"""So much of the trunk's output is hidden in learning."""
WEIGHTS = {
    "triggers": 1.0,
    "statuses": 0.7,
    "modes": 0.4,
    "actors": 1.0,
    "recipients": 1.0,
    "tags": 1.0,
    "labels": 0.5,
    "holders": 1.0,
    "parties": 1.0,
    "members": 1.0,
    "bodies": 0.7,
}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A batch with the trunk's output for its pieces, [B, L, D]."""

    batch: Batch
    forked: Tensor
    eye: Tensor


def encoded(engine: Engine, documents: Sequence[Document], budget: int, rng: random.Random) -> list[Encoded]:
    """Run the encoder over documents."""
    examples = examples_of(list(documents), Pieces(base_folder() / "tokenizer.json"))
    found = []
    with torch.no_grad():
        for group in batches_of(examples, budget, rng):
            batch = collate(group)
            forked = engine.fork(batch.pieces, batch.casings, batch.mask, batch.marks)
            found.append(Encoded(batch, forked, torch.eye(batch.starts.shape[1])))
    return found


def scores(engine: Engine, one: Encoded) -> dict[str, Tensor]:
    """Return the outputs of the event heads and of the finding heads for an encoded batch.

    While the engine learns, some of the trunk's output is hidden: it is the same in every epoch.
    """
    forked = functional.dropout(one.forked, HIDDEN, engine.training)
    words = words_of(engine.branched(forked, one.batch.mask), one.batch.starts)
    found = (*engine.event_scores(words, one.eye), *engine.finding_scores(words, one.eye))
    return dict(zip((*EVENT_OUTPUTS, *FINDING_OUTPUTS), found, strict=True))


def scored(engine: Engine, some: Sequence[Encoded]) -> Iterator[tuple[Batch, dict[str, Tensor]]]:
    """Yield batches with what the heads say of them."""
    engine.eval()
    with torch.no_grad():
        for one in some:
            yield one.batch, scores(engine, one)


def examples_seen(
    engine: Engine, options: argparse.Namespace
) -> tuple[list[Encoded], dict[str, list[Encoded]]]:
    """Return what is learned from, and what is held out: sentences, and articles where they are there."""
    rng = random.Random(0)
    seen: list[Encoded] = []
    for corpus in corpora.taught(options.data, held_out=False):
        for _ in range(PACKINGS):
            seen += _encoded(engine, corpus, options.budget, rng)
    apart = corpora.taught(options.data, held_out=True)
    return seen, {corpus.name: _encoded(engine, corpus, options.budget, rng) for corpus in apart}


def _encoded(engine: Engine, corpus: corpora.Corpus, budget: int, rng: random.Random) -> list[Encoded]:
    documents = packing.packed(corpus.documents, rng) if corpus.short else corpus.documents
    return encoded(engine, documents, budget, rng)


def losses_of(batch: Batch, outputs: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the losses of what a batch's documents have labels for."""
    known = batch.examples[0].document.acts is not None
    return (event_losses(batch, outputs) if known else {}) | finding_losses(batch, outputs)


def likeness_of(engine: Engine, held_out: Sequence[Encoded]) -> dict[str, float]:
    """Return how like the heads are to what is annotated; see ``training.likeness``."""
    document = held_out[0].batch.examples[0].document
    events = likeness.events(scored(engine, held_out)) if document.acts is not None else {}
    return events | (likeness.findings(scored(engine, held_out)) if document.findings is not None else {})


def teach(engine: Engine, options: argparse.Namespace) -> None:
    """Teach the heads and keep at ``options.out`` what they were at the best epoch."""
    engine.eval()
    seen, held_out = examples_seen(engine, options)
    taught = (*EVENT_OUTPUTS, *FINDING_OUTPUTS)
    heads = [p for n, p in engine.named_parameters() if n.split(".")[0] in taught]
    groups = [{"params": heads, "lr": 5 * options.rate}, {"params": list(engine.branch.parameters())}]
    optimizer = torch.optim.AdamW(groups, lr=options.rate, weight_decay=0.02)
    total = options.epochs * len(seen)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (total / 15), max(0.0, (total - s) / (total * 14 / 15)))
    )
    began = time.time()
    best = 0.0
    for epoch in range(options.epochs):
        engine.train()
        lost = 0.0
        random.Random(epoch).shuffle(seen)
        for one in seen:
            found = losses_of(one.batch, scores(engine, one))
            optimizer.zero_grad()
            loss = sum(WEIGHTS[name] * value for name, value in found.items())
            loss.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(engine.parameters(), 5.0)
            lost += loss.item()  # type: ignore[union-attr]
            optimizer.step()
            schedule.step()
        like = {name: likeness_of(engine, held) for name, held in held_out.items()}
        told = (f"{of} {name} {100 * v:.1f}" for of, one in like.items() for name, v in one.items())
        print(
            epoch + 1, f"{time.time() - began:.0f}s loss {lost / len(seen):.2f} ", *told, sep="  ", flush=True
        )
        score = sum(sum(one.values()) / len(one) for one in like.values())
        if score > best:
            best = score
            torch.save(engine.state_dict(), options.out)


def options_of(arguments: list[str]) -> argparse.Namespace:
    """Return the options of a command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("out/model.pt"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--epochs", type=int, default=9, help="passes over all packings")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--budget", type=int, default=2048, help="word pieces a batch")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace) -> None:
    """Teach the heads of a checkpoint as the options say."""
    torch.manual_seed(1)
    teach(load(Engine(), options.checkpoint), options)


if __name__ == "__main__":
    run(options_of(sys.argv[1:]))
