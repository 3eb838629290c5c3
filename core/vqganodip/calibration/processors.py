"""Measurement of labelled boards as a processor with fewer instructions computes them, in a process of its own.

Libraries choose their instructions when they are loaded, so the process starts with the variables by which each of them
can be told to do without the widest ones. The arithmetic then takes the order of sums of an older processor. It is a
stand-in for other machines, not a proof: processors of another make are not measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

import vqganodip
from vqganodip.bundles.archive import Bundle
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.errors import ImageError
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.records import MetricRow
from vqganodip.scoring.composite import Composite
from vqganodip.scoring.processor_check import ProcessorCheck, boards_to_compare, compared, no_other
from vqganodip.scoring.report_row import image_name, measured_row
from vqganodip.scoring.threshold import zfn_threshold
from vqganodip.settings import Precision

__all__ = ["check_processors", "fewer_instructions", "with_tolerance"]

_BOARDS: Final = 24
_WIDEST: Final = "AVX512"
"""Name by which torch reports the instructions that can be left out."""
_FEWER: Final = "AVX2"
_VARIABLES: Final = {
    "ATEN_CPU_CAPABILITY": "avx2",
    "MKL_ENABLE_INSTRUCTIONS": "AVX2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "OPENBLAS_CORETYPE": "Haswell",
    "OPENCV_CPU_DISABLE": "AVX512-SKX",
}


def fewer_instructions() -> dict[str, str]:
    """Variables with which torch, oneDNN, MKL, OpenBLAS, OpenCV and numpy do without AVX-512."""
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    wide = [name for name in found if name.startswith("AVX512") or name == "X86_V4"]
    return _VARIABLES | ({"NPY_DISABLE_CPU_FEATURES": " ".join(wide)} if wide else {})


def check_processors(
    bundle: Bundle, composite: Composite, rows: Sequence[MetricRow], digests: Sequence[str]
) -> Generator[float, None, ProcessorCheck]:
    """Compare the scores of the boards that decide with those of a processor with fewer instructions.

    Args:
        bundle: The bundle that the boards were measured with.
        composite: The score fitted on them.
        rows: Metric rows of ``composite.images``.
        digests: Hashes of their files.

    Yields:
        Share of the boards measured.
    """
    instructions = _instructions()
    if instructions != _WIDEST or not sys.executable:
        return no_other(instructions)
    chosen = boards_to_compare(composite.scores, composite.labels, _BOARDS)
    cache = MetricCache.of_bundle(bundle, (), kind=_FEWER)
    missing = [i for i in chosen if cache.find(digests[i]) is None]
    if missing:
        paths = [composite.images[i].path for i in missing]
        with _other_process(bundle.folder, paths) as lines:
            if json.loads(next(lines, "{}")).get("instructions") != _FEWER:
                return no_other(instructions)
            for done, (i, line) in enumerate(zip(missing, lines, strict=False), 1):
                values = json.loads(line)
                if values:
                    cache.add(digests[i], MetricRow(tuple(values["names"]), np.array(values["values"])), {})
                yield done / len(missing)
    pairs = [(i, row[0]) for i in chosen if (row := cache.find(digests[i])) is not None]
    if not pairs:
        return no_other(instructions)
    return compared(
        [image_name(composite.images[i]) for i, _ in pairs],
        np.array([composite.scorer.score(rows[i]) for i, _ in pairs]),
        np.array([composite.scorer.score(row) for _, row in pairs]),
        zfn_threshold(composite.scores, composite.labels).value,
        instructions=(instructions, _FEWER),
    )


def with_tolerance(composite: Composite, check: ProcessorCheck) -> Composite:
    """The composite with its threshold lowered by the tolerance, and a report that states it."""
    report = composite.report
    row = report.row(composite.classifier)
    lowered = measured_row(
        row.name, row.kind, composite.scores, composite.labels, composite.images, margin=check.tolerance
    )
    rows = tuple(replace(row, points=lowered.points) if other is row else other for other in report.rows)
    return replace(
        composite,
        threshold=zfn_threshold(composite.scores, composite.labels, check.tolerance),
        report=replace(report, rows=rows, warnings=(*report.warnings, check.warning)),
    )


@contextmanager
def _other_process(bundle: Path, images: Sequence[Path]) -> Iterator[Iterator[str]]:
    """Run :func:`main` with fewer instructions; gives its lines, and ends it on leaving."""
    source = str(Path(vqganodip.__file__).parents[1])
    path = os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "vqganodip.calibration.processors", str(bundle)]
    process = subprocess.Popen(
        command,
        env=os.environ | fewer_instructions() | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        with suppress(BrokenPipeError):  # it ended at once, without a line
            process.stdin.write(json.dumps([str(image) for image in images]))
            process.stdin.close()
        yield iter(process.stdout)
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


def _instructions() -> str:
    import torch

    return str(torch.backends.cpu.get_cpu_capability())


def main() -> None:
    """Measure the images named on standard input with the bundle of the first argument; a JSON line for each."""
    from vqganodip.bundles.archive import open_bundle

    images = [Path(name) for name in json.load(sys.stdin)]
    _say({"instructions": _instructions()})
    inspector = Inspector.for_measuring(open_bundle(Path(sys.argv[1])), Precision.FLOAT32)
    for image in images:
        try:
            (row,) = [event.row for event in inspector.measure(image) if isinstance(event, Measured)]
        except ImageError:  # it was readable a moment ago; the comparison does without it
            _say({})
            continue
        _say({"names": row.names, "values": row.values.tolist()})


def _say(values: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
