"""What shares do to the walk: 占, 占比, 占人口的, 住在农村的."""

from __future__ import annotations

from indicators.quotes import names
from indicators.quotes.walk import Walk


def read_share(walk: Walk, index: int) -> None:
    walk.clause.share_open = False
    walk.clause.hinted = True
    if _points_back(walk, index):
        return
    other = walk.frame.other or (names.hangs(walk, index) and not walk.clause.named)
    walk.frame = walk.frame._replace(share=True, other=other)


def _points_back(walk: Walk, index: int) -> bool:
    """这一比例 is the percentage told last; an area just said stays."""
    if walk.kind_at(index - 1) != "function":
        return False
    if not walk.surface(walk.tokens[index - 1]).startswith(("这", "该", "此")):
        return False
    for reading in walk.recent:
        if walk.vocabulary.indicators[reading.indicator].unit == "percent":
            where = walk.frame if walk.frame.area_state == "fresh" else reading.frame
            walk.frame = reading.frame._replace(
                area=where.area,
                geo=where.geo,
                indicator=reading.indicator,
                share=False,
                whole=None,
            )
            walk.named()
            return True
    return False


def read_dwelling(walk: Walk, _index: int) -> None:
    if not walk.clause.figured:
        walk.frame = walk.frame._replace(share=True, whole=None)
        walk.clause.hinted = True


def read_share_verb(walk: Walk, _index: int) -> None:
    walk.clause.share_open = walk.clause.shared = True
    walk.clause.hinted = True
    walk.frame = walk.frame._replace(share=True, whole=None)


def read_population(walk: Walk, _index: int) -> None:
    walk.clause.share_open = False
    walk.clause.hinted = True
    walk.frame = walk.frame._replace(whole="population")
