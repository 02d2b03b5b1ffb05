"""Learning and using the event head alone: what the five-fold measure and trials of sentences need."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from typing import Any

import torch

from dragoman.language.pieces import Pieces
from training import plover
from training.batches import batches_of, collate, examples_of
from training.examples import EVENTS, Document
from training.losses import pair_loss
from training.model import Engine, base_folder, from_base
from training.train import has_bf16, optimizer_of

BUDGET = 2048


def learned(
    documents: Sequence[Document], start: Engine | None, epochs: int, rate: float, seed: int = 1
) -> Engine:
    """Return an engine whose encoder and event head have learned the pairs of ``documents``.

    ``start`` is an engine to begin with, which stays as it is, None for the base encoder; ``rate`` is the
    encoder's. The embeddings of words and positions are kept.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    engine = from_base() if start is None else copy.deepcopy(start)
    for part in (engine.words, engine.positions):
        part.requires_grad_(False)
    examples = examples_of(
        [d for d in documents if d.pair is not None], Pieces(base_folder() / "tokenizer.json")
    )
    total = epochs * len(batches_of(examples, BUDGET, random.Random(0)))
    optimizer = optimizer_of(engine, rate, quick=10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (total / 10), max(0.0, (total - s) / (total * 0.9)))
    )
    engine.train()
    step = 0
    while step < total:
        for group in batches_of(examples, BUDGET, rng)[: total - step]:
            batch = collate(group)
            with torch.autocast("cpu", torch.bfloat16, enabled=has_bf16()):
                scores = engine.pairs_of(batch.pieces, batch.casings, batch.mask, batch.marks)
            loss = pair_loss(batch, scores.float())
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(engine.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
    engine.eval()
    return engine


def likely_types(engine: Engine, documents: Sequence[Document]) -> list[torch.Tensor]:
    """Return the probabilities of EVENTS for the pair of each document, in order."""
    splitter = Pieces(base_folder() / "tokenizer.json")
    found: list[torch.Tensor] = []
    with torch.no_grad():
        for document in documents:
            batch = collate(examples_of([document], splitter)[:1])
            found.append(engine.pairs_of(batch.pieces, batch.casings, batch.mask, batch.marks)[0].softmax(-1))
    return found


def typed(engine: Engine, rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], str, float]]:
    """Return each PLOVER record, its likeliest label (never NONE) and the share of that one."""
    documents = {d.id: d for d in plover.documents(rows) if d.pair is not None}
    likely = dict(zip(documents, likely_types(engine, list(documents.values())), strict=True))
    found = []
    for row in rows:
        if row["id"] not in likely:
            found.append((row, "none", 0.0))
            continue
        shares = dict(zip(EVENTS, likely[row["id"]].tolist(), strict=True))
        shares.pop("NONE")
        for label, kinds in plover.TYPES.items():
            shares[label] = sum(shares.pop(kind) for kind in kinds)
        best = max(shares, key=lambda kind: shares[kind])
        found.append((row, best, shares[best]))
    return found
