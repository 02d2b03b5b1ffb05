"""The packaged model → a checkpoint to go on from: ``python -m training.unpack --out out/packaged.pt``.

Weights come back from int8 by their scales; a head that the package leaves out begins anew.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.model import from_base

PACKAGE = Path("src/dragoman/language/model")


def unpacked(folder: Path) -> dict[str, Tensor]:
    """Return the weights of a packaged model under their names in training.

    AssertionError where the package holds a matrix of another shape than the engine has.
    """
    graph = onnx.load(folder / "model.onnx").graph
    stored = {w.name: numpy_helper.to_array(w) for w in graph.initializer}
    found: dict[str, NDArray[np.float32]] = {}
    for name, value in stored.items():
        if name.startswith("engine.") and name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            shift = stored[f"{base}_zero_point"].astype(np.float32)
            found[base] = (value.astype(np.float32) - shift) * stored[f"{base}_scale"]
        elif name.startswith("engine.") and value.dtype == np.float32 and not name.endswith("_scale"):
            found[name] = value
    for node in graph.node:
        if node.op_type in ("MatMulInteger", "MatMul"):
            path = [part for part in node.name.split("/") if part][1:-1]
            # a module inside a sequence is named with its parent: /engine/names/names.0/MatMul
            matrix = _matrix(stored, node.input[1])
            if matrix is not None:
                found[f"engine.{'.'.join([*path[:-2], _joined(path)])}.weight"] = matrix.T
    with np.load(folder / "decoder.npz") as tensors:
        found["engine.rel_mix"] = tensors["rel_mix"].astype(np.float32)
        found["engine.transitions"] = tensors["transitions"].astype(np.float32)
    return {name.removeprefix("engine."): torch.tensor(value) for name, value in found.items()}


def _joined(path: list[str]) -> str:
    """Return the last module's name: "names.0" for names/names.0, "layers.0.qkv" for layers.0/qkv."""
    if len(path) > 1 and path[-1].startswith(f"{path[-2]}."):
        return path[-1]
    return ".".join(path[-2:])


def _matrix(stored: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32] | None:
    base = name.removesuffix("_quantized")
    if f"{base}_small" in stored:
        return stored[f"{base}_small"].astype(np.float32) * stored[f"{base}_scales"]
    if f"{base}_quantized" in stored:
        return stored[f"{base}_quantized"].astype(np.float32) * stored[f"{base}_scale"]
    return None


def main() -> None:
    """Parse the command line and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, default=PACKAGE)
    parser.add_argument("--out", type=Path, default=Path("out/packaged.pt"))
    options = parser.parse_args()
    engine = from_base()
    own, known = engine.state_dict(), unpacked(options.model)
    for name, tensor in known.items():
        assert name in own, f"the package has {name}, the engine has not"
        assert own[name].shape == tensor.shape, f"{name}: {tuple(tensor.shape)}, not {tuple(own[name].shape)}"
    new = sorted({name.split(".")[0] for name in own.keys() - known.keys()})
    print(f"{len(known)} tensors unpacked; these begin anew: {', '.join(new)}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({**own, **known}, options.out)


if __name__ == "__main__":
    main()
