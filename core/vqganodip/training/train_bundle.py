"""Training of a bundle from normal images: the stages of ``vqganodip train``, as a generator of typed events."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import numpy as np

from vqganodip.bundles.archive import arrays_to_bytes, run_folder_of, write_bundle
from vqganodip.bundles.networks import AVERAGED_WITH
from vqganodip.bundles.precision import PRECISION
from vqganodip.detection.difference_map import difference_map
from vqganodip.detection.latent_statistics import LatentStatistics
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import PlaceStatistics, places_to_arrays
from vqganodip.detection.variation_mask import NormalSpread, VariationMask
from vqganodip.errors import message
from vqganodip.files import sha256_of
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import resize
from vqganodip.presets import Preset, for_position, to_dict
from vqganodip.records import Reconstruction
from vqganodip.settings import Precision
from vqganodip.training.events import BuildEvent, Built, Notice, Progress, Unbuilt, noted
from vqganodip.training.images import NormalImages, PreparedImages, digest_of, prepare_images, read_normal
from vqganodip.training.normal_features import by_general_network, feature_contents, measure_normal_features
from vqganodip.training.part_statistics import part_contents
from vqganodip.training.reconstruction_progress import step_figures, step_words
from vqganodip.training.request import TrainingRequest
from vqganodip.training.segmentation import outside_networks, product_lessons, segmentation_progress
from vqganodip.types import Image

if TYPE_CHECKING:
    from vqganodip.detection.normal_features import NormalFeatures
    from vqganodip.neural.inference import NetworkSession
    from vqganodip.neural.networks.general_segmentation import GeneralSegmentationNet
    from vqganodip.neural.networks.patch_features import PatchNet
    from vqganodip.neural.networks.segmentation import SegmentationNet
    from vqganodip.neural.trainers.run_folder import RunFolder
    from vqganodip.neural.trainers.vqgan_trainer import Budget, TrainedNetwork

__all__ = ["RECONSTRUCTION", "build_bundle"]

RECONSTRUCTION: Final = "reconstruction"
"""The stage that can be stopped early and still results in a bundle."""

_SECONDS: Final = 900.0
_PATCH_SHARE: Final = 0.06
"""Share of the time for the patch network."""
_SEGMENTATION_SHARE: Final = 0.5
"""Share of the time for the segmentation network of a registered product."""
_FEW_CODES: Final = 0.10


_Network = TypeVar("_Network")
_Statistics: TypeAlias = tuple[dict[str, dict[str, Any]], dict[str, float | int | str | bool]]


def build_bundle(
    request: TrainingRequest,
    preset: Preset,
    *,
    mm_per_px: float | None = None,
    imagenet: Path | None = None,
    devices: int = 1,
    esser: Path | None = None,
    stop: Callable[[], bool] | None = None,
) -> Iterator[BuildEvent]:
    """Train a bundle on the normal images of a data set (method, steps 1 and 2).

    The run folder of the bundle (``neural/trainers/run_folder.py``) holds checkpoints, tables and pictures.

    Args:
        request: Data set, folder and budget. The time includes reading and statistics, and at least half of it is for
            the VQGAN. Steps are those of the VQGAN; the patch network takes a tenth as many, at least 30.
        preset: ``robust``, ``paper`` or a custom one.
        mm_per_px: Millimetres per pixel of the source images, if known.
        imagenet: Folder with ImageNet weights, for presets that use them.
        devices: Number of GPUs to train the VQGAN on, or of processes on a machine without GPU.
        esser: Checkpoint of the original implementation from which the VQGAN starts; the preset's network must have its
            shape. None starts from random weights.
        stop: Called after each step; True ends the training. In the training of the VQGAN, the bundle is built from its
            weights. Before, a checkpoint is written, and there is no bundle.

    Yields:
        Progress and notices, and Built or Unbuilt at the end.

    Raises:
        DatasetError: Fewer than four usable normal images.
        TrainingError: An unfinished training exists and the request neither resumes nor restarts it, it cannot be
            resumed, or the training fails.
        WeightsError, BundleError: Weights or a bundle that cannot be read or written.
    """
    from vqganodip.neural.networks.imagenet import inception_features, vgg16_features
    from vqganodip.neural.trainers.run_folder import RunFolder

    started = time.monotonic()
    yield from map(Notice, request.dataset.notes)
    # what can fail without the images fails now rather than after reading them, or after the training
    if preset.training.perceptual_network == "vgg16":
        vgg16_features(imagenet)
    if preset.patch_features == "inception_v3":
        inception_features(imagenet)
    if devices > 1:
        from vqganodip.neural.trainers.devices import check_devices

        check_devices(devices)
    RunFolder.check(run_folder_of(request.folder.resolve()), resume=request.resume, restart=request.restart)
    read = yield from read_normal(request.dataset, marked=preset.foreign)
    plan = _Plan(request, preset, mm_per_px, imagenet, devices, esser, stop, read)
    run = RunFolder.open(
        run_folder_of(plan.folder),
        plan.fingerprint(),
        resume=request.resume,
        restart=request.restart,
        every_s=request.checkpoint_s,
    )
    with contextlib.closing(run):
        prepared = yield from noted(run, prepare_images(read, preset, request.seed))
        try:
            yield from noted(run, _build(prepared, plan, run, started))
        except _StoppedEarlyError as stopped:
            yield Unbuilt(stopped.stage)


class _StoppedEarlyError(Exception):
    """The training was stopped in a stage without which there is no bundle."""

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage


def _stoppable(
    events: Generator[BuildEvent, None, _Network], plan: _Plan, run: RunFolder
) -> Generator[BuildEvent, None, _Network]:
    """Yield the events of a stage before the VQGAN; stopped, it takes one more step, which writes a checkpoint."""
    asked = False
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        yield event
        if plan.stop is None or not plan.stop() or not isinstance(event, Progress):
            continue
        if asked:
            raise _StoppedEarlyError(event.stage)
        run.checkpoints.ask()
        asked = True


@dataclass(frozen=True, slots=True)
class _Plan:
    """Arguments of :func:`build_bundle`, and the images read."""

    request: TrainingRequest
    preset: Preset
    mm_per_px: float | None
    imagenet: Path | None
    devices: int
    esser: Path | None
    stop: Callable[[], bool] | None
    read: NormalImages

    @property
    def folder(self) -> Path:
        return self.request.folder.resolve()

    @property
    def seconds(self) -> float:
        return self.request.seconds or _SECONDS

    def fingerprint(self) -> dict[str, str]:
        """Return the values that must be the same for a training to be resumed."""
        steps = self.request.steps
        own = {
            "data set": digest_of(self.read.hashes),
            "seed": str(self.request.seed),
            "budget": f"{steps} steps" if steps is not None else f"{self.seconds / 60:g} minutes",
            "devices": str(self.devices),
        }
        if self.esser is not None:
            own["start from"] = sha256_of(self.esser)
        settings = _flat(to_dict(self.preset))
        if self.preset.general:
            del settings["general"]  # runs of older versions do not state it and can be resumed
        for name in ("features", "parts"):
            settings.pop(name, None)  # likewise; no network learns otherwise for it
        return own | settings


def _flat(values: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Flatten nested settings to names such as ``training.batch``."""
    out: dict[str, str] = {}
    for name, value in values.items():
        out |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: str(value)}
    return out


