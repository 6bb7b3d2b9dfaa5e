"""A figure shown again is the figure that was drawn, and costs no second drawing."""

from __future__ import annotations

import json

import plotly.graph_objects as go

from indicators.figures.still import once, still


def test_a_still_is_the_figure_drawn_once() -> None:
    """It has the JSON of the figure; equal arguments draw nothing anew."""
    drawn: list[list[int]] = []

    def draw(values: list[int], colour: str) -> go.Figure:
        drawn.append(values)
        return go.Figure(go.Bar(y=values, marker={"color": colour}))

    shown = [still(draw, [1, 2], colour="#000000").to_dict() for _ in range(2)]
    assert shown[0] == shown[1]
    assert shown[0]["data"] == json.loads(draw([1, 2], "#000000").to_json())["data"]
    assert len(drawn) == 2


def test_a_figure_is_named_by_its_content() -> None:
    """Plotly takes what has the same name for the same, and needs no template to know it."""

    def named(*values: int) -> str:
        layout = once(go.Figure(go.Bar(y=values))).to_dict()["layout"]
        assert "template" not in layout
        return str(layout["datarevision"])

    assert named(1, 2) == named(1, 2) != named(1, 3)


def test_changing_what_is_shown_changes_no_other() -> None:
    """Each showing has a dictionary of its own."""

    def draw(values: list[int]) -> go.Figure:
        return go.Figure(go.Bar(y=values))

    still(draw, [1]).to_dict()["data"].clear()
    assert still(draw, [1]).to_dict()["data"]
