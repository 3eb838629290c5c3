"""Words of products at random: titles, serial letters, and values printed on parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.package import Family, Package

__all__ = ["legends", "printed", "serial_letters", "title"]

Rng = np.random.Generator

_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
_WORDS: Final = (
    "MOTOR CTRL", "SENSOR HUB", "POWER STAGE", "LED DRIVER", "CHARGER", "INTERFACE", "AUDIO AMP", "RELAY UNIT",
    "MODEM", "CELL MONITOR", "DISPLAY", "PUMP CTRL", "METERING", "FIELD BUS", "I/O MODULE", "BACKPLANE", "HMI",
    "SERVO", "RADIO", "WATCHDOG", "TELEMETRY", "DOOR MODULE", "CLIMATE", "STEERING", "HEATER", "AC/DC", "DC/DC",
)  # fmt: skip
_NOTES: Final = ("PB-FREE", "MADE IN EU", "ESD SENSITIVE", "CE  ROHS", "E478021", "TOP", "24 V DC", "CAUTION HOT", "TP")
_SERIES: Final = (1.0, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2)
_CIRCUITS: Final = (
    "STM32F", "LM", "TPS", "AD", "MAX", "LTC", "PIC16", "SN74", "MC34", "XC", "IR", "TLE", "NCP", "L62", "TJA", "W25Q",
    "KSZ", "MP", "BQ", "ISO", "FT", "CY", "TC", "74HC", "OPA", "INA", "DRV",
)  # fmt: skip


def _one(rng: Rng, among: tuple[str, ...] | str) -> str:
    return among[int(rng.integers(0, len(among)))]


def title(rng: Rng) -> str:
    """Title in the silkscreen."""
    letters = "".join(_one(rng, _LETTERS) for _ in range(int(rng.integers(2, 4))))
    return f"{letters}-{int(rng.integers(1, 900))} {_one(rng, _WORDS)}"


def serial_letters(rng: Rng) -> str:
    """Four letters and digits before the running number."""
    letters = int(rng.integers(2, 4))
    digits = "".join(str(int(d)) for d in rng.integers(0, 10, 4 - letters))
    return "".join(_one(rng, _LETTERS) for _ in range(letters)) + digits


def legends(rng: Rng) -> list[str]:
    """Short texts in the silkscreen besides the title."""
    texts = [f"REV {_one(rng, _LETTERS)}{int(rng.integers(1, 10))}   94V-0"]
    more = rng.permutation(len(_NOTES))[: int(rng.integers(0, 3))]
    return texts + [_NOTES[int(i)] for i in more]


def _three_digits(rng: Rng) -> str:
    digits = f"{_SERIES[int(rng.integers(0, len(_SERIES)))]:.1f}".replace(".", "")
    return f"{digits}{int(rng.integers(0, 6))}"


def _resistor(rng: Rng) -> str:
    kind = rng.random()
    if kind < 0.08:
        return "000"
    if kind < 0.2:
        return f"R{int(rng.integers(1, 100)):03d}"
    if kind < 0.4:
        value = _SERIES[int(rng.integers(0, len(_SERIES)))]
        return f"{value:.1f}".replace(".", "R")
    return _three_digits(rng)


def _tantalum(rng: Rng) -> str:
    return f"{_three_digits(rng)[:2]}{int(rng.integers(5, 8))}{_one(rng, 'ACDEGJV')}"


def _electrolytic(rng: Rng) -> str:
    farads = _one(rng, ("10", "22", "33", "47", "68", "100", "220", "330", "470"))
    return f"{farads} {_one(rng, ('6V', '10V', '16V', '25V', '35V', '50V', '63V'))}"


def _diode(rng: Rng) -> str:
    return f"{_one(rng, ('SS', 'M', 'B', 'ES', 'US', 'MUR', 'T', 'A'))}{int(rng.integers(1, 40))}"


def _inductor(rng: Rng) -> str:
    return f"{int(rng.integers(1, 10))}R{int(rng.integers(0, 10))}" if rng.random() < 0.4 else _three_digits(rng)


def _crystal(rng: Rng) -> str:
    return _one(rng, ("8.000", "12.00", "16.00", "20.000", "24.00", "25.00", "26.000", "27.12", "32.00", "40.0"))


def _circuit(rng: Rng) -> str:
    return f"{_one(rng, _CIRCUITS)}{int(rng.integers(10, 1000))}{_one(rng, (*'ABCD', '', '', ''))}"


def _small_circuit(rng: Rng) -> str:
    return f"{int(rng.integers(1, 10))}{_one(rng, _LETTERS)}{_one(rng, (*'AMWY', ''))}"


_PRINTED: Final[Mapping[Family, Callable[[Rng], str]]] = MappingProxyType(
    {
        Family.RESISTOR: _resistor,
        Family.TANTALUM: _tantalum,
        Family.ELECTROLYTIC: _electrolytic,
        Family.DIODE: _diode,
        Family.INDUCTOR: _inductor,
        Family.CRYSTAL: _crystal,
        Family.GULL_WING: _circuit,
        Family.BGA: _circuit,
        Family.POWER: _circuit,
    }
)


def printed(kind: Package, rng: Rng) -> str:
    """A value that is printed on parts of that package; empty for parts without marking."""
    if kind.family is Family.GULL_WING and kind.joints <= 3:
        return _small_circuit(rng)
    draw = _PRINTED.get(kind.family)
    return draw(rng) if draw else ""
