"""A picture that does not show a whole board never passes, whatever its score."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from engine.tiny_boards import tiny_board
from locations import DEMO_BUNDLE, ROOT
from PIL import Image as Pil

from vqganodip.bundles.archive import arrays_from_bytes, arrays_to_bytes, open_bundle, write_bundle
from vqganodip.bundles.loaded_bundle import load_bundle
from vqganodip.calibration.structure_limits import structure_contents
from vqganodip.datasets.layouts import load_dataset
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.detection.structure import FIXED_LIMITS, StructureLimits, limits_of, measure_structure
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspected, Inspector, place
from vqganodip.inspection.unusable_pictures import ALARM_ABOVE, ALARM_PICTURES, UnusableCount, picture_warning
from vqganodip.records import UNUSABLE, Inspection, MetricRow, Verdict
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.serialization import findings_text, head_text, inspection_from
from vqganodip.types import Image


def broken_pictures(board: Image) -> dict[str, Image]:
    """The kinds of broken pictures made of one board."""
    height, width = board.shape[:2]
    found: dict[str, Image] = {}
    for name, value in {"black": 0, "white": 255, "grey": 128}.items():
        found[name] = np.full_like(board, value)
        tall, wide = height // 10, width // 10
        bands = {
            "top": np.s_[:tall],
            "middle": np.s_[height // 2 : height // 2 + tall],
            "bottom": np.s_[height - tall :],
            "left": np.s_[:, :wide],
            "centre": np.s_[:, width // 2 : width // 2 + wide],
            "right": np.s_[:, width - wide :],
            "lower half": np.s_[height // 2 :],
        }
        for band, at in bands.items():
            found[f"{name}, {band}"] = board.copy()
            found[f"{name}, {band}"][at] = value
    found["last row repeated"] = board.copy()
    found["last row repeated"][height * 4 // 5 :] = board[height * 4 // 5]
    found["last column repeated"] = board.copy()
    found["last column repeated"][:, width * 4 // 5 :] = board[:, width * 4 // 5, None]
    found["blurred"] = cv2.GaussianBlur(board, (0, 0), max(height, width) / 40)
    return found


def inspection_of(inspector: Inspector, path: Path) -> Inspection:
    for event in inspector.inspect(path):
        if isinstance(event, Inspected):
            return event.inspection
    raise AssertionError("no result")


def fault_of(inspector: Inspector, pixels: Image, folder: Path) -> str:
    """Code of the warning about a picture without the work of the networks; empty for a whole board."""
    Pil.fromarray(pixels).save(folder / "picture.png", compress_level=1)
    placed = place(inspector.model, read_image(folder / "picture.png"))
    warning = picture_warning(inspector.model.structure, placed.pixels, placed.outside)
    return "" if warning is None else warning.code


def unnoticed(inspector: Inspector, board: Image, folder: Path) -> list[str]:
    """Names of the broken pictures of a board that are taken for whole."""
    pictures = broken_pictures(board)
    return [name for name, pixels in pictures.items() if fault_of(inspector, pixels, folder) not in UNUSABLE]


class PassingScorer:
    """Scorer that takes every board for good."""

    def score(self, row: MetricRow) -> float:
        return 0.0


@pytest.fixture(params=["fixed position", "free position"])
def inspector(request: pytest.FixtureRequest, tiny_bundle_copy: Path, tiny_line: Path) -> Inspector:
    """Inspector with measured limits that passes every board by its score, with a reference board and without."""
    if request.param == "free position":
        opened = open_bundle(tiny_bundle_copy)
        free = write_bundle(opened.folder, {}, base=opened, without=("reference", "variation", "spread", "foreign_net"))
        contents = structure_contents(load_bundle(free), load_dataset(tiny_line).test)
        write_bundle(free.folder, contents, base=free)
    found = Inspector.open(tiny_bundle_copy)
    found._scorer = PassingScorer()  # type: ignore[assignment]
    assert found.model.structure.measured
    assert (found.model.reference is None) == (request.param == "free position")
    return found


def test_that_no_broken_picture_is_taken_for_a_board(inspector: Inspector, tmp_path: Path) -> None:
    rng = np.random.default_rng(11)
    assert unnoticed(inspector, tiny_board(rng), tmp_path) == []
    assert [fault_of(inspector, tiny_board(rng), tmp_path) for _ in range(30)] == [""] * 30


def test_that_a_broken_picture_never_passes(inspector: Inspector, tmp_path: Path) -> None:
    board = tiny_board(np.random.default_rng(11))
    Pil.fromarray(board).save(tmp_path / "normal.png")
    assert inspection_of(inspector, tmp_path / "normal.png").verdict is Verdict.PASS
    broken = broken_pictures(board)
    for name in ("black", "white, lower half", "blurred"):
        Pil.fromarray(broken[name]).save(tmp_path / "broken.png")
        inspection = inspection_of(inspector, tmp_path / "broken.png")
        assert inspection.unusable
        assert inspection.warnings[0].code in UNUSABLE
        for thresholds in (Thresholds(1.0), Thresholds(float("inf")), Thresholds(0.0, 1.0)):
            changed = thresholds.apply(inspection)
            assert changed.verdict is Verdict.REVIEW
            assert not changed.doubtful
        stored = inspection_from(head_text(inspection), findings_text(inspection))
        assert stored.unusable


def test_that_bundles_of_earlier_versions_have_fixed_limits(tmp_path: Path) -> None:
    found = Inspector.open(ROOT / "tests/compatibility/files/bundle")
    assert not found.model.structure.measured
    assert found.notes[-1].code == "bundle-structure-fixed"
    files = sorted((ROOT / "tests/compatibility/files/boards").glob("*.png"))
    boards = [read_image(file).pixels for file in files]
    assert [fault_of(found, board, tmp_path) for board in boards] == [""] * len(boards)
    missed = unnoticed(found, boards[0], tmp_path)  # drawings without noise, which are of one value nearly everywhere
    assert {"black", "white", "grey"}.isdisjoint(missed)


def test_that_the_shipped_bundle_tells_broken_pictures_by_limits_of_its_own(tmp_path: Path) -> None:
    found = Inspector.open(DEMO_BUNDLE)
    assert found.model.structure.measured
    boards = [render_board("gearbox", seed, size=found.model.long_side).image for seed in (77, 78)]
    assert [fault_of(found, board, tmp_path) for board in boards] == ["", ""]
    assert unnoticed(found, boards[0], tmp_path) == []


def test_that_fixed_limits_without_a_reference_board_tell_empty_pictures() -> None:
    board = tiny_board(np.random.default_rng(3))
    assert FIXED_LIMITS.find(measure_structure(board)) is None
    faults = {name: FIXED_LIMITS.find(measure_structure(p)) for name, p in broken_pictures(board).items()}
    assert [name for name, finding in faults.items() if finding is None] == []


def test_that_limits_survive_the_bundle() -> None:
    rng = np.random.default_rng(5)
    normal = [measure_structure(tiny_board(rng)) for _ in range(4)]
    for fixed_position in (True, False):
        limits = limits_of(normal, fixed_position=fixed_position)
        again = StructureLimits.from_arrays(arrays_from_bytes(arrays_to_bytes(limits.to_arrays())))
        assert (again.floor is None) == (not fixed_position)
        assert again.to_arrays().keys() == limits.to_arrays().keys()
        assert all(np.array_equal(again.to_arrays()[name], value) for name, value in limits.to_arrays().items())


def test_that_the_alarm_is_raised_once_and_again_after_good_pictures() -> None:
    count = UnusableCount()
    said = [count.add(True) for _ in range(ALARM_ABOVE + 3)]
    assert [text is not None for text in said] == [False] * ALARM_ABOVE + [True, False, False]
    assert "4 of the last 4" in str(said[ALARM_ABOVE])
    assert not any(count.add(False) for _ in range(ALARM_PICTURES))
    assert [count.add(True) is not None for _ in range(ALARM_ABOVE + 1)] == [False] * ALARM_ABOVE + [True]
