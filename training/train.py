"""Train the engine on all corpora at once: ``python -m training.train --out out/model.pt``.

Each step takes one batch of one corpus; corpora are mixed in proportion to their windows. AdamW with a
linear warm-up and decay, the encoder ten times slower than the heads. The running mean of the weights is
kept as a checkpoint with every line of progress.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

import torch

from dragoman.language.pieces import Pieces
from training import corpora, packing, polnear, treebanks
from training.batches import Batch, Example, batches_of, collate, examples_of
from training.keeping import Keeper
from training.losses import losses
from training.model import OUTPUTS, Engine, base_folder, from_base, load

WEIGHTS = {"sentence": 0.5, "upos": 0.5, "arcs": 1.0, "rels": 0.7, "names": 1.0, "roles": 2.0, "sources": 0.5,
           "cues": 0.5, "antecedents": 0.7, "triggers": 1.0, "statuses": 0.5, "modes": 0.3,
           "actors": 1.0, "recipients": 1.0, "tags": 1.0, "labels": 0.5, "holders": 1.0,
           "parties": 1.0, "members": 1.0, "bodies": 0.7, "kept": 2.0}  # fmt: skip

TREES = frozenset({"sentence", "upos", "arcs", "rels"})
_MASK, _MARKERS = 103, 103
"""The vocabulary's [MASK]; the pieces up to it are markers."""

CORPORA = 3
"""So many of the first lists of windows are the treebanks without and with names, and the articles: what is
shared out with ``--share``, and what has labels of nearly all the older heads."""
KEPT = 0.5
"""In so many batches without gold labels of the older heads these are held to what they said."""
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""Every fifth article is shown with typewriter quotation marks, which the corpus has too few of."""


def windows_of(options: argparse.Namespace) -> list[list[Example]]:
    """Return the windows of every corpus, one list for each set of layers; small ones several times over."""
    splitter, rng = Pieces(base_folder() / "tokenizer.json"), random.Random(options.seed)
    trees = list(treebanks.training_documents(options.data))[: options.limit]
    trees = [*trees, *(alone for document in trees[::4] for alone in packing.sentences_of(document))]
    articles = list(polnear.training_documents(options.data / "attribution/polnear/train"))[: options.limit]
    for article in articles[::5]:
        article.words = [word.translate(STRAIGHT) for word in article.words]
    plain = [d for d in trees if d.names is None]
    gold = [d for d in trees if d.names is not None]
    several = [plain, gold, articles]
    own = [*corpora.taught(options.data, held_out=False), corpora.named()]
    for _ in range(options.events):
        for corpus in own:
            some = list(corpus.documents)[: options.limit]
            several.append(packing.packed(some, rng) if corpus.short else some)
    return [examples_of(documents, splitter) for documents in several if documents]


def optimizer_of(engine: Engine, rate: float, quick: float) -> torch.optim.AdamW:
    """Return AdamW with ``rate`` for the encoder and ``quick`` times as much for the heads."""
    encoder = {"words", "positions", "types", "norm", "layers", "branch"}
    slow, fast = [], []
    for name, parameter in engine.named_parameters():
        if parameter.requires_grad:
            (slow if name.split(".")[0] in encoder else fast).append(parameter)
    return torch.optim.AdamW(
        [{"params": slow, "lr": rate}, {"params": fast, "lr": quick * rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )


def hidden_here_and_there(batch: Batch, share: float) -> Batch:
    """Hide a share of an article's word pieces, so that attributions aren't learned by heart."""
    if share and batch.examples[0].document.roles is not None:
        chosen = (torch.rand(batch.pieces.shape) < share) & (batch.pieces > _MARKERS)
        batch.pieces[chosen] = _MASK
    return batch


def train(engine: Engine, windows: list[list[Example]], options: argparse.Namespace) -> None:
    """Run all epochs, print mean losses now and then, and keep a checkpoint each time."""
    rng = random.Random(options.seed)
    sample = seen_in_epoch(windows, options.share, random.Random(0))
    per_epoch = sum(len(batches_of(w, options.budget, random.Random(0))) for w in sample)
    total = int(per_epoch * options.epochs)
    optimizer = optimizer_of(engine, options.rate, options.quick)
    warm = max(1, total // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (total - s) / (total - warm)))
    )
    weights = {k: w * (options.trees if k in TREES else 1.0) for k, w in WEIGHTS.items()}
    step, began, sums = 0, time.time(), defaultdict(list)
    mean = torch.optim.swa_utils.AveragedModel(
        engine, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(options.steady)
    )
    keeper = Keeper(engine) if options.keep else None
    engine.train()
    while step < total:
        seen = seen_in_epoch(windows, options.share, rng)
        groups = [g for w in seen for g in batches_of(w, options.budget, rng)]
        rng.shuffle(groups)
        for group in groups[: total - step]:
            batch = hidden_here_and_there(collate(group), options.hide)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
                hidden = engine(batch.pieces, batch.casings, batch.mask, batch.starts, batch.marks)
            outputs = tuple(t.float() for t in hidden)
            found = losses(engine, batch, outputs)
            if keeper and "upos" not in found and "roles" not in found and rng.random() < KEPT:
                named = dict(zip(OUTPUTS, outputs, strict=True))
                found["kept"] = keeper.loss(batch, named, frozenset(found))
            loss = sum(weights[name] * value for name, value in found.items())
            optimizer.zero_grad()
            loss.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(engine.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(engine)
            step += 1
            for name, value in found.items():
                sums[name].append(value.item())
            if step % options.report == 0:
                means = "  ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items()))
                print(f"{step}/{total} {time.time() - began:.0f}s  {means}", flush=True)
                sums.clear()
                torch.save(mean.module.state_dict(), options.out)
    torch.save(mean.module.state_dict(), options.out)


def seen_in_epoch(windows: list[list[Example]], share: float, rng: random.Random) -> list[list[Example]]:
    """Return a share of the treebanks' and articles' windows, and all of our own sentences'."""
    return [rng.sample(w, int(len(w) * share)) if n < CORPORA else w for n, w in enumerate(windows)]


