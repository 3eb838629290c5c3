"""VQGanoDIP: anomaly detection by reconstruction, with a composite score and a zero-false-negative threshold.

The engine of the review station. It has no user interface; ``vqganodip.inspection.inspector`` takes a board through it.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
