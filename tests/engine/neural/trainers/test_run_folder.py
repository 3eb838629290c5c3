"""Run folders of a training: resumption with identical bits, progress, stop, average, several devices."""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from engine import command_line
from engine.tiny_boards import tiny_board, write_tiny_line
from engine.waiting import HANG_GUARD_S, wait_until

from vqganodip.bundles.archive import open_bundle, run_folder_of
from vqganodip.cli.interruption import StopOnInterrupt
from vqganodip.errors import SettingsError, TrainingError
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.neural.inference import network_bytes
from vqganodip.neural.networks.patch_features import PatchNet
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.trainers.batches import BatchSource, Shard, draw_batch, prepared_images, to_tensor
from vqganodip.neural.trainers.checkpoint import Cadence, read_checkpoint, write_checkpoint
from vqganodip.neural.trainers.ema import MovingAverage
from vqganodip.neural.trainers.loss_curves import draw_curves
from vqganodip.neural.trainers.patch_feature_trainer import train_patch_net
from vqganodip.neural.trainers.run_folder import PROGRESS_COLUMNS, RunFolder, RunState
from vqganodip.neural.trainers.vqgan_trainer import Budget, TrainedNetwork, TrainingStep, VqganTraining, train_vqgan
from vqganodip.presets import COMPACT, ESSER, PRESETS, for_position, from_dict, to_dict

NET = dataclasses.replace(COMPACT, channels=16, n_embed=64, embed_dim=8, position_channels=8)
BOARDS = [tiny_board(np.random.default_rng(i), moved=False) for i in range(6)]
FIXED = dataclasses.replace(for_position(PRESETS["robust"], True).training, crop=64)
SAME = {"data set": "6 boards", "seed": "3"}


def _train(
    steps: int,
    *,
    run: RunFolder | None = None,
    stop: Callable[[], bool] | None = None,
    precision: str = "auto",
    devices: int = 1,
    **changes: object,
) -> tuple[list[TrainingStep], TrainedNetwork]:
    settings = dataclasses.replace(FIXED, **changes)
    training = VqganTraining(BOARDS[:4], NET, settings, Budget(steps=steps), seed=3, held_out=BOARDS[4:])
    *seen, result = train_vqgan(training, run=run, stop=stop, precision=precision, devices=devices)
    assert isinstance(result, TrainedNetwork)
    return [event for event in seen if isinstance(event, TrainingStep)], result


def _open(folder: Path, *, resume: bool = False, every_s: float = 60.0, **other: str) -> RunFolder:
    return RunFolder.open(folder, {**SAME, **other}, resume=resume, every_s=every_s)


def _difference(a: VQGAN, b: VQGAN) -> float:
    other = b.state_dict()
    return max(float((value - other[name]).abs().max()) for name, value in a.state_dict().items())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "changes", [{}, {"ema": 0.9, "gan": 0.5, "gan_start": 0.5, "accumulate": 2, "batch": 1, "patience": 90}]
)
def test_that_a_resumed_training_has_identical_bits(tmp_path: Path, changes: dict[str, object]) -> None:
    whole_steps, whole = _train(36, **changes)
    run = _open(tmp_path)
    calls = iter(range(1000))
    first, part = _train(36, run=run, stop=lambda: next(calls) == 22, **changes)
    run.close()
    assert (part.stopped, part.steps) == (True, 22)
    run = _open(tmp_path, resume=True)
    second, rest = _train(36, run=run, **changes)
    run.close()
    assert [step.loss for step in first + second] == [step.loss for step in whole_steps]
    assert network_bytes(rest.vqgan) == network_bytes(whole.vqgan)
    assert network_bytes(rest.discriminator) == network_bytes(whole.discriminator)
    assert _difference(rest.vqgan, whole.vqgan) == 0.0
    assert (rest.codes_used, rest.perplexity, rest.gan_share) == (whole.codes_used, whole.perplexity, whole.gan_share)


