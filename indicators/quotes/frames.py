"""The frame a figure is read in: what is being spoken of, carried on from word to word."""

from __future__ import annotations

from typing import Literal, NamedTuple

from indicators.quotes.quote import Area
from indicators.quotes.tokens import Token
from indicators.quotes.vocabulary import Vocabulary

# How an area came to be set: by a word not yet used, by one that stands as a topic, by the whole
# that parts are told of (农村网民中，…), by the noun phrase of an indicator, or in an earlier
# sentence.
AreaState = Literal["fresh", "topic", "whole", "main", "part", "old"]


class Frame(NamedTuple):
    """Subject, place and area as far as the text has told them. Never changed, only replaced.

    A named tuple: nearly every word makes a new one, in a third of the time of a dataclass.

    ``indicator`` is set where a name or a measure has singled one out of its ``group``. ``other``:
    the subject is something that is no indicator. ``whole`` is the denominator named after 占 or
    by 在网民中; ``share`` tells that the next percentage is a part of it.
    """

    group: str | None = None
    indicator: str | None = None
    label: str = ""
    misnomer: bool = False
    other: bool = False
    subgroup: bool = False  # of other people than all netizens: 老年网民
    area: Area = "total"
    area_state: AreaState = "old"
    led: bool = False  # a subject was told in this sentence, or since its last semicolon
    geo: str = "CN"
    home: str = "CN"  # the place meant where none is named
    geo_part: bool = False  # a province named after the whole country
    level: str | None = None
    source: str = ""
    source_near: bool = False  # told in this sentence
    platform: str | None = None
    holder: str | None = None
    share: bool = False
    whole: str | None = None
    average: bool = False

    @property
    def speaks(self) -> bool:
        """Whether there is an indicator, or a group of them, to speak of."""
        return self.group is not None and not self.other


def at_clause(frame: Frame) -> Frame:
    """The frame at the start of the next clause of a sentence: an area left unused is its topic."""
    if frame.area_state != "fresh":
        return frame._replace(share=False, whole=None) if frame.share or frame.whole else frame
    return frame._replace(area_state="topic", share=False, whole=None)


def at_sentence(frame: Frame) -> Frame:
    """The frame at the start of the next sentence; 农村呢？ gives its topic to the answer."""
    state: AreaState = "topic" if frame.area_state == "fresh" else "old"
    if frame.geo_part:
        frame = frame._replace(geo=frame.home, geo_part=False)
    return frame._replace(
        area_state=state,
        led=False,
        share=False,
        whole=None,
        source_near=False,
        average=False,
        misnomer=False,
    )


def with_label(
    frame: Frame, token: Token, surface: str, vocabulary: Vocabulary, after_other: bool
) -> Frame:
    """The frame once an indicator is named: 农村网民规模, 互联网普及率."""
    group = vocabulary.group_of[token.name]
    rate = vocabulary.indicators[token.name].unit == "percent"
    of_subgroup = frame.subgroup and (
        frame.area_state == "whole" or (rate and frame.area_state != "old")
    )
    named = frame._replace(
        group=group,
        indicator=token.name,
        label=surface,
        misnomer=token.misnomer,
        led=True,
        other=after_other or of_subgroup,
        subgroup=after_other or of_subgroup,
        share=False,
        whole=None,
    )
    if frame.area_state == "old":
        named = named._replace(geo=frame.home)
    if frame.area_state == "topic" and frame.area not in vocabulary.indicators[token.name].areas:
        # 乡村 in a headline or a clause before says nothing of a thing not counted by area
        return named._replace(area="total", area_state="main")
    return _settle(named, frame, inherits=rate)


def _settle(named: Frame, before: Frame, inherits: bool) -> Frame:
    """Decides whether the area told before is that of the indicator named now."""
    if before.area_state == "whole":
        return named
    if before.area_state in ("fresh", "topic"):
        state: AreaState = "topic" if before.area_state == "topic" else _rank(before)
        return named._replace(area_state=state)
    if inherits and before.area_state == "main" and before.group == named.group:
        return named
    return named._replace(area="total", area_state="main")


def _rank(before: Frame) -> AreaState:
    """The area of the first subject of a sentence is the main one; a later one is a part."""
    return "part" if before.speaks and before.led else "main"


def with_measure(frame: Frame, token: Token, surface: str, vocabulary: Vocabulary) -> Frame:
    """The frame once a measure of its group is named: 规模, 普及率, 覆盖率, 用户."""
    by_group = vocabulary.measures[token.name]
    indicator = by_group.get(frame.group or "")
    if indicator is None or frame.other:
        return frame
    state = frame.area_state
    if state == "fresh":
        state = _rank(frame)
    return frame._replace(
        indicator=indicator,
        label=f"{frame.label}{surface}" if frame.label else surface,
        misnomer=False,
        share=False,
        whole=None,
        area_state=state,
    )


def with_topic(
    frame: Frame, token: Token, surface: str, after_other: bool, level: str | None
) -> Frame:
    """The frame once a subject is named that has several indicators: 政务外网, 微信城市服务."""
    state: AreaState = "main" if frame.area_state == "fresh" else frame.area_state
    return frame._replace(
        group=token.name,
        indicator=None,
        label=surface,
        misnomer=False,
        led=True,
        other=after_other,
        level=level,
        area="total" if frame.area_state in ("old", "main", "part") else frame.area,
        area_state=state,
        geo=frame.home if frame.area_state == "old" else frame.geo,
        share=False,
        whole=None,
    )


def with_area(frame: Frame, area: Area) -> Frame:
    """The frame once 农村 or 城镇 or 全国 is said."""
    geo = "CN" if area == "total" else frame.geo
    if geo == "WLD" and frame.area_state == "old":
        geo = frame.home  # 全球网民 … 。农村网民 …: ours again
    part = frame.subgroup and frame.area_state == "whole"  # 新增网民中，农村网民占 …
    return frame._replace(area=area, area_state="whole" if part else "fresh", geo=geo)


def used(frame: Frame) -> Frame:
    """The frame after a figure was read in it."""
    return frame._replace(area_state="part") if frame.area_state == "fresh" else frame
