"""The benchmark of the networks runs, and its networks are equal; the memory of one board is within its bound."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench import bench_networks


@pytest.mark.long
def test_that_the_benchmark_compares_equal_networks_at_a_small_size() -> None:
    command = [sys.executable, bench_networks.__file__, "--size", "64", "--repeats", "1", "--threads", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["threads"] == 1
    assert found["ratio"].keys() == {"esser", "compact"}
    assert all(ratio > 0 for of_kind in found["ratio"].values() for ratio in of_kind.values())
    exact, fast = found["equality"]["float32"], found["equality"]["bfloat16, same codes"]
    assert exact["equal_codes"] == 1.0
    assert exact["max"] < 1e-3 < exact["range"]
    assert fast["mean_grey"] < 2.0
    assert fast["max_grey"] < 25.0


@pytest.mark.long
def test_that_a_board_of_1024_px_takes_less_than_1600_mib_beside_the_weights(tmp_path: Path) -> None:
    bench_networks.child(tmp_path, "prepare", 0, "--size", "1024")
    assert bench_networks.child(tmp_path, "esser", 0)["peak_mib"] < 1600
