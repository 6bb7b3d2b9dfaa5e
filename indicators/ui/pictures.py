"""Pictures to take away: the chart as PNG and SVG with its source, and the share card."""

from __future__ import annotations

from indicators import periods
from indicators.figures import lines
from indicators.series import Observation
from indicators.strings import text
from indicators.ui import answers, chart, cite, latest, share_card, state, table, tiles
from indicators.ui.components.pictures import Offer, show_pictures
from indicators.ui.share_card import Card, Figure
from indicators.ui.subject import Topic


def draw(topic: Topic) -> None:
    """The buttons of an indicator page, where it has figures."""
    newest = answers.newest(topic.lines, topic.indicator)
    if newest is None:
        return
    lang, indicator = topic.here.lang, topic.indicator
    shown = {name: value for name, value in state.query(topic.here).items() if name != "lang"}
    address = cite.absolute(state.href(topic.slug, lang, **shown))
    title = table.source_title(topic.library.sources[newest.source], lang)
    source = text(lang, "pictures.source", title=title, when=periods.text(newest.as_of, lang))
    card = share_card.draw(_card(topic, newest, source, address))
    drawn = topic.here.view != "table" and not tiles.suits(topic.lines)
    show_pictures(
        Offer(
            chart=chart.KEY if drawn else "",
            title=indicator.name[lang],
            footer=(source, " · ".join(filter(None, (text(lang, "app.name"), address)))),
            card=card,
            file=indicator.id,
            lang=lang,
        )
    )


def _card(topic: Topic, newest: Observation, source: str, address: str | None) -> Card:
    """The whole country's newest figure where there is one; else the first two lines' newest."""
    lang = topic.here.lang
    main = [line for line in topic.lines if line.key == lines.key(newest)]
    led = main if newest.area == "total" else topic.lines[:2]
    quoted = answers.quoted(topic)
    months = sorted(point.as_of for line in led for point in line.points)
    return Card(
        project=text(lang, "app.name"),
        title=topic.indicator.name[lang],
        figures=[Figure(*latest.fact(topic, line.last), lines.segments(line)) for line in led],
        span=(periods.text(months[0], lang), periods.text(months[-1], lang)),
        quoted=quoted[:1].upper() + quoted[1:],
        source=source,
        scan=text(lang, "pictures.scan"),
        address=address,
    )
