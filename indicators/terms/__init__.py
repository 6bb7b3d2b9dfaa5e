"""The words of the texts: cut by jieba, which is loaded on the first call and by nothing else."""

from __future__ import annotations

from indicators.terms.keyness import CRITICAL, KeyWord, keyness
from indicators.terms.keywords import Keyword, keywords
from indicators.terms.segmenting import Segmentation, own_terms, segment

__all__ = [
    "CRITICAL",
    "KeyWord",
    "Keyword",
    "Segmentation",
    "keyness",
    "keywords",
    "own_terms",
    "segment",
]
