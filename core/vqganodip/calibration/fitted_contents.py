"""Roles that a fit writes into the bundle: score, threshold, report, held-out scores and the precision of the fit."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vqganodip.bundles.precision import PRECISION
from vqganodip.calibration.metric_cache import SETTINGS
from vqganodip.scoring.composite import Composite
from vqganodip.scoring.processor_check import ProcessorCheck
from vqganodip.scoring.report import report_to_dict
from vqganodip.scoring.report_row import image_name
from vqganodip.settings import Precision

__all__ = ["fitted_contents"]


def fitted_contents(
    composite: Composite, check: ProcessorCheck, settings: Mapping[str, Any], root: Path, digests: Sequence[str]
) -> dict[str, tuple[str, bytes]]:
    """Return suffix and bytes of each role that a fit writes.

    Args:
        composite: The score, its threshold lowered by the tolerance between kinds of processors.
        check: The comparison that the tolerance comes from.
        settings: Settings of the bundle before the fit.
        root: Folder of the data set.
        digests: Hashes of the files of ``composite.images``.
    """
    return {
        "scorer": (".skops", composite.scorer.dumps()),
        "threshold": (".json", _threshold_bytes(composite, check)),
        "report": (".json", json.dumps(report_to_dict(composite.report), indent=1).encode()),
        "scores": (".json", _scores_bytes(composite, root, digests)),
        SETTINGS: (".json", json.dumps({**settings, PRECISION: Precision.FLOAT32}, indent=1).encode()),
    }


def _threshold_bytes(composite: Composite, check: ProcessorCheck) -> bytes:
    names = [str(image.path.name) for image in composite.images]
    value = {
        "threshold": composite.threshold.value,
        "rule": "zero false negatives",
        "set_by": [names[i] for i in composite.threshold.set_by],
        "normal": composite.threshold.normal,
        "abnormal": composite.threshold.abnormal,
        "tolerance": check.tolerance,
        "processors": check.to_json(),
    }
    return json.dumps(value, indent=1).encode()


def _scores_bytes(composite: Composite, root: Path, digests: Sequence[str]) -> bytes:
    """Serialize the leave-one-out scores of each labelled image under every classifier, for the score histogram."""
    others = {name: scores for name, scores in composite.all_scores.items() if name != composite.classifier}
    rows = [
        {
            "image": image_name(image),
            "path": image.path.relative_to(root).as_posix() if image.path.is_relative_to(root) else "",
            "sha256": digest,
            "label": str(image.label),
            "score": float(score),
        }
        for image, score, digest in zip(composite.images, composite.scores, digests, strict=True)
    ]
    value = {
        "protocol": str(composite.report.protocol),
        "classifier": composite.classifier,
        "scores": rows,
        "others": {name: [float(score) for score in scores] for name, scores in others.items()},
    }
    return json.dumps(value, indent=1).encode()
