"""Bundles and the folder on the stick: read, verified, written. Hands changes on; knows no SQL."""
