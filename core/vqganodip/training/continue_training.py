"""A trained bundle learns on: its foreign network sees more normal boards, everything else stays as it is.

For a line that runs: the boards that passed since are more normal boards than anybody had at the start, and what the
network takes for foreign on a board that it was not trained on costs the operator time. Reference, golden board, mask
and VQGAN stay, so that an hour is spent on the one network. What was fitted to the old scores is left out.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from vqganodip.bundles.archive import FITTED_ROLES, Bundle, run_folder_of, write_bundle
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import DatasetError, TrainingError, message
from vqganodip.imaging import registration
from vqganodip.training.events import BuildEvent, Built, Notice, Progress, noted
from vqganodip.training.images import digest_of, read_normal, registered_boards
from vqganodip.training.request import TrainingRequest
from vqganodip.types import Image

if TYPE_CHECKING:
    from vqganodip.neural.networks.segmentation import SegmentationNet
    from vqganodip.neural.trainers.run_folder import RunFolder

__all__ = ["continue_bundle"]

_LEAST_IMAGES: Final = 4
_LOOKS: Final = 2
"""A bundle that learned on looks twice at a board (decision 030)."""


def continue_bundle(request: TrainingRequest, base: Bundle) -> Iterator[BuildEvent]:
    """Continue the training of the segmentation network of a bundle with the normal images of a data set.

    Args:
        request: All of its images are trained on; its time does not include reading and registration.
        base: The bundle to start from; its product must be in fixed position.

    Yields:
        Progress and notices, and Built at the end.

    Raises:
        DatasetError: Fewer than four usable normal images.
        TrainingError: The bundle has no segmentation network; or as
            :func:`vqganodip.training.train_bundle.build_bundle`.
    """
    if "foreign_net" not in base or "reference" not in base:
        raise TrainingError(
            "continue-no-segmentation-network",
            "this bundle has no foreign network that could learn on",
            where=base.folder,
            todo="Only products in fixed position with the preset robust have one; train anew without --start-from.",
        )
    started = time.monotonic()
    for note in request.dataset.notes:
        yield Notice(note)
    images, aside, seen = yield from read_normal(request.dataset)
    with contextlib.closing(_open_run(request, seen, base)) as run:
        yield from noted(run, _continue([*images, *aside], seen, request, base, run, started))


def _open_run(request: TrainingRequest, seen: Sequence[str], base: Bundle) -> RunFolder:
    from vqganodip.neural.trainers.run_folder import RunFolder

    minutes = (request.seconds or 0.0) / 60
    budget = f"{request.steps} steps" if request.steps is not None else f"{minutes:g} minutes"
    fingerprint = {
        "data set": digest_of(seen),
        "seed": str(request.seed),
        "budget": budget,
        "start from": base.sha256,
    }
    return RunFolder.open(
        run_folder_of(request.folder.resolve()),
        fingerprint,
        resume=request.resume,
        restart=request.restart,
        every_s=request.checkpoint_s,
    )


def _continue(
    images: list[Image],
    seen: Sequence[str],
    request: TrainingRequest,
    base: Bundle,
    run: RunFolder,
    started: float,
) -> Generator[BuildEvent, None, None]:
    from vqganodip.neural.inference import network_bytes, network_weights
    from vqganodip.neural.trainers.segmentation_trainer import SegmentationTrainingStep, train_segmentation_net

    placed = yield from registered_boards(images, registration.from_arrays(base.read_arrays("reference")))
    images.clear()
    if len(placed) < _LEAST_IMAGES:
        raise DatasetError(
            "continue-too-few-aligned",
            "only {count} normal images align with the reference board of the bundle",
            where=base.folder,
            todo="Give boards of the product that the bundle was trained on, or train anew.",
            count=len(placed),
        )
    golden = PixelStatistics.from_arrays(base.read_arrays("golden"))
    start = network_weights(base.read("foreign_net"), "foreign_net")
    net: SegmentationNet | None = None
    done = SegmentationTrainingStep(0, 0.0, 0.0)
    events = train_segmentation_net(
        placed,
        golden.mean,
        golden.scale,
        seed=request.seed,
        seconds=request.seconds,
        steps=request.steps,
        run=run,
        start=start,
    )
    for event in events:
        if isinstance(event, SegmentationTrainingStep):
            done = event
            yield Progress(
                "foreign",
                event.share,
                message("training-step", "step {step}, loss {loss:.4f}", step=event.step, loss=event.loss),
            )
        else:
            net = event
    assert net is not None
    settings: dict[str, Any] = base.read_json("settings")
    figures: dict[str, float | int | str | bool] = dict(settings["figures"])
    figures |= {
        "foreign_images": len(placed),
        "foreign_steps": done.step,
        "foreign_loss": done.loss,
        "foreign_seconds": time.monotonic() - started + run.seconds_before,
    }
    settings["figures"] = figures
    settings["preset"] |= {"foreign_looks": _LOOKS}
    settings["started_from"] = base.sha256
    if "images_seen" in settings:  # of older bundles nobody knows what they saw
        settings["images_seen"] = sorted({*settings["images_seen"], *(line.split()[1] for line in seen)})
    changed = {
        "settings": (".json", json.dumps(settings, indent=1).encode()),
        "foreign_net": (".safetensors.xz", network_bytes(net)),
    }
    kept = {role: name for role, (name, _) in base.files.items() if role not in {*FITTED_ROLES, *changed}}
    contents = {role: (_suffix(name, role), base.read(role)) for role, name in kept.items()}
    bundle = write_bundle(request.folder.resolve(), {**contents, **changed})
    run.finish(done.step)
    yield Built(bundle, figures)


def _suffix(name: str, role: str) -> str:
    """``.safetensors.xz`` of ``vqgan-0123456789ab.safetensors.xz``."""
    return name[name.index(".", len(role)) :]
