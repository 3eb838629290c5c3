"""The main workflow on tiny boards through the command line: train, fit, inspect, evaluate, and errors."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.tiny_boards import tiny_board, write_tiny_line
from PIL import Image as Pil
from typer.testing import CliRunner

from vqganodip.bundles.archive import FITTED_ROLES, open_bundle, run_folder_of, write_bundle
from vqganodip.calibration.recalibrate import RecalibrationStoppedError, offer_boards, recalibrate
from vqganodip.calibration.result import open_calibration
from vqganodip.detection.normal_features import FEATURES
from vqganodip.detection.part_statistics import PARTS
from vqganodip.inspection.events import BoardDone, BoardFailed, BoardKnown
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.inspection.inspector import Inspected, Inspector, Measured, Stage, StageFinished
from vqganodip.neural.networks.shipped import GENERAL, SHIPPED
from vqganodip.records import Verdict
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_judgment

pytestmark = pytest.mark.usefixtures("small_networks")


def test_that_a_missing_part_is_flagged_and_found(tiny_bundle: Path, tmp_path: Path) -> None:
    # a large part, whose score is far above the threshold: that of a small one depends on the kind of processor
    rng = np.random.default_rng(102)
    Pil.fromarray(tiny_board(rng, missing=3)).save(tmp_path / "bad.png")
    *stages, last = Inspector.open(tiny_bundle).inspect(tmp_path / "bad.png")
    assert [s.stage for s in stages if isinstance(s, StageFinished)] == list(Stage)
    assert isinstance(last, Inspected)
    assert last.inspection.verdict is Verdict.REVIEW
    assert set(last.inspection.stage_s) == set(Stage)
    assert last.panels.reconstruction.shape[:2] == tuple(reversed(last.inspection.grid))
    assert all(d.min() >= 0 and d.max() <= 1 for d in last.panels.differences.values())
    assert len(last.inspection.candidates) > 20


def test_that_inspect_writes_a_json_line_and_the_panels(tiny_bundle: Path, tiny_line: Path, tmp_path: Path) -> None:
    out = tmp_path / "lines.jsonl"
    folder = tiny_line / "test" / "missing"
    assert run("inspect", folder, "--bundle", tiny_bundle, "--json", out, "--panels", tmp_path / "panels") == 0
    lines = [json.loads(text) for text in out.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 4
    assert {"image", "sha256", "score", "threshold", "verdict", "candidates", "stage_s"} <= set(lines[0])
    assert all(entry["bundle_sha256"] == open_bundle(tiny_bundle).sha256 for entry in lines)
    names = {p.name.partition("-")[2].partition("-")[2] for p in (tmp_path / "panels").glob("000-*.png")}
    assert {"original.png", "reconstruction.png", "difference-raw.png", "patches.png"} <= names


def test_that_no_name_ends_an_inspection(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    board, folder, panels = tiny_line / "test" / "good" / "000.png", tmp_path / "names", tmp_path / "panels"
    folder.mkdir()
    names = ["1.png", os.fsdecode(b"2 M\xfcller.png"), "3 a\nb\x1b[31m.png", "4 " + "x" * 245 + ".png", "5 [bold].png"]
    for name in names:
        shutil.copy(board, folder / name)
    assert run("inspect", folder, "--bundle", tiny_bundle, "--panels", panels) == 0
    out, err = capsys.readouterr()
    assert [Path(json.loads(line)["image"]).name for line in out.splitlines()] == names
    assert out.isascii()
    assert err == ""
    stems = {path.name.rpartition("-original")[0] for path in panels.glob("*-original.png")}
    assert len(stems) == len(names)


def test_that_panels_that_cannot_be_written_leave_the_others(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, panels = tmp_path / "boards", tmp_path / "panels"
    shutil.copytree(tiny_line / "test" / "missing", folder)
    digest = hashlib.sha256((folder / "001.png").read_bytes()).hexdigest()[:8]
    (panels / f"001-{digest}-original.png").mkdir(parents=True)
    assert run("inspect", folder, "--bundle", tiny_bundle, "--panels", panels) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4
    assert "the panels of 1 image could not be written" in err
    assert {path.name[:3] for path in panels.glob("*-reconstruction.png")} >= {"000", "002", "003"}


@pytest.mark.parametrize("part", ["missing", "good"])
def test_that_an_evaluation_of_one_class_is_json_without_nan(
    part: str, tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = tmp_path / "only" / "test" / part
    only.mkdir(parents=True)
    for name in ("000.png", "001.png", "002.png"):
        shutil.copy(tiny_line / "test" / part / name, only)
    assert run("evaluate", tmp_path / "only", "--bundle", tiny_bundle, "--json") == 0

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    value = json.loads(capsys.readouterr().out, parse_constant=refuse)
    assert len(value["scores"]) == 3


def test_that_a_board_at_another_scale_is_warned_of_with_both_sizes(tiny_bundle: Path, tmp_path: Path) -> None:
    board = Pil.fromarray(tiny_board(np.random.default_rng(98)))
    smaller = (round(board.width * 0.9), round(board.height * 0.9))
    board.resize(smaller).save(tmp_path / "small.png")
    *_, last = Inspector.open(tiny_bundle).inspect(tmp_path / "small.png")
    assert isinstance(last, Inspected)
    (warning,) = map(str, last.inspection.warnings)
    sizes = f"The image is {smaller[0]}×{smaller[1]} px, the bundle was trained on {board.width}×{board.height} px."
    assert sizes in warning


def test_that_evaluate_and_fit_say_what_the_data_set_lacks(
    tiny_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = write_tiny_line(tmp_path / "line", train=1, good=2, defective=2, seed=1)
    (line / "test" / "missing" / "9.heic").write_bytes(b"x")
    assert run("evaluate", line, "--bundle", tiny_bundle) == 0
    said = " ".join("".join(capsys.readouterr()).split())
    assert "No defective image has a mask or boxes (test/missing/" in said
    assert "1 picture with other endings (heic) is left out" in said
    defective = sorted((line / "test" / "missing").glob("*.png"))
    (line / "ground_truth" / "missing").mkdir(parents=True)
    with Pil.open(defective[0]) as picture:
        Pil.new("L", picture.size).save(line / "ground_truth" / "missing" / f"{defective[0].stem}_mask.png")
    assert run("evaluate", line, "--bundle", tiny_bundle) == 0
    said = " ".join("".join(capsys.readouterr()).split())
    assert f"defective images have no mask: test/missing/{defective[1].name}" in said
    assert f"mark nothing: test/missing/{defective[0].name}." in said


def test_that_the_report_contains_every_figure(tiny_bundle: Path) -> None:
    report = open_bundle(tiny_bundle).read_json("report")
    assert {row["name"] for row in report["rows"]} == {"LR", "MLR", "mean brightness", "golden board"}
    assert all(len(row["points"]) == 3 for row in report["rows"])
    assert open_bundle(tiny_bundle).read_json("threshold")["abnormal"] == 4


def test_that_evaluate_reports_on_new_boards(tiny_bundle: Path, tmp_path: Path) -> None:
    unseen = write_tiny_line(tmp_path / "unseen", train=1, good=2, defective=2, seed=1)
    assert run("evaluate", unseen, "--bundle", tiny_bundle, "--json", tmp_path / "e.json") == 0
    value = json.loads((tmp_path / "e.json").read_text())
    assert value["rows"][0]["name"] == "composite score"
    assert len(value["scores"]) == 4
    assert value["defects_hit"] == []


def test_that_evaluate_breaks_hits_down_by_kind_size_and_visibility(tiny_bundle: Path, tmp_path: Path) -> None:
    unseen = write_tiny_line(tmp_path / "unseen", train=1, good=1, defective=2, seed=1)
    first, second = sorted(path.relative_to(unseen).as_posix() for path in unseen.glob("test/[!g]*/*"))
    (unseen / "manifest.csv").write_text(
        "path,label,split,kinds,boxes,visibility\ntest/good/000.png,normal,test,,,\n"
        f"{first},defective,test,spot,0 0 12 4,14.5\n{second},defective,test,spot,0 0 30 4,310\n"
    )
    assert run("evaluate", unseen, "--bundle", tiny_bundle, "--json", tmp_path / "e.json") == 0
    hits = json.loads((tmp_path / "e.json").read_text())["defects_hit"]
    groups = [(h["breakdown"], h["name"], h["defects"]) for h in hits]
    assert groups == [
        ("all", "all", 2),
        ("kind", "spot", 2),
        ("size", "8 to 19 px", 1),
        ("size", "20 to 59 px", 1),
        ("visibility", "below 20 σ", 1),
        ("visibility", "100 σ and more", 1),
    ]
    for hit in hits:
        assert 0 <= hit["flagged_interval"]["low"] <= hit["flagged"] <= hit["flagged_interval"]["high"] <= 1


def test_that_bad_images_are_named_and_the_others_are_inspected(
    tiny_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = np.random.default_rng(3)
    Pil.fromarray(tiny_board(rng)).save(tmp_path / "good.png")
    whole = (tmp_path / "good.png").read_bytes()
    (tmp_path / "truncated.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.png").write_text("not an image")
    (tmp_path / "empty.jpg").write_bytes(b"")
    Pil.new("RGB", (7, 5)).save(tmp_path / "tiny.png")
    Pil.new("1", (20_000, 20_000)).save(tmp_path / "enormous.png")
    Pil.new("RGB", (1600, 1280)).save(tmp_path / "other_camera.png")
    assert run("inspect", tmp_path, "--bundle", tiny_bundle) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    errors = [text for text in err.splitlines() if text.startswith("vqganodip: ")]
    assert len(errors) == 7  # one each, and the sum
    for name in ("truncated.png", "text.png", "empty.jpg", "tiny.png", "enormous.png", "other_camera.png"):
        assert sum(name in text for text in errors) == 1


def test_that_unusable_data_sets_are_refused_in_one_line(
    tiny_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = write_tiny_line(tmp_path / "line", train=4, good=3, defective=3)
    shutil.rmtree(line / "test" / "missing")
    (tmp_path / "empty").mkdir()
    shutil.rmtree(write_tiny_line(tmp_path / "untrained", train=4, good=3, defective=3) / "train")
    for arguments, said in (
        (("fit", line), "no defective images. Put"),
        (("fit", tmp_path / "empty"), "no images"),
        (("train", "--replace", tmp_path / "untrained"), "no normal images to train on. Put"),
        (("train", "--replace", tmp_path / "nowhere"), "no such folder"),
        (("evaluate", tmp_path / "empty"), "no images"),
        (("inspect", tmp_path / "empty"), "no images"),
    ):
        assert run(*arguments, "--bundle", tiny_bundle) == 1
        errors = [text for text in capsys.readouterr().err.splitlines() if text.startswith("vqganodip: ")]
        assert len(errors) == 1
        assert said in errors[0]


def test_that_an_altered_bundle_is_refused_by_every_verb(
    tiny_bundle_copy: Path, tiny_line: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = next(tiny_bundle_copy.glob("vqgan-*"))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    for verb in (["inspect", tiny_line / "test" / "good"], ["fit", tiny_line], ["evaluate", tiny_line]):
        assert run(*verb, "--bundle", tiny_bundle_copy) == 1
        assert "altered" in capsys.readouterr().err


def test_that_wrong_usage_exits_with_2() -> None:
    assert run("train") == 2
    assert run("inspect", "--bundle") == 2
    assert run("nonsense") == 2


def test_that_help_and_version_are_printed() -> None:
    from vqganodip.cli.main import app

    assert CliRunner().invoke(app, ["--help"]).exit_code == 0
    for verb in ("train", "fit", "inspect", "evaluate", "export"):
        assert CliRunner().invoke(app, [verb, "--help"]).exit_code == 0


def test_that_a_folder_enters_the_queue_once_and_failures_are_named(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path
) -> None:
    boards = Path(shutil.copytree(tiny_line / "test" / "missing", tmp_path / "boards"))
    (boards / "zz.png").write_text("no image")
    inspector = Inspector.open(tiny_bundle)
    with open_workspace(tmp_path / "ws") as workspace:
        events = list(inspect_folder(inspector, boards, workspace.repository, workspace.panels))
        done = [e for e in events if isinstance(e, BoardDone)]
        assert len(done) == 4
        assert [e.image.name for e in events if isinstance(e, BoardFailed)] == ["zz.png"]
        assert workspace.panels.read(panel_key(done[0].item.inspection)) is not None
        again = list(inspect_folder(inspector, boards, workspace.repository, workspace.panels))
        assert sum(isinstance(e, BoardKnown) for e in again) == 4


def test_that_free_position_runs_without_mask_and_reports_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = np.random.default_rng(0)
    for part in ("train/good", "test/good", "test/hole"):
        (tmp_path / part).mkdir(parents=True)
        for i in range(5):
            size = (120 + 8 * i, 100)
            texture = np.kron(rng.integers(90, 160, (size[1] // 4, size[0] // 4)), np.ones((4, 4))).astype(np.uint8)
            if part == "test/hole":
                texture[40:60, 40:60] = 0
            Pil.fromarray(np.stack([texture] * 3, 2)).save(tmp_path / part / f"{i}.png")
    bundle = tmp_path / "b"
    assert run("train", tmp_path, "--bundle", bundle, "--steps", "10") == 0
    assert "do not show one product in a fixed position" in capsys.readouterr().err.replace("\n", " ")
    shutil.rmtree(run_folder_of(bundle))
    run_folder_of(bundle).write_text("a file where the caches should be")
    fit = ("fit", tmp_path, "--bundle", bundle, "--jobs", "1", "--classifiers", "LR", "--no-other-processors")
    assert run(*fit) == 0
    notes = capsys.readouterr().err.replace("\n", " ")
    assert "free position" in notes
    assert "Metric rows cannot be cached" in notes
    assert "Results of the search cannot be cached" in notes
    assert "variation" not in open_bundle(bundle)


def test_that_continued_training_changes_only_the_segmentation_network(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, new = open_bundle(tiny_bundle), tmp_path / "new"
    more = write_tiny_line(tmp_path / "more", train=6, good=0, defective=0, seed=5)
    words = ("train", more, "--bundle", new, "--start-from", tiny_bundle, "--steps")
    assert run(*words, 3) == 0
    assert "Next: vqganodip fit" in capsys.readouterr().out
    after = open_bundle(new)
    assert set(before.files) - set(after.files) == set(FITTED_ROLES) & set(before.files)
    changed = {role for role, (_, digest) in after.files.items() if before.files[role][1] != digest}
    assert changed == {"settings", "foreign_net"}
    settings = after.read_json("settings")
    assert settings["started_from"] == before.sha256
    assert (settings["figures"]["foreign_images"], settings["figures"]["foreign_steps"]) == (6, 3)
    *_, measured = Inspector.for_measuring(after).measure(next((tiny_line / "test" / "good").iterdir()))
    assert isinstance(measured, Measured)
    assert "foreign.image.evidence.max" in measured.row.names
    assert run(*words, 4) == 1
    assert "a model bundle here already" in capsys.readouterr().err
    assert open_bundle(new).sha256 == after.sha256
    assert run(*words, 4, "--replace") == 0
    assert open_bundle(new).read_json("settings")["figures"]["foreign_steps"] == 4


def test_that_the_general_network_takes_the_place_of_a_bundles_own_without_training(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = write_tiny_line(tmp_path / "more", train=15, good=0, defective=0, seed=5)
    words = ("train", "--bundle", tmp_path / "new", "--start-from", tiny_bundle, "--depth", "at-once")
    assert run(*words, tiny_line) == 1
    assert "8 usable normal images are too few" in capsys.readouterr().err
    assert run(*words, more) == 0
    assert "Next: vqganodip fit" in capsys.readouterr().out
    before, after = open_bundle(tiny_bundle), open_bundle(tmp_path / "new")
    changed = {role for role, file in after.files.items() if before.files.get(role) != file} - {FEATURES, PARTS}
    assert changed == {"settings", "places"}
    assert set(before.files) - set(after.files) - {FEATURES} == {"foreign_net", *FITTED_ROLES} & set(before.files)
    assert after.networks == before.networks | {GENERAL: SHIPPED[GENERAL].sha256}
    *_, measured = Inspector.for_measuring(after).measure(next((tiny_line / "test" / "good").iterdir()))
    assert isinstance(measured, Measured)
    assert "foreign.image.evidence.max" in measured.row.names


def test_that_continued_training_of_an_unsuitable_bundle_is_refused(
    tiny_bundle_copy: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("train", tiny_line, "--bundle", tmp_path / "new", "--steps", "1", "--start-from", tiny_bundle_copy)
    write_bundle(tiny_bundle_copy, {}, base=open_bundle(tiny_bundle_copy), without=["foreign_net"], networks={})
    assert run(*words) == 1
    assert "no segmentation network" in capsys.readouterr().err
    assert run(*words, "--long-side", "96") == 2
    assert not (tmp_path / "new").exists()


def test_that_confirmed_boards_are_added_to_a_new_bundle_and_the_old_one_is_kept(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write_tiny_line(tmp_path / "boards", train=1, good=3, defective=2, seed=5)
    good, bad = sorted((new / "test" / "good").iterdir()), sorted((new / "test" / "missing").iterdir())
    known = sorted((tiny_line / "test" / "good").iterdir())[0]
    with open_workspace(tmp_path / "ws") as workspace:
        kept = workspace.repository
        images = [*good, *bad, known]
        for _ in inspect_folder(Inspector.open(tiny_bundle), images, kept, workspace.panels):
            pass

        def judge(number: int, kind: JudgmentKind, who: str, purpose: Purpose = Purpose.REVIEW, role: str = "") -> None:
            mine = [j.record_id for j in kept.judgments(number) if j.purpose is purpose is Purpose.REVIEW]
            plain = sample_judgment(number, kind, corrects=mine[-1] if mine else None)
            kept.add_judgment(dataclasses.replace(plain, operator=who, purpose=purpose, role=role))

        judge(1, JudgmentKind.OK, "A")
        judge(1, JudgmentKind.OK, "B", Purpose.SECOND)  # two people: enters
        judge(2, JudgmentKind.OK, "A")
        judge(2, JudgmentKind.NG, "B", Purpose.SECOND)  # people differ
        judge(3, JudgmentKind.DOUBTFUL, "Q", role="quality")
        judge(4, JudgmentKind.NG, "Q", role="quality")  # quality: enters
        judge(5, JudgmentKind.NG, "Q", role="quality")  # its image is overwritten
        judge(6, JudgmentKind.OK, "Q", role="quality")  # in the calibration already
        bad[1].write_bytes(good[0].read_bytes())
        offer = offer_boards(kept, open_calibration(tiny_bundle))
    assert [entry.item.item_id for entry in offer.entries] == [1, 4]
    assert (offer.known, offer.gone, offer.waiting, offer.doubtful) == (1, 1, 1, 1)
    sha256 = open_bundle(tiny_bundle).sha256
    place = (tmp_path / "ws", "--bundle", tiny_bundle)
    assert run("recalibrate", *place) == 0
    assert "2 boards can be added; 1 is already known, 1 has lost its image" in capsys.readouterr().out
    assert run("recalibrate", *place, "--out", tmp_path / "v2", "--jobs", "1") == 0
    said = capsys.readouterr().out
    assert "before: 12 good and 4 defective boards" in said
    assert "after: 13 good and 5 defective boards" in said
    assert open_bundle(tiny_bundle).sha256 == sha256
    entered = open_bundle(tmp_path / "v2").read_json("entered")
    assert entered["from_bundle"] == sha256
    assert [(b["label"], b["confirmed_by"], b["by_quality"]) for b in entered["boards"]] == [
        ("normal", ["A", "B"], False),
        ("defective", ["Q"], True),
    ]
    after = open_calibration(tmp_path / "v2")
    assert offer.entries[0].item.inspection.sha256 in after.sha256s
    assert after.data_sha256 != open_calibration(tiny_bundle).data_sha256
    assert set(after.others) == {"LR", "MLR"} - {after.report.chosen}
    assert run("threshold", tmp_path / "ws", "--bundle", tmp_path / "v2", "--no-miss", "--operator", "Q") == 0
    assert run("recalibrate", *place, "--out", tmp_path / "v2") == 1  # there is something already
    with pytest.raises(RecalibrationStoppedError):
        list(recalibrate(tiny_bundle, tiny_line, offer.entries, tmp_path / "v3", stop=lambda: True))
    assert not (tmp_path / "v3").exists()
