"""How like the heads of events and findings are to what is annotated, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from torch import Tensor

from training.batches import Batch
from training.event_losses import FUNCTION_WORDS
from training.examples import EVENTS, TAGS
from training.finding_losses import LINK_HEADS, evidence, slices

Scored = Iterable[tuple[Batch, Mapping[str, Tensor]]]
"""Batches with the outputs of their heads."""


@dataclass(slots=True)
class Tally:
    """What is right, what is said and what there is."""

    right: float = 0.0
    said: float = 0.0
    gold: float = 0.0

    @property
    def f1(self) -> float:
        """F1, 0 where nothing is said and there is nothing."""
        return 2 * self.right / max(1.0, self.said + self.gold)


def events(scored: Scored) -> dict[str, float]:
    """Return F1 of triggers with their type, the share of right statuses, F1 of links."""
    triggers, statuses, links = Tally(), Tally(), Tally()
    none = EVENTS.index("NONE")
    for batch, found in scored:
        kinds = found["triggers"].argmax(-1).masked_fill(~batch.valid, none)
        triggers.said += float((kinds != none).sum())
        for b, example in enumerate(batch.examples):
            first = example.window.first
            for act in example.document.acts or ():
                words = [w for w in act.trigger if 0 <= w - first < kinds.shape[1]]
                told = [w for w in words if example.document.words[w].lower() not in FUNCTION_WORDS]
                places = [w - first for w in told or words]
                triggers.gold += len(places)
                for place in places:
                    triggers.right += float(kinds[b, place] == act.type)
                    statuses.gold += 1
                    statuses.right += float(found["statuses"][b, place].argmax() == act.status)
                    for side in ("actors", "recipients"):
                        own = {w - first for phrase in getattr(act, side) for w in phrase}
                        _linked(links, found[side][b, place], own)
    right = statuses.right / max(1.0, statuses.gold)
    return {"triggers": triggers.f1, "statuses": right, "links": links.f1}


@dataclass(slots=True)
class _Kind:
    words: Tally = field(default_factory=Tally)
    labels: Tally = field(default_factory=Tally)
    links: Tally = field(default_factory=Tally)


def findings(scored: Scored) -> dict[str, float]:
    """Return for each kind F1 of the words of evidence, the share of right labels, F1 of links."""
    by_kind = {kind: _Kind() for kind in slices()}
    outside = TAGS.index("O")
    for batch, found in scored:
        pieces = [(b, one) for b, example in enumerate(batch.examples) for one in evidence(example)]
        for kind, (tags, labels) in slices().items():
            tally = by_kind[kind]
            inside = (found["findings"][..., tags].argmax(-1) != outside) & batch.valid
            for b, example in enumerate(batch.examples):
                base = example.window.first
                for of, word in example.document.doubtful:
                    if of == kind and 0 <= word - base < inside.shape[1]:
                        inside[b, word - base] = False
            tally.words.said += float(inside.sum())
            for b, one in pieces:
                if one.kind != kind:
                    continue
                tally.words.gold += len(one.words)
                tally.words.right += float(inside[b, one.words].sum())
                if one.label is not None:
                    mean = found["findings"][b, one.words][:, labels].mean(0)
                    tally.labels.gold += 1
                    tally.labels.right += float(mean.argmax() == one.label)
                for head, side in zip(LINK_HEADS.get(kind, ()), ("holders", "bodies"), strict=False):
                    if getattr(one, side) is not None:
                        _linked(tally.links, found[head][b, one.words].mean(0), getattr(one, side))
    return {
        f"{kind} {name}": value
        for kind, tally in by_kind.items()
        for name, value in (
            ("words", tally.words.f1),
            ("labels", tally.labels.right / max(1.0, tally.labels.gold)),
            ("links", tally.links.f1),
        )
        if name == "words" or kind in LINK_HEADS
    }


def _linked(links: Tally, scores: Tensor, own: set[int]) -> None:
    said = set((scores > 0).nonzero().flatten().tolist())
    links.right += len(own & said)
    links.said += len(said)
    links.gold += len(own)
