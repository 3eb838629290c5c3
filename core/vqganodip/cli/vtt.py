"""``vqganodip vtt``: the verbs of the Visual Turing Test."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.vtt_study import audit, bids, prepare, report, simulate, unblind, withdraw
from vqganodip.number_format import counted

__all__ = ["vtt"]

vtt = typer.Typer(
    help="Visual Turing Test: prepare a study, plan its size, audit, simulate, unblind, report.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

_Margin = Annotated[
    float,
    typer.Option("--margin", help="Registered margin around 50 % that counts as guessing, in points.", min=1, max=49),
]


def plan(
    margin: _Margin = 10.0,
    spread: Annotated[
        float,
        typer.Option(
            "--spread",
            help="Standard deviation between the observers' true rates, in points, without the chance of --trials; the "
            "paper's five: 14.7.",
            min=0.0,
            max=50.0,
        ),
    ] = 14.7,
    trials: Annotated[int, typer.Option("--trials", help="Trials per observer.", min=4)] = 100,
    most: Annotated[int, typer.Option("--most", help="Largest panel to try.", min=2, max=200)] = 40,
    as_json: AsJson = None,
) -> None:
    """Print the probability that panels of different sizes prove equivalence if their observers only guess."""
    from vqganodip.turing.analysis.planning import (
        ENOUGH,
        LIKELY,
        panel_power,
        power_percent,
        spread_message,
        spread_of_rates,
    )
    from vqganodip.turing.analysis.sample_size import detection_power, equivalence_power

    results = Results(as_json)
    results.line(str(spread_message(spread / 100.0, trials)))
    panels = []
    sizes = sorted({2, 3, *range(5, most + 1, 5), most})
    for observers in (size for size in sizes if size <= most):
        power = panel_power(observers, trials, spread / 100.0, margin / 100.0)
        panels.append({"observers": observers, "power": power})
        note = "" if power >= ENOUGH else "  below 80 %" if power >= LIKELY else "  likely inconclusive"
        results.line(f"{observers:4d} observers: {power_percent(power)}{note}")
    alone = equivalence_power(trials, margin / 100.0)
    results.line(f"one observer alone, {counted(trials, 'trial')}: {power_percent(alone)}")
    detection = {rate: detection_power(rate / 100.0, trials) for rate in (60, 65, 70)}
    rates_and_power = ", ".join(f"{rate} %: {power_percent(power)}" for rate, power in detection.items())
    results.line(f"{counted(trials, 'trial')} find an observer whose true rate is {rates_and_power}")
    results.json(
        {
            "trials": trials,
            "spread_of_rates": spread_of_rates(spread / 100.0, trials),
            "panels": panels,
            "one_observer": alone,
            "detection_by_percent": detection,
        }
    )


def rates(
    percent: Annotated[list[float], typer.Argument(help="Classification rate of each observer in percent.")],
    margin: _Margin = 10.0,
    as_json: AsJson = None,
) -> None:
    """Print mean, standard deviation, intervals and verdict for the rates of a panel; no observer is excluded."""
    from vqganodip.turing.analysis.observer_group import group_result

    results = Results(as_json)
    result = group_result([value / 100.0 for value in percent], margin / 100.0)
    results.line(f"observers {result.observers}, mean {100 * result.mean:.2f} %")
    results.line(f"SD {100 * result.sd_population:.2f} (ddof 0)")
    if result.sd is not None:
        results.line(f"SD {100 * result.sd:.2f} (ddof 1)")
    for name, interval in (("95", result.interval95), ("90", result.interval90)):
        if interval is not None:
            results.line(
                f"{name} % interval {100 * interval.low:.1f} to {100 * interval.high:.1f} % (t, over observers)"
            )
    results.line(f"verdict at a margin of {margin:g} points: {result.verdict.value}")
    results.json(asdict(result))


for _verb in (prepare, plan, audit, simulate, unblind, report, withdraw, bids, rates):
    vtt.command()(_verb)
