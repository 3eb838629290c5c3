"""The stage of a training that teaches a product's segmentation network."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from vqganodip.datasets.ground_truth import MarkedBoard
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import ProductStatistics, places_from_arrays, places_to_arrays
from vqganodip.errors import message
from vqganodip.training.events import BuildEvent, Progress
from vqganodip.types import Image

if TYPE_CHECKING:
    from vqganodip.neural.networks.general_segmentation import GeneralSegmentationNet
    from vqganodip.neural.networks.segmentation import SegmentationNet
    from vqganodip.neural.trainers.product_trainer import ProductLessons
    from vqganodip.neural.trainers.segmentation_trainer import SegmentationTrainingStep

__all__ = ["STAGE", "outside_networks", "product_lessons", "segmentation_progress"]

STAGE = "foreign"
"""Name of the stage in the events and tables of a training."""

_Net = TypeVar("_Net", bound="SegmentationNet | GeneralSegmentationNet")


def outside_networks(*, general: bool, features: bool) -> dict[str, str]:
    """Name → SHA-256 of the networks that a bundle uses from outside: the general network, the features of boards."""
    from vqganodip.neural.networks.pretrained import FEATURES, PACKAGED
    from vqganodip.neural.networks.shipped import GENERAL, SHIPPED

    found = {GENERAL: SHIPPED[GENERAL].sha256} if general else {}
    return found | ({FEATURES: PACKAGED[FEATURES].sha256} if features else {})


def product_lessons(
    boards: Sequence[Image],
    images: Sequence[Image],
    statistics: PixelStatistics,
    marked: Sequence[MarkedBoard] = (),
) -> Generator[BuildEvent, None, ProductLessons]:
    """Measure the normal features and texture of a product; the progress comes as events.

    Args:
        boards: uint8 H×W×3, all registered normal boards.
        images: Those among them to train on.
        statistics: Pixel statistics of the product.
        marked: Registered defective boards with masks to train on.
    """
    from vqganodip.neural.board_maps import place_statistics
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite
    from vqganodip.neural.trainers.product_trainer import ProductLessons

    features = efficientnet_lite()
    for event in place_statistics(boards, features):
        if isinstance(event, tuple):
            places = places_from_arrays(places_to_arrays(event))  # rounded as in the bundle
        else:
            yield Progress("features", event / len(boards))
    about = ProductStatistics(statistics.mean, statistics.scale, places)
    return ProductLessons(images, about, features, marked)


def segmentation_progress(
    events: Iterator[SegmentationTrainingStep | _Net],
) -> Generator[BuildEvent, None, tuple[_Net, SegmentationTrainingStep]]:
    """Pass the steps of a segmentation network's training on as progress; returns the network and the last step."""
    from vqganodip.neural.trainers.segmentation_trainer import SegmentationTrainingStep

    net: _Net | None = None
    last = SegmentationTrainingStep(0, 0.0, 0.0)
    for event in events:
        if isinstance(event, SegmentationTrainingStep):
            last = event
            yield Progress(
                STAGE,
                event.share,
                message("training-step", "step {step}, loss {loss:.4f}", step=event.step, loss=event.loss),
                {"step": event.step, "loss": event.loss},
            )
        else:
            net = event
    assert net is not None
    return net, last
