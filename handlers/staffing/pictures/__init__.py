"""Drawing and nothing else: frozen facts in, bytes of a picture out. No clock, no database."""
