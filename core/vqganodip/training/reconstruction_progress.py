"""Progress of the training of the VQGAN: the figures of a step, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vqganodip.errors import Message, message

if TYPE_CHECKING:
    from vqganodip.neural.trainers.vqgan_trainer import TrainingStep

__all__ = ["step_figures", "step_words"]


def step_figures(step: TrainingStep) -> dict[str, float]:
    """Return the figures of a step, by name."""
    held_out = {} if step.held_out_psnr is None else {"held_out_psnr": step.held_out_psnr}
    return {"step": step.step, "loss": step.loss, "psnr": step.psnr, "codes_used": step.codes_used, **held_out}


def step_words(step: TrainingStep) -> Message:
    """Return the figures of a step in words."""
    if step.held_out_psnr is None:
        return message(
            "training-reconstruction-step",
            "step {step}, loss {loss:.3f}, PSNR {psnr:.1f} dB, {codes} codes used",
            step=step.step,
            loss=step.loss,
            psnr=step.psnr,
            codes=step.codes_used,
        )
    return message(
        "training-reconstruction-step-held-out",
        "step {step}, loss {loss:.3f}, PSNR {psnr:.1f} dB ({held_out:.1f} held out), {codes} codes used",
        step=step.step,
        loss=step.loss,
        psnr=step.psnr,
        held_out=step.held_out_psnr,
        codes=step.codes_used,
    )