def test_that_rows_after_the_checkpoint_are_rewritten_and_none_is_doubled(tmp_path: Path) -> None:
    run = _open(tmp_path)
    _train(30, run=run)
    run.close()
    saved = (tmp_path / "checkpoint.pt").read_bytes()
    (tmp_path / "progress.csv").write_bytes((tmp_path / "progress.csv").read_bytes() + b"40,1,0.5\n50,0.")
    (tmp_path / "validation-0000040.png").write_bytes(b"")
    run = _open(tmp_path, resume=True)
    _train(60, run=run)
    run.close()
    assert [int(row["step"]) for row in _rows(tmp_path / "progress.csv")] == [10, 20, 30, 40, 50, 60]
    assert not (tmp_path / "validation-0000040.png").exists()
    assert (tmp_path / "checkpoint.pt").read_bytes() != saved


def test_that_the_run_folder_shows_the_progress_of_the_training(tmp_path: Path) -> None:
    run = _open(tmp_path)
    steps, result = _train(60, run=run, validate_every=20)
    rows = _rows(tmp_path / "progress.csv")
    assert tuple(rows[0]) == PROGRESS_COLUMNS
    assert float(rows[-1]["loss"]) < float(rows[0]["loss"])
    assert int(rows[-1]["codes_used"]) + int(rows[-1]["dead_codes"]) == NET.n_embed
    validations = _rows(tmp_path / "validation.csv")
    assert [int(row["step"]) for row in validations] == [20, 40, 60]
    assert float(validations[-1]["psnr"]) > float(validations[0]["psnr"])
    assert 0 < float(validations[-1]["ssim"]) < 1
    assert steps[45].held_out_psnr == pytest.approx(float(validations[1]["psnr"]), abs=1e-3)
    for step in (20, 40, 60):
        assert cv2.imread(str(tmp_path / f"validation-{step:07d}.png")).shape[1] >= 3 * 100
    curves = cv2.imread(str(tmp_path / "curves.png"))
    assert len(np.unique(curves.reshape(-1, 3), axis=0)) > 20
    run.finish(result.steps)
    run.close()
    assert json.loads((tmp_path / "run.json").read_text())["state"] == RunState.FINISHED
    assert not (tmp_path / "checkpoint.pt").exists()


def test_that_curves_are_drawn_of_nothing_and_of_one_point() -> None:
    nothing = {name: [] for name in PROGRESS_COLUMNS}, {"step": [], "psnr": [], "ssim": []}
    assert draw_curves(*nothing).dtype == np.uint8
    one = {name: [0.0] for name in PROGRESS_COLUMNS}, {"step": [10], "psnr": [20.0], "ssim": [0.5]}
    assert draw_curves(*one).shape == draw_curves(*nothing).shape


def test_that_an_unfinished_run_is_neither_overwritten_nor_resumed_with_other_images(tmp_path: Path) -> None:
    run = _open(tmp_path / "r")
    _train(5, run=run)
    with pytest.raises(TrainingError, match="another training is writing here"):
        _open(tmp_path / "r", resume=True)
    run.close()
    with pytest.raises(TrainingError, match=r"unfinished.*step 5.*--resume.*--restart"):
        _open(tmp_path / "r")
    with pytest.raises(TrainingError, match=r"data set: 6 boards then, 7 boards now\)"):
        _open(tmp_path / "r", resume=True, **{"data set": "7 boards"})
    RunFolder.open(tmp_path / "r", SAME, restart=True).close()
    assert not (tmp_path / "r" / "checkpoint.pt").exists()


def test_that_a_finished_run_is_replaced_and_not_resumed(tmp_path: Path) -> None:
    run = _open(tmp_path)
    run.save(1, a={"b": torch.ones(1)})
    run.finish(1)
    run.close()
    with pytest.raises(TrainingError, match="finished"):
        _open(tmp_path, resume=True)
    _open(tmp_path).close()


def test_that_resuming_without_a_checkpoint_starts_from_the_beginning_with_a_note(tmp_path: Path) -> None:
    run = _open(tmp_path, resume=True)
    assert not run.resumed
    assert "from the beginning" in str(run.take_notes()[0])
    assert run.take_notes() == []
    run.close()


