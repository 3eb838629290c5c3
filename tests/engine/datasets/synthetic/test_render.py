"""Rendered boards: same bytes for a seed, exact masks and transforms, no leak of the label."""

from __future__ import annotations

import csv
import hashlib
import inspect
import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from typer.testing import CliRunner

from vqganodip.cli.main import app
from vqganodip.cli.render import render
from vqganodip.datasets.ground_truth import load_mask
from vqganodip.datasets.layouts import load_dataset
from vqganodip.datasets.synthetic import residue
from vqganodip.datasets.synthetic.canvas import Surface
from vqganodip.datasets.synthetic.dataset import BOARD_COLUMNS, TABLE, RenderedLine, write_line
from vqganodip.datasets.synthetic.defects import CFX, DefectKind
from vqganodip.datasets.synthetic.package import PACKAGES
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT, PRODUCTS, RANDOM, product
from vqganodip.datasets.synthetic.render import RenderedBoard, render_board
from vqganodip.errors import DatasetError, SettingsError

SMALL = 256


def fiducial_offsets(name: str, board: RenderedBoard, size: int) -> list[float]:
    """Distance in pixels of each fiducial in the image from its position by the transform."""
    offsets = []
    for x, y in product(name).fiducials:
        nominal = np.array([x, y]) * size / 100 - 0.5
        expected = board.transform[:, :2] @ nominal + board.transform[:, 2]
        cx, cy = round(float(expected[0])), round(float(expected[1]))
        reach = max(4, round(1.6 * size / 100))
        patch = board.image[cy - reach : cy + reach + 1, cx - reach : cx + reach + 1].astype(float).mean(axis=2)
        low, high = np.percentile(patch, (20, 97))
        weight = np.clip((patch - low) / (high - low) * 2 - 0.5, 0, 1)
        ys, xs = np.mgrid[-reach : reach + 1, -reach : reach + 1]
        found = np.array([(weight * xs).sum(), (weight * ys).sum()]) / weight.sum() + (cx, cy)
        offsets.append(float(np.hypot(*(found - expected))))
    return offsets


def tree_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@pytest.mark.parametrize("name", PRODUCTS)
def test_that_a_product_has_a_full_layout_without_overlaps(name: str) -> None:
    board = product(name)
    assert 80 <= len(board.parts) <= 150
    assert len({part.ref for part in board.parts}) == len(board.parts)
    yards = [part.courtyard() for part in board.parts]
    for i, a in enumerate(yards):
        assert board.outline[0] < a[0]
        assert a[2] < board.outline[2]
        for b in yards[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_that_there_are_three_products_and_every_package_is_used() -> None:
    assert len(PRODUCTS) >= 3
    assert DEMO_PRODUCT in PRODUCTS
    assert {part.package for name in PRODUCTS for part in product(name).parts} == set(PACKAGES)


def test_that_a_seed_gives_the_same_board_and_another_seed_another() -> None:
    first, again = (render_board(DEMO_PRODUCT, 3, size=SMALL, defects=1) for _ in range(2))
    other = render_board(DEMO_PRODUCT, 4, size=SMALL, defects=1)
    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.mask, again.mask)
    assert first.defects == again.defects
    assert first.serial == again.serial
    assert first.serial != other.serial
    assert not np.array_equal(first.image, other.image)


@pytest.mark.parametrize("kind", list(DefectKind))
def test_that_every_defect_is_drawn_where_its_mask_says_and_nowhere_else(kind: DefectKind) -> None:
    seed = 40 + list(DefectKind).index(kind)
    normal = render_board(DEMO_PRODUCT, seed, size=512, serial="TCU4-0000001")
    board = render_board(DEMO_PRODUCT, seed, size=512, serial="TCU4-0000001", defects=[kind])
    (truth,) = board.defects
    assert truth.kind is kind
    assert 0 <= truth.severity <= 1
    assert board.mask.sum() >= 4
    rows, columns = np.nonzero(board.mask)
    assert (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) == (
        truth.box.x0, truth.box.y0, truth.box.x1, truth.box.y1,
    )  # fmt: skip
    assert 0 <= truth.box.x0 < truth.box.x1 <= 512
    assert 0 <= truth.box.y0 < truth.box.y1 <= 512
    change = np.abs(board.image.astype(int) - normal.image.astype(int)).max(axis=2)
    assert np.median(change[board.mask]) >= 8
    assert change[~board.mask].max() <= 40
    assert (change[~board.mask] > 12).sum() <= 0.25 * board.mask.sum() + 4
    far = cv2.dilate(board.mask.astype(np.uint8), np.ones((121, 121), np.uint8)) == 0
    assert change[far].max() == 0


def test_that_several_defects_have_boxes_of_their_own() -> None:
    kinds = [DefectKind.MISSING, DefectKind.BALL, DefectKind.SCRATCH]
    board = render_board(DEMO_PRODUCT, 8, size=512, defects=kinds, severity=(0.3, 1.0))
    assert [truth.kind for truth in board.defects] == kinds
    boxed = np.zeros_like(board.mask)
    for truth in board.defects:
        boxed[truth.box.y0 : truth.box.y1, truth.box.x0 : truth.box.x1] = True
    assert not (board.mask & ~boxed).any()


