"""Pages of the web: their tags, their text in blocks, the article among them."""
