"""A checkpoint → the packaged model: ONNX, quantized to int8, with what decoding needs beside it.

``python -m training.export --checkpoint out/model.pt --out src/dragoman/language/model``
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.examples import DEPRELS, EVENTS, FINDINGS, MODES, NAMES, ROLES, STATUSES, UPOS
from training.model import BRANCH, LAYERS, OUTPUTS, Engine, base_folder, load

READ = OUTPUTS[:-1]
"""What reading uses; the head for marked pairs is measured in training alone (``bench.plover``)."""


class Reading(torch.nn.Module):
    """The engine as it reads: no pair is marked."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def forward(
        self, pieces: torch.Tensor, casings: torch.Tensor, mask: torch.Tensor, starts: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Return the outputs named in READ."""
        return self.engine(pieces, casings, mask, starts, torch.zeros_like(pieces))[: len(READ)]


def export(checkpoint: Path, out: Path, version: str) -> None:
    """Write ``model.onnx``, ``decoder.npz``, ``labels.json`` and ``tokenizer.json`` to a folder."""
    engine = load(Engine(), checkpoint)
    engine.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        pieces = torch.randint(1000, 2000, (1, 24))
        torch.onnx.export(
            Reading(engine),
            (pieces, torch.zeros_like(pieces), torch.ones_like(pieces), torch.arange(1, 20)[None]),
            str(plain),
            input_names=["pieces", "casings", "mask", "starts"],
            output_names=READ,
            dynamic_axes={
                **{name: {0: "windows", 1: "pieces"} for name in ("pieces", "casings", "mask")},
                "starts": {0: "windows", 1: "words"},
                **{name: {0: "windows", 1: "words"} for name in READ},
            },
            opset_version=17,
            dynamo=False,
        )
        _quantize(plain, out / "model.onnx")
    np.savez(
        out / "decoder.npz",
        rel_mix=engine.rel_mix.detach().numpy().astype(np.float16),
        transitions=engine.transitions.detach().numpy(),
    )
    shutil.copy(base_folder() / "tokenizer.json", out / "tokenizer.json")
    labels = {
        "format": 3,
        "version": version,
        "upos": UPOS,
        "names": NAMES,
        "roles": ROLES,
        "deprels": DEPRELS,
        "events": EVENTS,
        "modes": MODES,
        "statuses": STATUSES,
        "findings": FINDINGS,
    }
    (out / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")


def _quantize(plain: Path, out: Path) -> None:
    """Quantize to int8, but let the projections behind each GELU compute in float32.

    Their inputs have a few very large values, for which one scale a tensor is too coarse: it cost 0.6
    points of linked F1. Their weights are still stored as int8, one scale an output channel.
    """
    network = onnx.load(plain)
    down = [node for node in network.graph.node if node.op_type == "MatMul" and "/down/" in node.name]
    assert len(down) == LAYERS + BRANCH, "the projections have other names than they had"
    excluded = [node.name for node in down]
    quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=excluded)
    network = onnx.load(out)
    weights = {w.name: w for w in network.graph.initializer}
    for node in [n for n in network.graph.node if n.name in excluded]:
        _store_small(network.graph, node, weights[node.input[1]])
    onnx.save(network, out)
    _optimize(out)


def _optimize(path: Path) -> None:
    """Rewrite a network as onnxruntime would each time it is loaded: loading then takes a fifth of the time.

    Only what holds on every processor is done.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])


def _store_small(graph: onnx.GraphProto, node: onnx.NodeProto, weight: onnx.TensorProto) -> None:
    """Replace a float32 weight [in, out] by int8 values and a node that scales them up when it is loaded."""
    values = numpy_helper.to_array(weight)
    scales = (np.abs(values).max(0) / 127).astype(np.float32)
    small = np.clip(np.rint(values / scales), -127, 127).astype(np.int8)
    name = weight.name
    graph.initializer.remove(weight)
    graph.initializer.append(numpy_helper.from_array(small, f"{name}_small"))
    graph.initializer.append(numpy_helper.from_array(scales, f"{name}_scales"))
    scaled = helper.make_node("DequantizeLinear", [f"{name}_small", f"{name}_scales"], [name], axis=1)
    graph.node.insert(0, scaled)
    assert node.input[1] == name


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, default=Path("out/model.pt"))
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/language/model"))
    parser.add_argument("--version", default="2026.11.6")
    options = parser.parse_args()
    export(options.checkpoint, options.out, options.version)


if __name__ == "__main__":
    main()