def test_that_severe_defects_change_more_than_faint_ones() -> None:
    def area(kind: DefectKind, low: float, high: float) -> int:
        seeds = range(60, 63)
        return sum(
            int(render_board(DEMO_PRODUCT, s, size=SMALL, defects=[kind], severity=(low, high)).mask.sum())
            for s in seeds
        )

    for kind in (DefectKind.BALL, DefectKind.SHIFTED):
        assert area(kind, 0.8, 1.0) > area(kind, 0.3, 0.4)


@pytest.mark.parametrize("name", PRODUCTS)
def test_that_the_transform_maps_fiducials_to_where_they_are(name: str) -> None:
    board = render_board(name, 2, size=1024)
    assert max(fiducial_offsets(name, board, 1024)) <= 0.5


def test_that_the_pose_varies_within_twenty_pixels_and_one_degree() -> None:
    from vqganodip.datasets.synthetic.camera import Exposure

    poses = [Exposure.draw(seed, 1024, 1.0).transform for seed in range(200)]
    turns = np.degrees([np.arctan2(p[1, 0], p[0, 0]) for p in poses])
    shifts = np.array([p[:, :2] @ (511.5, 511.5) + p[:, 2] - 511.5 for p in poses])
    assert np.abs(turns).max() <= 1.0
    assert np.abs(shifts).max() <= 20.0
    assert np.abs(turns).max() > 0.6
    assert np.abs(shifts).max() > 15


def test_that_the_label_carries_the_serial_number() -> None:
    board = render_board(DEMO_PRODUCT, 1, size=1024)
    b = board.barcode
    code = board.image[b.y0 - 4 : b.y1 + 4, b.x0 - 4 : b.x1 + 4]
    zooms = [cv2.resize(code, None, fx=z, fy=z, interpolation=cv2.INTER_CUBIC) for z in (3, 4, 5, 6)]
    assert board.serial in {cv2.QRCodeDetector().detectAndDecode(zoomed)[0] for zoomed in zooms}


def test_that_impossible_requests_are_refused() -> None:
    with pytest.raises(SettingsError, match="no such product"):
        render_board("toaster", 1)
    with pytest.raises(SettingsError, match="not rendered at 300"):
        render_board(DEMO_PRODUCT, 1, size=300)
    with pytest.raises(SettingsError, match="severity"):
        render_board(DEMO_PRODUCT, 1, size=SMALL, severity=(0.5, 0.2))


def test_that_every_kind_has_an_ipc_cfx_category() -> None:
    assert set(CFX) == set(DefectKind)
    assert DefectKind.BRIDGE.cfx == "Short"


def test_that_the_number_of_workers_does_not_change_the_bytes(tmp_path: Path) -> None:
    line = RenderedLine(DEMO_PRODUCT, 5, train=1, mask=0, good=1, defective=2, size=SMALL)
    one = write_line(tmp_path / "one", line, jobs=1)
    two = write_line(tmp_path / "two", line, jobs=2)
    assert one == two
    assert tree_hash(tmp_path / "one") == tree_hash(tmp_path / "two")


