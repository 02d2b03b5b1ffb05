"""From data to a packaged model in one command: ``python -m training --data ../shared/data``.

Trains, exports to ONNX and quantizes; then measure with ``make bench`` and write the card.
"""

from __future__ import annotations

import sys
from pathlib import Path

from training import train
from training.export import export

VERSION = "2026.11.2"

if __name__ == "__main__":
    options = train.options_of(sys.argv[1:])
    train.run(options)
    export(options.out, Path("src/dragoman/language/model"), VERSION)
