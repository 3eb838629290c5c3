"""Benchmark of one step of the threshold line on the real page, from the new value to the painted figures.

    QT_QPA_PLATFORM=offscreen python tests/bench/bench_threshold.py [--boards 100000] [--steps 300]

The page holds ``--boards`` scored boards, one in twenty defective. Each step moves the line as a drag does, updates
counts, figures, sentences and the list of missed defects, and paints. Wall-clock and processor milliseconds of the GUI
thread; medians and 95th percentiles.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # runs from a checkout without being installed
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))

import numpy as np
from PySide6.QtWidgets import QApplication

from vqganodip.calibration.result import CalibrationResult, open_calibration
from vqganodip.scoring.operating_points import OperatingCurve, stability
from vqganodip.scoring.threshold import zfn_threshold
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.inspection_service import InspectionService
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.page import ThresholdPage
from vqganodip_gui.threshold.page_data import Reading
from vqganodip_gui.threshold.summary import Pace


def many(boards: int) -> CalibrationResult:
    """Make a calibration with this many scores."""
    rng = np.random.default_rng(0)
    labels = (rng.random(boards) < 0.05).astype(np.int64)
    scores = np.where(labels == 1, rng.beta(5, 2, boards), rng.beta(2, 6, boards))
    return replace(
        open_calibration(demo_bundle("gearbox")),
        scores=scores,
        labels=labels,
        images=tuple(f"line/{i:06}.png" for i in range(boards)),
        threshold=zfn_threshold(scores, labels),
        firmness=stability(scores, labels),
        curve=OperatingCurve.of(scores, labels),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boards", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=300)
    args = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        context = Context(Settings(Path(folder) / "window.json"), Tasks(), InspectionService())
        page = ThresholdPage(context)
        page.resize(1366, 690)
        page.show()
        page.show_reading(Reading(many(args.boards), (), Pace()))
        page.set_band(True)
        application.processEvents()
        wall, processor = [], []
        for value in np.linspace(0.05, 0.95, args.steps):
            start, spent = time.perf_counter(), time.thread_time()
            assert page.view.histogram is not None
            page.view.histogram.line.setValue(float(value))
            application.processEvents()
            wall.append(1000 * (time.perf_counter() - start))
            processor.append(1000 * (time.thread_time() - spent))
        context.tasks.close()
        context.engine.close()
    for name, values in (("wall", wall), ("processor", processor)):
        sys.stdout.write(
            f"{args.boards:,} boards, a step, {name}: median {statistics.median(values):.1f} ms, "
            f"p95 {np.percentile(values, 95):.1f} ms, longest {max(values):.1f} ms\n"
        )


if __name__ == "__main__":
    main()
