"""The frame of a figure in a table: subject, area, place and level, put together from headings."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.quotes import words
from indicators.quotes.clauses import Clause
from indicators.quotes.frames import Frame
from indicators.quotes.headings import Heading
from indicators.quotes.quote import Area
from indicators.quotes.tableheads import Table
from indicators.quotes.walk import Walk

_WEIGHTLESS = frozenset(("area", "mark", "blank", "function", "among", "comma", "date"))
_TRAILING = 4  # characters of unknown text that may follow a name or stand over a column of units


def frame(
    walk: Walk, table: Table, section: Heading | None, beside: tuple[Heading, ...], index: int
) -> Frame | None:
    """What a row and a column speak of; None where a part of it is not understood."""
    told = tuple(h.text for h in (*beside, *((section,) if section else ())) if h.kinds != {"date"})
    subject = any(heading.has_subject for heading in beside)
    under = () if subject else tuple(heading.text for heading in table.under)
    key = (index, section is None, under, *told)
    if key not in table.frames:
        above = _with_subject(table, beside, index)
        table.frames[key] = _compose(walk, table, section, beside, above, index)
    found = table.frames[key]
    if found is None:
        table.latest.pop(index, None)
    else:
        table.latest[index] = found
    return found


def _with_subject(table: Table, beside: Sequence[Heading], index: int) -> tuple[Heading, ...]:
    """The headings above a column; one of changes has its subject from the column left of it."""
    above = table.columns[index]
    changes = any(heading.change for heading in above)
    lacks = changes or any(heading.position or heading.is_share for heading in above)
    named = any(h.has_subject or (changes and h.has_part) for h in (*above, *beside))
    if named or not lacks or table.caption.has_subject:
        return above
    for left in range(index - 1, -1, -1):
        others = table.columns[left]
        if left not in table.labels and not any(heading.change for heading in others):
            return (*others, *above)
    return above


def _compose(
    walk: Walk,
    table: Table,
    section: Heading | None,
    beside: tuple[Heading, ...],
    above: tuple[Heading, ...],
    index: int,
) -> Frame | None:
    near = (*((section,) if section else ()), *beside, *above)
    if any(heading.other or heading.local for heading in near):
        return None
    if not all(_is_understood(heading) for heading in beside):
        return None
    first = table.first_figures()
    if not all(
        _is_understood(h) or (h.units and index == first and h.unknown <= _TRAILING) for h in above
    ):
        return None
    near = tuple(heading for heading in near if not _is_short(walk, table, heading))
    named = any({"label", "topic"} & heading.kinds and not heading.is_share for heading in near)
    probe = Walk(walk.lowered, walk.library, walk.vocabulary, walk.published)
    _speak(probe, table.caption)
    if probe.frame.other and not named:
        return None
    _settle_caption(walk, probe, table.caption, named)
    if section and not section.has_subject and section.unknown and not named:
        return None
    of_caption = probe.frame
    if not named and not of_caption.speaks and all(_goes_on(heading) for heading in beside):
        probe.frame = table.latest.get(index, of_caption)._replace(holder=None, share=False)
    if _names_measure(near):
        probe.frame = probe.frame._replace(label="")
    for heading in sorted(near, key=_order):
        _speak(probe, heading)
    frame = probe.frame
    if probe.local or probe.sampled or not frame.speaks:
        return None
    if frame.indicator == of_caption.indicator and frame.indicator in table.caption.indicators:
        frame = frame._replace(label=of_caption.label)
    return _with_places(frame, near, table.caption)


def _names_measure(near: Sequence[Heading]) -> bool:
    return any("measure" in heading.kinds for heading in near)


def _goes_on(heading: Heading) -> bool:
    """合计, 其中：农村, 增长率, 排名: of the subject that a row above has told."""
    if heading.has_subject:
        return False
    part = heading.change or heading.has_part or heading.position
    return part or (heading.area is not None and heading.kinds <= _WEIGHTLESS)


def _is_short(walk: Walk, table: Table, heading: Heading) -> bool:
    """Whether a heading is short for what the caption names: 网站数 where all are 政府网站."""
    told, meant = heading.indicators, table.caption.indicators
    if len(told) != 1 or len(meant) != 1 or told == meant:
        return False
    known = walk.vocabulary.indicators
    short, full = (next(iter(names)) for names in (told, meant))
    if known[short].unit != known[full].unit or heading.area or heading.geo or heading.level:
        return False
    beside = {name for above in table.columns for head in above for name in head.indicators}
    name = next(iter(heading.labels())).rstrip("数量总规模")
    longer = table.caption.labels()
    return full not in beside and any(name != label and name in label for label in longer)


def _is_understood(heading: Heading) -> bool:
    """Whether a heading holds no unknown words, or a few behind a name."""
    if not heading.unknown or heading.plain or (heading.change and heading.unknown == 1):
        return True  # 增长量, 增减数
    kinds = [token.kind for token in heading.tokens]
    names = [at for at, kind in enumerate(kinds) if kind in ("label", "topic")]
    return bool(names) and kinds.index("text") > names[0] and heading.unknown <= _TRAILING


def _settle_caption(walk: Walk, probe: Walk, caption: Heading, named: bool) -> None:
    """Keeps of a caption what the headings leave open; it may name several indicators."""
    frame = probe.frame
    if named:
        probe.frame = Frame(platform=frame.platform, source=frame.source, source_near=True)
        return
    groups = {walk.vocabulary.group_of[name] for name in caption.indicators}
    if len(groups) > 1 and not caption.is_share:
        probe.frame = frame._replace(other=True)
    elif len(caption.indicators) > 1:
        probe.frame = frame._replace(indicator=None, share=False)
    elif "share_verb" not in caption.kinds and all(unit.thing != "%" for unit in caption.units):
        probe.frame = frame._replace(share=False)  # 政务微博构成 heads counts


def _order(heading: Heading) -> int:
    """Areas and places are read before names, and names before measures and shares."""
    if heading.has_subject:
        return 1
    return 2 if heading.has_part else 0


def _speak(probe: Walk, heading: Heading) -> None:
    """Reads the words of a heading."""
    probe.lowered, probe.tokens, probe.clause = heading.text, heading.tokens, Clause()
    for index, token in enumerate(heading.tokens):
        if token.kind != "date":
            words.read(probe, index)
    while probe.saved:
        probe.saved.pop()


def _with_places(frame: Frame, near: Sequence[Heading], caption: Heading) -> Frame | None:
    """The frame with area, place and level of the nearest heading that tells them."""
    areas: set[Area] = {heading.area for heading in near if heading.area is not None}
    if len(areas - {"total"}) > 1:
        return None
    area = next(iter(areas - {"total"} or areas), caption.area or "total")
    geos = [heading.geo for heading in near if heading.geo is not None]
    named = [geo for geo in geos if geo != "CN"] or geos
    if len(set(named)) > 1:
        return None
    levels = {heading.level for heading in near if heading.level is not None}
    return frame._replace(
        area=area,
        geo=named[0] if named else caption.geo or "CN",
        level=next(iter(levels)) if len(levels) == 1 else caption.level,
    )
