"""People online in China, told twice: by the ITU and World Bank, and by CNNIC; never merged."""

from __future__ import annotations

from indicators import units
from indicators.figures.lines import Key, Line, key, lines_of
from indicators.figures.series import Chart, series_figure
from indicators.library import Library
from indicators.strings import LANGS, Lang, text
from indicators.theme import Mode
from indicators.ui import chart, licences, load
from indicators.ui.components.document import mode
from indicators.ui.markup import Cell, escape, folded, table
from indicators.ui.subject import Topic

ITU, CNNIC = "itu_internet_users_pct", "internet_penetration"


def draw(topic: Topic, above: str) -> str:
    """Both series in one panel with the change of definition, the table, the notices; takes and
    gives back HTML as ``plots.show`` says."""
    lang, library = topic.here.lang, topic.library
    lines = both(library)
    if len(lines) < 2:
        return above
    above += (
        f"<h2>{escape(text(lang, 'world.online_title'))}</h2>"
        f"<p>{escape(text(lang, 'world.online'))}</p>"
    )
    return chart.plot(_drawn(lang, mode()), "online_chart", above) + _below(lang)


def both(library: Library) -> list[Line]:
    """The series of each of the two for the whole of China, as far as they are there."""
    own = [Key(id, "CN", "total", "", library.indicators[id].default_scope) for id in (ITU, CNNIC)]
    return [line for key in own for line in lines_of(library, key.indicator) if line.key == key]


@load.kept(2 * len(LANGS))
def _drawn(lang: Lang, mode: Mode) -> chart.Drawn:
    library = load.library()
    lines = both(library)
    names = {line.key: text(lang, f"world.{line.key.indicator}") for line in lines}
    spec = Chart(library.indicators[ITU], lines, names, (), lang, mode)
    return chart.drawn(spec, series_figure)


@load.kept(len(LANGS))
def _below(lang: Lang) -> str:
    """The table, and the notices of the licences."""
    library = load.library()
    lines = both(library)
    used = [point.source for line in lines for point in line.points]
    return folded(text(lang, "table.title"), _table(lines, library, lang)) + licences.notices(
        used, library, lang
    )


def _table(lines: list[Line], library: Library, lang: Lang) -> str:
    itu, cnnic = ({point.as_of: point.value for point in line.points} for line in lines)
    columns = [
        text(lang, "table.as_of"),
        *(
            text(lang, "world.column", country=text(lang, f"world.{line.key.indicator}"), unit="%")
            for line in lines
        ),
        text(lang, "world.apart"),
        text(lang, "world.earlier"),
    ]
    earlier = {
        one.current.as_of: one.observation.value
        for one in library.vintages
        if key(one.current) == lines[0].key
    }
    months = sorted(m for m in {*itu, *cnnic} if m.endswith("-12"))
    rows = [
        [
            Cell(month),
            _figure(itu.get(month)),
            _figure(cnnic.get(month)),
            _apart(month, itu, cnnic),
            _figure(earlier.get(month)),
        ]
        for month in reversed(months)
    ]
    return table(text(lang, "world.online_title"), columns, rows)


def _figure(value: float | None) -> Cell:
    return Cell("—" if value is None else units.figure(value, "percent"), number=True)


def _apart(month: str, itu: dict[str, float], cnnic: dict[str, float]) -> Cell:
    if month not in itu or month not in cnnic:
        return Cell("—", number=True)
    return Cell(f"{itu[month] - cnnic[month]:+.1f}".replace("-", "\u2212"), number=True)