def test_that_a_line_is_laid_out_like_mvtec_with_a_table(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    line = RenderedLine(DEMO_PRODUCT, 6, train=2, mask=1, good=2, defective=2, size=SMALL)
    write_line(tmp_path, line, jobs=1, progress=lambda *p: seen.append(p))
    with (tmp_path / TABLE).open(newline="") as file:
        table = list(csv.DictReader(file))
    assert tuple(table[0]) == BOARD_COLUMNS
    assert [row["split"] for row in table] == ["train"] * 2 + ["mask"] + ["test"] * 4
    assert seen == [(i, 7) for i in range(1, 8)]
    assert len({row["seed"] for row in table}) == len({row["serial"] for row in table}) == 7
    assert sorted(p.name for p in (tmp_path / "train" / "good").iterdir()) == ["000.png", "001.png", "002.png"]
    for row in table:
        image = cv2.imread(str(tmp_path / row["path"]))
        assert image.shape == (SMALL, SMALL, 3)
        mask = tmp_path / "ground_truth" / row["defect"] / f"{Path(row['path']).stem}_mask.png"
        assert mask.is_file() == (row["label"] == "defective")
    assert len(list((tmp_path / "ground_truth").rglob("*.png"))) == 2
    last = table[-1]
    kinds = [DefectKind(kind) for kind in last["kinds"].split(";")]
    again = render_board(DEMO_PRODUCT, int(last["seed"]), size=SMALL, defects=kinds, serial=last["serial"])
    assert np.array_equal(again.image, cv2.imread(str(tmp_path / last["path"]))[..., ::-1])


def test_that_defective_boards_to_train_on_come_with_masks_and_change_no_other_board(tmp_path: Path) -> None:
    line = RenderedLine(DEMO_PRODUCT, 6, train=1, mask=0, good=1, defective=1, size=SMALL, train_defective=2)
    rows = write_line(tmp_path / "more", line, jobs=1)
    assert [row.split for row in rows] == ["train", "test", "train", "train", "test"]
    dataset = load_dataset(tmp_path / "more")
    assert len(dataset.train) == 1
    assert len(dataset.train_defects) == 2
    assert all(load_mask(image) is not None for image in (*dataset.train_defects, *dataset.abnormal))
    same = RenderedLine(DEMO_PRODUCT, 6, train=1, mask=0, good=1, defective=3, size=SMALL)
    write_line(tmp_path / "same", same, jobs=1)
    for row in rows[:2]:
        assert (tmp_path / "more" / row.path).read_bytes() == (tmp_path / "same" / row.path).read_bytes()


def test_that_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(DatasetError, match="something here"):
        write_line(tmp_path, RenderedLine(DEMO_PRODUCT, 1, 1, 0, 0, 0, SMALL), jobs=1)
    with pytest.raises(SettingsError, match="at least one board"):
        write_line(tmp_path / "new", RenderedLine(DEMO_PRODUCT, 1, 0, 0, 0, 0, SMALL), jobs=1)


def test_that_the_help_names_the_products_there_are() -> None:
    option = inspect.signature(render).parameters["product"].default
    assert option.help == f"Product: {', '.join(PRODUCTS)}, or {RANDOM} for one laid out at random."
    assert option.default == DEMO_PRODUCT


def test_that_a_stain_is_drawn_whatever_its_outline() -> None:
    # the outlines of these reach so far inwards that the corners lie some 90 rims outside
    for grain in (26, 29, 74, 80):
        planes = [np.zeros((256, 256, 3), np.float32), *(np.zeros((256, 256), np.float32) for _ in range(3))]
        surface = Surface(*planes, ppmm=10.0)
        residue.stain(surface, 12.8, 12.8, 3.0, 0.5, False, grain)
        assert np.isfinite(surface.albedo).all()
        assert surface.albedo[128, 128].min() > 0


def test_that_the_command_line_renders_and_reports(tmp_path: Path) -> None:
    wanted = ["--good", "1", "--defective", "1", "--seed", "9", "--size", "256", "--jobs", "1", "--json"]
    result = CliRunner().invoke(app, ["render", str(tmp_path / "line"), *wanted])
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)
    assert summary["boards"] == 2
    assert summary["defective"] == 1


def leak_auroc(count: int, size: int) -> float:
    """AUROC of a classifier that sees only global statistics and the size of the PNG file."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    rows, labels = [], []
    for index in range(2 * count):
        label = index % 2
        board = render_board(DEMO_PRODUCT, 1000 + index, size=size, defects=label)
        flat = board.image.reshape(-1, 3).astype(np.float32)
        png = cv2.imencode(".png", board.image, [cv2.IMWRITE_PNG_COMPRESSION, 2])[1].size
        edges = np.abs(np.diff(board.image.astype(np.float32), axis=0)).mean()
        features = [
            *flat.mean(axis=0),
            *flat.std(axis=0),
            *np.percentile(flat, (1, 50, 99), axis=0).ravel(),
            edges,
            png,
        ]
        rows.append(features)
        labels.append(label)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=1000))
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    scores = cross_val_predict(model, np.array(rows), labels, cv=folds, method="predict_proba")[:, 1]
    return float(roc_auc_score(labels, scores))


def test_that_a_normal_board_and_its_defective_twin_have_the_same_statistics() -> None:
    gaps = []
    for seed in range(6):
        normal = render_board(DEMO_PRODUCT, seed, size=SMALL)
        defective = render_board(DEMO_PRODUCT, seed, size=SMALL, defects=1)
        assert normal.serial == defective.serial
        assert np.array_equal(normal.transform, defective.transform)
        sizes = [cv2.imencode(".png", b.image)[1].size for b in (normal, defective)]
        gaps.append(abs(sizes[0] - sizes[1]) / sizes[0])
        assert abs(normal.image.mean() - defective.image.mean()) < 0.5
    assert max(gaps) < 0.01


@pytest.mark.long
def test_that_global_statistics_and_file_size_do_not_tell_the_label() -> None:
    assert leak_auroc(200, 256) <= 0.6


def test_that_a_rendered_line_is_a_data_set_with_masks(tmp_path: Path) -> None:
    from vqganodip.datasets.layouts import load_dataset

    write_line(tmp_path, RenderedLine(DEMO_PRODUCT, 5, train=2, mask=1, good=1, defective=2, size=256), jobs=1)
    found = load_dataset(tmp_path)
    assert (len(found.train), len(found.mask), len(found.normal), len(found.abnormal)) == (2, 1, 1, 2)
    assert all(image.mask is not None and image.mask.is_file() for image in found.abnormal)
    assert not found.notes
