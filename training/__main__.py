"""From data to a packaged model in one command: ``python -m training --data ../shared/data``.

Trains all heads, teaches the event heads further, exports to ONNX and quantizes; then measure with
``make bench`` and write the card.
"""

from __future__ import annotations

import sys
from pathlib import Path

from training import heads, train
from training.export import export

VERSION = "2026.11.6"

if __name__ == "__main__":
    options = train.options_of(sys.argv[1:])
    taught = options.out.with_stem(f"{options.out.stem}-taught")
    train.run(options)
    heads.run(heads.options_of(["--checkpoint", str(options.out), "--out", str(taught)]))
    export(taught, Path("src/dragoman/language/model"), VERSION)
