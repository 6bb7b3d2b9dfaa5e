"""Sentences that quote an official figure rightly: every observation in ten forms.

Figures are written at a precision that agrees with the official print: the print's own, or one
coarser by rounding. So nothing that is told of them may be called wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from indicators import reading
from indicators.checks.agreement import printed_step
from indicators.library import Library
from indicators.series import Observation
from indicators.units import COUNTED, classifier
from tests.writing import in_words, plain

AREAS = {"total": "", "urban": "城镇", "rural": "农村"}
LEVELS = {
    "": "",
    "province": "省级",
    "prefecture": "地市级",
    "county": "县级",
    "township": "乡镇级",
}
PLATFORMS = {
    "sina": "新浪微博平台", "tencent": "腾讯微博平台", "sina+tencent": "新浪、腾讯两家微博平台",
    "four_platforms": "四家微博平台",
}  # fmt: skip
HOLDERS = {
    "org": "政务机构微博",
    "officials": "公务人员微博",
    "org+officials": "政务机构微博和公务人员微博合计",
}
# How prose calls an indicator where the first of its labels would not do.
SUBJECTS = {
    "itu_internet_users_pct": "互联网普及率",
    "wechat_city_services": "微信城市服务事项",
    "gov_extranet_coverage": "政务外网覆盖率",
    "netizen_share": "网民占比",
    "egdi": "电子政务发展指数",
    "egdi_rank": "电子政务发展指数排名",
}
SCOPES = {
    ("approval_items", "cumulative_cuts"): "累计取消和下放的行政审批事项",
    ("cn_domains", "excl_edu.cn"): "不含.EDU.CN的.CN域名",
    ("gov_service_usage_rate", "alipay_and_wechat_only"): "支付宝和微信城市服务平台上的政务服务使用率",
    ("gov_service_users", "platform_registered"): "省级政务服务平台注册用户",
    ("gov_douyin_accounts", "gov+media"): "政务和媒体抖音号",
    ("gov_wechat_accounts", "active_only"): "活跃的政务微信公众号",
    ("gov_websites", "after_census"): "普查后保留的政府网站",
    ("websites_total", "ISC_filed_sites"): "备案网站总数",
    ("gov_extranet_coverage", "incl_XPCC"): "计入新疆生产建设兵团后的县级政务外网覆盖率",
}  # fmt: skip
Form = Callable[["Claim"], str]


@dataclass(frozen=True)
class Claim:
    """An observation with what a sentence needs to quote it."""

    seen: Observation
    unit: str
    step: Decimal
    source: str  # 第41次《中国互联网络发展状况统计报告》, or 国际电信联盟
    place: str  # 我国, 广东, 印度
    subject: str  # 农村网民规模
    sibling: Claim | None  # another figure of the same month, place and kind

    @property
    def month(self) -> str:
        """2017年12月."""
        year, month = self.seen.as_of.split("-")
        return f"{year}年{int(month)}月"


def claims(library: Library) -> Iterator[Claim]:
    """All observations of a library, each with a sibling to be told with where there is one."""
    for observations in library.observations.values():
        by_place: dict[tuple[str, str], list[Claim]] = {}
        for seen in observations:
            mates = by_place.setdefault((seen.as_of, seen.geo), [])
            claim = _claim(library, seen, mates)
            mates.append(claim)
            yield claim


def _claim(library: Library, seen: Observation, mates: list[Claim]) -> Claim:
    step = Decimal(repr(printed_step(seen.printed, seen.value)))
    place = library.places[seen.geo].zh if seen.geo != "CN" else "我国"
    source = library.sources[seen.source]
    number = f"第{source.number}次《中国互联网络发展状况统计报告》"
    publisher = "国际电信联盟" if seen.indicator.startswith("itu") else source.publisher_zh
    told = number if source.series == "cnnic" and source.number else publisher
    unit = library.indicators[seen.indicator].unit
    subject = _subject(library, seen)
    sibling = next((mate for mate in reversed(mates) if mate.subject != subject), None)
    return Claim(seen, unit, step, told, place, subject, sibling)


def _subject(library: Library, seen: Observation) -> str:
    scoped = SCOPES.get((seen.indicator, seen.scope))
    if scoped:
        return scoped
    if seen.indicator == "gov_weibo_accounts":
        platform, _, holder = seen.scope.partition("/")
        return PLATFORMS[platform] + HOLDERS[holder]
    labels = library.indicators[seen.indicator].wording.labels
    label = SUBJECTS.get(seen.indicator) or labels[0]
    prefix = "国际电信联盟口径的" if seen.indicator.startswith("itu") else ""
    return prefix + AREAS[seen.area] + LEVELS[seen.level] + label


def rounded(claim: Claim, digits: int | None = None) -> Decimal:
    """The value at the print's precision, or to so many significant digits if that is coarser."""
    value = Decimal(repr(claim.seen.value))
    step = claim.step
    if digits is not None and value:
        step = max(step, Decimal(10) ** (value.adjusted() - digits + 1))
    return (value / step).to_integral_value(ROUND_HALF_EVEN) * step


