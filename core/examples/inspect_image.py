"""Inspect one image and print its score, its verdict and the regions that stand out.

python core/examples/inspect_image.py resources/demo/gearbox board.png
"""

from __future__ import annotations

import sys
from pathlib import Path

from vqganodip.inspection.inspector import Inspected, Inspector, StageFinished
from vqganodip.number_format import threshold_text


def main(bundle: Path, image: Path) -> None:
    """Inspect an image with a fitted bundle. The inspector yields an event per stage, and the result last."""
    inspector = Inspector.open(bundle)
    for event in inspector.inspect(image):
        if isinstance(event, StageFinished):
            print(f"{event.stage}: {event.seconds:.2f} s")
        elif isinstance(event, Inspected):
            result = event.inspection
            print(f"score {result.score:.4f}, threshold {threshold_text(result.threshold)}: {result.verdict}")
            for region in result.regions:
                box = region.box
                print(f"region x {box.x0} to {box.x1}, y {box.y0} to {box.y1}, distance {region.distance_max:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
