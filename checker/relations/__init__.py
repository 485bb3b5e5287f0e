"""Which claims state the same figure, which are parts, which add up."""
