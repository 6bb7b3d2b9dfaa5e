"""Our own data files, TOML and CSV, read so that every failure names the file and the row."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.errors import DataError


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file. Each reader takes a key and raises DataError when it cannot."""

    path: Path
    name: str  # dotted name of the table within the file, "" for the file itself
    values: Mapping[str, object]
    lines: tuple[str, ...]  # from the table's own header on
    above: int = 0  # how many lines of the file stand before them

    def fail(self, key: str, what: str) -> DataError:
        """The error about one key of this table, with the line the key stands on."""
        header = rf"\[{{1,2}}{re.escape(self._label(key))}\]"
        pattern = re.compile(rf"""\s*(?:["']?{re.escape(key)}["']?\s*=|{header})""")
        found = next((n for n, text in enumerate(self.lines, 1) if pattern.match(text)), None)
        here = 1 if self.above else 0
        return DataError(self.path, self.above + (found or here), f"{self._label(key)}: {what}")

    def _label(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def _headers(self, header: str) -> list[int]:
        return [n for n, text in enumerate(self.lines) if text.strip() == header]

    def only(self, *keys: str) -> None:
        """Refuse keys that nobody reads: most are spelling mistakes."""
        for key in self.values:
            if key not in keys:
                raise self.fail(key, f"unknown key; known are {', '.join(keys)}")

    def text(self, key: str) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(key, "a text is required here")
        return value.strip()

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self.values else None

    def integer(self, key: str) -> int:
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(key, "a whole number is required here")
        return value

    def number(self, key: str) -> float:
        value = self.values.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.fail(key, "a number is required here")
        return float(value)

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(key, "true or false is required here")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; an absent key is an empty list."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fail(key, "a list of texts is required here")
        return tuple(value)

    def table(self, key: str) -> Table:
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.fail(key, "a table is required here")
        start = next(iter(self._headers(f"[{self._label(key)}]")), 0)
        return Table(self.path, self._label(key), value, self.lines[start:], self.above + start)

    def optional_table(self, key: str) -> Table | None:
        return self.table(key) if key in self.values else None

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables ([[key]]); an absent key is an empty list."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fail(key, "a list of tables is required here")
        starts = self._headers(f"[[{self._label(key)}]]") or [0] * len(value)
        ends = [*starts[1:], len(self.lines)]
        return tuple(
            Table(self.path, f"{self._label(key)}[{n}]", item, self.lines[start:end], start)
            for n, (item, start, end) in enumerate(zip(value, starts, ends, strict=False), 1)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV file, with the line an editor shows it on."""

    path: Path
    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def fail(self, what: str) -> DataError:
        return DataError(self.path, self.line, what)

    def number(self, column: str) -> float:
        try:
            return float(self.values[column])
        except ValueError:
            raise self.fail(f"{column}: {self.values[column]!r} is not a number") from None


def read_text(path: Path) -> str:
    """The file's text, UTF-8; a missing or undecodable file is a DataError."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise DataError(path, 0, "the file is missing") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DataError(path, line, "the file is not UTF-8") from None
    except OSError as error:
        raise DataError(path, 0, f"the file cannot be read: {error.strerror}") from None


def read_toml(path: Path) -> Table:
    """The whole TOML file as one table."""
    text = read_text(path)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        raise DataError(path, int(place[1]) if place else 0, f"not TOML: {error}") from None
    return Table(path, "", values, tuple(text.splitlines()))


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV file that has exactly these columns, in this order."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        header = tuple(next(reader, []))
        if header != columns:
            raise DataError(path, 1, _header_complaint(header, columns))
        for cells in reader:
            if len(cells) != len(columns):
                what = f"{len(cells)} fields where the header has {len(columns)}"
                raise DataError(path, reader.line_num, what)
            if any("\n" in cell for cell in cells):
                raise DataError(path, reader.line_num, "a field runs over a line break")
            row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
            yield Row(path, reader.line_num, row)
    except csv.Error as error:
        raise DataError(path, reader.line_num, f"not CSV: {error}") from None


def _header_complaint(header: tuple[str, ...], columns: tuple[str, ...]) -> str:
    unknown = [name for name in header if name not in columns]
    missing = [name for name in columns if name not in header]
    if unknown:
        return f"unknown column {unknown[0]!r}; the columns are {','.join(columns)}"
    if missing:
        return f"column {missing[0]!r} is missing; the columns are {','.join(columns)}"
    return f"the columns must be {','.join(columns)}, in this order"
