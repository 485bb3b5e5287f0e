"""Printed pages (PDF): glyphs where they stand, put back into lines, columns and paragraphs."""
