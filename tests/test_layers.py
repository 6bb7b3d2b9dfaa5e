"""Holds the code to its structure: the one-way flow, the thin pages, the size of things.

Each rule reads the syntax tree of one module and names the offender as file:line.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# HOW TO ADD a module: put its name where it belongs; it may import what stands before it.
FLOW = (
    (
        "errors",
        "remembered",
        "units",
        "periods",
        "columns",
        "numerals",
        "printed",
        "datafiles",
        "spreadsheets",
        "storage",
    ),
    ("strings", "settings", "theme", "sources"),
    ("places",),
    ("catalogue",),
    (
        "series",
        "corrections",
        "texts",
        "policies",
        "provinces",
        "themes",
        "gtmi",
        "egdi",
        "population",
        "vintages",
    ),
    ("gazetteer",),
    ("licences", "missing", "examples", "versions"),
    ("shelves",),
    ("library",),
    ("cleaning",),
    ("documents",),
    ("sentences", "outline"),
    ("quantities",),
    ("quotes",),
    ("checks",),
    ("reading",),
    ("suggestions", "jobs", "apart", "bounded"),
    ("mentions", "citing", "localities", "lags"),
    ("terms", "search"),
    ("figures", "citations", "report", "exports"),
    ("gaps",),
    ("bulk",),
    ("corpus",),
    ("refresh",),
    ("cli", "__main__"),
    ("ui",),
)
# Where a library may be imported; the second column matches the start of the path.
HOMES = {
    "streamlit": ("indicators/ui/", "pages/", "app.py"),
    "plotly": ("indicators/figures", "indicators/theme", "indicators/ui/warm", "app.py"),
}
ONE_HOME = "jieba"
NOT_IN_PAGES = {"pandas", "plotly", "re", "jieba"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
MODULE_LINES, FUNCTION_LINES, PAGE_LINES = 250, 40, 40

ORDER = {name: place for place, name in enumerate(name for stage in FLOW for name in stage)}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root, its text and its syntax tree."""

    path: str
    source: str
    tree: ast.Module

    @classmethod
    def of(cls, path: str, source: str) -> Module:
        return cls(path, source, ast.parse(source, path))

    @property
    def is_page(self) -> bool:
        return self.path.startswith("pages/")

    @property
    def stage(self) -> str | None:
        """Its name in FLOW: ``cleaning`` for indicators/cleaning/pinyin.py."""
        parts = Path(self.path).with_suffix("").parts
        return parts[1] if parts[0] == "indicators" and parts[1] != "__init__" else None

    @property
    def package(self) -> str:
        return ".".join(Path(self.path).parent.parts)


Rule = Callable[[Module], Iterator[tuple[int, str]]]


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of every import, those inside functions included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = module.package.split(".") if node.level else []
            base = [*parents[: len(parents) - node.level + 1], *filter(None, [node.module])]
            yield from ((node.lineno, ".".join([*base, alias.name])) for alias in node.names)


def flows_one_way(module: Module) -> Iterator[tuple[int, str]]:
    if module.stage is None:
        return
    if module.stage not in ORDER:
        yield 1, f"{module.stage} has no place in FLOW (tests/test_layers.py)"
        return
    for line, name in imports(module):
        first, _, rest = name.partition(".")
        stage = rest.partition(".")[0]
        if first in {"pages", "app"}:
            yield line, f"imports {first}, which stands after {module.stage}"
        elif first == "indicators" and ORDER.get(stage, -1) > ORDER[module.stage]:
            yield line, f"imports {stage}, which stands after {module.stage}"


def libraries_stay_home(module: Module) -> Iterator[tuple[int, str]]:
    for line, name in imports(module):
        library = name.partition(".")[0]
        if library in HOMES and not module.path.startswith(HOMES[library]):
            yield line, f"imports {library}, whose home is {', '.join(HOMES[library])}"


def pages_are_thin(module: Module) -> Iterator[tuple[int, str]]:
    if not module.is_page:
        return
    if (length := len(module.source.splitlines())) > PAGE_LINES:
        yield length, f"a page of {length} lines; at most {PAGE_LINES}"
    for line, name in imports(module):
        if name.partition(".")[0] in NOT_IN_PAGES:
            yield line, f"a page imports {name.partition('.')[0]}"
    for node in ast.walk(module.tree):
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            yield node.lineno, "a page defines a function or a class"


def sizes_are_small(module: Module) -> Iterator[tuple[int, str]]:
    if (length := len(module.source.splitlines())) >= MODULE_LINES:
        yield length, f"a module of {length} lines; fewer than {MODULE_LINES}"
    for node in ast.walk(module.tree):
        if isinstance(node, FUNCTIONS) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield node.lineno, f"a function of {length} lines; at most {FUNCTION_LINES}"


