"""Tables of the report on a Visual Turing Test."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from vqganodip.reports.markup import Child, Markup, joined, tag
from vqganodip.statistics import Interval
from vqganodip.turing.analysis.observer_group import GroupResult
from vqganodip.turing.analysis.observer_results import ObserverResult
from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.analysis.trends import OverObservers
from vqganodip.turing.analysis.wording import between, p_value, p_words, percent, points, signed
from vqganodip.turing.study.audit import value_message
from vqganodip.turing.study.published_results import PUBLISHED_RESULTS
from vqganodip.turing.study.scaling import scaling_message

__all__ = [
    "agreement_section",
    "audit_section",
    "context_section",
    "observers_table",
    "pooled_section",
    "table",
    "trends_section",
]


_SHORT: Final = 16


def table(heads: Sequence[str], rows: Sequence[Sequence[Child]], caption: Child = None) -> Markup:
    """Create a table whose first column contains the row headers."""
    body = [tag("tr", tag("th", row[0], scope="row"), *map(_cell, row[1:])) for row in rows]
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption) if caption is not None else None,
            tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
            tag("tbody", *body),
            class_="rates",
        ),
        class_="wide",
    )


def _cell(value: Child) -> Markup:
    """Keep short values on one line; long ones may wrap, so that a wide table fits on paper."""
    return tag("td", value, class_="word" if len(str(value)) <= _SHORT else None)


def observers_table(results: StudyResults) -> Markup:
    """Table with one row per observer."""
    level = f"{100 * (1 - results.study.alpha):g} %"
    heads = (
        "Observer", "List", "Right", "Rate", f"Exact {level} interval", "p (binomial)", "p (Holm)", "Fakes found",
        "Reals accepted", "p (Fisher)", "d′ ± SE", "Criterion", "Missing", "Equivalent alone", "Remarks",
    )  # fmt: skip
    rows = [_observer(one) for one in results.observers]
    return table(heads, rows, "▲ far from the other observers (named, never dropped). Signal is “fake”.")


def pooled_section(results: StudyResults) -> Markup:
    """Three ways of pooling, and the results of alternative treatments of the data."""
    panel, level = results.group, f"{100 * (1 - results.study.alpha):g} %"
    d_prime = results.d_prime
    ways = [
        ("t interval over observers (primary)", between(panel.interval95), "observers are a sample, images are fixed"),
        ("two-way bootstrap, observers and boards", between(results.two_way), "both are samples"),
        ("all answers as independent", between(results.naive), "footnote only: too narrow when observers differ"),
    ]
    facts = [
        f"Observers differ by more than chance: χ² {p_words(results.overdispersion_p)}.",
        f"Mean d′ {_over(d_prime)}; mean criterion {_over(results.criterion)}.",
    ]
    treatments = [
        (one.name, *_panel(one.group)) if one.group else (one.name, "n/a", "n/a", "n/a", "n/a", "n/a", "n/a")
        for one in results.sensitivity
    ]
    narrow = f"{100 * (1 - 2 * results.study.alpha):g} %"
    heads = ("Treatment", "Observers", "Mean", "SD (ddof 1)", f"{level} interval", f"{narrow} interval", "Verdict")
    return joined(
        table(("Interval of the mean rate", level, "Supposes that"), ways),
        *(tag("p", fact) for fact in facts),
        tag("h3", "Other treatments of the data"),
        table(heads, treatments, "The first row is the result; the others show what it hangs on."),
    )


def trends_section(results: StudyResults) -> Markup:
    """Section with halves of the session, slopes, habits and response times."""
    found = results.trends
    halves = [
        (half.participant, *(_share(value) for value in half.accuracy), *(_plain(value) for value in half.d_prime))
        for half in found.halves
    ]
    changes = [
        ("Rate after the break minus before, in points", *_change(found.accuracy_change, 100)),
        ("d′ after the break minus before", *_change(found.d_prime_change)),
        ("Rate, points per 100 trials", *_change(found.accuracy_slope, 100)),
        ("log response time per 100 trials", *_change(found.log_rt_slope)),
        ("P(same answer as before) beyond chance, in points", *_change(found.repeats, 100)),
    ]
    times = [
        (f"{one.truth} said to be {one.response}", one.trials, f"{one.median_s:.2f} s",
         f"{one.quartiles_s[0]:.2f} to {one.quartiles_s[1]:.2f} s")
        for one in found.response_times
    ]  # fmt: skip
    protocol = results.study.protocol
    return joined(
        table(("Observer", "Rate, 1st half", "2nd half", "d′, 1st half", "2nd half"), halves),
        table(("Change", "Mean", "Interval", "p (t test)", "Observers"), changes),
        tag("h3", "Response times"),
        tag(
            "p",
            f"From the onset to the last answer, which counts until {protocol.soa_s:g} s after it: the protocol cuts "
            f"them off, so they describe and do not test. {found.anticipations} answers came sooner than 200 ms; they "
            "are flagged in the table of trials, and kept.",
            class_="muted",
        ),
        table(("Image and answer", "Answers", "Median", "Quartiles"), times),
    )


def agreement_section(results: StudyResults) -> Markup:
    """Agreement between observers."""
    found = results.agreement
    if found is None:
        return tag("p", "No two observers saw the same images, so nothing can be said about their agreement.")
    rows = [
        (f"List {one.list_id}", one.observers, one.images, _plain(one.kappa, 3), _plain(one.ac1, 3), percent(one.share))
        for one in found.lists
    ]
    return joined(
        tag(
            "p",
            f"Krippendorff’s α over all images: {_plain(found.alpha, 3)}, interval "
            f"{_plain(found.alpha_interval.low, 3)} to {_plain(found.alpha_interval.high, 3)} (images drawn anew).",
        ),
        table(("List", "Observers", "Images", "Fleiss’ κ", "Gwet’s AC1", "Agreeing pairs"), rows),
        tag(
            "p",
            "Agreement near 0 supports that the images cannot be told apart. High agreement at a rate of 50 % means "
            "that observers share a misconception.",
            class_="muted",
        ),
    )


def audit_section(results: StudyResults) -> Markup:
    """Results of the leak audit: values, limits and reasons; the size of the images; notes on the boards."""
    study, audit = results.study, results.audit
    about = [tag("p", str(scaling_message(study.scaling, study.size)))]
    about += [tag("p", str(note), class_="warning") for note in study.notes]
    if audit is None:
        return joined(*about, tag("p", "No leak audit was kept with this study.", class_="warning"))
    rows = [
        (row.feature, row.group, str(value_message(row)), row.verdict.value, str(row.note),
         audit.justifications.get(row.feature, ""))
        for row in audit.rows
    ]  # fmt: skip
    heads = ("Feature", "Group", "AUC (95 % interval); limits", "Verdict", "Note", "Reason to continue")
    caption = "AUC of reals against fakes by this feature alone: 0.5 tells nothing, 0 and 1 tell everything."
    return joined(*about, table(heads, rows, caption))


def context_section() -> Markup:
    """Comparison with published studies."""
    rows = [(one.images, one.observers, one.result) for one in PUBLISHED_RESULTS]
    return table(("Images", "Observers", "Result"), rows, "Protocols differ; the numbers are those of the abstracts.")


def _observer(one: ObserverResult) -> tuple[Child, ...]:
    signal = one.signal
    return (
        f"{one.participant}{' ▲' if one.outlier else ''}",
        one.list_id,
        f"{one.answers.correct} of {one.answers.answered}",
        percent(one.accuracy),
        between(one.exact),
        p_value(one.p),
        p_value(one.p_holm),
        _with_interval(one.sensitivity),
        _with_interval(one.specificity),
        p_value(one.fisher_p),
        f"{signed(signal.d_prime)} ± {signal.d_prime_se:.2f}" if signal else "n/a",
        signed(signal.criterion) if signal else "n/a",
        one.missing,
        "yes" if one.equivalent else "no",
        "; ".join(map(str, one.flags)),
    )


def _with_interval(rate: tuple[float, Interval] | None) -> str:
    return f"{percent(rate[0])} ({between(rate[1])})" if rate else "n/a"


def _panel(panel: GroupResult) -> tuple[Child, ...]:
    return (
        panel.observers,
        percent(panel.mean, 2),
        f"{points(panel.sd, 2)} points" if panel.sd is not None else "n/a",
        between(panel.interval95),
        between(panel.interval90),
        panel.verdict.value,
    )


def _change(found: OverObservers | None, scale: float = 1.0) -> tuple[Child, ...]:
    if found is None:
        return ("n/a", "n/a", "n/a", 0)
    decimals = 1 if scale == 100 else 2
    interval = found.interval
    around = (
        f"{signed(scale * interval.low, decimals)} to {signed(scale * interval.high, decimals)}" if interval else "n/a"
    )
    return (signed(scale * found.mean, decimals), around, p_value(found.p), found.observers)


def _over(found: OverObservers | None) -> str:
    if found is None:
        return "n/a"
    around = f" ({signed(found.interval.low)} to {signed(found.interval.high)})" if found.interval else ""
    return f"{signed(found.mean)}{around}"


def _share(value: float | None) -> str:
    return "n/a" if value is None else percent(value)


def _plain(value: float | None, decimals: int = 2) -> str:
    return "n/a" if value is None or math.isnan(value) else signed(value, decimals)
