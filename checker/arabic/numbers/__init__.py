"""Numbers in Arabic text: numerals, number words, ranges, hedges.

>>> [(q.min, q.max) for q in find_quantities("أكثر من خمسة وعشرين شخصا")]
[(26, None)]
"""

from checker.arabic.numbers.scan import Scanner, TokenQuantity, find_quantities, scan_quantities

__all__ = ["Scanner", "TokenQuantity", "find_quantities", "scan_quantities"]