def test_that_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    run = _open(tmp_path)
    run.save(1, a={"b": torch.ones(1000)})
    run.close()
    path = tmp_path / "checkpoint.pt"
    path.write_bytes(path.read_bytes()[:600])
    with pytest.raises(TrainingError, match=r"checkpoint\.pt: the checkpoint is damaged.*--restart"):
        _open(tmp_path, resume=True)
    (tmp_path / "run.json").write_text("{}")
    with pytest.raises(TrainingError, match="cannot be read"):
        _open(tmp_path, resume=True)


def test_that_reading_a_checkpoint_executes_no_code(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "ran"),)

    torch.save({"format": 1, "evil": Evil()}, tmp_path / "c.pt")
    with pytest.raises(TrainingError, match="damaged"):
        read_checkpoint(tmp_path / "c.pt")
    assert not (tmp_path / "ran").exists()


def test_that_a_full_disk_does_not_end_the_training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    run = _open(tmp_path, every_s=0.0)
    monkeypatch.setattr("vqganodip.neural.trainers.run_folder.write_checkpoint", full)
    _, result = _train(12, run=run)
    run.close()
    assert result.steps == 12
    notes = [*map(str, run.take_notes())]
    assert len(notes) == 1
    assert "No space left" in notes[0]


def test_that_the_cadence_keeps_to_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    cadence = Cadence(every_s=10.0, share=0.01)
    assert not cadence.due()
    now[0] += 10
    assert cadence.due()
    with cadence.timed():
        now[0] += 2  # at a share of 0.01: once in 200 seconds
    now[0] += 199
    assert not cadence.due()
    now[0] += 1
    assert cadence.due()


def test_that_batches_do_not_depend_on_threads_or_devices() -> None:
    images = prepared_images(BOARDS, NET, FIXED)
    two = dataclasses.replace(FIXED, batch=2)
    ahead = BatchSource(images, NET, two, seed=1, threads=3)
    plain = BatchSource(images, NET, two, seed=1, threads=0)
    one = dataclasses.replace(FIXED, batch=1)
    split = [BatchSource(images, NET, one, seed=1, shard=Shard(rank, 2)) for rank in range(2)]
    for _ in range(6):
        first, second = ahead.next_batch(), plain.next_batch()
        assert torch.equal(first.inputs, second.inputs)
        assert first.places == second.places
        assert torch.equal(torch.cat([source.next_batch().targets for source in split]), first.targets)
    later = BatchSource(images, NET, two, seed=1, first=3)
    assert torch.equal(later.next_batch().inputs, draw_batch(images, NET, two, 1, [6, 7]).inputs)
    for source in (ahead, later, *split):
        source.close()


def test_that_accumulated_batches_equal_one_large_batch() -> None:
    large, small = (
        _train(30, precision="float32", batch=batch, accumulate=accumulate)[1] for batch, accumulate in ((4, 1), (1, 4))
    )
    assert _difference(large.vqgan, small.vqgan) < 1e-3
    assert large.codes_used == small.codes_used


def test_that_gradient_checkpointing_changes_nothing_but_memory() -> None:
    plain, again = (_train(8, gradient_checkpointing=on)[1] for on in (False, True))
    assert _difference(plain.vqgan, again.vqgan) == 0.0
    held = []
    for on in (False, True):
        network = VQGAN(NET, (10, 12))
        network.recompute_blocks(on)
        kept: list[int] = []
        with torch.autograd.graph.saved_tensors_hooks(lambda x, kept=kept: kept.append(x.numel()) or x, lambda x: x):
            network(to_tensor(prepared_images(BOARDS[:1], NET, dataclasses.replace(FIXED, crop=0))))
        held.append(sum(kept))
    assert held[1] < 0.6 * held[0]