def _build(prepared: PreparedImages, plan: _Plan, run: RunFolder, started: float) -> Generator[BuildEvent, None, None]:
    """Train the networks, measure the normal variation and write the bundle."""
    from vqganodip.neural import inference as networks
    from vqganodip.neural.networks.shipped import SHIPPED
    from vqganodip.neural.trainers.vqgan_trainer import Budget

    total, steps, seed, imagenet = plan.seconds, plan.request.steps, plan.request.seed, plan.imagenet
    fitted = for_position(plan.preset, prepared.reference is not None)
    patch_budget = Budget(seconds=_PATCH_SHARE * total) if steps is None else Budget(steps=max(30, steps // 10))
    patch_net = yield from _stoppable(_patch_net(prepared, patch_budget, seed, run), plan, run)
    statistics = _pixel_statistics([*prepared.held_out, *prepared.train])
    statistics = PixelStatistics.from_arrays(statistics.to_arrays())  # rounded as in the bundle
    segmentation: _Segmentation | None = None
    if fitted.foreign:
        segmentation_budget = (
            Budget(seconds=_SEGMENTATION_SHARE * total) if steps is None else Budget(steps=max(30, steps // 4))
        )
        stage = _segmentation_net(prepared, statistics, segmentation_budget, plan, run)
        segmentation = yield from _stoppable(stage, plan, run)
    left = total - (time.monotonic() - started) - _reserve(prepared, total)
    budget = Budget(seconds=max(left, total / 2)) if steps is None else Budget(steps=steps)
    if plan.stop is not None and plan.stop():
        raise _StoppedEarlyError(RECONSTRUCTION)  # a network that took no step is worth no bundle
    trained = yield from _vqgan(prepared, fitted, budget, patch_net, plan, run)
    weights = {
        "vqgan": networks.network_bytes(trained.vqgan),
        "discriminator": networks.network_bytes(trained.discriminator),
        "patch_net": networks.network_bytes(patch_net),
    }
    session = networks.NetworkSession.from_weights(
        fitted.network,
        weights,
        patch_features=fitted.patch_features,
        perceptual=fitted.training.perceptual_network,
        imagenet=imagenet,
    )
    arrays, figures = yield from _statistics(prepared, fitted, session, statistics)
    if segmentation is not None:
        weights["foreign_net"] = networks.network_bytes(segmentation.net)
        if segmentation.places is not None:
            arrays["places"] = places_to_arrays(segmentation.places)
    normal_features: NormalFeatures | None = None
    if fitted.features:
        normal_images = [*prepared.train, *prepared.held_out]
        fixed = prepared.reference is not None
        segment = by_general_network(statistics, segmentation.places if segmentation else None)
        normal_features = yield from measure_normal_features(normal_images, fixed=fixed, seed=seed, segment=segment)
    parts: dict[str, tuple[str, bytes]] = {}
    if fitted.parts and prepared.reference is not None:
        parts = yield from part_contents([*prepared.held_out, *prepared.train], statistics)
    figures |= {
        "images_trained": len(prepared.train),
        "images_mask": len(prepared.held_out) if prepared.reference is not None else 0,
        **({"defective_learned": len(prepared.marked)} if prepared.marked else {}),
        "fixed_position": prepared.reference is not None,
        "steps": trained.steps,
        "trained_share": trained.share,
        "codes_used": trained.codes_used,
        "perplexity": trained.perplexity,
        **({"gan_share": trained.gan_share} if fitted.training.gan else {}),
        "seconds": time.monotonic() - started + run.seconds_before,
    }
    yield from _remarks(trained, fitted)
    settings = _settings(prepared, plan, fitted, figures)
    from_general = segmentation is not None and segmentation.places is not None
    outside = outside_networks(general=from_general, features=from_general or normal_features is not None)
    averaged = next((name for name in outside if name in SHIPPED), None)
    if averaged is not None:
        settings[AVERAGED_WITH] = averaged
    contents = {
        "settings": (".json", json.dumps(settings, indent=1).encode()),
        **{role: (".safetensors.xz", data) for role, data in weights.items()},
        **{role: (".npz", arrays_to_bytes(values)) for role, values in arrays.items()},
        **feature_contents(normal_features),
        **parts,
    }
    bundle = write_bundle(plan.folder, contents, networks=outside, model=plan.request.model)
    if trained.stopped:
        run.stop(trained.steps)
    else:
        run.finish(trained.steps)
    yield Built(bundle, figures)


def _remarks(trained: TrainedNetwork, fitted: Preset) -> Iterator[Notice]:
    """Yield notices about a training that ended early or left most of the codebook unused."""
    if trained.stopped:
        yield Notice(
            message(
                "training-stopped-early",
                "Stopped early, after {steps:step|steps}: {share:.0%} of the training. The bundle is complete; "
                "the same command with --resume completes the training.",
                steps=trained.steps,
                share=trained.share,
            )
        )
    if trained.codes_used < _FEW_CODES * fitted.network.n_embed:
        yield Notice(
            message(
                "training-few-codes",
                "Only {used} of {all} codes are used: the reconstruction will be coarse. "
                "Train longer, or use the preset robust, which fills the codebook from data.",
                used=trained.codes_used,
                all=fitted.network.n_embed,
            )
        )


def _settings(
    prepared: PreparedImages, plan: _Plan, fitted: Preset, figures: dict[str, float | int | str | bool]
) -> dict[str, Any]:
    """Return the settings that a bundle stores about its training."""
    scale = prepared.reference.scale if prepared.reference else 1.0
    return {
        "preset": to_dict(fitted),
        "long_side": fitted.registration.long_side,
        "source_size": prepared.source_size,
        "brightness": float(np.mean([image.mean() for image in [*prepared.train, *prepared.held_out]])),
        "mm_per_px": plan.mm_per_px * scale if plan.mm_per_px else None,
        "imagenet": [str(plan.imagenet)] if plan.imagenet else [],
        "seed": plan.request.seed,
        PRECISION: Precision.FLOAT32,
        "images_seen": plan.read.seen(marked=prepared.reference is not None),
        "figures": figures,
    }


def _reserve(prepared: PreparedImages, total: float) -> float:
    """Seconds reserved for mask and statistics after the training: about half a second per board, at most a tenth."""
    boards = len(prepared.train) + len(prepared.held_out) if prepared.reference else 8
    return min(0.6 * boards, total / 10)


def _patch_net(
    prepared: PreparedImages, budget: Budget, seed: int, run: RunFolder
) -> Generator[BuildEvent, None, PatchNet]:
    from vqganodip.neural.trainers.patch_feature_trainer import PatchTrainingStep, train_patch_net

    fixed = prepared.reference is not None
    net: PatchNet | None = None
    events = train_patch_net(
        prepared.train, fixed=fixed, seed=seed, seconds=budget.seconds, steps=budget.steps, run=run
    )
    for event in events:
        if isinstance(event, PatchTrainingStep):
            yield Progress(
                "patch features",
                event.share,
                message(
                    "training-patch-step",
                    "loss {loss:.2f}, {accuracy:.0%} told apart",
                    loss=event.loss,
                    accuracy=event.accuracy,
                ),
                {"step": event.step, "loss": event.loss, "told_apart": event.accuracy},
            )
        else:
            net = event
    assert net is not None
    return net


@dataclass(frozen=True, slots=True)
class _Segmentation:
    """A product's segmentation network, and the statistics of features and texture that it needs.

    The resumed training of an older version, or one without ImageNet, has no such statistics.
    """

    net: SegmentationNet | GeneralSegmentationNet
    places: tuple[PlaceStatistics, ...] | None


def _segmentation_net(
    prepared: PreparedImages, statistics: PixelStatistics, budget: Budget, plan: _Plan, run: RunFolder
) -> Generator[BuildEvent, None, _Segmentation]:
    from vqganodip.neural.trainers.segmentation_trainer import SEGMENTATION_STAGE, train_segmentation_net

    mean, scale, seed = statistics.mean, statistics.scale, plan.request.seed
    if not plan.preset.general or "position" in run.sections.get(SEGMENTATION_STAGE, {}).get("net", {}):
        events = train_segmentation_net(
            prepared.train,
            mean,
            scale,
            seed=seed,
            seconds=budget.seconds,
            steps=budget.steps,
            run=run,
            marked=prepared.marked,
        )
        old, _ = yield from segmentation_progress(events)
        return _Segmentation(old, None)
    lessons = yield from product_lessons(
        [*prepared.held_out, *prepared.train], prepared.train, statistics, prepared.marked
    )
    from vqganodip.neural.networks.shipped import general_weights
    from vqganodip.neural.trainers.product_trainer import train_product_net

    net, _ = yield from segmentation_progress(
        train_product_net(lessons, general_weights(), seed=seed, seconds=budget.seconds, steps=budget.steps, run=run)
    )
    return _Segmentation(net, lessons.about.places)


def _vqgan(
    prepared: PreparedImages, preset: Preset, budget: Budget, patch_net: PatchNet, plan: _Plan, run: RunFolder
) -> Generator[BuildEvent, None, TrainedNetwork]:
    from vqganodip.neural.inference import perceptual_features
    from vqganodip.neural.trainers.vqgan_trainer import TrainingStep, VqganTraining, train_vqgan

    features = perceptual_features(preset.training.perceptual_network, patch_net, plan.imagenet)
    for p in features.parameters():
        p.requires_grad_(False)
    training = VqganTraining(
        prepared.train,
        preset.network,
        preset.training,
        budget,
        plan.request.seed,
        features,
        held_out=prepared.held_out,
        esser=plan.esser,
    )
    events = train_vqgan(training, run=run, devices=plan.devices, stop=plan.stop)
    result: TrainedNetwork | None = None
    for event in events:
        if isinstance(event, TrainingStep):
            yield Progress(RECONSTRUCTION, event.share, step_words(event), step_figures(event))
        else:
            result = event
    assert result is not None
    return result


def _statistics(
    prepared: PreparedImages, preset: Preset, session: NetworkSession, statistics: PixelStatistics
) -> Generator[BuildEvent, None, _Statistics]:
    """Compute mask, spread and the statistics of pixels and latents; returns (arrays by role, figures)."""
    every = [*prepared.held_out, *prepared.train]
    arrays: dict[str, dict[str, Any]] = {"golden": statistics.to_arrays()}
    if prepared.reference is None:
        some = prepared.train[:: max(1, len(prepared.train) // 8)]
        parts = {"psnr_held_out": prepared.held_out, "psnr_train": some}
        return arrays, {
            name: float(np.mean([_psnr(image, session.reconstruct(image)) for image in images]))
            for name, images in parts.items()
            if images
        }
    maps, latents, psnr_values = [], [], []
    for i, image in enumerate(every):
        r = session.reconstruct(image)
        maps.append(difference_map(image, r.levels))
        latents.append(r.latents)
        psnr_values.append(_psnr(image, r))
        yield Progress("normal variation", (i + 1) / len(every))
    count = len(prepared.held_out)
    arrays["reference"] = registration.to_arrays(prepared.reference)
    arrays["variation"] = VariationMask.build(maps[:count]).to_arrays()
    if preset.golden:
        arrays["spread"] = NormalSpread.build(maps).to_arrays()
        arrays["latent"] = LatentStatistics.build(latents).to_arrays()
    held_out, trained = float(np.mean(psnr_values[:count])), float(np.mean(psnr_values[count:]))
    return arrays, {"psnr_held_out": held_out, "psnr_train": trained}


def _pixel_statistics(images: Sequence[Image]) -> PixelStatistics:
    """Compute per-pixel statistics; for free position, only a baseline with all images resized to the first's size."""
    size = (images[0].shape[1], images[0].shape[0])
    same = (image if image.shape == images[0].shape else resize(image, size) for image in images)
    return PixelStatistics.build(same, gain=False)


def _psnr(image: Image, r: Reconstruction) -> float:
    error = float(np.mean((image.astype(np.float32) - r.levels) ** 2))
    return float(10 * np.log10(255.0**2 / max(error, 1e-6)))
