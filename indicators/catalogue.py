"""The indicators: what each one means, how texts write it, where its definition broke.

One TOML file each under data/indicators/, beside the CSV file that holds its observations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.units import Unit


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Break:
    """A dated change of definition or method: drawn as a vertical rule with its words."""

    as_of: str
    note: Bilingual
    source: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """How texts write an indicator; the vocabulary of the quote grammar.

    ``labels`` name it properly; ``misnomers`` are wrong names in circulation (手机普及率 for
    mobile_share): a figure so called is this indicator, mislabelled. Further tables that the
    grammar needs are in ``grammar`` and are validated by indicators.quotes.
    """

    labels: tuple[str, ...]
    misnomers: tuple[str, ...]
    grammar: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. ``areas``, ``levels`` and ``scopes`` list the values its rows may have."""

    id: str
    family: str  # internet | urban_rural | gov_sites | new_media | services | world
    order: int  # place within the family
    unit: Unit
    name: Bilingual
    short: Bilingual  # at most ten characters in Chinese, for labels in charts
    definition: Bilingual
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    scopes: Mapping[str, Bilingual]  # scope id -> its name; "" is the unqualified scope
    default_scope: str
    breaks: tuple[Break, ...]
    caveats: tuple[Bilingual, ...]
    expected_release: Bilingual | None  # when the next figure is expected
    adds_to_100: bool  # urban and rural are shares of one whole (netizen_share)
    wording: Wording
