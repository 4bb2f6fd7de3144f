"""What the people feature decides: facts in, decisions out; no clock, no database."""
