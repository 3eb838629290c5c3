"""The reference board of a bundle: read on its own, checked, absent for products in free position."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from vqganodip.bundles.archive import Bundle, arrays_to_bytes, write_bundle
from vqganodip.bundles.reference_board import reference_board
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError


def written(folder: Path, *, fixed: bool = True) -> Bundle:
    chance = np.random.default_rng(3)
    golden = PixelStatistics.build(chance.integers(60, 80, (5, 40, 60, 3), dtype=np.uint8))
    contents = {
        "settings": (".json", b"{}"),
        "vqgan": (".safetensors", b"weights"),
        "golden": (".npz", arrays_to_bytes(golden.to_arrays())),
    }
    if fixed:
        contents["reference"] = (".npz", b"a template")
    return write_bundle(folder, contents)


def test_that_the_reference_board_is_the_average_of_the_training_boards(tmp_path: Path) -> None:
    bundle = written(tmp_path)
    found = reference_board(tmp_path)
    golden = PixelStatistics.from_arrays(bundle.read_arrays("golden"))
    assert (found.bundle_sha256, found.images) == (bundle.sha256, 5)
    assert found.pixels is not None
    assert found.pixels.dtype == np.uint8
    assert np.abs(found.pixels - golden.mean).max() <= 0.5


def test_that_reading_the_reference_board_needs_no_other_file_and_no_network(tmp_path: Path) -> None:
    bundle = written(tmp_path)
    (tmp_path / bundle.files["vqgan"][0]).unlink()
    assert reference_board(tmp_path, bundle.sha256).pixels is not None
    code = "import sys; from pathlib import Path; from vqganodip.bundles.reference_board import reference_board as r; "
    code += f"r(Path({str(tmp_path)!r})); sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_an_altered_file_is_not_shown(tmp_path: Path) -> None:
    bundle = written(tmp_path)
    file = tmp_path / bundle.files["golden"][0]
    file.write_bytes(file.read_bytes() + b"!")
    with pytest.raises(BundleError, match="altered"):
        reference_board(tmp_path)
    with pytest.raises(BundleError, match="no model bundle"):
        reference_board(tmp_path / "elsewhere")


def test_that_another_bundle_or_a_free_position_has_no_reference_board(tmp_path: Path) -> None:
    bundle = written(tmp_path / "fixed")
    other = reference_board(tmp_path / "fixed", "0" * 64)
    assert (other.bundle_sha256, other.pixels) == (bundle.sha256, None)
    written(tmp_path / "free", fixed=False)
    assert reference_board(tmp_path / "free").pixels is None
