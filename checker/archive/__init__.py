"""Audits: an archive of articles from its files to a report, in one process or many."""
