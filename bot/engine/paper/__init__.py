"""What is drawn and typeset by more than one feature: letters, and the list to phone from."""
