"""``vqganodip parts``: names and outlines of the parts of a product, from its placement file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vqganodip.cli.options import AsJson, ask_pin
from vqganodip.cli.results import Results
from vqganodip.number_format import counted, plural
from vqganodip.places import check_file

if TYPE_CHECKING:
    from vqganodip.bundles.archive import Bundle
    from vqganodip.bundles.placement import PicturedBoard
    from vqganodip.placement.changes import PartChange
    from vqganodip.placement.evidence import Compared
    from vqganodip.placement.laying_on import At, LaidOn
    from vqganodip.placement.record import PlacementRecord

__all__ = ["parts"]

_SHOWN = 12


def parts(
    target: Annotated[Path, typer.Argument(metavar="BUNDLE_OR_WORKSPACE", help="Folder of a bundle or a workspace.")],
    placement: Annotated[
        Path | None, typer.Option("--placement", help="Placement file, such as of KiCad, Altium, EasyEDA or Eagle.")
    ] = None,
    at: Annotated[
        list[str] | None,
        typer.Option(
            "--at",
            help="A part or fiducial and its centre in pixels of the working grid, REF=X,Y; give two to four. Without "
            "any, the fiducials of the file are looked for.",
        ),
    ] = None,
    bundle: Annotated[
        Path | None, typer.Option("--bundle", help="With a workspace: bundle in use there.", metavar="DIR")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="What a column holds, ROLE=TITLE or ROLE=NUMBER, such as x=3; repeatable."),
    ] = None,
    unit: Annotated[str, typer.Option("--unit", help="Unit if the file states none: mm, mil or inch.")] = "",
    side: Annotated[str, typer.Option("--side", help="Side if the file states none: top or bottom.")] = "",
    mirrored: Annotated[
        bool | None,
        typer.Option("--mirrored/--not-mirrored", help="Whether the picture shows the coordinates mirrored."),
    ] = None,
    size: Annotated[
        list[str] | None,
        typer.Option("--size", help="Size of a package in millimetres, PACKAGE=WIDTHxHEIGHT; repeatable."),
    ] = None,
    usual_size: Annotated[float, typer.Option("--usual-size", help="Side of unknown packages in mm.", min=0.1)] = 3.0,
    nearest: Annotated[
        float,
        typer.Option(
            "--nearest", help="A region on no part takes the name of the nearest one within this distance in mm.", min=0
        ),
    ] = 1.0,
    find: Annotated[
        bool,
        typer.Option("--find", help="Without a placement file: number the parts found where normal boards vary."),
    ] = False,
    rename: Annotated[
        list[str] | None, typer.Option("--rename", help="Another name for a part, OLD=NEW, such as P3=U7; repeatable.")
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option("--merge", help="Parts that are one, NAME=PART,PART, such as U7=P3,P4; repeatable."),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the placement.")] = False,
    operator: Annotated[
        str, typer.Option(help="Who changes a workspace. If operators are registered, the PIN is asked for.")
    ] = "",
    picture: Annotated[
        Path | None,
        typer.Option(
            help="Write the reference board as PNG; with a placement at twice its size, with names and outlines.",
            metavar="FILE",
        ),
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Lay a placement file on the board, so that regions carry the names of parts; without any option, show it."""
    if sum((placement is not None, find, remove)) > 1:
        raise typer.BadParameter("give one of --placement, --find and --remove")
    if remove and (rename or merge):
        raise typer.BadParameter("give --remove alone")
    if placement is None and at:
        raise typer.BadParameter("--at needs --placement FILE")
    if picture is not None:
        if picture.suffix.lower() != ".png":
            raise typer.BadParameter("the picture is a PNG file: give a name that ends in .png", param_hint="--picture")
        check_file(picture)
    results = Results(as_json)
    wish = _Wish(placement, at, column, unit, side, mirrored, size, usual_size, nearest, find, _Edits.of(rename, merge))
    if _is_workspace(target):
        shown = _in_workspace(target, wish, bundle, remove=remove, operator=operator)
    else:
        if bundle is not None:
            raise typer.BadParameter("--bundle goes with a workspace")
        shown = _in_bundle(target, wish, remove=remove)
    for line in shown.lines():
        results.line(line)
    if picture is not None:
        from vqganodip.bundles.placement import draw_parts
        from vqganodip.imaging.decoding import write_png

        if shown.board is None:
            raise typer.BadParameter("a workspace has no reference board: give --bundle DIR", param_hint="--picture")
        write_png(picture, shown.board.pixels if shown.record is None else draw_parts(shown.board.pixels, shown.record))
    results.json({"target": target} | shown.values())


