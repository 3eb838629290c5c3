"""Sensitivity of parts: what rules weigh, how evidence is weighed, and that bundles judge with that of their fit."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from engine.command_line import run
from engine.placement.test_record import SCALE, record
from engine.tiny_boards import SIZE, tiny_board
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import FORMAT, NEWEST_FORMAT, WEIGHED, open_bundle, write_bundle
from vqganodip.bundles.loaded_bundle import load_bundle
from vqganodip.bundles.placement import placement_in, set_placement
from vqganodip.bundles.sensitivity import (
    SENSITIVITY,
    fitted_sensitivity,
    sensitivity_contents,
    sensitivity_in,
    set_sensitivity,
)
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.calibration.sensitivity_check import check_known_defects
from vqganodip.detection.evidence_weights import EvidenceWeights, weights_of
from vqganodip.errors import BundleError, DatasetError
from vqganodip.imaging.decoding import write_png
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import Level, Rule, SensitivityRecord, sensitivity_of
from vqganodip.records import Weighting
from vqganodip.store.workspace import open_workspace

HEIGHT = record().grid[1]


def part(name: str, x: float, package: str = "R0805") -> PlacedPart:
    return PlacedPart(name, x, 20.0, 0.0, Side.TOP, package=package)


PLACED = record(part("R1", 10.0), part("R2", 20.0), part("R3", 22.4), part("U1", 40.0, "SOIC-8_3.9x4.9mm_P1.27mm"))


def rule(name: str, level: Level, *, of_package: bool = False) -> Rule:
    return Rule(of_package, name, level)


def levels(*rules: Rule) -> dict[str, Level]:
    return {one.ref_des: one.level for one in sensitivity_of(rules, PLACED).parts}


def test_that_a_rule_for_a_part_comes_before_one_for_its_package() -> None:
    package = rule("r0805", Level.STRICT, of_package=True)
    assert levels(package) == dict.fromkeys(("R1", "R2", "R3"), Level.STRICT)
    assert levels(package, rule("r2", Level.LOOSE)) == {"R1": Level.STRICT, "R2": Level.LOOSE, "R3": Level.STRICT}
    assert levels(package, rule("R2", Level.NORMAL)) == {"R1": Level.STRICT, "R3": Level.STRICT}
    assert sensitivity_of([rule("R2", Level.NORMAL)], PLACED).digest == ""


@pytest.mark.parametrize("unknown", [rule("R9", Level.LOOSE), rule("R1", Level.LOOSE, of_package=True)])
def test_that_a_rule_for_nothing_is_refused(unknown: Rule) -> None:
    with pytest.raises(DatasetError) as refused:
        sensitivity_of([unknown], PLACED)
    assert refused.value.code == "sensitivity-unknown"


def test_that_a_record_survives_json_and_its_digest_does_not_depend_on_who_signed() -> None:
    signed = sensitivity_of([rule("U1", Level.LOOSE)], PLACED, signed_by="Ada", reason="tilts")
    assert SensitivityRecord.from_dict(json.loads(json.dumps(signed.to_dict()))) == signed
    assert replace(signed, signed_by="Ben", reason="").digest == signed.digest
    assert sensitivity_of([rule("U1", Level.STRICT)], PLACED).digest != signed.digest
    for spoil in ({"format": 2}, {"rules": [[False, "U1", "blind"]]}, {"parts": 3}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            SensitivityRecord.from_dict(signed.to_dict() | spoil)


def weights(*rules: Rule) -> EvidenceWeights:
    found = weights_of(sensitivity_of(rules, PLACED))
    assert found is not None
    return found


def factor(of: EvidenceWeights, x_mm: float) -> float:
    return float(of.factors[HEIGHT - round(20 * SCALE), round(x_mm * SCALE)])


def test_that_weights_lie_on_the_part_with_its_joints_and_spare_its_neighbours() -> None:
    of = weights(rule("R2", Level.LOOSE), rule("U1", Level.STRICT))
    assert factor(of, 20.0) == 0.5
    assert factor(of, 18.7) == 0.5  # a joint, outside the outline
    assert factor(of, 40.0) == 1.5
    assert [factor(of, x) for x in (10.0, 21.6, 30.0)] == [1, 1, 1]  # another part, a neighbour, the bare board
    assert of.ignored is None


def test_that_ignored_parts_are_left_out_and_nothing_else_is() -> None:
    of = weights(rule("R2", Level.IGNORED))
    assert of.ignored is not None
    row = of.ignored[HEIGHT - round(20 * SCALE)]
    assert row[200]
    assert not row[[100, 216, 300]].any()
    assert (of.factors == 1).all()


def test_that_where_parts_overlap_the_stricter_level_counts() -> None:
    crowded = replace(PLACED, parts=(part("A", 20.0), part("B", 20.0)))
    both = sensitivity_of([rule("A", Level.LOOSE), rule("B", Level.STRICT)], crowded)
    found = weights_of(both)
    assert found is not None
    assert factor(found, 20.0) == 1.5


def test_that_evidence_for_an_anomaly_shrinks_and_evidence_against_it_grows() -> None:
    factors = np.ones((8, 8), np.float32)
    factors[:, 4:] = 0.5
    odds = np.array([[6, 6], [-3, -3]], np.float32)
    assert EvidenceWeights(factors).log_odds(odds, 4).tolist() == [[6, 3], [-3, -6]]
    factors[:, 7] = 1  # a cell that belongs to the part only partly keeps all evidence
    assert EvidenceWeights(factors).log_odds(odds, 4).tolist() == odds.tolist()


def test_that_the_difference_from_the_reconstruction_is_weighed() -> None:
    factors = np.ones((4, 4), np.float32)
    factors[:, 2:] = 0.5
    board, levels_ = np.full((4, 4, 3), 100, np.uint8), np.full((4, 4, 3), 140, np.float32)
    weighed = EvidenceWeights(factors).reconstruction(board, levels_)
    assert weighed[..., 0].tolist() == [[140, 140, 120, 120]] * 4
    assert levels_.min() == 140


def tiny_placement() -> PlacementRecord:
    """A placement of two parts on the tiny boards, four pixels per millimetre: the upper and the lower half."""
    width, height = SIZE
    half = (width / 4 - 2.0, height / 8 - 2.0)
    parts = [
        PlacedPart(name, width / 8, (height - y) / 4, 0.0, Side.TOP, package="HALF", size=half)
        for name, y in (("U1", height / 4), ("U2", 3 * height / 4))
    ]
    return replace(record(*parts), grid=SIZE, matrix=(4.0, 0.0, 0.0, 0.0, -4.0, float(height)))


def measured(bundle: Path, board: Path, sensitivity: SensitivityRecord | None = None) -> Measured:
    opened = open_bundle(bundle)
    inspector = Inspector(load_bundle(opened, sensitivity=sensitivity), None, None, opened.sha256)
    return next(event for event in inspector.measure(board) if isinstance(event, Measured))


def test_that_a_sensitivity_weighs_every_map_and_none_leaves_every_bit(tiny_bundle: Path, tmp_path: Path) -> None:
    board = tmp_path / "board.png"
    write_png(board, tiny_board(np.random.default_rng(99), missing=8))
    plain = measured(tiny_bundle, board)
    nothing = measured(tiny_bundle, board, sensitivity_of([], tiny_placement()))
    assert nothing.row.values.tobytes() == plain.row.values.tobytes()
    loose = measured(tiny_bundle, board, sensitivity_of([rule("U1", Level.LOOSE)], tiny_placement()))
    before, after = (one.views[Weighting.RAW].difference for one in (plain, loose))
    assert after[30, 80] == pytest.approx(before[30, 80] / 2, abs=1e-6)
    assert after[100, 80] == before[100, 80]
    without = sensitivity_of([rule("U1", Level.IGNORED)], tiny_placement())
    left_out = weights_of(without)
    assert left_out is not None
    assert left_out.ignored is not None
    for view in measured(tiny_bundle, board, without).views.values():
        x, y = view.candidates.pixels.T
        assert not left_out.ignored[y, x].any()


def test_that_a_bundle_judges_only_with_the_sensitivity_of_its_fit(tiny_bundle_copy: Path) -> None:
    before = open_bundle(tiny_bundle_copy)
    loose = sensitivity_of([rule("U1", Level.LOOSE)], tiny_placement(), signed_by="Ada")
    cache = MetricCache.of_bundle(before, ()).path
    set_sensitivity(before, loose)
    assert open_bundle(tiny_bundle_copy).sha256 == before.sha256
    assert sensitivity_in(before) == loose
    assert fitted_sensitivity(before) is None
    assert MetricCache.of_bundle(before, ()).path != cache
    with pytest.raises(BundleError) as refused:
        Inspector.open(tiny_bundle_copy)
    assert refused.value.code == "bundle-sensitivity-not-fitted"
    fitted = write_bundle(tiny_bundle_copy, sensitivity_contents(before), base=before)  # as a fit does
    assert (fitted.format, before.format) == (NEWEST_FORMAT, FORMAT)
    assert fitted_sensitivity(open_bundle(tiny_bundle_copy)) == loose
    assert Inspector.open(tiny_bundle_copy).model.weights is not None
    (tiny_bundle_copy / "records.json").unlink()  # a copy of the model's files alone
    assert Inspector.open(tiny_bundle_copy).model.weights is not None
    set_sensitivity(fitted, sensitivity_of([], tiny_placement(), signed_by="Ada"))
    with pytest.raises(BundleError):
        Inspector.open(tiny_bundle_copy)
    again = write_bundle(tiny_bundle_copy, sensitivity_contents(fitted), base=fitted, without=(WEIGHED,))
    assert again.format == FORMAT
    assert Inspector.open(tiny_bundle_copy).model.weights is None


def test_that_placement_and_sensitivity_are_kept_side_by_side(tiny_bundle_copy: Path) -> None:
    bundle, loose = open_bundle(tiny_bundle_copy), sensitivity_of([rule("U1", Level.LOOSE)], tiny_placement())
    set_placement(bundle, tiny_placement())
    set_sensitivity(bundle, loose)
    set_placement(bundle, replace(tiny_placement(), file="newer.pos"))
    assert sensitivity_in(bundle) == loose
    set_placement(bundle, None)
    assert (sensitivity_in(bundle), placement_in(tiny_bundle_copy)) == (loose, None)


def test_that_one_of_another_picture_and_a_damaged_one_are_refused(tiny_bundle_copy: Path) -> None:
    bundle = open_bundle(tiny_bundle_copy)
    set_sensitivity(bundle, sensitivity_of([rule("R1", Level.LOOSE)], PLACED))
    with pytest.raises(BundleError) as refused:
        Inspector.for_measuring(bundle)
    assert refused.value.code == "bundle-sensitivity-grid"
    (file,) = tiny_bundle_copy.glob(f"{SENSITIVITY}-*")
    file.write_bytes(file.read_bytes().replace(b"R1", b"R2"))
    with pytest.raises(BundleError) as refused:
        sensitivity_in(bundle)
    assert refused.value.code == "bundle-sensitivity-unreadable"


def test_that_known_defects_on_a_part_are_looked_at_and_those_missed_are_named(tiny_bundle: Path) -> None:
    bundle = open_bundle(tiny_bundle)
    half = sensitivity_of([rule("U1", Level.IGNORED)], tiny_placement())
    *_, last = check_known_defects(bundle, half)
    assert last.seen == last.of == 4
    assert last.absent == 0
    today = Inspector.open(tiny_bundle)
    assert {board.image for board in last.boards} >= {board.image for board in last.missed}
    assert all(board.score < last.threshold for board in last.missed)
    assert last.threshold == float(bundle.read_json("threshold")["threshold"])
    assert today.model.weights is None
    *_, none = check_known_defects(bundle, sensitivity_of([rule("U1", Level.STRICT)], tiny_placement()))
    assert none.boards == ()


def test_that_a_workspace_keeps_sensitivities_in_its_chain(tmp_path: Path) -> None:
    signed = sensitivity_of([rule("U1", Level.LOOSE)], PLACED, signed_by="Ada")
    with open_workspace(tmp_path / "w") as workspace:
        kept = workspace.repository
        assert kept.sensitivity("a" * 64) is None
        for _ in range(2):
            kept.put_sensitivity("a" * 64, signed, "Ada")
        assert kept.sensitivity("a" * 64) == signed
        assert (kept.verify().entries, kept.verify().holds) == (1, True)


@pytest.fixture
def gearbox(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "gearbox"))
    grid = record().grid
    opened = open_bundle(folder, roles=("golden",))
    from vqganodip.bundles.placement import pictured_board

    grid = pictured_board(opened).grid
    set_placement(opened, replace(PLACED, grid=grid))
    return folder


def test_that_the_command_line_signs_lists_and_takes_back(
    gearbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle: tuple[Any, ...] = ("sensitivity", "--bundle", gearbox)
    assert run(*bundle) == 0
    assert "all parts have the level normal" in capsys.readouterr().out
    assert run(*bundle, "--part", "U1=strict") == 2
    assert run(*bundle, "--part", "U1=blind", "--operator", "Ada") == 2
    assert run(*bundle, "--part", "U9=strict", "--operator", "Ada") == 1
    assert "U9" in capsys.readouterr().err
    with open_workspace(tmp_path / "w"):
        pass
    assert run(*bundle, "--part", "U1=strict", "--operator", "Ada", "--workspace", tmp_path / "w") == 0
    assert "U1: strict\nsigned by Ada\nThe score was made with other levels." in capsys.readouterr().out
    opened = open_bundle(gearbox)
    with open_workspace(tmp_path / "w") as workspace:
        assert workspace.repository.sensitivity(opened.sha256) == sensitivity_in(opened)
    write_png(tmp_path / "board.png", np.zeros((64, 64, 3), np.uint8))
    assert run("inspect", tmp_path / "board.png", "--bundle", gearbox) == 1
    assert "sensitivity" in capsys.readouterr().err
    assert run(*bundle, "--clear", "--operator", "Ada") == 0
    out = capsys.readouterr().out
    assert "all parts have the level normal" in out
    assert "other levels" not in out