def test_that_the_average_changes_slowly_but_copies_replaced_codebook_entries() -> None:
    torch.manual_seed(0)
    network = VQGAN(NET, (10, 12))
    average = MovingAverage(network, 0.9)
    weight = average.network.encoder.conv_in.weight
    before = weight.clone()
    with torch.no_grad():
        for p in network.parameters():
            p.add_(1.0)
    average.update(network)
    assert torch.allclose(weight, before + 9 / 11, atol=1e-6)  # the decay begins at 2 / 11
    with torch.no_grad():
        network.quantize.embedding.weight[3] = 7.0
    average.copy_entries(network, torch.tensor([3]))
    assert torch.all(average.network.quantize.embedding.weight[3] == 7.0)
    assert not torch.any(average.network.quantize.embedding.weight[4] == 7.0)


def test_that_the_averaged_network_is_the_result_and_uses_its_codebook() -> None:
    before, last = _train(60)
    steps, averaged = _train(60, ema=0.95)
    assert [step.loss for step in steps] == [step.loss for step in before]
    assert 0.0 < _difference(averaged.vqgan, last.vqgan) < 1.0
    x = to_tensor(prepared_images(BOARDS[:1], NET, dataclasses.replace(FIXED, crop=0)))
    with torch.no_grad():
        codes = {name: len(net(x)[1].codes.unique()) for name, net in (("last", last.vqgan), ("ema", averaged.vqgan))}
        error = torch.nn.functional.l1_loss(averaged.vqgan(x)[0], x)
    assert codes["ema"] > 0.6 * codes["last"]
    assert error < 0.3


def test_that_patience_ends_the_training_with_the_best_network(tmp_path: Path) -> None:
    run = _open(tmp_path)
    steps, result = _train(400, run=run, validate_every=5, patience=2, learning_rate=1e-9)
    run.close()
    assert len(steps) < 100
    assert result.share < 1.0
    assert not result.stopped
    impatient = dataclasses.replace(FIXED, patience=1)
    with pytest.raises(TrainingError, match="held-out"):
        next(train_vqgan(VqganTraining(BOARDS, NET, impatient, Budget(steps=1), seed=0)))


def test_that_a_resumed_patch_network_has_identical_bits(tmp_path: Path) -> None:
    whole = list(train_patch_net(BOARDS, fixed=True, seed=1, steps=12))[-1]
    run = _open(tmp_path, every_s=0.0)
    interrupted = train_patch_net(BOARDS, fixed=True, seed=1, steps=12, run=run)
    for _ in range(5):
        next(interrupted)
    interrupted.close()
    run.close()
    run = _open(tmp_path, resume=True)
    *steps, last = train_patch_net(BOARDS, fixed=True, seed=1, steps=12, run=run)
    run.close()
    assert len(steps) < 12
    assert isinstance(whole, PatchNet)
    assert isinstance(last, PatchNet)
    assert network_bytes(whole) == network_bytes(last)


def test_that_settings_of_older_bundles_still_load() -> None:
    values = to_dict(PRESETS["robust"])
    for name in ("accumulate", "ema", "gradient_checkpointing", "validate_every", "patience"):
        del values["training"][name]
    assert from_dict(values) == PRESETS["robust"]
    assert PRESETS["paper"].network == ESSER
    assert PRESETS["paper"].training.gradient_checkpointing
    for wrong in ({"accumulate": 0}, {"ema": 1.0}, {"patience": -1}, {"validate_every": -1}):
        with pytest.raises(SettingsError):
            dataclasses.replace(FIXED, **wrong)


def test_that_too_many_devices_are_refused() -> None:
    with pytest.raises(TrainingError, match="1000 devices"):
        _train(1, devices=1000)


@pytest.mark.long
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two processor cores")
def test_that_two_devices_equal_a_double_batch(tmp_path: Path) -> None:
    steps, one = _train(30, precision="float32", batch=2, ema=0.9)
    run = _open(tmp_path)
    calls = iter(range(1000))
    _train(30, precision="float32", batch=1, ema=0.9, devices=2, run=run, stop=lambda: next(calls) == 12)
    run.close()
    run = _open(tmp_path, resume=True)
    again, two = _train(30, precision="float32", batch=1, ema=0.9, devices=2, run=run)
    run.close()
    assert np.allclose([step.loss for step in again], [step.loss for step in steps[12:]], atol=1e-4)
    assert _difference(one.vqgan, two.vqgan) < 1e-3
    assert one.codes_used == two.codes_used


