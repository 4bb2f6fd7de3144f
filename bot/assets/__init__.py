"""Files that travel with the program: the typeface of pictures and documents."""

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
REGULAR = FONTS / "Inter-Regular.ttf"
BOLD = FONTS / "Inter-Bold.ttf"
