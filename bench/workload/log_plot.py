# SPDX-License-Identifier: Apache-2.0
"""Lines over two logarithmic axes, as SVG: what a scaling curve needs and no more. The same data, the same bytes."""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 860, 480
LEFT, RIGHT, TOP, BOTTOM = 80, 190, 44, 56
# Told apart with every kind of colour vision; when they are used up, lines are dashed.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c6d31"]
DASHES = ["", "6 3", "2 3"]
STYLE = "font-family='sans-serif' font-size='12'"


def short(value):
    """1000 -> 1k, 0.01 -> 0.01."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


class Axis:
    """Whole decades around the values, laid on begin..end."""

    def __init__(self, values, begin, end):
        self.low = math.floor(math.log10(min(values)))
        self.high = max(math.ceil(math.log10(max(values))), self.low + 1)
        self.begin, self.end = begin, end

    def place(self, value):
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.begin + share * (self.end - self.begin), 1)

    def decades(self):
        return [10.0 ** n for n in range(self.low, self.high + 1)]


def style_of(n):
    dash = DASHES[n // len(COLOURS) % len(DASHES)]
    return f"stroke='{COLOURS[n % len(COLOURS)]}'" + (f" stroke-dasharray='{dash}'" if dash else "")


def grid(x, y):
    for value in x.decades():
        at = x.place(value)
        yield f"<line x1='{at}' y1='{TOP}' x2='{at}' y2='{HEIGHT - BOTTOM}' stroke='#ddd'/>"
        yield f"<text x='{at}' y='{HEIGHT - BOTTOM + 18}' text-anchor='middle' {STYLE}>{short(value)}</text>"
    for value in y.decades():
        at = y.place(value)
        yield f"<line x1='{LEFT}' y1='{at}' x2='{WIDTH - RIGHT}' y2='{at}' stroke='#ddd'/>"
        yield f"<text x='{LEFT - 8}' y='{at + 4}' text-anchor='end' {STYLE}>{short(value)}</text>"


def line(n, points, x, y):
    places = [(x.place(a), y.place(b)) for a, b in points]
    joined = " ".join(f"{a},{b}" for a, b in places)
    yield f"<polyline points='{joined}' fill='none' stroke-width='2' {style_of(n)}/>"
    for a, b in places:
        yield f"<circle cx='{a}' cy='{b}' r='3' fill='{COLOURS[n % len(COLOURS)]}'/>"


def legend(n, name):
    at = TOP + 12 + 20 * n
    begin = WIDTH - RIGHT + 16
    yield f"<line x1='{begin}' y1='{at - 4}' x2='{begin + 28}' y2='{at - 4}' stroke-width='2' {style_of(n)}/>"
    yield f"<text x='{begin + 36}' y='{at}' {STYLE}>{escape(name)}</text>"


def log_plot(title, x_label, y_label, series):
    """`series`: {name: [(x, y), ...]}. Points that are not above zero have no place and are left out."""
    drawn = {name: sorted((a, b) for a, b in points if a > 0 and b > 0) for name, points in series.items()}
    drawn = {name: points for name, points in drawn.items() if points}
    if not drawn:
        raise ValueError(f"nothing to draw: {title}")
    x = Axis([a for points in drawn.values() for a, _ in points], LEFT, WIDTH - RIGHT)
    y = Axis([b for points in drawn.values() for _, b in points], HEIGHT - BOTTOM, TOP)
    centre, middle = (LEFT + WIDTH - RIGHT) // 2, (TOP + HEIGHT - BOTTOM) // 2
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' role='img'>",
        f"<title>{escape(title)}</title>",
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='#fff'/>",
        f"<text x='{LEFT}' y='24' font-family='sans-serif' font-size='15'>{escape(title)}</text>",
        *grid(x, y),
        f"<text x='{centre}' y='{HEIGHT - 14}' text-anchor='middle' {STYLE}>{escape(x_label)}</text>",
        f"<text transform='translate(18 {middle}) rotate(-90)' text-anchor='middle' {STYLE}>{escape(y_label)}</text>",
    ]
    for n, (name, points) in enumerate(drawn.items()):
        parts += [*line(n, points, x, y), *legend(n, name)]
    return "\n".join([*parts, "</svg>\n"])