def test_that_inspection_does_not_import_lightning() -> None:
    code = "import sys, vqganodip.neural.inference; assert not [m for m in sys.modules if 'lightning' in m]"
    subprocess.run([sys.executable, "-c", code], check=True)


@contextmanager
def _started(arguments: list[object]) -> Iterator[subprocess.Popen[str]]:
    """Run ``vqganodip train`` at a small size in the background until the test ends."""
    command = [sys.executable, "-m", "engine.small_training", "train", *map(str, arguments)]
    paths = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=paths) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.long
@pytest.mark.usefixtures("small_networks")
def test_that_kill_9_and_resume_give_the_same_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = write_tiny_line(tmp_path / "line", train=6, good=1, defective=1)
    killed = tmp_path / "killed"
    arguments = [line, "--bundle", killed, "--long-side", 96, "--steps", 40, "--checkpoint-every", 0]
    run = run_folder_of(killed) / "run.json"
    with _started(arguments) as process:
        wait_until(lambda: run.exists() and json.loads(run.read_bytes())["step"] > 5, process.poll)
        process.kill()
    assert not killed.exists()
    assert command_line.run("train", *arguments) == 1
    assert "--resume" in capsys.readouterr().err
    assert command_line.run("train", *arguments, "--resume") == 0
    assert "resumes from step" in " ".join(capsys.readouterr().err.split())
    assert command_line.run("train", line, "--bundle", tmp_path / "whole", "--long-side", 96, "--steps", 40) == 0
    whole, again = (open_bundle(tmp_path / name) for name in ("whole", "killed"))
    for role in ("vqgan", "discriminator", "patch_net", "variation", "golden"):
        assert whole.files[role][1] == again.files[role][1], role
    tables = [_rows(run_folder_of(tmp_path / name) / "progress.csv") for name in ("whole", "killed")]
    assert [{**row, "seconds": ""} for row in tables[0]] == [{**row, "seconds": ""} for row in tables[1]]


@pytest.mark.usefixtures("small_networks")
def test_that_ctrl_c_gives_a_usable_bundle_and_a_checkpoint(tmp_path: Path) -> None:
    line = write_tiny_line(tmp_path / "line", train=6, good=1, defective=1)
    bundle = tmp_path / "b"
    arguments = [line, "--bundle", bundle, "--long-side", 96, "--steps", 300]
    table = run_folder_of(bundle) / "progress.csv"
    with _started(arguments) as process:
        wait_until(lambda: table.exists() and table.read_text().count("\n") > 3, process.poll)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=HANG_GUARD_S)
    assert process.returncode == 0, err
    assert "Stopped early at" in out
    assert "Stopping" in err
    assert "--resume" in " ".join(err.split())
    image = next((line / "train").rglob("*.png"))
    *_, measured = Inspector.for_measuring(open_bundle(bundle)).measure(image)
    assert isinstance(measured, Measured)
    assert json.loads((run_folder_of(bundle) / "run.json").read_text())["state"] == RunState.STOPPED
    assert (run_folder_of(bundle) / "checkpoint.pt").exists()


def test_that_the_first_ctrl_c_asks_and_the_second_aborts(capfd: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGINT)
    with StopOnInterrupt("stopping") as stop:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)  # nothing to save yet
        stop.armed = True
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        assert stop()
        assert "stopping" in capfd.readouterr().err
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_that_an_interrupted_write_keeps_the_old_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.pt"
    write_checkpoint(path, {"a": torch.zeros(3)})

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(torch, "save", broken)
    with pytest.raises(KeyboardInterrupt):
        write_checkpoint(path, {"a": torch.ones(3)})
    assert read_checkpoint(path)["a"].sum() == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.pt"]
