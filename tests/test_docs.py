"""Holds README and CONTRIBUTING to the project: commands, paths, columns and dependencies."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from indicators import catalogue, series, texts
from indicators.checks import VerdictKind

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DOCUMENTS = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))
TOP_LEVEL = """
app.py pages indicators data tests requirements.txt README.md CONTRIBUTING.md CHANGELOG.md LICENSE
SECURITY.md Makefile pyproject.toml requirements-dev.txt requirements-bench.txt Dockerfile
compose.yaml packages.txt deploy build __pycache__
"""
PATH = re.compile(
    r"`((?:\.ci|\.github|data|indicators|pages|tests|deploy)/[\w./-]*|[\w.-]+\.(?:py|txt|toml|md))`"
)


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))


def packages(path: Path) -> dict[str, str]:
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    pairs = (line.partition("==") for line in lines if line and not line.startswith("-r"))
    return {name: version for name, _, version in pairs}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_command_of_a_document_exists(name: str) -> None:
    """What the documents tell people to type is a target of the Makefile."""
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", DOCUMENTS[name], re.MULTILINE))
    assert {"test"} <= named <= targets()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_of_a_document_exists(name: str) -> None:
    """A path in code quotes is there, unless it holds a placeholder."""
    missing = [path for path in PATH.findall(DOCUMENTS[name]) if not (ROOT / path).exists()]
    assert not missing


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_linked_file_of_a_document_exists(name: str) -> None:
    """A link or a picture that stays in the repository leads to a file."""
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", DOCUMENTS[name])
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_every_benchmark_exists() -> None:
    """What ``make bench`` runs is there."""
    names = re.findall(r"^BENCHMARKS := (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    assert [
        name for name in names if not (ROOT / "tests" / "benchmarks" / f"{name}.py").exists()
    ] == []


def test_both_commands_stand_in_the_readme() -> None:
    """The README names the two commands, and CI runs the second."""
    assert "make run" in README
    assert "make test" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_dependency_is_pinned_and_has_its_reason(path: Path) -> None:
    """A direct dependency has one exact version and a line in the README that says why."""
    table = README.partition("## 依赖")[2]
    reasons = re.findall(r"^\| ([^|]+) \| [^|]+ · [^|]+ \|$", table, re.MULTILINE)
    explained = {name.strip() for names in reasons for name in names.split(",")}
    assert set(packages(path)) <= explained
    assert all(packages(path).values())


# Distributions whose module has another name.
IMPORTED_AS = {"python-docx": "docx"}


def test_what_the_app_imports_is_required() -> None:
    """Every library that the app imports by name is a line of requirements.txt."""
    paths = [ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.glob("indicators/**/*.py")]
    statement = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)
    imported = {name for path in paths for name in statement.findall(path.read_text("utf-8"))}
    own = set(sys.stdlib_module_names) | {"indicators"}
    named = {IMPORTED_AS.get(name, name) for name in packages(ROOT / "requirements.txt")}
    assert imported - own == named


def test_every_verdict_is_explained() -> None:
    """The README's table has a row for each verdict the engine can give."""
    rows = re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)
    assert rows == [str(kind) for kind in VerdictKind]


def test_the_recipes_name_every_key_and_column() -> None:
    """A newcomer need not guess: the keys and columns that are read are those described."""
    for columns in (series.COLUMNS, texts.QUOTE_COLUMNS):
        assert f"`{','.join(columns)}`" in CONTRIBUTING
    for field in catalogue.FAMILIES + catalogue.AREAS + tuple(filter(None, catalogue.LEVELS)):
        assert f"`{field}`" in CONTRIBUTING
    described = set(re.findall(r"`\[*([a-z_0-9]+)\]*`", CONTRIBUTING))
    for path in ROOT.glob("data/indicators/*.toml"):
        values = tomllib.loads(path.read_text("utf-8"))
        assert set(values) | set(values["texts"]) <= described, path.name


def test_there_are_four_recipes() -> None:
    """CONTRIBUTING tells how to add an indicator, a text, a page and a kind of damage."""
    recipes = re.findall(r"^## \((.)\) Add (.+?):", CONTRIBUTING, re.MULTILINE)
    assert recipes == [
        ("a", "an indicator"),
        ("b", "a text"),
        ("c", "a page"),
        ("d", "a kind of damage"),
    ]


@pytest.mark.parametrize("line", re.findall(r"^python -m indicators (.+)", README, re.MULTILINE))
def test_every_command_of_the_readme_exists(line: str) -> None:
    """Each subcommand that the README shows explains itself, with the options shown."""
    asked = subprocess.run(
        [sys.executable, "-m", "indicators", line.split()[0], "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    assert [option for option in re.findall(r"--\w+", line) if option not in asked.stdout] == []


def test_the_top_level_holds_nothing_else() -> None:
    """Beside the dotfiles, the top level has the files it is meant to have."""
    present = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert present <= set(TOP_LEVEL.split())
