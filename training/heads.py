"""The event heads and their branch of the encoder, taught further on a trunk that stays as it is.

``python -m training.heads --checkpoint out/a.pt --out out/model.pt``

The trunk's output for our own sentences and the annotated articles is computed once, so that an epoch is
short, and nothing that the other heads have learned can suffer. The best epoch on what is held out is kept.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from dragoman.language.pieces import Pieces
from training import acts, annotated, newswire, packing
from training.batches import Batch, batches_of, collate, examples_of
from training.event_losses import FUNCTION_WORDS, event_losses
from training.examples import EVENTS, Document
from training.model import EVENT_OUTPUTS, Engine, base_folder, load, words_of

PACKINGS = 2
"""So many times each sentence is encoded, among others each time."""
WEIGHTS = {"triggers": 1.0, "statuses": 0.7, "modes": 0.4, "actors": 1.0, "recipients": 1.0}


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
            _, forked = engine.encode(batch.pieces, batch.casings, batch.mask, batch.marks)
            found.append(Encoded(batch, forked, torch.eye(batch.starts.shape[1])))
    return found


def scores(engine: Engine, one: Encoded) -> dict[str, Tensor]:
    """Return the event heads' outputs for an encoded batch."""
    words = words_of(engine.branched(one.forked, one.batch.mask), one.batch.starts)
    return dict(zip(EVENT_OUTPUTS, engine.event_scores(words, one.eye), strict=True))


def likeness(engine: Engine, held_out: Sequence[Encoded]) -> dict[str, float]:
    """Return, word by word: F1 of triggers with their type, share of right statuses, F1 of links."""
    engine.eval()
    right, said, gold = torch.zeros(3), torch.zeros(3), torch.zeros(3)
    none = EVENTS.index("NONE")
    with torch.no_grad():
        for one in held_out:
            found = scores(engine, one)
            kinds = found["triggers"].argmax(-1).masked_fill(~one.batch.valid, none)
            said[0] += (kinds != none).sum()
            for b, example in enumerate(one.batch.examples):
                first = example.window.first
                for act in example.document.acts or ():
                    words = [w for w in act.trigger if 0 <= w - first < kinds.shape[1]]
                    told = [w for w in words if example.document.words[w].lower() not in FUNCTION_WORDS]
                    places = [w - first for w in told or words]
                    gold[0] += len(places)
                    for place in places:
                        right[0] += kinds[b, place] == act.type
                        gold[1] += 1
                        right[1] += found["statuses"][b, place].argmax() == act.status
                        for side in ("actors", "recipients"):
                            own = {w - first for phrase in getattr(act, side) for w in phrase}
                            linked = set((found[side][b, place] > 0).nonzero().flatten().tolist())
                            right[2] += len(own & linked)
                            said[2] += len(linked)
                            gold[2] += len(own)
    return {
        "triggers": float(2 * right[0] / (said[0] + gold[0])),
        "statuses": float(right[1] / gold[1]),
        "links": float(2 * right[2] / (said[2] + gold[2])),
    }


def examples_seen(
    engine: Engine, options: argparse.Namespace
) -> tuple[list[Encoded], dict[str, list[Encoded]]]:
    """Return what is learned from, and what is held out: sentences, and articles where they are there."""
    whole, kept = (list(acts.documents(acts.split(acts.rows(), held_out=h))) for h in (False, True))
    partly = [d for d in newswire.documents(newswire.rows()) if d.acts is not None]
    rng = random.Random(0)
    held_out = {"sentences": encoded(engine, packing.packed(kept, rng), options.budget, rng)}
    seen = []
    for documents in (whole, partly) * PACKINGS:
        seen += encoded(engine, packing.packed(documents, rng), options.budget, rng)
    if options.data.is_dir():
        articles, kept = (list(annotated.documents(options.data, held_out=h)) for h in (False, True))
        held_out["articles"] = encoded(engine, kept, options.budget, rng)
        seen += encoded(engine, articles, options.budget, rng) * PACKINGS
    else:
        print(f"the annotated articles are left out: no folder {options.data}", flush=True)
    return seen, held_out


def teach(engine: Engine, options: argparse.Namespace) -> None:
    """Teach the event heads and keep at ``options.out`` what they were at the best epoch."""
    engine.eval()
    seen, held_out = examples_seen(engine, options)
    heads = [p for n, p in engine.named_parameters() if n.split(".")[0] in EVENT_OUTPUTS]
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
            found = event_losses(one.batch, scores(engine, one))
            optimizer.zero_grad()
            loss = sum(WEIGHTS[name] * value for name, value in found.items())
            loss.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(engine.parameters(), 5.0)
            lost += loss.item()  # type: ignore[union-attr]
            optimizer.step()
            schedule.step()
        like = {name: likeness(engine, held) for name, held in held_out.items()}
        told = (f"{of} {name} {100 * v:.1f}" for of, one in like.items() for name, v in one.items())
        print(epoch + 1, f"{time.time() - began:.0f}s loss {lost / len(seen):.2f} ", *told, flush=True)
        score = sum(value for one in like.values() for value in one.values())
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