def has_bf16() -> bool:
    """Say whether the processor computes in bfloat16; one that feigns to is twenty times slower."""
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def frozen(engine: Engine, layers: int) -> None:
    """Keep the embeddings and the first layers of the encoder as they are, where ``layers`` is not 0."""
    if layers:
        for part in (engine.words, engine.positions, *engine.layers[:layers]):
            part.requires_grad_(False)


def options_of(arguments: list[str]) -> argparse.Namespace:
    """Return the options of a command line."""
    parser = argparse.ArgumentParser(description="Train the engine on all corpora at once.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("out/model.pt"))
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--budget", type=int, default=3072, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=1.3e-4)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, instead of the base encoder")
    parser.add_argument("--quick", type=float, default=10, help="so much quicker the heads learn")
    parser.add_argument("--keep", action="store_true", help="hold heads without labels to what they said")
    parser.add_argument("--trees", type=float, default=1.0, help="factor on the weights of the tree heads")
    parser.add_argument("--hide", type=float, default=0.08, help="share of an article's word pieces to hide")
    parser.add_argument("--events", type=int, default=3, help="passes over our own sentences an epoch")
    parser.add_argument("--steady", type=float, default=0.998, help="decay of the weights' running mean")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=int, default=50, help="steps between two lines of progress")
    parser.add_argument("--limit", type=int, help="documents per corpus, for trials")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=has_bf16())
    parser.add_argument("--share", type=float, default=1.0, help="share of the corpora that an epoch sees")
    parser.add_argument("--freeze", type=int, default=0, help="keep the embeddings and so many layers")
    options = parser.parse_args(arguments)
    if not options.data.exists():
        parser.error(f"no training data at {options.data}: see training/README.md")
    return options


def run(options: argparse.Namespace) -> None:
    """Train as the options say and leave the last checkpoint at ``options.out``."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    windows = windows_of(options)
    print([len(w) for w in windows], "windows", flush=True)
    engine = from_base()
    if options.start:
        load(engine, options.start)
    frozen(engine, options.freeze)
    train(engine, windows, options)


if __name__ == "__main__":
    run(options_of(sys.argv[1:]))