@dataclass(frozen=True)
class _Wish:
    """The options on the command line that say how to read a file and lay it on."""

    placement: Path | None
    at: Sequence[str] | None
    column: Sequence[str] | None
    unit: str
    side: str
    mirrored: bool | None
    size: Sequence[str] | None
    usual_size: float
    nearest: float
    find: bool
    edits: _Edits

    @property
    def changes(self) -> bool:
        """True if there is anything to lay on, to find or to edit."""
        return self.placement is not None or self.find or bool(self.edits)

    def outcome(
        self,
        before: PlacementRecord | None,
        bundle: Bundle | None,
        board: PicturedBoard | None,
        grid: tuple[int, int],
        mm_per_px: float | None,
    ) -> PlacementRecord:
        """The placement that is asked for: a file laid on, parts found, or the placement before, then edited."""
        from vqganodip.bundles.placement import found_placement
        from vqganodip.errors import SettingsError

        if self.placement is not None:
            return self.edits.applied(self.record(board, grid, mm_per_px))
        if self.find:
            if bundle is None:
                raise SettingsError(
                    "cli-parts-find-bundle",
                    "parts are found on the normal boards of a bundle",
                    todo="Give the bundle in use with --bundle DIR.",
                )
            return self.edits.applied(found_placement(bundle))
        if before is None:
            raise SettingsError(
                "cli-parts-edit-none",
                "there is no placement whose parts could be renamed or merged",
                todo="Give --placement FILE or --find.",
            )
        return self.edits.applied(before)

    def record(self, board: PicturedBoard | None, grid: tuple[int, int], mm_per_px: float | None) -> PlacementRecord:
        """Read the file and lay it on."""
        from vqganodip.errors import SettingsError
        from vqganodip.files import sha256_of
        from vqganodip.placement.fiducials import lay_on_fiducials
        from vqganodip.placement.laying_on import lay_on
        from vqganodip.placement.parts import Side
        from vqganodip.placement.reading import read_placement
        from vqganodip.placement.record import record_of

        assert self.placement is not None
        listed = read_placement(self.placement, columns=self._columns(), unit=self._unit(), side=self._side())
        spread = None if board is None else board.spread
        laid: LaidOn
        if self.at:
            points = [_point(text) for text in self.at]
            laid = lay_on(listed, points, mm_per_px=mm_per_px, mirrored=self.mirrored, spread=spread)
        elif board is None:
            raise SettingsError(
                "cli-parts-points",
                "without a bundle there is no picture on which fiducials could be found",
                where=self.placement,
                todo="Give two to four parts as --at REF=X,Y, or --bundle DIR.",
            )
        else:
            shown = self._side() or (Side.TOP if listed.counts()[Side.TOP] else Side.BOTTOM)
            laid = lay_on_fiducials(listed, board.pixels, board.spread, side=shown, mm_per_px=mm_per_px)
        return record_of(
            laid,
            file_sha256=sha256_of(self.placement),
            grid=grid,
            sizes=self._sizes(),
            usual_mm=self.usual_size,
            nearest_mm=self.nearest,
        )

    def _columns(self) -> dict[str, str]:
        pairs = [text.partition("=") for text in self.column or ()]
        if any(not sign for _, sign, _ in pairs):
            raise typer.BadParameter("give ROLE=TITLE, such as x=Center-X", param_hint="--column")
        return {role.strip(): title for role, _, title in pairs}

    def _unit(self) -> Any:
        from vqganodip.placement.columns import unit_of

        if not self.unit:
            return None
        unit = unit_of(self.unit)
        if unit is None:
            raise typer.BadParameter("give mm, mil or inch", param_hint="--unit")
        return unit

    def _side(self) -> Any:
        from vqganodip.placement.parts import Side

        if not self.side:
            return None
        if self.side not in ("top", "bottom"):
            raise typer.BadParameter("give top or bottom", param_hint="--side")
        return Side(self.side)

    def _sizes(self) -> dict[str, tuple[float, float]]:
        sizes = {}
        for text in self.size or ():
            found = re.fullmatch(r"(.+)=([0-9.]+)x([0-9.]+)", text)
            if found is None or not (0 < float(found[2]) < 500 and 0 < float(found[3]) < 500):
                raise typer.BadParameter(
                    "give PACKAGE=WIDTHxHEIGHT in mm, such as MODULE-A=18x25.5", param_hint="--size"
                )
            sizes[found[1]] = (float(found[2]), float(found[3]))
        return sizes


