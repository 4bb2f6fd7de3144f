"""What is decided about channels and partners, from facts alone."""
