"""What ships with Mahdar and is no code: fonts, icons, catalogues, templates, samples, themes."""
