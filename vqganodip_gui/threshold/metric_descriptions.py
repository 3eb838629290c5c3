"""Plain sentences for the columns of the metric table, from the engine's registry, in the user's language."""

from __future__ import annotations

from vqganodip_gui.i18n.translation import tr


def describe_column(column: str) -> str:
    """Describe a metric column; returns its name if it is unknown to this version."""
    from vqganodip.detection.metrics.registry import sentences_of

    try:
        return " ".join(tr(sentence) for sentence in sentences_of(column))
    except KeyError:
        return column
