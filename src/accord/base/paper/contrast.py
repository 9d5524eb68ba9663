"""From the design's tokens to colours and their contrast: OKLCH to sRGB, and the WCAG 2 ratio.

Sources: OKLab by Björn Ottosson (2020); relative luminance and contrast ratio as in WCAG 2.2, chapter 5.
"""

from __future__ import annotations

import math
import re

Linear = tuple[float, float, float]
_PAIR = re.compile(r"--([\w-]+):\s*light-dark\(\s*oklch\(([^)]*)\)\s*,\s*oklch\(([^)]*)\)\s*\)")


def oklch(lightness: float, chroma: float, hue: float) -> Linear:
    """Linear sRGB, each 0 to 1 when inside the gamut. hue in degrees."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short)


def shown(colour: Linear) -> Linear:
    """What a screen shows: clipped to the gamut."""
    red, green, blue = (min(1.0, max(0.0, x)) for x in colour)
    return red, green, blue


def luminance(colour: Linear) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = shown(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Linear, other: Linear) -> float:
    """WCAG contrast, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def hexadecimal(colour: Linear) -> str:
    """#rrggbb"""
    def encoded(x: float) -> int:
        return round(255 * (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055))
    return "#" + "".join(f"{encoded(x):02x}" for x in shown(colour))


def tokens(css: str) -> dict[str, tuple[Linear, Linear]]:
    """Each colour token of the style sheet: (light, dark). Transparency is left out."""
    def parsed(numbers: str) -> Linear:
        lightness, chroma, hue = (float(x) for x in numbers.split("/")[0].split()[:3])
        return oklch(lightness, chroma, hue)
    return {name: (parsed(light), parsed(dark)) for name, light, dark in _PAIR.findall(css)}
