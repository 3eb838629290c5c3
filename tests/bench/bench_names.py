"""Names of parts on rendered boards: how exactly placement files lie, and how many defects get the name of their part.

    python tests/bench/bench_names.py [--boards 6] [--defects 84]
    python tests/bench/bench_names.py --bundle resources/demo/gearbox [--product gearbox] [--defects 84]

Ten files of several programs, mirrored and turned, are laid on the average of rendered normal boards by their
fiducials, or by two to four parts set by hand with one pixel of deviation. Then defects are rendered, and the part that
``part_at`` gives to the box of each is compared with the part that the renderer changed.

With ``--bundle`` the boxes are those of the machine instead: the placement is laid on the reference board of the bundle
by its fiducials, defective boards are inspected, and the name of the first region is compared. The seconds that names
take are measured on the same boards, next to those of the inspection.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from statistics import median
from typing import Final

import cv2
import numpy as np

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.placement import pictured_board
from vqganodip.calibration.localisation import to_grid
from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.layout import Product
from vqganodip.datasets.synthetic.part_list import placed_parts, placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.imaging.decoding import write_png
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.laid_parts import lay_parts
from vqganodip.placement.laying_on import At, LaidOn, lay_on
from vqganodip.placement.naming import NEAREST_MM, part_at
from vqganodip.placement.parts import PlacedPart, Side, Unit
from vqganodip.placement.reading import read_placement
from vqganodip.placement.record import BoardParts, record_of
from vqganodip.placement.transforms import Kind, Transform
from vqganodip.types import Box, Image, Map

SIZE: Final = 1024
EXACT_MM: Final = 0.3
Parts = Sequence[PlacedPart]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def truth(board: Product) -> Transform:
    """From millimetres of the placement to nominal pixels."""
    k = SIZE / board.field_mm
    return Transform(
        Kind.SIMILARITY, np.array([[k, 0, board.outline[0] * k - 0.5], [0, -k, board.outline[3] * k - 0.5]])
    )


def normal_boards(name: str, boards: int) -> tuple[Image, Map]:
    """Average and spread of normal boards, registered by their true transforms."""
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    pictures = []
    for seed in range(900, 900 + boards):
        board = render_board(name, seed, size=SIZE)
        pictures.append(cv2.warpAffine(board.image, board.transform, (SIZE, SIZE), flags=flags).astype(np.float32))
    spread = np.maximum(np.std(pictures, axis=0).mean(axis=2), 0.2).astype(np.float32)
    return np.rint(np.mean(pictures, axis=0)).astype(np.uint8), spread


def _number(value: float, unit: Unit, sign: str = ".") -> str:
    return f"{value / unit.mm:.4f}".replace(".", sign)


def table(
    parts: Parts,
    titles: Sequence[str],
    *,
    unit: Unit = Unit.MM,
    separator: str = ",",
    sign: str = ".",
    ending: str = "",
) -> str:
    """A file with separators: name, package, x, y, side, rotation, value."""
    rows = [separator.join(f'"{title}"' for title in titles)]
    for p in parts:
        x, y = _number(p.x, unit, sign) + ending, _number(p.y, unit, sign) + ending
        cells = (p.ref_des, p.package, x, y, p.side.value, f"{p.rotation:g}".replace(".", sign), p.value)
        rows.append(separator.join(f'"{cell}"' for cell in cells))
    return "\n".join((*rows, ""))


def altium_text(parts: Parts) -> str:
    """A file of Altium Designer with columns of blanks, in mil."""
    titles = ("Designator", "Comment", "Layer", "Footprint", "Center-X(mil)", "Center-Y(mil)", "Rotation")
    widths = (12, 20, 13, 32, 15, 15, 9)
    rows = ["Altium Designer Pick and Place Locations", "", "Units used: mil", ""]
    cells: list[Sequence[str]] = [titles]
    for p in parts:
        layer = "TopLayer" if p.side is Side.TOP else "BottomLayer"
        x, y = _number(p.x, Unit.MIL), _number(p.y, Unit.MIL)
        cells.append((p.ref_des, f'"{p.value}"', layer, p.package, x, y, f"{p.rotation:.0f}"))
    rows += ["".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in cells]
    return "\r\n".join((*rows, ""))


def eagle(parts: Parts) -> str:
    """A file of Eagle, which has no heading."""
    return "".join(f"{p.ref_des} {p.x:5.2f} {p.y:5.2f} {p.rotation:3.0f} {p.value} {p.package}\n" for p in parts)


def moved(parts: Parts, turn: float = 0.0, *, mirror: bool = False, side: Side = Side.TOP) -> list[PlacedPart]:
    """Parts whose coordinates are turned about the origin, then moved."""
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    matrix = np.array([[c, -s], [s, c]]) @ np.diag([-1.0 if mirror else 1.0, 1.0])
    places = [matrix @ (p.x, p.y) + (12.0, -30.0) for p in parts]
    return [replace(p, x=float(x), y=float(y), side=side) for p, (x, y) in zip(parts, places, strict=True)]


ALTIUM: Final = ("Designator", "Footprint", "Center-X(mm)", "Center-Y(mm)", "Layer", "Rotation", "Comment")
EASYEDA: Final = ("Designator", "Footprint", "Mid X", "Mid Y", "Layer", "Rotation", "Comment")
KICAD: Final = ("Ref", "Package", "PosX", "PosY", "Side", "Rot", "Val")


@dataclass(frozen=True)
class Case:
    """A file of a product: how it is made, and by how many hand-set parts it is laid on; 0 by its fiducials."""

    product: str
    file: str
    make: Callable[[Product, Parts], str]
    points: int = 0
    encoding: str = "utf-8"


CASES: Final = (
    Case("gearbox", "kicad.pos", lambda board, _: placement_text(board)),
    Case("random:7@1", "kicad-inch.csv", lambda _, parts: table(parts, KICAD, unit=Unit.INCH)),
    Case("random:11@0.5", "altium-turned.txt", lambda _, parts: altium_text(moved(parts, 90))),
    Case("random:23", "altium.csv", lambda _, parts: table(parts, ALTIUM, separator=";", sign=","), 2, "cp1252"),
    Case("gearbox", "easyeda.csv", lambda _, p: table(p, EASYEDA, separator="\t", ending="mm"), 3, "utf-16"),
    Case("random:7@1", "protel.csv", lambda _, parts: table(parts, EASYEDA, unit=Unit.MIL, ending="mil"), 4),
    Case("random:11@0.5", "jlcpcb-turned.csv", lambda _, parts: table(moved(parts, 180), EASYEDA), 0, "utf-8-sig"),
    Case("random:23", "eagle.mnt", lambda _, parts: eagle(parts), 2),
    Case("gearbox", "eagle-mirrored.mnb", lambda _, parts: eagle(moved(parts, mirror=True))),
    Case("random:7@1", "kicad-bottom.csv", lambda _, parts: table(moved(parts, side=Side.BOTTOM), KICAD), 3),
)


def laid_on(case: Case, picture: Image, spread: Map, rng: np.random.Generator) -> LaidOn:
    """Write the file of a case, read it, and lay it on."""
    board = product(case.product)
    listed = list(placed_parts(board))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.file
        path.write_bytes(case.make(board, listed).encode(case.encoding))
        placement = read_placement(path)
    if not case.points:
        return lay_on_fiducials(placement, picture, spread, side=placement.parts[0].side)
    x, y = np.array([(p.x, p.y) for p in listed]).T
    corners = [int(v) for v in ((x + y).argmin(), (x + y).argmax(), (x - y).argmax(), (x - y).argmin())]
    places = truth(board).apply(np.array([(listed[i].x, listed[i].y) for i in corners])) + rng.normal(0, 1, (4, 2))
    points = [At(listed[i].ref_des, float(px), float(py)) for i, (px, py) in zip(corners, places, strict=True)]
    return lay_on(placement, points[: case.points], spread=spread)


def measure_files(boards: int) -> dict[str, LaidOn]:
    """Print how exactly each file lies; return the KiCad file or another one laid on each product."""
    rng, exact, every = np.random.default_rng(5), 0, 0
    pictures = {name: normal_boards(name, boards) for name in {case.product for case in CASES}}
    laid: dict[str, LaidOn] = {}
    for case in CASES:
        board = product(case.product)
        found = laid_on(case, *pictures[case.product], rng)
        laid.setdefault(case.product, found)
        true = {p.ref_des: place for p, place in _places(board)}
        parts = [p for p in found.placement.parts if not p.fiducial]
        places = found.transform.apply(np.array([(p.x, p.y) for p in parts]))
        off = np.hypot(*(places - np.array([true[p.ref_des] for p in parts])).T) / truth(board).px_per_mm
        exact, every = exact + int((off <= EXACT_MM).sum()), every + len(off)
        how = f"{case.points} parts" if case.points else "fiducials"
        say(
            f"{case.file:20} {case.product:14} {how:9} residual {found.residual_mm:.3f} mm, "
            f"median {np.median(off):.3f}, largest {off.max():.3f} mm"
        )
    say(f"part centres within {EXACT_MM} mm: {exact} of {every}, {exact / every:.1%}\n")
    return laid


def _places(board: Product) -> list[tuple[PlacedPart, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]]:
    parts = placed_parts(board)
    return list(zip(parts, truth(board).apply(np.array([(p.x, p.y) for p in parts])), strict=True))


def measure_defects(laid: dict[str, LaidOn], defects: int) -> None:
    """Print by kind how many defects get the name of their part, from their boxes."""
    right, known, named, bare = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    kinds = list(DefectKind)
    for number in range(defects):
        kind, name = kinds[number % len(kinds)], list(laid)[number // len(kinds) % len(laid)]
        board = render_board(name, 5000 + number, size=SIZE, defects=(kind,))
        found = laid[name]
        parts = [p for p in lay_parts(found.parts, found.transform) if not p.part.fiducial]
        (defect,) = board.defects
        part = part_at(_nominal(defect.box, board.transform), parts, NEAREST_MM * found.transform.px_per_mm)
        if defect.ref_des:
            known[kind] += 1
            right[kind] += part is not None and part.part.ref_des == defect.ref_des
        else:
            bare[kind] += 1
            named[kind] += part is not None
    for kind in kinds:
        if known[kind]:
            say(f"{kind:22} {right[kind]} of {known[kind]} carry the name of their part")
        else:
            say(f"{kind:22} {named[kind]} of {bare[kind]} lie on the bare board within {NEAREST_MM} mm of a part")
    say(f"defects with the right name: {right.total()} of {known.total()}, {right.total() / known.total():.1%}")


def _nominal(box: Box, transform: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Box:
    """The box on the registered board, as the engine would find it there."""
    inverse = np.linalg.inv(np.vstack([transform, [0, 0, 1]]))
    corners = np.array([(x, y, 1) for x in (box.x0 - 0.5, box.x1 - 0.5) for y in (box.y0 - 0.5, box.y1 - 0.5)])
    x, y = (corners @ inverse.T)[:, :2].T + 0.5
    return Box(*(int(v) for v in (np.floor(x.min()), np.floor(y.min()), np.ceil(x.max()), np.ceil(y.max()))))


@dataclass
class Named:
    """Defects of parts of one kind: how many, and what the machine's regions say about them."""

    boards: int = 0
    first: int = 0
    first_covers: int = 0
    first_covers_right: int = 0
    covered: int = 0
    covered_right: int = 0

    def __add__(self, other: Named) -> Named:
        return Named(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return (
            f"first region right on {self.first} of {self.boards}; first region on the defect {self.first_covers}, "
            f"right {self.first_covers_right}{_share(self.first_covers_right, self.first_covers)}; a region on the "
            f"defect {self.covered}, the first of these right {self.covered_right}"
            f"{_share(self.covered_right, self.covered)}"
        )


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _share(part: int, whole: int) -> str:
    return f" ({part / whole:.1%})" if whole else ""


def measure_regions(folder: Path, name: str, defects: int) -> None:
    """Print by kind how many defects get the name of their part from the regions that a model finds."""
    bundle = open_bundle(folder)
    pictured, inspector = pictured_board(bundle), Inspector.open(folder)
    with tempfile.TemporaryDirectory() as kept:
        path = Path(kept) / "placement.pos"
        path.write_text(placement_text(product(name)), encoding="utf-8")
        laid = lay_on_fiducials(read_placement(path), pictured.pixels, pictured.spread, mm_per_px=pictured.mm_per_px)
        parts = BoardParts(record_of(laid, file_sha256="", grid=pictured.grid, sizes={}))
        say(f"laid on by fiducials: residual {laid.residual_mm:.3f} mm")
        found: dict[str, Named] = {}
        kinds, times = list(DefectKind), []
        for number in range(defects):
            if number and number % (3 * len(kinds)) == 0:
                say(f"  after {number} boards: {sum(found.values(), Named())}")
            kind = kinds[number % len(kinds)]
            board = render_board(name, 5000 + number, size=SIZE, defects=(kind,))
            (defect,) = board.defects
            if not defect.ref_des:
                continue
            write_png(Path(kept) / "board.png", board.image)
            began = time.perf_counter()
            seen = next(e for e in inspector.inspect(Path(kept) / "board.png") if isinstance(e, Inspected)).inspection
            inspected = time.perf_counter()
            for region in seen.shown_regions:
                parts.at(region.box, seen.grid), parts.explained(region, seen.grid)
            times.append((inspected - began, time.perf_counter() - inspected))
            true = to_grid(defect.box, np.reshape(seen.transform, (2, 3)))
            names = [(parts.at(r.box, seen.grid), _overlap(r.box, true)) for r in seen.shown_regions]
            right = [part is not None and part.ref_des == defect.ref_des for part, _ in names]
            covers = [on for _, on in names]
            one = Named(1, int(right[:1] == [True]), int(covers[:1] == [True]))
            one.first_covers_right = int(one.first_covers and right[0])
            one.covered = int(any(covers))
            one.covered_right = int(any(covers) and right[covers.index(True)])
            found[kind] = found.get(kind, Named()) + one
            if one.covered and not one.covered_right:
                at = covers.index(True)
                part = names[at][0]
                say(f"  board {number}, {kind}: {defect.ref_des} is called {part.ref_des if part else '(none)'}")
    for kind, counts in found.items():
        say(f"{kind:22} {counts}")
    say(f"{'all':22} {sum(found.values(), Named())}")
    whole, naming = (median(column) for column in zip(*times, strict=True))
    longer = median(named / inspected for inspected, named in times)
    say(f"a board {whole:.2f} s; names of its regions and reasons {1000 * naming:.1f} ms, {longer:.2%} (medians)")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--boards", type=int, default=6, help="normal boards per product")
    options.add_argument("--defects", type=int, default=84, help="rendered defects, all kinds equally often")
    options.add_argument("--bundle", type=Path, help="name the regions that this model finds")
    options.add_argument("--product", default="gearbox", help="product of the bundle")
    given = options.parse_args()
    if given.bundle is not None:
        measure_regions(given.bundle, given.product, given.defects)
        sys.exit()
    measure_defects(measure_files(given.boards), given.defects)
