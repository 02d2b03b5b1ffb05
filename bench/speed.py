"""Words per second on two cores: the whole pipeline beside the bare encoder, same tokens, same run.

Texts: the sample press over and over until there are enough words, and a sample of PolNeAR dev. The
pipeline is timed from a text in memory to its reading, one article after another; the bare encoder is
the packaged model without its heads, run by the same runtime on the windows that the pipeline makes of
the same articles. Rounds of the two alternate, and the median round counts. Words are runs of
characters between white space. To cut the encoder out of the model, ``onnx`` is needed (the ``train``
extra); without it the network with all its heads is timed, and the table says so.

    python -m bench.speed [--words N] [--rounds N] [--json OUT]
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import cycle
from pathlib import Path

import numpy as np
import onnxruntime

import dragoman
from bench.polnear import POLNEAR, chosen_articles
from bench.report import EXAMPLES, Cell, Table, parser, publish, read_verbatim
from dragoman.language import Engine
from dragoman.records import Reading

CORES = 2
TARGET_SPEED, TARGET_RATIO = 3500, 0.5


@dataclass(frozen=True, slots=True)
class Speed:
    """Median words per second of the pipeline and of the encoder over the same texts."""

    words: int
    pipeline: float
    encoder: float


def hold_to(cores: int) -> int:
    """Keep this process on so many cores where the system lets us; return how many it has."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def enough(texts: Sequence[str], words: int) -> list[str]:
    """Return the texts in order, over and over until they hold ``words`` words; none of none."""
    found: list[str] = []
    count = 0
    for text in cycle(texts):
        if count >= words:
            break
        found.append(text)
        count += len(text.split())
    return found


def bare_encoder(model: Path) -> bytes | None:
    """Return the packaged network up to the encoder's last layer, None where ``onnx`` isn't installed.

    The heads begin where the words' first pieces are gathered from the encoder's output.
    """
    try:
        onnx, utils = import_module("onnx"), import_module("onnx.utils")
    except ImportError:
        return None
    network = onnx.load(str(model))
    for node in network.graph.node:
        if node.op_type == "GatherElements":
            inputs = [i.name for i in network.graph.input if i.name != "starts"]
            cut: bytes = utils.Extractor(network).extract_model(inputs, [node.input[0]]).SerializeToString()
            return cut
    return None


def runner(engine: Engine) -> tuple[Callable[[Sequence[Reading]], None], str]:
    """Return what runs the encoder over readings' windows, and what it is called in the table."""
    cut = bare_encoder(engine.folder / "model.onnx")
    if cut is None:

        def run_all(readings: Sequence[Reading]) -> None:
            for reading in readings:
                list(engine.scores(engine.windows(reading.article)))

        return run_all, "network with heads"
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(cut, options, providers=["CPUExecutionProvider"])
    wanted = {i.name for i in session.get_inputs()}

    def run(readings: Sequence[Reading]) -> None:
        for reading in readings:
            for window in engine.windows(reading.article):
                pieces = np.array([window.pieces], dtype=np.int64)
                given = {
                    "pieces": pieces,
                    "casings": np.array([window.casings], dtype=np.int64),
                    "mask": np.ones_like(pieces),
                }
                session.run(None, {name: value for name, value in given.items() if name in wanted})

    return run, "bare encoder"


def measure(texts: Sequence[str], rounds: int, encode: Callable[[Sequence[Reading]], None]) -> Speed:
    """Time pipeline and encoder in turns over the same texts."""
    words = sum(len(text.split()) for text in texts)
    readings = [dragoman.read(text, verbatim=True) for text in texts[:1]]
    encode(readings)
    pipeline, encoder = [], []
    for _ in range(rounds):
        started = time.perf_counter()
        readings = [dragoman.read(text, verbatim=True) for text in texts]
        middle = time.perf_counter()
        encode(readings)
        pipeline.append(words / (middle - started))
        encoder.append(words / (time.perf_counter() - middle))
    return Speed(words, statistics.median(pipeline), statistics.median(encoder))


def corpora(words: int) -> dict[str, list[str]]:
    """Return the texts to read, by corpus; a corpus that isn't here is left out."""
    found = {}
    if EXAMPLES.exists():
        found["sample press"] = enough([read_verbatim(p) for p in sorted(EXAMPLES.glob("*.txt"))], words)
    dev = POLNEAR / "dev"
    if dev.exists():
        names = chosen_articles(dev, None, 1)
        found["PolNeAR dev"] = enough([read_verbatim(dev / "text" / f"{n}.txt") for n in names], words)
    return {name: texts for name, texts in found.items() if texts}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--words", type=int, default=20_000, help="how many words of each corpus")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args(arguments)
    cores = hold_to(CORES)
    encode, called = runner(Engine())
    speeds = {name: measure(texts, chosen.rounds, encode) for name, texts in corpora(chosen.words).items()}
    rows: list[tuple[Cell, ...]] = [
        (name, s.words, round(s.pipeline), round(s.encoder), f"{s.pipeline / s.encoder:.2f}")
        for name, s in speeds.items()
    ]
    rows.append(("target", None, TARGET_SPEED, None, f"{TARGET_RATIO:.2f}"))
    head = ("words per second", "words", "whole pipeline", called, "ratio")
    figures: dict[str, object] = {
        name: {"words": s.words, "pipeline": s.pipeline, called: s.encoder} for name, s in speeds.items()
    }
    publish([Table(f"Speed on {cores} cores", head, tuple(rows))], figures, chosen.json)


if __name__ == "__main__":
    main()
