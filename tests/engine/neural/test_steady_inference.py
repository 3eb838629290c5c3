"""Inference in float32 gives the same bits with any number of threads, and what the networks give without pieces."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from vqganodip.detection.segmentation_map import known_board
from vqganodip.neural.inference import NetworkSession, for_inference, network_bytes
from vqganodip.neural.networks.discriminator import discriminator_of
from vqganodip.neural.networks.patch_features import PatchNet
from vqganodip.neural.networks.segmentation import SegmentationNet, position_grid
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.pieces import in_pieces, is_steady, run_steadily
from vqganodip.neural.strips import StripConv2d, bounds, split_in_strips
from vqganodip.settings import NetworkSettings, Precision

NET = NetworkSettings("compact", 1, 16, (1, 2), 1, False, 32, 8)
THREADS = (1, 2, 4)


@pytest.fixture(autouse=True)
def threads_as_before() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def session(precision: Precision = Precision.FLOAT32) -> NetworkSession:
    torch.manual_seed(0)
    segmentation = SegmentationNet(position_grid((256, 192)))
    nn.init.normal_(segmentation.out.weight)
    weights = {
        "vqgan": network_bytes(VQGAN(NET)),
        "discriminator": network_bytes(discriminator_of(NET)),
        "patch_net": network_bytes(PatchNet()),
        "foreign_net": network_bytes(segmentation),
    }
    return NetworkSession.from_weights(
        NET, weights, patch_features="compact", perceptual="compact", precision=precision
    )


def everything(networks: NetworkSession) -> list[bytes]:
    """The bits of all that the networks say about a board."""
    rng = np.random.default_rng(0)
    board = rng.integers(0, 256, (256, 192, 3), dtype=np.uint8)
    mean, scale = board.astype(np.float32)[::-1].copy(), np.full(board.shape, 5, np.float32)
    r = networks.reconstruct(board)
    odds = networks.segment(board, (board - mean) / scale, known_board(mean, scale))
    assert odds is not None
    patches = np.stack([board[i : i + 12, i : i + 12] for i in range(150)])
    numbers = np.array([r.quantization, r.perceptual, r.gan_original, r.gan_reconstruction])
    parts = (r.pixels, r.levels, r.latents, numbers, odds, networks.extractor(patches))
    return [part.tobytes() for part in parts]


def test_that_the_number_of_threads_does_not_change_a_bit() -> None:
    networks, found = session(), []
    for threads in THREADS:
        torch.set_num_threads(threads)
        found.append(everything(networks))
        assert torch.get_num_threads() == threads
    assert found[0] == found[1] == found[2]


def test_that_a_reconstruction_in_float32_is_not_rounded() -> None:
    board = np.random.default_rng(1).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    exact, rounded = (session(precision).reconstruct(board) for precision in (Precision.FLOAT32, Precision.BFLOAT16))
    assert exact.levels.dtype == np.float32
    assert np.array_equal(np.rint(exact.levels), exact.pixels)
    assert not np.array_equal(exact.levels, exact.pixels)
    assert rounded.levels is rounded.pixels


@pytest.mark.parametrize(
    "layer",
    [
        nn.Conv2d(3, 8, 3, padding=1),
        nn.Conv2d(3, 8, 4, 2, 1),
        nn.Conv2d(3, 8, 3, stride=2),
        nn.Conv2d(3, 8, 5, padding=(2, 1), dilation=2),
        nn.Conv2d(4, 8, 1),
        nn.Conv2d(4, 8, 3, padding=1, groups=2),
    ],
)
@pytest.mark.parametrize("rows", [7, 33, 170])
def test_that_strips_join_to_the_whole_convolution(layer: nn.Conv2d, rows: int) -> None:
    x = torch.randn(1, layer.in_channels, rows + 8, 21).contiguous(memory_format=torch.channels_last)
    network = nn.Sequential(layer, nn.LeakyReLU(0.2))
    with torch.inference_mode():
        wanted = network(x).clone()
        split_in_strips(network)
        got = network(x)
    assert isinstance(network[0], StripConv2d)
    torch.testing.assert_close(got, wanted)


def test_that_the_strips_of_a_layer_cover_its_rows_once() -> None:
    for rows in (1, 15, 16, 100, 1024):
        strips = bounds(rows)
        assert [row for first, end in strips for row in range(first, end)] == list(range(rows))


def test_that_a_network_in_strips_gives_what_it_gave_in_one_piece() -> None:
    torch.manual_seed(0)
    x = torch.rand(1, 3, 128, 96) * 2 - 1
    network = VQGAN(NET).eval()
    with torch.no_grad():
        wanted = network(x)[0].clone()
    prepared = for_inference(network)
    torch.testing.assert_close(run_steadily(lambda: prepared(x)[0]), wanted, rtol=1e-4, atol=1e-4)


def test_that_every_piece_has_one_thread_and_no_gradient() -> None:
    torch.set_num_threads(2)
    seen = []

    def piece(index: int) -> None:
        F.relu(torch.randn(100_000))  # the first kernel of a thread asks for torch's number of threads
        seen.append((index, torch.get_num_threads(), torch.is_inference_mode_enabled()))

    run_steadily(lambda: in_pieces(piece, 6))
    assert sorted(seen) == [(index, 1, True) for index in range(6)]
    assert not is_steady()


def test_that_an_error_in_a_piece_reaches_the_caller() -> None:
    torch.set_num_threads(2)

    def piece(index: int) -> None:
        seen.append(1 // index)

    seen: list[int] = []
    with pytest.raises(ZeroDivisionError):
        run_steadily(lambda: in_pieces(piece, 3))
    assert run_steadily(lambda: 7) == 7
