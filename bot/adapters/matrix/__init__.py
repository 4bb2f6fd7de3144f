"""Matrix, through matrix-nio, whose known faults are mended here (docs/decisions/0008)."""

from bot.adapters.matrix.adapter import Matrix

__all__ = ["Matrix"]
