"""From numbers to claims: whom each figure counts, and what happened to them."""
