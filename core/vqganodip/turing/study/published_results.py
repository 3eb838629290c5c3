"""Results of published Visual Turing Tests, for comparison in reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["PUBLISHED_RESULTS", "PublishedResult"]


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """A published study, as described in its abstract.

    Attributes:
        images: Images shown.
        observers: Number of observers and images, if the abstract names them.
        result: Reported result.
    """

    images: str
    observers: str
    result: str


PUBLISHED_RESULTS: Final = (
    PublishedResult("PCBAs, VQGAN (the paper, Figure 9)", "5 × 100", "mean 59.8 %, SD 13.9 points (ddof 0), best 87 %"),
    PublishedResult("CT, progressive GAN", "10 readers × 300", "59.4 %, κ .11; synthetic called fake 51.9 % (p = .29)"),
    PublishedResult("Chest X-ray", "5 readers", "sensitivity 53.5 % (p = .284)"),
    PublishedResult("Optical coherence tomography", "", "59.5 % and 53.7 %"),
    PublishedResult("Cardiology, myocardial perfusion imaging", "", "61.1 ± 21.5 %"),
    PublishedResult("Spine, diffusion model", "one of four to be found", "29 % (chance 25 %)"),
    PublishedResult("CIFAR-10 (Salimans et al. 2016)", "", "error rate 21.3 %"),
    PublishedResult("GazeVal", "", "96.6 % of the fakes spotted"),
    PublishedResult("CelebA-64, HYPE∞", "no time limit", "3.8 to 50.7 %, by model"),
)
