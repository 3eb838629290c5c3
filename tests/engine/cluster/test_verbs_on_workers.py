"""The verbs on workers: what they write is, byte for byte, what one computer writes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.dask_cluster import DaskCluster, dask_cluster
from engine.waiting import wait_until
from PIL import Image as Pil

from vqganodip.bundles.archive import open_bundle, run_folder_of
from vqganodip.datasets.synthetic import visibility

pytestmark = pytest.mark.long

TIMES = ("inspected_at", "stage_s")
"""Keys of a line that differ between two runs on one computer too."""


def lines_of(file: Path) -> list[str]:
    """The lines of ``inspect`` without their times."""
    lines = [json.loads(text) for text in file.read_text(encoding="ascii").splitlines()]
    assert all(set(TIMES) < set(line) for line in lines)
    return [json.dumps({key: value for key, value in line.items() if key not in TIMES}) for line in lines]


def files_below(folder: Path) -> dict[str, bytes]:
    """Content of all files by their paths."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def boards(tiny_line: Path, tmp_path: Path) -> Path:
    """Tiny boards, one of them no image."""
    folder = tmp_path / "boards"
    shutil.copytree(tiny_line / "test", folder)
    (folder / "good" / "0005.png").write_bytes(b"no image")
    return folder


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[DaskCluster]:
    """A scheduler with TLS, without workers."""
    with dask_cluster(tmp_path / "cluster", tls=True) as started:
        yield started


def test_that_inspect_on_workers_writes_the_same_lines_panels_and_errors(
    tiny_bundle: Path, boards: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for name, options in (("here", ()), ("there", ("--workers", "2"))):
        out = ("--json", tmp_path / f"{name}.jsonl", "--panels", tmp_path / name)
        assert run("inspect", boards, "--bundle", tiny_bundle, *out, *options) == 1
        told.append([line for line in capsys.readouterr().err.splitlines() if line.startswith("vqganodip:")])
    assert told[0] == told[1]
    assert len(told[0]) == 2
    assert lines_of(tmp_path / "here.jsonl") == lines_of(tmp_path / "there.jsonl")
    assert len(lines_of(tmp_path / "here.jsonl")) == 16
    assert files_below(tmp_path / "here") == files_below(tmp_path / "there")


def test_that_a_picture_that_kills_two_workers_is_set_aside_by_name(
    tiny_bundle: Path, boards: Path, tmp_path: Path, secured: DaskCluster, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        secured.start_worker(preload=_DEADLY)
    deadly = boards / "good" / "003.png"
    there, here = tmp_path / "there.jsonl", tmp_path / "here.jsonl"
    cluster = ("--cluster", secured.address, "--tls", secured.certificates)
    assert run("inspect", boards, "--bundle", tiny_bundle, "--json", there, *cluster) == 1
    told = capsys.readouterr().err
    assert f"vqganodip: {deadly}: two workers were lost while they had this image" in told
    assert "2 of 17 images could not be inspected" in told
    assert sum(worker.poll() is not None for worker in secured.workers) == 2
    assert run("inspect", boards, "--bundle", tiny_bundle, "--json", here) == 1
    assert lines_of(there) == [line for line in lines_of(here) if json.loads(line)["image"] != str(deadly)]


_DEADLY = """
import os
from pathlib import Path
from vqganodip.inspection.inspector import Inspector

def deadly(self, path, data=None, inspect=Inspector.inspect):
    if Path(path).parts[-2:] == ("good", "003.png"):
        os._exit(9)
    return inspect(self, path, data)

Inspector.inspect = deadly
"""


def test_that_fit_on_workers_writes_the_same_bundle(tiny_bundle: Path, tiny_line: Path, tmp_path: Path) -> None:
    copies = {}
    for name, options in (("here", ()), ("there", ("--workers", "2"))):
        folder = tmp_path / name / "b"
        shutil.copytree(tiny_bundle, folder)
        chosen = ("--jobs", "1", "--classifiers", "LR", "--no-other-processors")
        assert run("fit", tiny_line, "--bundle", folder, *chosen, *options) == 0
        copies[name] = {role: file for role, file in open_bundle(folder).files.items() if role != "scorer"}
        (rows,) = [
            file.read_bytes()
            for file in run_folder_of(folder).glob("metrics-*.csv")
            if b"brightness" in file.read_bytes()
        ]
        copies[f"{name} rows"] = rows
    # the file of the classifier holds addresses of memory, so two fits on one computer differ in it too
    assert copies["here"] == copies["there"]
    assert copies["here rows"] == copies["there rows"]


@pytest.mark.usefixtures("few_normal_boards")
def test_that_render_on_workers_writes_the_same_files(tmp_path: Path) -> None:
    counts = ("--train", "1", "--good", "2", "--defective", "3", "--seed", "3", "--size", "512")
    for name, options in (("here", ("--jobs", "1")), ("there", ("--workers", "2"))):
        visibility._known.clear()
        assert run("render", tmp_path / name, *counts, *options) == 0
    assert files_below(tmp_path / "here") == files_below(tmp_path / "there")


def test_that_a_press_of_ctrl_c_ends_the_workers_too(tiny_bundle: Path, boards: Path) -> None:
    many = [str(boards)] * 40
    words = ["inspect", *many, "--bundle", str(tiny_bundle), "--workers", "2"]
    program = subprocess.Popen(
        [sys.executable, "-m", "vqganodip.cli", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)
    _, told = program.communicate()
    assert program.returncode == 130
    assert (
        told.decode().splitlines()[-1]
        == "vqganodip: interrupted; the lines and panels of the finished images are kept."
    )
    assert b"Traceback" not in told
    wait_until(lambda: not _lives(program.pid))  # its workers are of the same group


def _lives(group: int) -> bool:
    """True while a process of a group has not ended."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_that_a_worker_killed_in_the_middle_of_200_boards_changes_nothing(tmp_path: Path, secured: DaskCluster) -> None:
    line, bundle, many = tmp_path / "line", tmp_path / "bundle", tmp_path / "many"
    counts = ("--train", "16", "--mask", "6", "--good", "8", "--defective", "6", "--size", "512")
    assert run("render", line, *counts, "--seed", "5") == 0
    assert run("train", line, "--bundle", bundle, "--depth", "at-once") == 0
    assert run("fit", line, "--bundle", bundle, "--classifiers", "LR", "--jobs", "1", "--no-other-processors") == 0
    many.mkdir()
    rng = np.random.default_rng(1)
    rendered = [np.asarray(Pil.open(file)) for file in sorted((line / "test").rglob("*.png"))]
    for i in range(200):
        noisy = rendered[i % len(rendered)] + rng.normal(0, 2, rendered[0].shape)
        Pil.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(many / f"{i:03d}.png")
    for _ in range(2):
        secured.start_worker()
    there, here = tmp_path / "there.jsonl", tmp_path / "here.jsonl"
    cluster = ["--cluster", secured.address, "--tls", str(secured.certificates)]
    words = ["inspect", str(many), "--bundle", str(bundle), *cluster]
    said = tmp_path / "said.txt"
    with there.open("wb") as out, said.open("wb") as errors:
        command = [sys.executable, "-m", "vqganodip.cli", *words]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as program:
            assert program.stdout is not None
            for number, text in enumerate(program.stdout):
                out.write(text)
                if number == 100:
                    secured.kill(secured.workers[0])
    assert program.returncode == 0
    assert "was lost" in said.read_text(encoding="utf-8")
    assert run("inspect", many, "--bundle", bundle, "--json", here) == 0
    assert lines_of(there) == lines_of(here)
    assert len(lines_of(here)) == 200
