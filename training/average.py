"""The mean of several checkpoints: ``python -m training.average a.pt b.pt --out out/model.pt``.

Checkpoints of one line of training lie in one basin, and their mean is steadier than either.
``--first names`` takes the heads of that name from the first checkpoint alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(checkpoints: Sequence[Path], first: Sequence[str] = ()) -> dict[str, Tensor]:
    """Return the mean of every tensor over the checkpoints that have it in the last one's shape.

    Of the heads named by ``first`` the first checkpoint's weights are taken as they are.
    """
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    mean = {}
    for name, last in states[-1].items():
        if name.split(".")[0] in first:
            mean[name] = states[0][name]
            continue
        have = [state[name] for state in states if name in state and state[name].shape == last.shape]
        mean[name] = torch.stack([tensor.double() for tensor in have]).mean(0).to(last.dtype)
    return mean


def main() -> None:
    """Parse the command line and write the mean."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("out/model.pt"))
    parser.add_argument("--first", nargs="*", default=[], metavar="HEAD", help="heads of the first alone")
    options = parser.parse_args()
    torch.save(average(options.checkpoints, options.first), options.out)


if __name__ == "__main__":
    main()
