"""Training of a bundle whose segmentation network is trained further on one product, with its normal boards.

The general network continues with synthetic anomalies of the components and the texture of this product. A part of the
boards takes no part in that: a network flags a board that it has learned from less often than another one, so only the
boards kept from it set the threshold. Defective boards with masks are learned from where the data set gives them for
training; they set no threshold. Nothing is promised about misses.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from vqganodip.bundles.archive import run_folder_of
from vqganodip.detection.place_statistics import ProductStatistics, places_from_arrays, places_to_arrays
from vqganodip.errors import message
from vqganodip.imaging import registration
from vqganodip.presets import Preset
from vqganodip.settings import Depth
from vqganodip.training.at_once import (
    AlignedBoards,
    NormalOnlyModel,
    aligned_boards,
    features_of_boards,
    scores_by_the_others,
    sums_of,
    write_normal_only,
)
from vqganodip.training.events import BuildEvent, Notice, noted
from vqganodip.training.images import digest_of
from vqganodip.training.request import TrainingRequest
from vqganodip.training.segmentation import segmentation_progress

if TYPE_CHECKING:
    from vqganodip.neural.trainers.run_folder import RunFolder

__all__ = ["build_adapted", "kept_for_threshold"]

_SHARE: Final = 1 / 3
_LEAST: Final = 10
"""Share and least number of the boards that set the threshold."""


def kept_for_threshold(boards: int, seed: int) -> tuple[int, ...]:
    """Return the indices of the boards that set the threshold and that the network does not learn from."""
    count = max(_LEAST, round(_SHARE * boards))
    return tuple(sorted(int(i) for i in np.random.default_rng(seed).permutation(boards)[:count]))


def build_adapted(
    request: TrainingRequest,
    preset: Preset,
    *,
    mm_per_px: float | None = None,
    stop: Callable[[], bool] | None = None,
) -> Iterator[BuildEvent]:
    """Train the general segmentation network further on a product and set score and threshold on its normal boards.

    Args:
        request: Data set, folder and budget; the budget is that of the training, without reading and statistics.
        preset: Settings of registration and candidates.
        mm_per_px: Millimetres per pixel of the source images, if known.
        stop: Called after each step; True ends the training, and the bundle is built from its weights.

    Yields:
        Progress and notices, and Built at the end.

    Raises:
        DatasetError: Fewer than fifteen usable normal images.
        TrainingError: The boards are not in a fixed position, or fewer than fifteen of them align; or an unfinished
            training exists and the request neither resumes nor restarts it, or it cannot be resumed.
        BundleError: The bundle cannot be written.
        WeightsError: A network that comes with the program is missing or altered.
    """
    from vqganodip.neural.networks.shipped import GENERAL, SHIPPED
    from vqganodip.neural.trainers.run_folder import RunFolder

    started = time.monotonic()
    folder = run_folder_of(request.folder.resolve())
    RunFolder.check(folder, resume=request.resume, restart=request.restart)
    preset, reference, boards = yield from aligned_boards(request, preset, marked=True)
    minutes = (request.seconds or 0.0) / 60
    fingerprint = {
        "depth": str(Depth.ADAPTED),
        "data set": digest_of(boards.digests),
        "seed": str(request.seed),
        "long side": str(preset.registration.long_side),
        "budget": f"{request.steps} steps" if request.steps is not None else f"{minutes:g} minutes",
        "start from": SHIPPED[GENERAL].sha256,
    }
    run = RunFolder.open(
        folder, fingerprint, resume=request.resume, restart=request.restart, every_s=request.checkpoint_s
    )
    with contextlib.closing(run):
        adapting = _adapt(reference, boards, request, preset, mm_per_px, run, stop, started)
        yield from noted(run, adapting)


def _adapt(
    reference: registration.Reference,
    boards: AlignedBoards,
    request: TrainingRequest,
    preset: Preset,
    mm_per_px: float | None,
    run: RunFolder,
    stop: Callable[[], bool] | None,
    started: float,
) -> Generator[BuildEvent, None, None]:
    from vqganodip.neural.inference import SegmentationSession, network_bytes
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite
    from vqganodip.neural.networks.pretrained import FEATURES, PACKAGED
    from vqganodip.neural.networks.shipped import GENERAL, SHIPPED, general_bytes, general_weights
    from vqganodip.neural.trainers.product_trainer import ProductLessons, train_product_net

    kept = kept_for_threshold(len(boards.images), request.seed)
    learned = [board for i, board in enumerate(boards.images) if i not in kept]
    sums = yield from sums_of(boards.images, SegmentationSession.from_bytes(general_bytes()))
    pixels, places = sums.statistics()
    places = places_from_arrays(places_to_arrays(places))  # rounded as in the bundle
    about = ProductStatistics(pixels.mean, pixels.scale, places)
    lessons = ProductLessons(learned, about, efficientnet_lite(), boards.marked)
    net, last = yield from segmentation_progress(
        train_product_net(
            lessons,
            general_weights(),
            seed=request.seed,
            seconds=request.seconds,
            steps=request.steps,
            run=run,
            stop=stop,
        )
    )
    weights = network_bytes(net)
    kept_boards = [boards.images[i] for i in kept]
    session = SegmentationSession.from_bytes(weights, averaged=general_bytes())
    scores = yield from scores_by_the_others(kept_boards, sums, session)
    contents = yield from features_of_boards(boards.images, preset, request.seed, sums)
    if last.share < 1.0:
        yield Notice(
            message(
                "training-stopped-early",
                "Stopped early, after {steps:step|steps}: {share:.0%} of the training. The bundle is complete; "
                "the same command with --resume completes the training.",
                steps=last.step,
                share=last.share,
            )
        )
    outside = {GENERAL: SHIPPED[GENERAL].sha256, FEATURES: PACKAGED[FEATURES].sha256}
    model = NormalOnlyModel(boards, reference, sums, scores, Depth.ADAPTED, outside, weights, contents)
    figures: dict[str, float | int | str | bool] = {
        "boards_learned": len(learned),
        **({"defective_learned": len(boards.marked)} if boards.marked else {}),
        "boards_of_threshold": len(kept),
        "steps": last.step,
        "trained_share": last.share,
    }
    yield from write_normal_only(model, request, preset, mm_per_px, started - run.seconds_before, figures)
    if last.share < 1.0:
        run.stop(last.step)
    else:
        run.finish(last.step)
