"""Numbers that a scanner set as formulas: $5 3 . 2 \\%$ is 53.2%."""

from __future__ import annotations

import re

from indicators.cleaning.edits import Edit

# A formula of nothing but digits, points, signs, blanks, braces and the percent sign.
FORMULA = re.compile(
    r"\$([0-9.,+\-~^{}\[\]() ]*\d(?:\\[%,;! ]|\\sim|[0-9.,+\-~^{}\[\]() ]){0,80})\$"
)
PERCENT = re.compile(r"\\%")
SPACING = re.compile(r"\\[,;! ]|[{} ]")


def edits(text: str) -> list[Edit]:
    """Set each such formula as plain text; one without any sign of LaTeX stays (a price)."""
    if "$" not in text:
        return []
    return [_edit(match) for match in FORMULA.finditer(text) if is_formula(match[1])]


def _edit(match: re.Match[str]) -> Edit:
    inside = match[1]
    start = match.start(1) + len(inside) - len(inside.lstrip(" {"))
    end = match.start(1) + len(inside.rstrip(" }"))
    return Edit(match.start(), match.end(), plain(inside), "latex", core=(start, end))


def is_formula(inside: str) -> bool:
    """Whether the inside of two dollar signs was set by LaTeX: a command or digits set singly."""
    groups = inside.split()
    spaced = len(groups) > 1 and all(len(group) == 1 for group in groups)
    return "\\" in inside or "^" in inside or spaced


def plain(inside: str) -> str:
    """The formula as text."""
    signs = PERCENT.sub("%", inside).replace("\\sim", "~")
    return SPACING.sub("", signs)
