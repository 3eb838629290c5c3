"""Replacement of a bundle's segmentation network by the general one, as it is; everything else is kept.

A bundle of an earlier version gets the network that knows boards in general without a training: what is measured on the
given normal boards is their features and texture. The calibration of the old scores is left out.
"""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

from vqganodip.bundles.archive import FITTED_ROLES, Bundle, arrays_to_bytes, write_bundle
from vqganodip.bundles.depth import require_whole
from vqganodip.bundles.networks import AVERAGED_WITH
from vqganodip.bundles.precision import PRECISION
from vqganodip.detection.normal_features import FEATURES as FEATURES_ROLE
from vqganodip.detection.part_statistics import PARTS
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import PlaceStatistics, places_to_arrays
from vqganodip.errors import TrainingError
from vqganodip.imaging import registration
from vqganodip.settings import Precision
from vqganodip.training.at_once import LEAST_BOARDS
from vqganodip.training.events import BuildEvent, Built, Notice, Progress
from vqganodip.training.images import read_normal, registered_boards
from vqganodip.training.normal_features import by_general_network, feature_contents, measure_normal_features
from vqganodip.training.part_statistics import part_contents
from vqganodip.training.request import TrainingRequest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vqganodip.types import Image

__all__ = ["use_general_network"]

_LEARNED = ("foreign_net", "places")
"""Roles of the segmentation network that is replaced."""

_OF_ITS_TRAINING = ("foreign_images", "foreign_steps", "foreign_loss", "foreign_seconds")
"""Figures of the segmentation network that is replaced."""


def use_general_network(request: TrainingRequest, base: Bundle) -> Iterator[BuildEvent]:
    """Write a bundle with the general segmentation network in place of its own.

    Args:
        request: Normal boards of the product and the folder to write; budget and seed are not used.
        base: The bundle whose other parts are kept; its product must be in fixed position.

    Yields:
        Progress and notices, and Built at the end.

    Raises:
        BundleError: The base has no VQGAN, or the bundle cannot be written.
        DatasetError: Fewer than fifteen usable normal images.
        TrainingError: The product is in free position, or fewer than fifteen boards align with its reference board.
        WeightsError: A network that comes with the program is missing or altered.
    """
    started = time.monotonic()
    require_whole(base)
    if "reference" not in base:
        raise TrainingError(
            "general-free-position",
            "the product of this bundle is in free position, where the general network does not apply",
            where=base.folder,
            todo="Train again without --depth.",
        )
    yield from map(Notice, request.dataset.notes)
    read = yield from read_normal(request.dataset, LEAST_BOARDS)
    reference = registration.from_arrays(base.read_arrays("reference"))
    names = [*read.train_names, *read.aside_names]
    boards = yield from registered_boards([*read.train, *read.aside], names, reference)
    if len(boards) < LEAST_BOARDS:
        raise TrainingError(
            "general-too-few-aligned",
            "only {count:board aligns|boards align} with the reference board of the bundle",
            where=base.folder,
            todo="Give at least {least} boards of the product that the bundle was trained on.",
            count=len(boards),
            least=LEAST_BOARDS,
        )
    places = yield from _places(boards)
    reference_pixels = PixelStatistics.from_arrays(base.read_arrays("golden"))
    segment = by_general_network(reference_pixels, places)
    normal = yield from measure_normal_features(boards, fixed=True, seed=request.seed, segment=segment)
    parts = yield from part_contents(boards, reference_pixels)
    settings: dict[str, Any] = base.read_json("settings")
    figures = {name: value for name, value in settings["figures"].items() if name not in _OF_ITS_TRAINING}
    figures |= {"boards": len(boards), "seconds": time.monotonic() - started}
    settings["figures"] = figures
    settings["preset"] |= {"foreign": True, "foreign_looks": 1, "general": True, "features": True, "parts": True}
    settings.pop(AVERAGED_WITH, None)
    settings[PRECISION] = Precision.FLOAT32
    settings["started_from"] = base.sha256
    if "images_seen" in settings:  # older bundles do not list their images
        settings["images_seen"] = sorted({*settings["images_seen"], *read.seen(marked=False)})
    changed = {
        "settings": (".json", json.dumps(settings, indent=1).encode()),
        "places": (".npz", arrays_to_bytes(places_to_arrays(places))),
        **feature_contents(normal),
        **parts,
    }
    yield Built(_write(request, base, changed), figures)


def _places(boards: Sequence[Image]) -> Generator[BuildEvent, None, tuple[PlaceStatistics, ...]]:
    """Measure normal features and texture; the progress comes as events."""
    from vqganodip.neural.board_maps import place_statistics
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite

    for event in place_statistics(boards, efficientnet_lite()):
        if isinstance(event, tuple):
            return event
        yield Progress("features", event / len(boards))
    raise AssertionError("the statistics end with their result")


def _write(request: TrainingRequest, base: Bundle, changed: Mapping[str, tuple[str, bytes]]) -> Bundle:
    from vqganodip.neural.networks.pretrained import FEATURES, PACKAGED
    from vqganodip.neural.networks.shipped import GENERAL, SHIPPED

    left_out = {*FITTED_ROLES, *_LEARNED, FEATURES_ROLE, PARTS, *changed}
    kept = {role: base.read_file(role) for role in base.files if role not in left_out}
    networks = {GENERAL: SHIPPED[GENERAL].sha256, FEATURES: PACKAGED[FEATURES].sha256}
    return write_bundle(
        request.folder.resolve(), {**kept, **changed}, networks=networks, model=request.model or base.own_name
    )
