"""Fit the composite score and the ZFN threshold of a trained bundle on a folder of labelled images.

python core/examples/fit_folder.py BUNDLE DATASET
"""

from __future__ import annotations

import sys
from pathlib import Path

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.fit import Fitted, ImageMeasured, fit
from vqganodip.datasets.layouts import load_dataset
from vqganodip.number_format import threshold_text
from vqganodip.scoring.composite import FitOptions


def main(bundle: Path, dataset: Path) -> None:
    """Fit a bundle in place and print what the data can promise."""
    for event in fit(open_bundle(bundle), load_dataset(dataset), FitOptions(classifiers=["LR"])):
        if isinstance(event, ImageMeasured):
            print(f"{event.share:5.1%} {event.image.path.name}")
        elif isinstance(event, Fitted):
            threshold = event.composite.threshold
            print(f"classifier {event.composite.classifier}, ZFN threshold {threshold_text(threshold.value)}")
            point = event.composite.report.row(event.composite.classifier).zfn
            print(f"false positives {point.confusion.fpr:.1%}, miss rate at most {point.miss_bound:.1%} (95 %)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
