"""One board and one bundle give one score, with any number of threads and in every process."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.bundles.loaded_bundle import load_bundle
from vqganodip.bundles.precision import PRECISION
from vqganodip.errors import BundleError
from vqganodip.inspection.inspector import Inspected, Inspector, Measured
from vqganodip.settings import Precision


@pytest.fixture(autouse=True)
def threads_as_before() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def boards(line: Path) -> list[Path]:
    return [line / "test" / "good" / "000.png", line / "test" / "missing" / "001.png"]


def measured(inspector: Inspector, board: Path) -> bytes:
    (row,) = [event.row for event in inspector.measure(board) if isinstance(event, Measured)]
    return row.values.tobytes()


def scores(inspector: Inspector, line: Path) -> list[float]:
    events = [event for board in boards(line) for event in inspector.inspect(board)]
    return [event.inspection.score for event in events if isinstance(event, Inspected)]


def with_settings(bundle: Path, **changed: object) -> Path:
    """The bundle with other settings; None removes one."""
    opened = open_bundle(bundle)
    settings = {k: v for k, v in (opened.read_json("settings") | changed).items() if v is not None}
    write_bundle(bundle, {"settings": (".json", json.dumps(settings).encode())}, base=opened)
    return bundle


def test_that_the_metrics_do_not_depend_on_the_number_of_threads(tiny_bundle: Path, tiny_line: Path) -> None:
    inspector = Inspector.open(tiny_bundle)
    for board in boards(tiny_line):
        rows = []
        for threads in (1, 2, 4):
            torch.set_num_threads(threads)
            rows.append(measured(inspector, board))
        assert rows[0] == rows[1] == rows[2]


def test_that_another_process_with_one_thread_gives_the_same_scores(tiny_bundle: Path, tiny_line: Path) -> None:
    torch.set_num_threads(2)
    here = scores(Inspector.open(tiny_bundle), tiny_line)
    command = [sys.executable, "-m", "vqganodip.cli.main", "inspect", *boards(tiny_line), "--bundle", tiny_bundle]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, env=one_thread, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["score"] for line in lines] == here
    assert {line["precision"] for line in lines} == {"float32"}
    assert "bfloat16" not in done.stderr


def test_that_a_bundle_that_names_no_precision_computes_in_bfloat16_and_says_so(tiny_bundle_copy: Path) -> None:
    assert load_bundle(open_bundle(tiny_bundle_copy)).precision is Precision.FLOAT32
    inspector = Inspector.open(with_settings(tiny_bundle_copy, **{PRECISION: None}))
    assert inspector.model.precision is Precision.BFLOAT16
    assert "computes in bfloat16" in str(inspector.note)


def test_that_an_unknown_precision_is_refused(tiny_bundle_copy: Path) -> None:
    with pytest.raises(BundleError, match="do not fit this version"):
        Inspector.open(with_settings(tiny_bundle_copy, **{PRECISION: "float8"}))


def test_that_a_processor_without_bfloat16_is_named(tiny_bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inspector = Inspector.open(tiny_bundle)
    assert inspector.note is None
    older = dataclasses.replace(inspector.model, precision=Precision.BFLOAT16)
    monkeypatch.setattr("vqganodip.neural.precision.has_bfloat16", lambda kind: False)
    assert "emulates" in str(Inspector(older, None, None, "").note)
