"""Products at random: same bytes for a name, room for every defect, and variety that shows."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from vqganodip.cli.main import app
from vqganodip.datasets.synthetic.dataset import RenderedLine, redraw_board, write_line
from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.package import PACKAGES
from vqganodip.datasets.synthetic.product import PRODUCTS, product, with_variety
from vqganodip.datasets.synthetic.render import RenderedBoard, render_board, render_pair
from vqganodip.datasets.synthetic.routing import routing
from vqganodip.datasets.synthetic.substrate import substrate
from vqganodip.errors import SettingsError

SMALL = 256

PINNED = {
    ("gearbox", 3, 0): "f14c3ddef17d1294",
    ("gearbox", 5, 3): "3c60a0e2aad38174",
    ("gateway", 3, 0): "14fa009cc036cf94",
    ("gateway", 5, 3): "53e4f822a2cec7d2",
    ("inverter", 3, 0): "ea1a4491367f33c4",
    ("inverter", 5, 3): "2ce09bc8df2efc0a",
}
"""Digests of boards with and without defects, by product, seed and number of the first of three defects."""


def digest(board: RenderedBoard) -> str:
    return hashlib.sha256(board.image.tobytes() + board.mask.tobytes()).hexdigest()[:16]


def same(a: RenderedBoard, b: RenderedBoard) -> bool:
    facts = [(x.defects, x.serial, x.barcode) for x in (a, b)]
    equal = all(np.array_equal(getattr(a, n), getattr(b, n)) for n in ("image", "mask", "transform"))
    return equal and facts[0] == facts[1]


@pytest.mark.parametrize(("name", "seed", "first"), PINNED)
def test_that_the_designed_products_keep_their_bytes(name: str, seed: int, first: int) -> None:
    kinds = list(DefectKind)[first : first + 3] if first else ()
    assert digest(render_board(name, seed, size=SMALL, defects=kinds)) == PINNED[name, seed, first]


@pytest.mark.parametrize("name", ["random:0", "random:12345678901234567890", "random:3@0.4", "random:8@1"])
def test_that_a_name_stands_for_one_product(name: str) -> None:
    first, bare, tracks = product(name), substrate(name, 512)[0].albedo, routing(name)
    for cache in (product, substrate, routing):
        cache.cache_clear()
    assert product(name) == first
    assert product(name).packages == first.packages
    assert routing(name) == tracks
    assert np.array_equal(substrate(name, 512)[0].albedo, bare)


def test_that_names_of_one_product_are_equal() -> None:
    assert product("random:7@1.0") == product("random:7@1") == product("random:07@1.000")
    assert product("random:7@0.0") == product("random:7")
    assert product("random:7") != product("random:8")
    assert product("random:7") != product("random:7@0.5")


@pytest.mark.parametrize("variety", [0.0, 1.0])
def test_that_layouts_are_full_without_overlaps_and_differ(variety: float) -> None:
    seen = set()
    for seed in range(12):
        board = product(with_variety(f"random:{seed}", variety))
        scale = (board.field_mm / 100) ** 2
        assert 100 * min(scale, 1) <= len(board.parts) <= 220 * max(scale, 1)
        assert len({part.ref for part in board.parts}) == len(board.parts)
        yards = [part.courtyard() for part in board.parts]
        for i, a in enumerate(yards):
            assert board.outline[0] < a[0]
            assert a[2] < board.outline[2]
            assert board.outline[1] < a[1]
            assert a[3] < board.outline[3]
            for b in yards[:i]:
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert len(board.serial) == 4
        assert {part.kind.name for part in board.parts} <= set(PACKAGES)
        seen.add((board.mask, board.outline, board.legends, tuple((part.x, part.y) for part in board.parts)))
    assert len(seen) == 12


def test_that_without_variety_packages_light_and_camera_are_the_usual_ones() -> None:
    for seed in range(5):
        board = product(f"random:{seed}")
        usual = product("gearbox")
        assert all(part.kind is PACKAGES[part.package] for part in board.parts)
        assert (board.optics, board.field_mm, board.gloss) == (usual.optics, usual.field_mm, usual.gloss)
        assert board.finish in {"tin", "gold"}


def test_that_variety_changes_packages_light_camera_and_scale() -> None:
    boards = [product(f"random:{seed}@1") for seed in range(40)]
    assert min(b.field_mm for b in boards) < 70
    assert max(b.field_mm for b in boards) > 125
    assert all(60 <= b.field_mm <= 140 for b in boards)
    assert len({b.packages["QFP64"].rows[0].count for b in boards}) > 4
    assert len({b.packages["R0603"].look.body for b in boards}) > 10
    assert len({b.optics.rig for b in boards}) == 40
    lengths = [b.packages["R0603"].length / PACKAGES["R0603"].length for b in boards]
    assert max(lengths) > 1.15
    assert min(lengths) < 0.9
    little = [product(f"random:{seed}@0.1") for seed in range(40)]
    assert all(94 <= b.field_mm <= 104 for b in little)
    assert max(abs(b.optics.blur) for b in little) < 0.1


@pytest.mark.parametrize("name", ["random:2@0.5"])
def test_that_every_kind_of_defect_fits(name: str) -> None:
    for seed, kind in enumerate(DefectKind):
        board = render_board(name, seed, size=SMALL, defects=[kind])
        assert [truth.kind for truth in board.defects] == [kind]
        assert board.mask.any()


def test_that_a_scratch_shows_on_a_pale_solder_mask() -> None:
    name = "random:55@1"
    assert min(product(name).mask[1]) > 190
    assert render_board(name, 5511, size=SMALL, defects=[DefectKind.SCRATCH]).mask.any()


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("variety", [0.0, 0.5, 1.0])
def test_that_every_kind_of_defect_fits_on_many_products(variety: float) -> None:
    for seed in range(100, 140):
        for number, kind in enumerate(DefectKind):
            board = render_board(
                with_variety(f"random:{seed}", variety), 20 * seed + number, size=SMALL, defects=[kind]
            )
            assert [truth.kind for truth in board.defects] == [kind]


@pytest.mark.parametrize(("name", "size"), [("gearbox", 512), ("random:6@0.8", SMALL)])
def test_that_a_pair_holds_the_same_boards_as_two_renders(name: str, size: int) -> None:
    kinds = [DefectKind.BRIDGE, DefectKind.SCRATCH]
    for serial in (None, "AB12-0000001"):
        normal, defective = render_pair(name, 9, size=size, defects=kinds, variation=1.2, serial=serial)
        assert same(normal, render_board(name, 9, size=size, variation=1.2, serial=serial))
        assert same(defective, render_board(name, 9, size=size, defects=kinds, variation=1.2, serial=serial))
    assert not normal.mask.any()
    assert defective.mask.any()


def test_that_a_pair_without_defects_is_refused() -> None:
    with pytest.raises(SettingsError, match="at least one defect"):
        render_pair("gearbox", 1, size=SMALL, defects=0)


@pytest.mark.parametrize(
    "name", ["random", "random:", "random:-1", "random:1.5", "random:x", "random:1@", "random:1@-1", "random:1@nan",
             "random:1@1@1", "Random:1", "random:1 ", "random:١", "random:1@1e-3"]
)  # fmt: skip
def test_that_other_names_are_refused(name: str) -> None:
    with pytest.raises(SettingsError, match=r"no such product.*random:SEED"):
        product(name)


def test_that_impossible_varieties_are_refused() -> None:
    with pytest.raises(SettingsError, match=r"variety of 1\.5"):
        product("random:1@1.5")
    for variety in (-0.1, 1.01, float("nan"), float("inf")):
        with pytest.raises(SettingsError, match="variety of"):
            with_variety("random:1", variety)
    for name in (*PRODUCTS, "random:1@0.5"):
        with pytest.raises(SettingsError, match="fixed"):
            with_variety(name, 0.5)
        assert with_variety(name, 0.0) == name
    assert with_variety("random:1", 0.25) == "random:1@0.25"


@pytest.mark.usefixtures("few_normal_boards")
def test_that_a_line_of_a_product_at_random_can_be_redrawn(tmp_path: Path) -> None:
    line = RenderedLine("random:11@0.7", 4, train=1, mask=0, good=0, defective=1, size=SMALL)
    rows = write_line(tmp_path / "line", line, jobs=1)
    assert all(row.serial.startswith(product(line.product).serial) for row in rows)
    for row in rows:
        redraw_board(tmp_path / "again.png", row.path, line)
        assert (tmp_path / "again.png").read_bytes() == (tmp_path / "line" / row.path).read_bytes()


def test_that_the_command_line_builds_the_name(tmp_path: Path) -> None:
    wanted = ["--good", "1", "--seed", "9", "--size", "256", "--jobs", "1", "--variety", "0.5"]
    options = [str(tmp_path / "line"), *wanted, "--product", "random:5", "--json"]
    result = CliRunner().invoke(app, ["render", *options])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["product"] == "random:5@0.5"
    refused = CliRunner().invoke(app, ["render", str(tmp_path / "other"), *wanted])
    assert isinstance(refused.exception, SettingsError)
    assert not (tmp_path / "other").exists()
