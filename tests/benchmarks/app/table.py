"""The lines a benchmark prints: what was measured, the bar, and whether it holds."""

from __future__ import annotations


class Table:
    """Prints one line a figure: what, ours, the other's, the ratio or value, the bar."""

    def __init__(self) -> None:
        self.missed = 0

    def ratio(self, what: str, ours: float, bare: float, bar: float, unit: str = "s") -> None:
        """A figure that may be at most ``bar`` times that of the bare app."""
        told = f"{ours:9.3f} {unit:4} {bare:9.3f} {unit:4} {ours / bare:7.2f} ×"
        self._line(what, told, ours / bare <= bar, f"≤ {bar:g} ×")

    def limit(self, what: str, value: float, bar: float, unit: str) -> None:
        """A figure that may be at most ``bar``."""
        self._alone(what, value, unit, value <= bar, f"≤ {bar:g} {unit}")

    def least(self, what: str, value: float, bar: float, unit: str) -> None:
        """A figure that must be at least ``bar``."""
        self._alone(what, value, unit, value >= bar, f"≥ {bar:g} {unit}")

    def _alone(self, what: str, value: float, unit: str, holds: bool, bar: str) -> None:
        self._line(what, f"{value:9.3f} {unit:4} {'':14} {'':9}", holds, bar)

    def _line(self, what: str, told: str, holds: bool, bar: str) -> None:
        self.missed += not holds
        print(f"{what:46} {told} {bar:12} {'holds' if holds else 'MISSED'}", flush=True)
