"""Looking at a picture that was drawn: what it is, and how much of it has a colour."""

from io import BytesIO

from PIL import Image

from handlers.staffing.pictures import canvas


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    assert image.format == "PNG"
    return image.convert("RGB")


def pixels(image: Image.Image, colour: canvas.Colour) -> int:
    return sum(n for n, found in image.getcolors(1 << 24) or [] if found == colour)
