"""The VQGAN, its quantizer, its losses and the patch network against hand-computed cases."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
import torch

from vqganodip.neural.networks.discriminator import PatchDiscriminator
from vqganodip.neural.networks.losses import adaptive_weight, discriminator_loss, gan_loss, reconstruction_loss
from vqganodip.neural.networks.patch_features import CompactFeatures, PatchNet
from vqganodip.neural.networks.quantizer import VectorQuantizer, usage
from vqganodip.neural.networks.vqgan import VQGAN, Downsample, haar, inverse_haar
from vqganodip.presets import COMPACT, ESSER, PRESETS

SMALL = dataclasses.replace(COMPACT, channels=16, n_embed=32, embed_dim=8)


def test_that_the_haar_stem_loses_nothing() -> None:
    x = torch.randn(2, 3, 16, 24)
    packed = haar(x, 2)
    assert packed.shape == (2, 48, 4, 6)
    assert torch.allclose(inverse_haar(packed, 2), x, atol=1e-6)
    assert torch.allclose(packed.square().sum(), x.square().sum(), rtol=1e-5)


def test_that_the_haar_stem_of_a_constant_image_has_only_a_mean() -> None:
    packed = haar(torch.full((1, 1, 4, 4), 0.5), 2)
    assert packed.flatten().tolist() == pytest.approx([2.0] + [0.0] * 15)


def test_that_downsampling_pads_right_and_below_only() -> None:
    layer = Downsample(1)
    with torch.no_grad():
        layer.conv.weight.fill_(1.0)
        layer.conv.bias.zero_()  # type: ignore[union-attr]
    x = torch.zeros(1, 1, 4, 4)
    x[0, 0, 0, 0] = 1.0
    assert layer(x).flatten().tolist() == [1.0, 0.0, 0.0, 0.0]
    x = torch.zeros(1, 1, 4, 4)
    x[0, 0, 2, 2] = 1.0  # the last row and column of the first window, the first of the others
    assert layer(x).flatten().tolist() == [1.0, 1.0, 1.0, 1.0]


@pytest.mark.parametrize("net", [SMALL, dataclasses.replace(ESSER, channels=32, n_embed=16, embed_dim=8)])
def test_that_the_networks_give_back_the_size_they_were_given(net) -> None:
    model = VQGAN(net).eval()
    y, quantized, z = model(torch.zeros(1, 3, 64, 96))
    assert y.shape == (1, 3, 64, 96)
    assert z.shape == (1, 8, 4, 6)
    assert quantized.codes.shape == (1, 4, 6)


def test_that_esser_has_the_paper_s_shape_and_the_names_of_the_original() -> None:
    assert (ESSER.downsampling, ESSER.n_embed, ESSER.embed_dim) == (16, 2048, 512)
    names = set(VQGAN(dataclasses.replace(ESSER, channels=32, n_embed=4, embed_dim=4)).state_dict())
    assert {
        "encoder.down.0.block.0.norm1.weight",
        "encoder.down.0.downsample.conv.weight",
        "encoder.down.4.attn.1.proj_out.bias",
        "encoder.mid.attn_1.q.weight",
        "decoder.up.4.block.2.conv2.weight",
        "decoder.up.1.upsample.conv.weight",
        "quantize.embedding.weight",
        "post_quant_conv.bias",
    } <= names


def test_that_the_quantizer_takes_the_nearest_code_and_passes_the_gradient_straight_through() -> None:
    quantizer = VectorQuantizer(3, 2)
    with torch.no_grad():
        quantizer.embedding.weight.copy_(torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0]]))
    z = torch.tensor([[0.9, 0.1], [0.1, 1.2]]).t().reshape(1, 2, 1, 2).requires_grad_()
    out = quantizer(z)
    assert out.codes.flatten().tolist() == [1, 2]
    assert out.codebook_loss.item() == pytest.approx((0.01 + 0.01 + 0.01 + 0.64) / 4, rel=1e-5)
    assert out.commitment_loss.item() == pytest.approx(out.codebook_loss.item())
    (out.z_q * torch.tensor([1.0, 3.0])).sum().backward()
    assert z.grad is not None
    assert z.grad.flatten().tolist() == [1.0, 3.0, 1.0, 3.0]


def test_that_dead_codes_move_to_latents_and_used_ones_stay() -> None:
    draws = torch.Generator().manual_seed(0)
    quantizer = VectorQuantizer(4, 2).train()
    with torch.no_grad():
        quantizer.embedding.weight.copy_(torch.tensor([[0.0, 0.0], [9.0, 9.0], [-9.0, 9.0], [9.0, -9.0]]))
    latents = torch.tensor([[0.1, 0.0], [0.0, 0.1], [3.0, 3.0], [3.1, 3.0], [2.9, 3.0]])
    quantizer(latents.t().reshape(1, 2, 1, 5))
    assert quantizer.revive(latents, draws) == 3
    assert quantizer.embedding.weight[0].tolist() == [0.0, 0.0]
    moved = {tuple(round(v, 3) for v in row) for row in quantizer.embedding.weight[1:].tolist()}
    assert len(moved) == 3
    assert moved <= {tuple(round(v, 3) for v in row) for row in latents.tolist()}
    quantizer.fill(latents, draws)
    assert len(quantizer.embedding.weight.unique(dim=0)) == 4


def test_that_usage_counts_codes_and_gives_the_perplexity() -> None:
    assert usage(torch.tensor([5.0, 5.0, 0.0, 0.0])) == (2, pytest.approx(2.0))
    assert usage(torch.zeros(4)) == (0, pytest.approx(1.0))


def test_that_a_crop_sees_its_own_part_of_the_position_map() -> None:
    model = VQGAN(dataclasses.replace(SMALL, position_channels=8), (4, 6)).eval()
    z = torch.zeros(2, 8, 2, 2)
    both = model.decode(z, [(0, 0), (2, 4)])
    assert not torch.allclose(both[0], both[1])
    with torch.no_grad():
        model.position[..., 0:2, 0:2] = model.position[..., 2:4, 4:6]
    same = model.decode(z, [(0, 0), (2, 4)])
    assert torch.allclose(same[0], same[1], atol=1e-5)


def test_that_the_presets_take_the_terms_they_say() -> None:
    x, y = torch.zeros(1, 3, 4, 4), torch.full((1, 3, 4, 4), 0.5)
    quantized = VectorQuantizer(2, 2)(torch.zeros(1, 2, 1, 1))
    paper = reconstruction_loss(x, y, quantized, PRESETS["paper"].training, lambda v: v * 2)
    assert float(paper.pixel) == pytest.approx(0.25)
    assert float(paper.perceptual) == pytest.approx(1.0)
    robust = reconstruction_loss(x, y, quantized, PRESETS["robust"].training, lambda v: v * 2)
    assert float(robust.pixel) == pytest.approx(0.5 + 0.5 * 0.25)
    assert float(robust.perceptual) == pytest.approx(0.1)
    assert paper.codebook.item() == pytest.approx(2 * quantized.codebook_loss.item())
    assert robust.codebook.item() == pytest.approx(1.25 * quantized.codebook_loss.item())


def test_that_the_gan_losses_are_those_of_the_paper_and_of_esser() -> None:
    real, fake = torch.tensor([0.0]), torch.tensor([2.0])
    assert float(discriminator_loss(real, fake, "log")) == pytest.approx(math.log(2) + math.log(1 + math.exp(2)))
    assert float(discriminator_loss(real, fake, "hinge")) == pytest.approx(0.5 * (1 + 3))
    assert float(gan_loss(fake, "hinge")) == -2.0
    assert float(gan_loss(fake, "log")) == pytest.approx(math.log(1 + math.exp(-2)))


def test_that_the_adaptive_weight_is_the_ratio_of_gradient_norms() -> None:
    layer = torch.nn.Parameter(torch.tensor([1.0, 1.0]))
    reconstruction, gan = (layer * torch.tensor([3.0, 4.0])).sum(), (layer * torch.tensor([0.0, 2.0])).sum()
    weight = adaptive_weight(reconstruction, gan, layer, 0.0)
    assert float(weight) == pytest.approx(2.5)
    assert not weight.requires_grad


def test_that_the_discriminator_judges_patches() -> None:
    assert PatchDiscriminator(8)(torch.zeros(2, 3, 64, 64)).shape == (2, 1, 6, 6)


def test_that_patch_features_are_unit_vectors_whatever_the_sizes() -> None:
    extractor = CompactFeatures(PatchNet())
    rng = np.random.default_rng(0)
    patches = [rng.integers(0, 255, (s, s, 3), np.uint8) for s in (4, 8, 12, 16)]
    features = extractor(patches)
    assert features.shape == (4, extractor.dimensions)
    assert np.linalg.norm(features, axis=1) == pytest.approx(np.ones(4), abs=1e-3)
