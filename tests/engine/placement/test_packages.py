"""Outlines follow from names of packages, from sizes within the names, or from what is given."""

from __future__ import annotations

import pytest

from vqganodip.placement.packages import USUAL_SIZE_MM, outline_of

USUAL = (
    ("R0402", 1.0, 0.5),
    ("C_0603_1608Metric", 1.6, 0.8),
    ("0805-NO", 2.0, 1.25),
    ("R_1206_3216Metric_Pad1.30x1.75mm_HandSolder", 3.2, 1.6),
    ("RESC1608X55X30ML15T15", 1.6, 0.8),
    ("CAPC2013X94X50ML20T25", 2.0, 1.3),
    ("SOT-23", 2.4, 2.9),
    ("SOT23-BEC", 2.4, 2.9),
    ("SOT-23-5", 2.8, 2.9),
    ("SOT-223-3_TabPin2", 7.0, 6.5),
    ("SOIC-8", 6.0, 4.9),
    ("SO14", 6.0, 8.7),
    ("SOIC16W", 10.3, 10.3),
    ("SOIC-18W_7.5x11.6mm", 9.6, 11.6),
    ("SOIC127P600X175-8N", 6.0, 4.9),
    ("TSSOP-20", 6.4, 6.9),
    ("LQFP-64_10x10mm_P0.5mm", 12.0, 12.0),
    ("TQFP-44", 12.0, 12.0),
    ("QFN50P500X500X90-33N", 5.0, 5.0),
    ("QFN-32-1EP_5x5mm_P0.5mm_EP3.45x3.45mm", 5.0, 5.0),
    ("BGA-256_17x17mm", 17.0, 17.0),
    ("D_SMA", 5.2, 2.6),
    ("SOD-123", 3.7, 1.6),
    ("CP_EIA-3528-21_Kemet-B", 3.5, 2.8),
    ("TO-252-2", 10.0, 6.6),
    ("PinHeader_1x06_P2.54mm_Vertical", 2.54, 15.24),
    ("PinHeader_2x05_P1.27mm_Vertical", 2.54, 6.35),
    ("CP_Elec_8x10", 8.3, 8.3),
    ("Crystal_3225", 3.2, 2.5),
    ("DIP-8_W7.62mm", 7.62, 9.62),
    ("Fiducial_1mm_Mask2mm", 1.0, 1.0),
)


@pytest.mark.parametrize(("name", "width", "height"), USUAL)
def test_that_usual_packages_have_their_size(name: str, width: float, height: float) -> None:
    outline = outline_of(name)
    assert (outline.width, outline.height) == pytest.approx((width, height), abs=0.06)
    assert outline.source


@pytest.mark.parametrize("name", ["", "USB-A-TH_AF-WJDG", "PCB-zuuv2u5", "SOCK-8", "BGA-13", "Molex-53261"])
def test_that_an_unknown_package_gets_the_usual_size(name: str) -> None:
    outline = outline_of(name)
    assert (outline.width, outline.height, outline.known) == (USUAL_SIZE_MM, USUAL_SIZE_MM, False)
    assert outline_of(name, usual=5.0).width == 5.0


def test_that_a_given_size_comes_first() -> None:
    outline = outline_of("soic-8", {"SOIC-8": (7.0, 5.5)})
    assert (outline.width, outline.height, outline.source) == (7.0, 5.5, "given")
