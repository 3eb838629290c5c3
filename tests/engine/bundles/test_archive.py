"""Tests of the bundle archive: complete, or refused with the file named."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from vqganodip.bundles.archive import arrays_from_bytes, arrays_to_bytes, open_bundle, write_bundle
from vqganodip.bundles.networks import check_outside_networks
from vqganodip.errors import BundleError


def _written(folder: Path):
    return write_bundle(folder, {"settings": (".json", b'{"a": 1}'), "vqgan": (".safetensors", b"weights")})


def test_that_a_bundle_reads_back_what_was_written(tmp_path: Path) -> None:
    written = _written(tmp_path / "b")
    opened = open_bundle(tmp_path / "b")
    assert opened.sha256 == written.sha256
    assert opened.read_json("settings") == {"a": 1}
    assert "vqgan" in opened
    assert "scorer" not in opened


def test_that_compressed_files_read_back_unchanged(tmp_path: Path) -> None:
    weights = b"weights" * 1000
    write_bundle(tmp_path, {"vqgan": (".safetensors.xz", weights)})
    (file,) = tmp_path.glob("vqgan-*.safetensors.xz")
    assert file.stat().st_size < 500
    assert open_bundle(tmp_path).read("vqgan") == weights


def test_that_a_changed_byte_is_refused_with_the_file_named(tmp_path: Path) -> None:
    _written(tmp_path)
    file = next(tmp_path.glob("vqgan-*"))
    file.write_bytes(b"weightz")
    with pytest.raises(BundleError, match=r"vqgan-.*altered"):
        open_bundle(tmp_path)


def test_that_missing_files_and_bundles_are_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="no model bundle"):
        open_bundle(tmp_path / "nowhere")
    _written(tmp_path)
    next(tmp_path.glob("settings-*")).unlink()
    with pytest.raises(BundleError, match=r"settings-.*cannot be read"):
        open_bundle(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 1, "files": []}'])
def test_that_a_manifest_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(BundleError, match="manifest"):
        open_bundle(tmp_path)


def test_that_newer_formats_and_outside_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99, "files": {}}))
    with pytest.raises(BundleError, match="Update"):
        open_bundle(tmp_path)
    outside = {"format": 1, "files": {"settings": {"name": "../x", "sha256": "0"}}}
    (tmp_path / "manifest.json").write_text(json.dumps(outside))
    with pytest.raises(BundleError, match="outside"):
        open_bundle(tmp_path)


def test_that_new_roles_are_added_and_old_files_are_deleted(tmp_path: Path) -> None:
    base = _written(tmp_path)
    first = write_bundle(tmp_path, {"scorer": (".skops", b"one")}, base=base)
    second = write_bundle(tmp_path, {"scorer": (".skops", b"two")}, base=first)
    assert open_bundle(tmp_path).sha256 == second.sha256
    assert second.read("scorer") == b"two"
    assert second.read("vqgan") == b"weights"
    assert len(list(tmp_path.glob("scorer-*"))) == 1


def test_that_the_error_for_a_missing_role_names_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="vqganodip fit"):
        _written(tmp_path).read("scorer")


def test_that_arrays_are_plain_and_reproducible() -> None:
    arrays = {"b": np.arange(3), "a": np.eye(2)}
    data = arrays_to_bytes(arrays)
    assert data == arrays_to_bytes(dict(reversed(list(arrays.items()))))
    assert np.array_equal(arrays_from_bytes(data)["a"], np.eye(2))
    with pytest.raises(BundleError, match="plain arrays"):
        arrays_from_bytes(b"junk")


def test_that_outside_networks_are_listed_and_kept(tmp_path: Path) -> None:
    files = {"settings": (".json", b"{}")}
    written = write_bundle(tmp_path, files, networks={"features": "ab" * 32})
    assert open_bundle(tmp_path).networks == {"features": "ab" * 32}
    again = write_bundle(tmp_path, {"threshold": (".json", b"{}")}, written)
    assert again.networks == written.networks
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["format"] == 2


def test_that_an_older_bundle_keeps_its_format(tmp_path: Path) -> None:
    """The program that wrote it still reads it, as long as its settings are the old ones."""
    _written(tmp_path)
    manifest = tmp_path / "manifest.json"
    older = json.loads(manifest.read_text(encoding="utf-8"))
    del older["networks"]
    manifest.write_text(json.dumps(older | {"format": 1}), encoding="utf-8")
    write_bundle(tmp_path, {"threshold": (".json", b"{}")}, open_bundle(tmp_path))
    now = json.loads(manifest.read_text(encoding="utf-8"))
    assert now["format"] == 1
    assert "networks" not in now
    write_bundle(tmp_path, {"settings": (".json", b'{"precision": "float32"}')}, open_bundle(tmp_path))
    assert open_bundle(tmp_path).format == 2


def test_that_an_unknown_outside_network_is_refused_in_words(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, {"settings": (".json", b"{}")}, networks={"efficientnet_lite0": "0" * 64})
    with pytest.raises(BundleError, match="efficientnet_lite0 with the hash 000000000000, which this program does not"):
        check_outside_networks(bundle)
