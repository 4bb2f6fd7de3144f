"""What alerts decide, as plain functions of facts."""
