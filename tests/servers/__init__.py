"""Servers that stand in for the platforms, strict enough to find our mistakes before they do."""
