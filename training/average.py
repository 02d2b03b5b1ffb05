"""The mean of several checkpoints: ``python -m training.average a.pt b.pt --out out/model.pt``.

Checkpoints of one line of training lie in one basin, and their mean is steadier than either.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of every tensor over the checkpoints that have it in the last one's shape."""
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    mean = {}
    for name, last in states[-1].items():
        have = [state[name] for state in states if name in state and state[name].shape == last.shape]
        mean[name] = torch.stack([tensor.double() for tensor in have]).mean(0).to(last.dtype)
    return mean


def main() -> None:
    """Parse the command line and write the mean."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("out/model.pt"))
    options = parser.parse_args()
    torch.save(average(options.checkpoints), options.out)


if __name__ == "__main__":
    main()
