"""Fonts, icons, catalogues, templates, samples and themes that ship with Mahdar: files, not code."""
