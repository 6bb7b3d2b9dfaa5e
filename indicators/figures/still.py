"""A figure drawn once and shown many times: building one takes longer than all else on a page."""

from __future__ import annotations

import hashlib
import json
import marshal
from collections.abc import Callable
from typing import Any, ParamSpec

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from indicators.remembered import remembered

P = ParamSpec("P")
MOST = 256  # of some 20 kB each


class Still(BaseFigure):  # type: ignore[misc]
    """A finished figure, kept as bytes. Who shows it asks for nothing but ``to_dict``."""

    def __init__(self, written: bytes) -> None:
        self._written = written

    def to_dict(self) -> dict[str, Any]:
        """The figure as a dictionary of its own, free to be changed."""
        figure: dict[str, Any] = marshal.loads(self._written)
        return figure


def still(draw: Callable[P, go.Figure], *args: P.args, **named: P.kwargs) -> Still:
    """What ``draw`` makes of these arguments, which hold nothing of a visitor's own text."""
    return Still(_written(draw, args, named))


def once(figure: go.Figure) -> Still:
    """A figure of a visitor's own: shown as the others are, and not kept."""
    return Still(_bytes(figure))


@remembered(MOST)
def _written(
    draw: Callable[..., go.Figure], args: tuple[object, ...], named: dict[str, object]
) -> bytes:
    return _bytes(draw(*args, **named))


def _bytes(figure: go.Figure) -> bytes:
    """The figure, named by its content so that Plotly knows it again.

    Streamlit hands Plotly every figure twice, the second time as a copy. Plotly would take the
    arrays of the copy for new data, and its template for another one, and draw all anew.
    """
    told = figure.to_json()
    finished = json.loads(told)
    layout = finished["layout"]
    layout["datarevision"] = hashlib.sha256(told.encode()).hexdigest()[:16]
    del layout["template"]  # says nothing in any of our figures
    # Within a process marshal reads the same in less than half the time of JSON.
    return marshal.dumps(finished)