@dataclass(frozen=True)
class _Edits:
    """Names and merged parts: merges first, so that a merged part can be renamed."""

    merges: tuple[tuple[str, tuple[str, ...]], ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, rename: Sequence[str] | None, merge: Sequence[str] | None) -> _Edits:
        """The edits of the options."""
        merges = [(name.strip(), tuple(_listed(parts))) for name, parts in _pairs(merge, "NAME=PART,PART", "--merge")]
        names = [(old.strip(), new.strip()) for old, new in _pairs(rename, "OLD=NEW", "--rename")]
        return cls(tuple(merges), tuple(names))

    def __bool__(self) -> bool:
        return bool(self.merges or self.names)

    def applied(self, record: PlacementRecord) -> PlacementRecord:
        """The placement with the edits."""
        from vqganodip.placement.found_parts import merge_parts, rename_part

        for name, parts in self.merges:
            record = merge_parts(record, name, parts)
        for old, new in self.names:
            record = rename_part(record, old, new)
        return record


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _pairs(texts: Sequence[str] | None, form: str, option: str) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in texts or ()]
    if any(not (left.strip() and right.strip()) for left, _, right in pairs):
        raise typer.BadParameter(f"give {form}", param_hint=option)
    return [(left, right) for left, _, right in pairs]


def _point(text: str) -> At:
    from vqganodip.errors import SettingsError
    from vqganodip.placement.laying_on import At

    name, _, place = text.rpartition("=")
    try:
        x, y = (float(part) for part in place.split(","))
    except ValueError as error:
        raise SettingsError(
            "cli-part-invalid",
            "{text!r} is no part with its pixels",
            where="--at",
            todo="Give REF=X,Y, for example U1=612,480.",
            text=text,
        ) from error
    return At(name.strip(), x, y)


@dataclass(frozen=True)
class _Shown:
    """Placement of a target, as found or as changed."""

    record: PlacementRecord | None
    board: PicturedBoard | None
    before: PlacementRecord | None = None
    changed: bool = False

    @property
    def compared(self) -> Compared | None:
        from vqganodip.placement.evidence import compare

        if self.record is None or self.record.found or self.board is None or self.board.grid != self.record.grid:
            return None
        return compare(self.record.laid(), self.board.spread, self.record.transform.px_per_mm)

    @property
    def changes(self) -> tuple[PartChange, ...]:
        from vqganodip.placement.changes import changes_between

        if self.record is None or self.before is None or not self.changed:
            return ()
        return changes_between(self.before, self.record)

    def lines(self) -> Iterator[str]:
        record = self.record
        if record is None:
            none = "There is no placement: give --placement FILE or --find."
            yield "The placement was removed." if self.changed else none
            return
        shown = record.laid()
        yield from _heading(record, len(shown))
        for note in record.notes:
            yield f"Note: {note}."
        yield from _list("Not fitted", [one.part.ref_des for one in shown if not one.part.fitted])
        unknown = sorted({one.part.package or "(none)" for one in shown if not one.known})
        yield from _list(f"Unknown packages, drawn {record.usual_mm:g} mm wide", unknown)
        compared = self.compared
        if compared is not None:
            yield from _list("Outside the picture", [one.part.ref_des for one in compared.outside])
            yield from _list("Parts without picture", [one.part.ref_des for one in compared.unseen])
            yield from _list("Pictures without part", [f"{b.x0},{b.y0},{b.x1},{b.y1}" for b in compared.unlisted])
        if self.before is not None and self.changed:
            yield from (
                _list("Changed", [_sentence(change) for change in self.changes])
                if self.changes
                else iter(("No part differs from the placement before.",))
            )

    def values(self) -> dict[str, Any]:
        record, compared = self.record, self.compared
        if record is None:
            return {"placement": None}
        laid = record.laid()
        return {
            "placement": record.to_dict() | {"residual_mm": record.residual_mm},
            "mm_per_px": 1 / record.transform.px_per_mm,
            "parts": [
                {"ref_des": p.part.ref_des, "x": p.x, "y": p.y, "corners": p.corners, "known": p.known} for p in laid
            ],
            "without_picture": None if compared is None else [p.part.ref_des for p in compared.unseen],
            "outside": None if compared is None else [p.part.ref_des for p in compared.outside],
            "without_part": None if compared is None else [[b.x0, b.y0, b.x1, b.y1] for b in compared.unlisted],
            "changes": [asdict(change) for change in self.changes],
        }


