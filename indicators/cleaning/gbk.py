"""GBK's two-byte code as tables: pairs to characters, what follows a lead, what a decoder drops."""

from __future__ import annotations

from functools import lru_cache

LEADS = range(0x81, 0xFF)
TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)


@lru_cache(maxsize=1)
def characters() -> dict[tuple[int, int], str]:
    """Every assigned pair of bytes and its character."""
    table: dict[tuple[int, int], str] = {}
    for lead in LEADS:
        for trail in TRAILS:
            character = bytes((lead, trail)).decode("gbk", "ignore")
            if len(character) == 1 and ord(character) > 0x7F:
                table[lead, trail] = character
    return table


@lru_cache(maxsize=1)
def pairs() -> dict[str, tuple[int, int]]:
    """Every two-byte character and its bytes."""
    return {character: pair for pair, character in characters().items()}


@lru_cache(maxsize=256)
def after_lead(lead: int) -> tuple[tuple[int, str], ...]:
    """The trails that make a character with this lead, with the character."""
    table = characters()
    return tuple((trail, table[lead, trail]) for trail in TRAILS if (lead, trail) in table)


@lru_cache(maxsize=512)
def before_trail(trail: int) -> tuple[tuple[int, str], ...]:
    """The leads that make a character with this trail, with the character."""
    table = characters()
    return tuple((lead, table[lead, trail]) for lead in LEADS if (lead, trail) in table)


@lru_cache(maxsize=256)
def vanishing(lead: int) -> frozenset[int]:
    """The bytes that vanish behind this lead: private-use and unassigned pairs, dropped unseen."""
    table = characters()
    if lead not in LEADS:
        return frozenset()
    return frozenset(trail for trail in TRAILS if (lead, trail) not in table)


def folded(character: str) -> tuple[int, int] | None:
    """The full-width pair that a decoder folds to this ASCII character (A3A1 -> !)."""
    code = ord(character)
    return (0xA3, code + 0x80) if 0x21 <= code <= 0x7E else None
