"""How everything looks: one set of tokens, read by the palette, the sheet and the painters."""
