"""Native tables and charts on a slide."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from accord.base.paper import palette
from accord.base.paper.figure import Figure, Table
from accord.base.paper.slides_parts import FULL, LEFT, SANS, colour, run, safe


def table(slide: Slide, shown: Table, top: int) -> None:
    """A native table under hairlines: no banding, no fill."""
    count = len(shown.headers)
    made = slide.shapes.add_table(len(shown.rows) + 1, count, LEFT, Emu(top), FULL, Inches(0.34 * (len(shown.rows) + 1))).table
    made.horz_banding = False
    properties: Any = made._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"      # Office's own "no style, no grid"
    first = min(0.4, 0.9 / count + 0.1)
    for column in range(count):
        made.columns[column].width = Emu(int(FULL * (first if column == 0 else (1 - first) / max(1, count - 1))))
    for i, row in enumerate((shown.headers, *shown.rows)):
        made.rows[i].height = Inches(0.34)
        for column, words in enumerate(row):
            cell = made.cell(i, column)
            cell.margin_left = cell.margin_right = Inches(0.05)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if column in shown.numeric else PP_ALIGN.LEFT
            run(paragraph, words, 12, palette.INK_3 if i == 0 else palette.INK if column == 0 else palette.INK_2, bold=i > 0 and column == 0)


def chart(slide: Slide, figure: Figure, top: int, rows: int) -> int:
    """A chart whose numbers open in a spreadsheet, leaving room for a table of so many rows. Returns its height."""
    native = figure.native
    assert native is not None
    data: Any = CategoryChartData(number_format=native.number_format)  # type: ignore[no-untyped-call]
    data.categories = [safe(name) for name in native.categories]
    for name, values in native.series:
        data.add_series(safe(name), values)
    wanted = 0.8 + 0.45 * len(native.categories) if native.kind == "bar" else 3.6
    tall = Inches(min(wanted, 4.7 - (0.34 * (rows + 1) + 0.2 if rows else 0)))
    kind = XL_CHART_TYPE.BAR_CLUSTERED if native.kind == "bar" else XL_CHART_TYPE.LINE
    held: Any = slide.shapes.add_chart(kind, LEFT, Emu(top), FULL, tall, data)
    held._element.nvGraphicFramePr.cNvPr.set("descr", safe(figure.description))
    drawn = held.chart
    drawn.font.size, drawn.font.name = Pt(12), SANS
    drawn.font.color.rgb = colour(palette.INK_2)
    drawn.has_title, drawn.has_legend = bool(native.title), len(native.series) > 1
    if native.title:
        run(drawn.chart_title.text_frame.paragraphs[0], native.title, 12, palette.INK_2)
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    (_bars if native.kind == "bar" else _lines)(drawn, native.number_format)
    return tall


def _bars(drawn: Any, number_format: str) -> None:
    plot, names, amounts = drawn.plots[0], drawn.category_axis, drawn.value_axis
    plot.gap_width, plot.has_data_labels = 60, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked, labels.position = number_format, False, XL_LABEL_POSITION.OUTSIDE_END
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = colour(palette.INK)
    names.reverse_order, names.format.line.color.rgb = True, colour(palette.LINE)
    names.has_major_gridlines = amounts.has_major_gridlines = amounts.visible = False
    amounts.minimum_scale = 0


def _lines(drawn: Any, number_format: str) -> None:
    for series, look in zip(drawn.plots[0].series, (palette.INK, palette.EDGE, palette.EDGE), strict=False):
        series.smooth, series.format.line.width = False, Pt(2.25 if look == palette.INK else 1)
        series.format.line.color.rgb = colour(look)
    drawn.value_axis.major_gridlines.format.line.color.rgb = colour(palette.LINE)
    drawn.value_axis.tick_labels.number_format, drawn.value_axis.tick_labels.number_format_is_linked = number_format, False