def nothing_is_a_drawer(module: Module) -> Iterator[tuple[int, str]]:
    for part in Path(module.path).with_suffix("").parts:
        if part.strip("_") in DRAWERS:
            yield 1, f"{part} says nothing of what it owns"


def search_path_is_left_alone(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.path":
            yield node.lineno, "touches sys.path"


RULES: tuple[Rule, ...] = (
    flows_one_way,
    libraries_stay_home,
    pages_are_thin,
    sizes_are_small,
    nothing_is_a_drawer,
    search_path_is_left_alone,
)


@cache
def modules() -> tuple[Module, ...]:
    paths = [ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.glob("indicators/**/*.py")]
    return tuple(
        Module.of(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in sorted(paths)
        if path.exists()
    )


def offences(rule: Rule, of: Sequence[Module]) -> list[str]:
    return [f"{module.path}:{line}: {what}" for module in of for line, what in rule(module)]


def cycles(of: Sequence[Module]) -> list[str]:
    """Name every module that can be reached from itself by imports."""
    names = {".".join(Path(m.path).with_suffix("").parts).removesuffix(".__init__"): m for m in of}
    direct = {
        name: {
            target
            for _, dotted in imports(module)
            if (target := dotted if dotted in names else dotted.rpartition(".")[0]) in names
        }
        for name, module in names.items()
    }

    def reach(name: str) -> set[str]:
        seen: set[str] = set()
        ahead = list(direct[name])
        while ahead:
            if (here := ahead.pop()) not in seen:
                seen.add(here)
                ahead += direct[here]
        return seen

    return [
        f"{names[name].path}:1: imports itself in a ring" for name in names if name in reach(name)
    ]


def test_the_flow_names_each_module_once() -> None:
    """Every place in the flow is one place."""
    assert len(ORDER) == sum(map(len, FLOW))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_to_its_structure(rule: Rule) -> None:
    """Every module keeps every rule."""
    found = offences(rule, modules())
    assert not found, "\n" + "\n".join(found)


def test_no_module_imports_itself_in_a_ring() -> None:
    """Within a package too, imports form no ring."""
    found = cycles(modules())
    assert not found, "\n" + "\n".join(found)


def test_the_chinese_word_splitter_has_one_home() -> None:
    """One module imports jieba, which keeps global state and wakes slowly."""
    homes = {m.path for m in modules() for _, name in imports(m) if name.split(".")[0] == ONE_HOME}
    assert len(homes) <= 1, sorted(homes)


LONG_FUNCTION = "def f():\n" + "    pass\n" * 41
EXAMPLES = [
    (flows_one_way, "indicators/units.py", "\nfrom indicators.series import x", 2),
    (flows_one_way, "indicators/units.py", "def f():\n    import indicators.ui.state", 2),
    (flows_one_way, "indicators/series.py", "from indicators import reading", 1),
    (flows_one_way, "indicators/cleaning/a.py", "from ..quotes import b", 1),
    (flows_one_way, "indicators/ui/state.py", "import pages.texts", 1),
    (flows_one_way, "indicators/stray.py", "", 1),
    (libraries_stay_home, "indicators/reading.py", "import streamlit as st", 1),
    (libraries_stay_home, "pages/texts.py", "import plotly.graph_objects as go", 1),
    (pages_are_thin, "pages/texts.py", "import streamlit\nimport re", 2),
    (pages_are_thin, "pages/texts.py", "key = lambda x: x", 1),
    (pages_are_thin, "pages/texts.py", "def draw():\n    pass", 1),
    (pages_are_thin, "pages/texts.py", "x = 1\n" * 41, 41),
    (sizes_are_small, "indicators/units.py", "x = 1\n" * 250, 250),
    (sizes_are_small, "indicators/units.py", LONG_FUNCTION, 1),
    (nothing_is_a_drawer, "indicators/ui/utils.py", "", 1),
    (search_path_is_left_alone, "indicators/cli.py", "import sys\nsys.path.append('.')", 2),
]


@pytest.mark.parametrize(("rule", "path", "source", "line"), EXAMPLES)
def test_each_rule_names_the_offender(rule: Rule, path: str, source: str, line: int) -> None:
    """A bad snippet is found, with its file and line."""
    (found,) = offences(rule, [Module.of(path, source)])
    assert found.startswith(f"{path}:{line}: ")


def test_a_ring_of_imports_is_found() -> None:
    """Two modules that import each other are both named."""
    pair = [
        Module.of("indicators/quotes/a.py", "from indicators.quotes.b import y"),
        Module.of("indicators/quotes/b.py", "from indicators.quotes import a"),
    ]
    assert len(cycles(pair)) == 2
