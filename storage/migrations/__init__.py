"""How the tables came to be, step by step; `storage.schema` walks these steps."""
