"""What is decided about crises and their logs, from facts alone."""
