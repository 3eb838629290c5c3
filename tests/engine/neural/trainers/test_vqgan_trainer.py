"""Training of the VQGAN and the patch network: reproducible bits, refusals, anomalies and threads."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from engine.tiny_boards import tiny_board

from vqganodip.errors import SettingsError, TrainingError
from vqganodip.neural.inference import NetworkSession, network_bytes
from vqganodip.neural.networks.patch_features import PatchNet
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.patch_feature_trainer import train_patch_net
from vqganodip.neural.trainers.synthetic_anomalies import ANOMALIES, add_anomalies, anomalous_patch
from vqganodip.neural.trainers.vqgan_trainer import (
    Budget,
    TrainedNetwork,
    TrainingStep,
    VqganTraining,
    discriminator_of,
    train_vqgan,
)
from vqganodip.presets import COMPACT, PRESETS, for_position
from vqganodip.types import Box

NET = dataclasses.replace(COMPACT, channels=16, n_embed=64, embed_dim=8)
BOARDS = [tiny_board(np.random.default_rng(i), moved=False) for i in range(4)]
FIXED = dataclasses.replace(for_position(PRESETS["robust"], True).training, crop=64)


def _run(steps: int, **changes: object) -> tuple[list[TrainingStep], TrainedNetwork]:
    net = dataclasses.replace(NET, position_channels=8)
    settings = dataclasses.replace(FIXED, **changes)
    events = list(train_vqgan(VqganTraining(BOARDS, net, settings, Budget(steps=steps), seed=3)))
    result = events.pop()
    assert isinstance(result, TrainedNetwork)
    return [e for e in events if isinstance(e, TrainingStep)], result


def test_that_training_lowers_the_loss_and_fills_the_codebook() -> None:
    steps, result = _run(80)
    assert np.mean([s.loss for s in steps[-10:]]) < 0.7 * np.mean([s.loss for s in steps[:10]])
    assert result.codes_used > 30
    assert result.steps == 80
    assert not result.vqgan.training


def test_that_the_same_seed_gives_the_same_network_to_the_bit() -> None:
    first, second = _run(24)[1], _run(24)[1]
    assert network_bytes(first.vqgan) == network_bytes(second.vqgan)
    assert network_bytes(first.discriminator) == network_bytes(second.discriminator)


def test_that_the_gan_term_starts_at_its_share_of_the_training() -> None:
    _, result = _run(8, gan=0.5, gan_start=0.5, gan_loss="log")
    assert result.gan_share == pytest.approx(0.5)


def test_that_impossible_training_is_refused() -> None:
    paper = PRESETS["paper"].training
    with pytest.raises(TrainingError, match="no images"):
        next(train_vqgan(VqganTraining([], NET, FIXED, Budget(steps=1), seed=0)))
    with pytest.raises(TrainingError, match="differ in size"):
        next(train_vqgan(VqganTraining([BOARDS[0], BOARDS[0][:64]], NET, paper, Budget(steps=1), seed=0)))
    with pytest.raises(TrainingError, match="budget"):
        Budget()
    with pytest.raises(TrainingError, match="budget"):
        Budget(seconds=0)
    with pytest.raises(SettingsError, match="crop"):
        dataclasses.replace(FIXED, crop=8)


@pytest.mark.parametrize("kind", ANOMALIES)
def test_that_every_kind_of_anomaly_changes_its_box(kind: str) -> None:
    box = Box(20, 20, 50, 44)
    changed = anomalous_patch(BOARDS[0], box, np.random.default_rng(1), kind)
    assert changed.shape == (24, 30, 3)
    assert changed.dtype == np.uint8
    assert np.any(changed != BOARDS[0][20:44, 20:50])


def test_that_anomalies_are_reproducible_and_leave_the_source_unchanged() -> None:
    before = BOARDS[0].copy()
    first, second = (add_anomalies(BOARDS[0], np.random.default_rng(5), 3) for _ in range(2))
    assert np.array_equal(first, second)
    assert np.array_equal(BOARDS[0], before)
    assert np.any(first != before)


def test_that_the_patch_network_separates_anomalies_from_normal_variation() -> None:
    net = list(train_patch_net(BOARDS, fixed=True, seed=0, steps=60))[-1]
    assert isinstance(net, PatchNet)
    from vqganodip.neural.networks.patch_features import CompactFeatures

    extractor, rng = CompactFeatures(net), np.random.default_rng(2)
    same, broken = [], []
    for _ in range(60):
        y, x = int(rng.integers(0, 110)), int(rng.integers(0, 140))
        box = Box(x, y, x + 16, y + 16)
        a, b = (board[y : y + 16, x : x + 16] for board in (BOARDS[0], BOARDS[1]))
        f = extractor([a, b, anomalous_patch(BOARDS[0], box, rng)])
        same.append(float(((f[0] - f[1]) ** 2).sum()))
        broken.append(float(((f[0] - f[2]) ** 2).sum()))
    assert np.median(broken) > 2 * np.median(same)


def test_that_any_size_is_reconstructed_to_its_own_size() -> None:
    weights = {
        "vqgan": network_bytes(VQGAN(NET)),
        "discriminator": network_bytes(discriminator_of(NET)),
        "patch_net": network_bytes(PatchNet()),
    }
    session = NetworkSession.from_weights(NET, weights, patch_features="compact", perceptual="compact")
    for shape in ((32, 32), (45, 77), (64, 48)):
        r = session.reconstruct(np.zeros((*shape, 3), np.uint8))
        assert r.pixels.shape == (*shape, 3)
        assert all(np.isfinite([r.perceptual, r.quantization, r.gan_original, r.gan_reconstruction]))


def test_that_the_thread_choice_restores_the_number_of_threads() -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    choice = ThreadChoice(enabled=True)
    for _ in range(20):
        choice.step()
    choice.close()
    assert torch.get_num_threads() == 2
    torch.set_num_threads(before)
