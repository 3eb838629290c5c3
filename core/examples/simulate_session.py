"""Run a Visual Turing Test with simulated observers on a virtual clock, and print their classification rates.

python core/examples/simulate_session.py NEW_FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from vqganodip.turing.analysis.results import analyse
from vqganodip.turing.session.unblinding import unblind
from vqganodip.turing.simulated_observers import Observer, noise_study, simulate_study
from vqganodip.turing.study.protocol import PAPER_16_5


def main(folder: Path) -> None:
    """Simulate one observer who guesses and one who sees the difference."""
    observers = [Observer(d_prime=0.0), Observer(d_prime=2.2)]
    study = noise_study(folder, PAPER_16_5, len(observers), margin=0.1, seed=1)
    simulate_study(study, observers, seed=1)
    unblind(study, "example", "simulated")
    for observer in analyse(study).observers:
        print(f"{observer.participant}: {observer.accuracy:.1%} of {observer.answers.answered} answers correct")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
