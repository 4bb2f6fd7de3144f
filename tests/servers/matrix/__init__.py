"""A real Synapse, people with a real client, and a line between them that can be made to fail."""
