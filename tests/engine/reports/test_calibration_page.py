"""Tests of the calibration page: its words and numbers, with awkward image names."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from vqganodip import __version__
from vqganodip.records import Label, LabelledImage, MetricTable, ModelName
from vqganodip.reports import CalibrationContent, calibration_page
from vqganodip.reports.curves import density
from vqganodip.scoring.composite import FitOptions, fit_composite
from vqganodip.scoring.report_row import image_name
from vqganodip.scoring.verdict import Thresholds


def content(defects: int = 12, normal: int = 20, seed: int = 0) -> CalibrationContent:
    rng = np.random.default_rng(seed)
    labels = np.array([0] * normal + [1] * defects)
    names = ("weighted.patch.ssim.sum", "raw.patch.fid.max", "raw.image.orb")
    values = rng.normal(size=(len(labels), 3)) + labels[:, None] * np.array([2.0, 1.0, 0.0])
    images = tuple(
        LabelledImage(Path(f"bad<b>/{i:03}.png") if y else Path(f"good/{i:03}.png"), list(Label)[int(y)])
        for i, y in enumerate(labels)
    )
    composite = fit_composite(MetricTable(names, values, images), FitOptions(classifiers=["LR", "NB"], seed=0))
    return CalibrationContent(
        report=composite.report,
        scores=tuple(composite.scores.tolist()),
        labels=tuple(composite.labels.tolist()),
        images=tuple(image_name(image) for image in images),
        model=ModelName("line <1>", "2"),
        bundle_sha256="ab" * 32,
        made_at=datetime(2026, 3, 2, 6, 30, tzinfo=UTC),
    )


@pytest.fixture(scope="module")
def page() -> str:
    return calibration_page(content())


def test_that_the_page_says_what_was_measured_and_what_it_proves(page: str) -> None:
    assert "20 normal, 12 defective" in page
    assert "paper: each image left out in turn" in page
    assert "0 missed of 12 defects: with 95 % confidence the miss rate is below 22.1 %" in page
    assert "cannot be promised by any threshold: it takes 59 defects, there are 12" in page
    assert "The threshold rests on one image" in page
    assert "4.1 times fewer" in page


def test_that_the_lines_that_stand_are_drawn_and_counted_apart_from_the_line_at_no_miss() -> None:
    given = content()
    lines = Thresholds(0.2, 0.7)
    page = calibration_page(replace(given, thresholds=lines, thresholds_caption="In force, set on 2026-03-02 by Q. E."))
    scores, labels = np.array(given.scores), np.array(given.labels)
    flagged, band = scores >= 0.2, (scores >= 0.2) & (scores < 0.7)
    assert "In force, set on 2026-03-02 by Q. E.: threshold 0.2000, in doubt up to 0.7000." in page
    assert (
        f"misses {(~flagged & (labels == 1)).sum()} of 12 defects and flags {(flagged & (labels == 0)).sum()}" in page
    )
    defects, normal = (band & (labels == 1)).sum(), (band & (labels == 0)).sum()
    assert f"lie {defects} defect{'' if defects == 1 else 's'} and {normal} normal image" in page
    assert "doubtful band, scores 0.2000 to 0.7000: a person decides" in page
    assert "doubtful band" not in calibration_page(given)


def test_that_the_table_has_one_best_in_each_column_and_the_chosen_one_is_named(page: str) -> None:
    assert page.count("← chosen") == 1
    assert page.count("<b>") >= 9
    row = content().report.row(content().report.chosen)
    assert f"{100 * (row.zfn.confusion.accuracy or 0):.2f}" in page


def test_that_influential_metrics_come_with_their_sentence(page: str) -> None:
    assert "weighted.patch.ssim.sum" in page
    assert "How alike the suspicious patches and their reconstruction are" in page


def test_that_names_are_escaped_and_nothing_is_loaded(page: str) -> None:
    assert "bad<b>" not in page
    assert "bad&lt;b&gt;" in page
    assert "line &lt;1&gt;" in page
    assert not re.search(r'(src|href)="(?!data:)', page)
    assert "<script" not in page


def test_that_the_same_content_gives_the_same_page(page: str) -> None:
    assert calibration_page(content()) == page


def test_that_a_density_has_the_area_one_even_at_the_edges() -> None:
    for scores in ([0.0, 0.01, 0.02], [1.0] * 5, list(np.random.default_rng(0).uniform(size=50))):
        grid, values = density(scores)
        assert np.trapezoid(values, grid) == pytest.approx(1.0, abs=0.02)
    assert not density([])[1].any()


def test_that_the_foot_of_each_page_names_model_hash_time_and_program(page: str) -> None:
    foot = f"line &lt;1&gt; 2 · sha256 {'ab' * 32} · 2026-03-02 06:30 UTC · VQGanoDIP {__version__}"
    assert foot in page
    rule = page.partition('@bottom-left { content: "')[2].partition('"')[0]
    shown = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), rule)
    assert shown == html.unescape(foot)
    assert "<" not in rule