def usual(claim: Claim) -> str:
    """As reports print it: 7.72亿人, 134,827个, 55.8%, 0.8119, 第65位."""
    value = rounded(claim)
    if claim.unit == "percent":
        return f"{plain(rounded(claim, 3))}%"
    if claim.unit == "rank":
        return f"第{value:.0f}位"
    if claim.unit not in COUNTED:
        return plain(rounded(claim, 4))
    word = classifier(claim.unit)
    return (large(claim, 3) if value >= 10**8 else f"{value:,.0f}") + word


def large(claim: Claim, digits: int | None) -> str:
    """A count in 亿 or 万 where it is big enough: 7.72亿, 13.5万."""
    value = rounded(claim, digits)
    for factor, word in ((10**8, "亿"), (10**4, "万")):
        if value >= factor:
            return plain(value / factor) + word
    return plain(value)


def mixed(claim: Claim) -> str:
    """7亿7198万人, 13万4827个; other units as usual."""
    if claim.unit not in COUNTED:
        return usual(claim)
    value, text = int(rounded(claim)), ""
    for factor, word in ((10**8, "亿"), (10**4, "万")):
        if value >= factor and value % factor >= factor // 10:
            text, value = f"{text}{value // factor}{word}", value % factor
    return f"{text}{large_rest(value)}{classifier(claim.unit)}"


def large_rest(value: int) -> str:
    """What is left behind the last 亿 or 万: 7198万, 4827."""
    for factor, word in ((10**8, "亿"), (10**4, "万")):
        if value >= factor:
            return plain(Decimal(value) / factor) + word
    return str(value) if value else ""


def spelled(claim: Claim) -> str:
    """In Chinese numerals: 七亿七千一百九十八万人, 百分之五十五点八, 第六十五位."""
    value = rounded(claim)
    if claim.unit == "percent":
        return f"百分之{in_words(rounded(claim, 3))}"
    if claim.unit == "rank":
        return f"第{in_words(value)}位"
    if claim.unit not in COUNTED:
        return plain(rounded(claim, 4))
    return in_words(value) + classifier(claim.unit)


def in_thousandths(claim: Claim) -> str:
    """558‰; counts with all their digits, full-width: ７７１９８００００人."""
    if claim.unit == "percent":
        return f"{plain(rounded(claim, 3) * 10)}‰"
    if claim.unit in COUNTED:
        wide = plain(rounded(claim)).translate({48 + d: 0xFF10 + d for d in range(10)})
        return wide + classifier(claim.unit)
    return usual(claim)


def bare(claim: Claim) -> str:
    """Without the classifier: 77198万, 134827."""
    return large(claim, None) if claim.unit in COUNTED else usual(claim)


def with_sibling(claim: Claim) -> str:
    """分别为 over two figures of one month; alone where there is no other."""
    if claim.sibling is None:
        return f"{claim.month}，{claim.place}{claim.subject}分别为{usual(claim)}。"
    pair = f"{claim.sibling.subject}和{claim.subject}"
    figures = f"{usual(claim.sibling)}和{usual(claim)}"
    return f"{claim.month}，{claim.place}{pair}分别为{figures}。"


def before_its_name(claim: Claim) -> str:
    """The figure first, then what it is."""
    return f"截至{claim.month}，{usual(claim)}，这是{claim.place}{claim.subject}的最新数据。"


FORMS: dict[str, Form] = {
    "up to": lambda c: f"截至{c.month}，{c.place}{c.subject}为{usual(c)}。",
    "respectively": with_sibling,
    "label behind": before_its_name,
    "in words": lambda c: f"{c.month}，{c.place}{c.subject}达到{spelled(c)}。",
    "large units": lambda c: f"{c.month}末，{c.place}的{c.subject}已达{mixed(c)}，引人注目。",
    "brackets": lambda c: f"{c.place}{c.subject}（{c.month}，{usual(c)}）是常被引用的数字。",
    "table line": lambda c: f"指标 | 时间 | 数值\n{c.place}{c.subject} | {c.month} | {usual(c)}",
    "thousandths": lambda c: f"数据显示，{c.month}{c.place}{c.subject}是{in_thousandths(c)}。",
    "without unit": lambda c: f"{c.place}{c.subject}：{bare(c)}（{c.month}）",
    "as reported": lambda c: (
        f"据{c.source}，截至{c.month}，{c.place}{c.subject}为{usual(c)}，较上期有所变化。"
    ),
}


def is_found(claim: Claim, sentence: str, library: Library) -> bool:
    """Whether the engine reads the claim out of a sentence and finds that it agrees."""
    seen = claim.seen
    return any(
        (one.quote.indicator, one.quote.geo, one.quote.area, one.quote.kind)
        == (seen.indicator, seen.geo, seen.area, "level")
        and seen.as_of in (one.quote.as_of, one.quote.inferred)
        and one.verdict.kind in ("match", "rounded")
        for one in reading.read(sentence, library).findings
    )


def false_verdicts(sentence: str, library: Library) -> list[str]:
    """What the engine says against a sentence that agrees with the reference."""
    return [
        f"{one.surface} is called {one.verdict.kind} ({one.verdict.reason.rule}) in {sentence!r}"
        for one in reading.read(sentence, library).findings
        if one.verdict.kind in ("wrong", "unit_error", "mislabelled")
    ]
