"""Continued training of a bundle's segmentation network on more normal boards; everything else is kept.

A running line soon has far more normal boards than there were for the first training, and each false alarm of the
network costs an operator time. Reference board, per-pixel statistics, mask and VQGAN are kept, so all the time goes to
this one network. The calibration of the old scores is left out.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from vqganodip.bundles.archive import FITTED_ROLES, Bundle, run_folder_of, write_bundle
from vqganodip.bundles.networks import AVERAGED_WITH, segmentation_bytes, uses_general
from vqganodip.bundles.precision import PRECISION
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import ProductStatistics, places_from_arrays
from vqganodip.errors import DatasetError, TrainingError
from vqganodip.imaging import registration
from vqganodip.settings import Precision
from vqganodip.training.events import BuildEvent, Built, Notice, noted
from vqganodip.training.images import (
    LEAST_IMAGES,
    NormalImages,
    digest_of,
    marked_boards,
    read_normal,
    registered_boards,
)
from vqganodip.training.request import TrainingRequest
from vqganodip.training.segmentation import segmentation_progress

if TYPE_CHECKING:
    from vqganodip.neural.networks.general_segmentation import GeneralSegmentationNet
    from vqganodip.neural.networks.segmentation import SegmentationNet
    from vqganodip.neural.trainers.run_folder import RunFolder

__all__ = ["continue_bundle"]

_PASSES: Final = 2
"""Passes over a board with a network whose training was continued (decision 030)."""


def continue_bundle(request: TrainingRequest, base: Bundle) -> Iterator[BuildEvent]:
    """Continue training the segmentation network of a bundle on the normal images of a data set.

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
    if ("foreign_net" not in base and not uses_general(base)) or "reference" not in base:
        raise TrainingError(
            "continue-no-segmentation-network",
            "this bundle has no segmentation network to continue training",
            where=base.folder,
            todo="Only products in fixed position with the preset robust have one; train again without --start-from.",
        )
    from vqganodip.neural.trainers.run_folder import RunFolder

    started = time.monotonic()
    yield from map(Notice, request.dataset.notes)
    RunFolder.check(run_folder_of(request.folder.resolve()), resume=request.resume, restart=request.restart)
    read = yield from read_normal(request.dataset, marked=True)
    with contextlib.closing(_open_run(request, read.hashes, base)) as run:
        yield from noted(run, _continue(read, request, base, run, started))


def _open_run(request: TrainingRequest, hashes: Sequence[str], base: Bundle) -> RunFolder:
    from vqganodip.neural.trainers.run_folder import RunFolder

    minutes = (request.seconds or 0.0) / 60
    budget = f"{request.steps} steps" if request.steps is not None else f"{minutes:g} minutes"
    fingerprint = {
        "data set": digest_of(hashes),
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
    read: NormalImages,
    request: TrainingRequest,
    base: Bundle,
    run: RunFolder,
    started: float,
) -> Generator[BuildEvent, None, None]:
    from vqganodip.neural.inference import is_general, network_bytes, network_weights
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite
    from vqganodip.neural.networks.pretrained import FEATURES, PACKAGED
    from vqganodip.neural.networks.shipped import GENERAL, SHIPPED
    from vqganodip.neural.trainers.product_trainer import ProductLessons, train_product_net
    from vqganodip.neural.trainers.segmentation_trainer import train_segmentation_net

    reference = registration.from_arrays(base.read_arrays("reference"))
    names = [*read.train_names, *read.aside_names]
    placed = yield from registered_boards([*read.train, *read.aside], names, reference)
    marked = yield from marked_boards(read, reference)
    read.marked.clear()
    read.train.clear()
    read.aside.clear()
    if len(placed) < LEAST_IMAGES:
        raise DatasetError(
            "continue-too-few-aligned",
            "only {count} normal images align with the reference board of the bundle",
            where=base.folder,
            todo="Give boards of the product that the bundle was trained on, or train again.",
            count=len(placed),
        )
    statistics = PixelStatistics.from_arrays(base.read_arrays("golden"))
    start = network_weights(segmentation_bytes(base), "foreign_net")
    net: SegmentationNet | GeneralSegmentationNet
    if is_general(start):
        about = ProductStatistics(statistics.mean, statistics.scale, places_from_arrays(base.read_arrays("places")))
        events = train_product_net(
            ProductLessons(placed, about, efficientnet_lite(), marked),
            start,
            seed=request.seed,
            seconds=request.seconds,
            steps=request.steps,
            run=run,
        )
        net, last = yield from segmentation_progress(events)
    else:
        older = train_segmentation_net(
            placed,
            statistics.mean,
            statistics.scale,
            seed=request.seed,
            seconds=request.seconds,
            steps=request.steps,
            run=run,
            start=start,
            marked=marked,
        )
        net, last = yield from segmentation_progress(older)
    settings: dict[str, Any] = base.read_json("settings")
    figures: dict[str, float | int | str | bool] = dict(settings["figures"])
    figures |= {
        "foreign_images": len(placed),
        **({"defective_learned": len(marked)} if marked else {}),
        "foreign_steps": last.step,
        "foreign_loss": last.loss,
        "foreign_seconds": time.monotonic() - started + run.seconds_before,
    }
    settings["figures"] = figures
    settings["preset"] |= {"foreign_looks": _PASSES}
    settings[PRECISION] = Precision.FLOAT32
    networks = dict(base.networks)
    if is_general(start):
        settings[AVERAGED_WITH] = GENERAL
        networks = {name: digest for name, digest in networks.items() if name not in SHIPPED}
        networks |= {GENERAL: SHIPPED[GENERAL].sha256, FEATURES: PACKAGED[FEATURES].sha256}
    settings["started_from"] = base.sha256
    if "images_seen" in settings:  # older bundles do not list their images
        settings["images_seen"] = sorted({*settings["images_seen"], *read.seen(marked=True)})
    changed = {
        "settings": (".json", json.dumps(settings, indent=1).encode()),
        "foreign_net": (".safetensors.xz", network_bytes(net)),
    }
    contents = {role: base.read_file(role) for role in base.files if role not in {*FITTED_ROLES, *changed}}
    model = request.model or base.own_name
    bundle = write_bundle(request.folder.resolve(), {**contents, **changed}, networks=networks, model=model)
    run.finish(last.step)
    yield Built(bundle, figures)
