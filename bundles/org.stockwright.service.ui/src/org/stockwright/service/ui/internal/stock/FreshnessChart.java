package org.stockwright.service.ui.internal.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.stockwright.documents.ui.Figures;
import org.stockwright.service.StoredWork.Level;
import org.stockwright.service.ui.internal.Clip;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Tints;

/**
 * How fresh the stored work of each template is, as bars: what is good for longer, what expires soon, what has expired, and
 * where minimum and target are. Parts differ by their pattern too, and the words beside each bar say the same.
 */
final class FreshnessChart {

    private static final int PADDING = 8;
    private static final int HATCH = 6;
    private static final int STEP = 30;

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private List<Level> levels = List.of();

    FreshnessChart(Composite parent) {
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        canvas.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        scrolled.setContent(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.KeyDown, this::scroll);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_MNEMONIC);
        canvas.addListener(SWT.MouseDown, event -> canvas.setFocus());
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.Fresh_name;
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = levels.stream().map(one -> one.template() + ": " + told(one)) //$NON-NLS-1$
                    .collect(Collectors.joining("\n")); //$NON-NLS-1$
            }

        });
    }

    /** What does not fit is reached by the keys, too. */
    private void scroll(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        Point origin = scrolled.getOrigin();
        int page = scrolled.getClientArea().height;
        int end = Math.max(0, canvas.getSize().y - page);
        int y = switch (event.keyCode) {
            case SWT.ARROW_UP -> origin.y - STEP;
            case SWT.ARROW_DOWN -> origin.y + STEP;
            case SWT.PAGE_UP -> origin.y - page;
            case SWT.PAGE_DOWN -> origin.y + page;
            case SWT.HOME -> 0;
            case SWT.END -> end;
            default -> origin.y;
        };
        scrolled.setOrigin(origin.x, Math.clamp(y, 0, end));
    }

    void show(List<Level> rows) {
        levels = List.copyOf(rows);
        GC gc = new GC(canvas);
        int line = gc.getFontMetrics().getHeight();
        gc.dispose();
        scrolled.setMinSize(320, (2 * levels.size() + 1) * (line + PADDING) + 2 * PADDING);
        canvas.redraw();
    }

    /** How fresh the units are, in words. */
    static String told(Level level) {
        BigDecimal good = level.fresh().add(level.expiring());
        BigDecimal all = good.add(level.expired());
        return NLS.bind(Messages.Fresh_told, new Object[] { Figures.text(level.fresh()), Figures.text(all),
            Figures.text(level.expiring()), Figures.text(level.expired()) });
    }

    private void paint(GC gc) {
        Tints tints = new Tints(canvas.getDisplay());
        Rectangle area = canvas.getClientArea();
        gc.setBackground(tints.back());
        gc.fillRectangle(area);
        gc.setForeground(tints.text());
        if (canvas.isFocusControl()) {
            gc.drawFocus(area.x, area.y, area.width, area.height);
        }
        if (levels.isEmpty()) {
            gc.drawText(Messages.Fresh_empty, PADDING, PADDING, true);
            return;
        }
        int line = gc.getFontMetrics().getHeight();
        int y = PADDING;
        int x = legend(gc, tints, PADDING, y, line, 0, Messages.Fresh_fresh);
        x = legend(gc, tints, x, y, line, 1, Messages.Fresh_expiring);
        legend(gc, tints, x, y, line, 2, Messages.Fresh_expired);
        y += line + PADDING;
        BigDecimal most = levels.stream()
            .map(one -> one.fresh().add(one.expiring()).add(one.expired()).max(one.target())).reduce(BigDecimal.ONE,
                BigDecimal::max);
        int width = Math.max(80, area.width - 2 * PADDING);
        for (Level level : levels) {
            gc.setForeground(tints.text());
            gc.drawText(level.template() + "  " + told(level), PADDING, y, true); //$NON-NLS-1$
            y += line + 2;
            bar(gc, tints, level, y, line, width, most);
            y += line + 2 * PADDING - 2;
        }
    }

    private static int legend(GC gc, Tints tints, int x, int y, int line, int part, String text) {
        part(gc, tints, part, x, y + 2, line - 4, line - 4);
        gc.setForeground(tints.text());
        gc.drawText(text, x + line + 2, y, true);
        return x + line + 2 + gc.textExtent(text).x + 2 * PADDING;
    }

    private static void bar(GC gc, Tints tints, Level level, int y, int height, int width, BigDecimal most) {
        int x = PADDING;
        List<BigDecimal> parts = List.of(level.fresh(), level.expiring(), level.expired());
        for (int i = 0; i < parts.size(); i++) {
            int its = scaled(parts.get(i), most, width);
            if (its > 0) {
                part(gc, tints, i, x, y, its, height);
            }
            x += its;
        }
        gc.setForeground(tints.line());
        gc.drawLine(PADDING, y + height, PADDING + width, y + height);
        tick(gc, tints, level.minimum(), SWT.LINE_DASH, y, height, width, most);
        tick(gc, tints, level.target(), SWT.LINE_SOLID, y, height, width, most);
    }

    /** Fresh is filled, expiring is hatched, expired is an empty frame with a cross. */
    private static void part(GC gc, Tints tints, int part, int x, int y, int width, int height) {
        Color colour = part == 2 ? tints.bad() : tints.accent();
        gc.setBackground(part == 0 ? colour : tints.back());
        gc.setForeground(colour);
        gc.fillRectangle(x, y, width, height);
        Clip.within(gc, new Rectangle(x, y, width, height), () -> {
            if (part == 1) {
                for (int at = x - height; at < x + width; at += HATCH) {
                    gc.drawLine(at, y + height, at + height, y);
                }
            } else if (part == 2) {
                gc.drawLine(x, y, x + width, y + height);
                gc.drawLine(x, y + height, x + width, y);
            }
        });
        gc.drawRectangle(x, y, width - 1, height - 1);
    }

    private static void tick(GC gc, Tints tints, BigDecimal at, int style, int y, int height, int width,
        BigDecimal most) {
        if (at.signum() > 0) {
            int x = PADDING + scaled(at, most, width);
            gc.setForeground(tints.text());
            gc.setLineStyle(style);
            gc.setLineWidth(2);
            gc.drawLine(x, y - 3, x, y + height + 3);
            gc.setLineWidth(1);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private static int scaled(BigDecimal amount, BigDecimal most, int width) {
        return amount.multiply(BigDecimal.valueOf(width)).divide(most, 0, RoundingMode.HALF_UP).intValue();
    }

    Control control() {
        return scrolled;
    }

}
