"""A bell: what people see beside the bot's words until somebody gives it another picture."""

from io import BytesIO

from PIL import Image, ImageDraw

SIZE, FINE = 256, 4
BLUE, WHITE = (22, 78, 124), (255, 255, 255)
TAIL = [(28, 60), (72, 60), (80, 70), (20, 70)]


def bell() -> bytes:
    """A PNG; drawn larger, then made small, for smooth edges."""
    unit = SIZE * FINE / 100
    image = Image.new("RGB", (SIZE * FINE, SIZE * FINE), BLUE)
    draw = ImageDraw.Draw(image)

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
        return (left * unit, top * unit, right * unit, bottom * unit)

    draw.ellipse(box(46, 16, 54, 24), fill=WHITE)
    draw.pieslice(box(28, 20, 72, 68), 180, 360, fill=WHITE)
    draw.rectangle(box(28, 43, 72, 61), fill=WHITE)
    draw.polygon([(x * unit, y * unit) for x, y in TAIL], fill=WHITE)
    draw.pieslice(box(42, 66, 58, 82), 0, 180, fill=WHITE)
    out = BytesIO()
    image.resize((SIZE, SIZE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()
