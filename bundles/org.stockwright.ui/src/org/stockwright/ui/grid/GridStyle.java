package org.stockwright.ui.grid;

import java.util.List;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeConfigAttributes;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.LineBorderDecorator;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/** A grid's colours and fonts, all from the system's theme, so that it is light or dark as the rest. */
@SuppressWarnings("nls")
final class GridStyle extends AbstractRegistryConfiguration {

    static final String NUMBER = "NUMBER";
    static final String NUMBER_TITLE = "NUMBER_TITLE";
    static final String GROUP = "GROUP";
    static final String LOADING = "LOADING";

    private final Display display;

    GridStyle(Display display) {
        this.display = display;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        Color back = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        Color fore = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
        Color chrome = display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND);
        Color chromeText = display.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND);
        Font font = JFaceResources.getDefaultFont();
        Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);

        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER,
            new PaddingDecorator(new TextPainter(false, true, false), 1, 5, 1, 5));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(back, fore, font, false));
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, mixed(back, fore));

        for (String region : List.of(GridRegion.COLUMN_HEADER, GridRegion.CORNER, GridRegion.FILTER_ROW)) {
            boolean filter = region.equals(GridRegion.FILTER_ROW);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE,
                filter ? style(back, fore, font, false) : style(chrome, chromeText, bold, false),
                DisplayMode.NORMAL, region);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE,
                filter ? style(back, fore, font, false) : style(chrome, chromeText, bold, false),
                DisplayMode.SELECT, region);
        }
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new LineBorderDecorator(
            new PaddingDecorator(new SortableHeaderTextPainter(new TextPainter(false, true, false), false, true), 1, 5,
                1, 5),
            new BorderStyle(0, mixed(chrome, chromeText), BorderStyle.LineStyleEnum.SOLID)), DisplayMode.NORMAL,
            GridRegion.COLUMN_HEADER);
        align(registry, NUMBER, HorizontalAlignmentEnum.RIGHT);
        align(registry, NUMBER_TITLE, HorizontalAlignmentEnum.RIGHT);
        selection(registry, font);
        lines(registry, bold);
        registry.registerConfigAttribute(FreezeConfigAttributes.SEPARATOR_COLOR,
            display.getSystemColor(SWT.COLOR_LIST_SELECTION));
    }

    private void selection(IConfigRegistry registry, Font font) {
        Color back = display.getSystemColor(SWT.COLOR_LIST_SELECTION);
        Color fore = display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(back, fore, font, false),
            DisplayMode.SELECT);
        // its label comes before those of the columns: what it says of the alignment would hold for numbers too
        Style chosen = style(back, fore, font, false);
        chosen.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, null);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, chosen, DisplayMode.SELECT,
            SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        Style anchor = new Style();
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, anchor, DisplayMode.NORMAL,
            SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
    }

    private void lines(IConfigRegistry registry, Font bold) {
        Color chrome = display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND);
        Color chromeText = display.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND);
        Style group = new Style();
        group.setAttributeValue(CellStyleAttributes.FONT, bold);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, group, DisplayMode.SELECT, GROUP);
        Style plain = new Style();
        plain.setAttributeValue(CellStyleAttributes.FONT, bold);
        plain.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, chrome);
        plain.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, chromeText);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain, DisplayMode.NORMAL, GROUP);
        Color dim = display.getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
        foreground(registry, LOADING, dim, null);
        foreground(registry, Mark.DIMMED.name(), dim, null);
        foreground(registry, Mark.WARNING.name(), null, bold);
        foreground(registry, Mark.BAD.name(), JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR),
            bold);
    }

    private static void foreground(IConfigRegistry registry, String label, Color color, Font font) {
        Style style = new Style();
        if (color != null) {
            style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, color);
        }
        if (font != null) {
            style.setAttributeValue(CellStyleAttributes.FONT, font);
        }
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
    }

    private static void align(IConfigRegistry registry, String label, HorizontalAlignmentEnum alignment) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, alignment);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.SELECT, label);
    }

    private static Style style(Color back, Color fore, Font font, boolean right) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, back);
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, fore);
        style.setAttributeValue(CellStyleAttributes.FONT, font);
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT,
            right ? HorizontalAlignmentEnum.RIGHT : HorizontalAlignmentEnum.LEFT);
        style.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
        return style;
    }

    /** A line that is seen and does not shout: between background and foreground. */
    private static Color mixed(Color back, Color fore) {
        RGB b = back.getRGB();
        RGB f = fore.getRGB();
        return new Color((b.red * 4 + f.red) / 5, (b.green * 4 + f.green) / 5, (b.blue * 4 + f.blue) / 5);
    }

}
