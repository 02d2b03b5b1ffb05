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
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.examples import DEPRELS, NAMES, ROLES, UPOS
from training.model import OUTPUTS, Engine, base_folder


def export(checkpoint: Path, out: Path, version: str) -> None:
    """Write ``model.onnx``, ``decoder.npz``, ``labels.json`` and ``tokenizer.json`` to a folder."""
    engine = Engine()
    engine.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True))
    engine.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        pieces = torch.randint(1000, 2000, (1, 24))
        torch.onnx.export(
            engine,
            (pieces, torch.zeros_like(pieces), torch.ones_like(pieces), torch.arange(1, 20)[None]),
            str(plain),
            input_names=["pieces", "casings", "mask", "starts"],
            output_names=OUTPUTS,
            dynamic_axes={
                **{name: {0: "windows", 1: "pieces"} for name in ("pieces", "casings", "mask")},
                "starts": {0: "windows", 1: "words"},
                **{name: {0: "windows", 1: "words"} for name in OUTPUTS},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    np.savez(
        out / "decoder.npz",
        rel_mix=engine.rel_mix.detach().numpy().astype(np.float16),
        transitions=engine.transitions.detach().numpy(),
    )
    shutil.copy(base_folder() / "tokenizer.json", out / "tokenizer.json")
    labels = {
        "format": 1,
        "version": version,
        "upos": UPOS,
        "names": NAMES,
        "roles": ROLES,
        "deprels": DEPRELS,
    }
    (out / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, default=Path("out/model.pt"))
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/language/model"))
    parser.add_argument("--version", default="2026.11")
    options = parser.parse_args()
    export(options.checkpoint, options.out, options.version)


if __name__ == "__main__":
    main()