def _heading(record: PlacementRecord, shown: int) -> Iterator[str]:
    """Say where the parts are from, and how they lie on the picture."""
    if record.found:
        yield f"Found on the picture: {counted(shown, 'part')}"
        return
    form = f"{record.form}, " if record.form else ""
    others = len(record.parts) - shown
    yield (
        f"{record.file} ({form}{record.unit}): {counted(shown, 'part')} on the {record.side.value}"
        + (f", {others} on the other side" if others else "")
    )
    each = ", ".join(f"{p.ref_des} {r:.2f}" for p, r in zip(record.points, record.residuals_mm, strict=True))
    yield f"Laid on by {each}: {record.kind.value}, residual {record.residual_mm:.2f} mm"


def _sentence(change: PartChange) -> str:
    match change.what:
        case "added" | "removed":
            return f"{change.ref_des} {change.what}"
        case "moved":
            return f"{change.ref_des} moved by {change.after}"
    return f"{change.ref_des} {change.what.replace('_', ' ')} {change.before or '(none)'} → {change.after or '(none)'}"


def _list(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        rest = len(names) - _SHOWN
        more = f" and {rest} {plural(rest, 'other', 'others')}" if rest > 0 else ""
        yield f"{title}: {len(names)}: {', '.join(names[:_SHOWN])}{more}"


def _is_workspace(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("workspace.sqlite", "workspace.toml"))


def _in_bundle(folder: Path, wish: _Wish, *, remove: bool) -> _Shown:
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.placement import pictured_board, placement_in, set_placement

    opened = open_bundle(folder, roles=("golden", "reference", "settings"))
    board = pictured_board(opened)
    if remove:
        set_placement(opened, None)
        return _Shown(None, board, changed=True)
    before = placement_in(folder)
    if not wish.changes:
        return _Shown(before, board)
    record = wish.outcome(before, opened, board, board.grid, board.mm_per_px)
    set_placement(opened, record)
    return _Shown(record, board, before, changed=True)


def _in_workspace(folder: Path, wish: _Wish, bundle: Path | None, *, remove: bool, operator: str) -> _Shown:
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.placement import pictured_board, placement_in
    from vqganodip.errors import SettingsError
    from vqganodip.review.accounts import People, Permission, require
    from vqganodip.review.judgments import QueueFilter, QueueOrder
    from vqganodip.store.workspace import open_workspace, read_workspace

    changes = remove or wish.changes or bundle is not None
    if changes and not operator.strip():
        raise typer.BadParameter("a change of a workspace is signed: give --operator NAME")
    opened = None if bundle is None else open_bundle(bundle, roles=("golden", "reference", "settings"))
    board = None if opened is None else pictured_board(opened)
    with open_workspace(folder, create=False) if changes else read_workspace(folder) as workspace:
        repository = workspace.repository
        if opened is not None and board is not None:
            model, grid, scale = opened.sha256, board.grid, board.mm_per_px
        else:
            numbers = repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL))
            if not numbers:
                raise SettingsError(
                    "cli-parts-no-board",
                    "no board was inspected in this workspace, so its model is unknown",
                    where=folder,
                    todo="Give the bundle in use with --bundle DIR.",
                )
            newest = repository.item(numbers[-1]).inspection
            model, grid, scale = newest.bundle_sha256, newest.grid, newest.mm_per_px
        before = repository.placement(model)
        if not changes:
            return _Shown(before, None)
        people = People(repository)
        require("" if people.is_open else people.log_in(operator, ask_pin(operator)).role.value, Permission.MAKE_MODELS)
        record: PlacementRecord | None = None
        if wish.changes:
            record = wish.outcome(before, opened, board, grid, scale)
        elif not remove and bundle is not None:
            record = placement_in(bundle)
            if record is None:
                raise SettingsError(
                    "cli-parts-bundle-without",
                    "the bundle has no placement",
                    where=bundle,
                    todo="Give --placement FILE.",
                )
        repository.put_placement(model, record, operator)
    return _Shown(record, board, before, changed=True)
