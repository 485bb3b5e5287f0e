"""Word files: their package, their text with its place in the markup, their comments."""
