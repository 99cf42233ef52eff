package org.stockwright.service.ui.internal.capacity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.ui.internal.Clip;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Tints;
import org.stockwright.service.ui.internal.capacity.WeekModel.Booked;
import org.stockwright.service.ui.internal.capacity.WeekModel.Day;
import org.stockwright.service.ui.internal.capacity.WeekModel.Span;

/**
 * A week of resources: a row for each, a column for each day, in each cell when it is there and what is booked; below them what
 * is left for the service and what limits it. The arrow keys go from cell to cell, Page Up and Page Down to other weeks, Enter
 * books.
 */
final class WeekCanvas {

    private static final int PADDING = 6;
    private static final int NAME_CHARACTERS = 18;
    private static final int LEAST_DAY = 96;
    private static final int HATCH = 5;

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private WeekModel week = new WeekModel(LocalDate.EPOCH, List.of(), List.of());
    private int row;
    private int day;
    private int firstHour;
    private int lastHour;
    private BiConsumer<Integer, Integer> selected = (itsRow, itsDay) -> {
        // nobody listens yet
    };
    private Runnable opened = () -> {
        // nobody listens yet
    };
    private IntConsumer turned = weeks -> {
        // nobody listens yet
    };

    WeekCanvas(Composite parent) {
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        canvas.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        scrolled.setContent(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_MNEMONIC);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            at(event.x, event.y);
        });
        canvas.addListener(SWT.MouseDoubleClick, event -> {
            if (event.button == 1 && at(event.x, event.y)) {
                opened.run();
            }
        });
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.Week_name;
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = told();
            }

        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {

            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABLE;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = told();
            }

        });
    }

    /** The cell that is chosen, in words. */
    String told() {
        String left = week.figure(day).map(figure -> ". " + WeekWords.left(figure) + ' ' + WeekWords.limit(figure)) //$NON-NLS-1$
            .orElse(""); //$NON-NLS-1$
        return week.rows().isEmpty() ? Messages.Week_empty : WeekWords.cell(week, row, day) + left;
    }

    /** Runs with the row and the day that are chosen. */
    void onSelect(BiConsumer<Integer, Integer> listener) {
        selected = listener;
    }

    /** Runs when the user wants to book in the chosen cell. */
    void onOpen(Runnable listener) {
        opened = listener;
    }

    /** Runs with how many weeks the user wants to go on. */
    void onTurn(IntConsumer listener) {
        turned = listener;
    }

    void show(WeekModel model) {
        week = model;
        // looked for once: each of the many cells is drawn between them
        firstHour = week.firstHour();
        lastHour = week.lastHour();
        row = Math.clamp(row, 0, Math.max(0, week.rows().size() - 1));
        GC gc = new GC(canvas);
        int height = head(gc) + week.rows().size() * rowHeight(gc) + PADDING;
        scrolled.setMinSize(names(gc) + WeekModel.DAYS * LEAST_DAY, height);
        gc.dispose();
        canvas.redraw();
        choose(row, day);
    }

    /** Chooses a day, from 0 for Monday. */
    void day(int wanted) {
        choose(row, wanted);
    }

    int day() {
        return day;
    }

    int row() {
        return row;
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            // Ctrl+Page Down is another tab, not another week
            return;
        }
        go(event);
        reveal();
    }

    /** Shows the row that is chosen, when the rows do not fit. */
    private void reveal() {
        GC gc = new GC(canvas);
        int top = head(gc) + row * rowHeight(gc);
        int bottom = top + rowHeight(gc);
        int head = head(gc);
        gc.dispose();
        Point origin = scrolled.getOrigin();
        int height = scrolled.getClientArea().height;
        if (top - head < origin.y) {
            scrolled.setOrigin(origin.x, Math.max(0, top - head));
        } else if (bottom > origin.y + height) {
            scrolled.setOrigin(origin.x, bottom - height);
        }
    }

    private void go(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> choose(row, day - 1);
            case SWT.ARROW_RIGHT -> choose(row, day + 1);
            case SWT.ARROW_UP -> choose(row - 1, day);
            case SWT.ARROW_DOWN -> choose(row + 1, day);
            case SWT.HOME -> choose(row, 0);
            case SWT.END -> choose(row, WeekModel.DAYS - 1);
            case SWT.PAGE_UP -> turned.accept(-1);
            case SWT.PAGE_DOWN -> turned.accept(1);
            case SWT.CR, SWT.KEYPAD_CR -> opened.run();
            default -> {
                // other keys are for others
            }
        }
    }

    private void choose(int itsRow, int itsDay) {
        row = Math.clamp(itsRow, 0, Math.max(0, week.rows().size() - 1));
        day = Math.clamp(itsDay, 0, WeekModel.DAYS - 1);
        canvas.redraw();
        selected.accept(Integer.valueOf(row), Integer.valueOf(day));
        canvas.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
    }

    /** Chooses the cell at a point; false when there is none. */
    private boolean at(int x, int y) {
        GC gc = new GC(canvas);
        int itsRow = Math.floorDiv(y - head(gc), rowHeight(gc));
        int names = names(gc);
        int width = dayWidth(gc);
        gc.dispose();
        boolean isCell = x >= names && (x - names) / width < WeekModel.DAYS && itsRow >= 0
            && itsRow < week.rows().size();
        if (isCell) {
            choose(itsRow, (x - names) / width);
        }
        return isCell;
    }

    /** Above the rows: the days, and what is left of the service on each. */
    private int head(GC gc) {
        return days(gc) + (week.figures().isEmpty() ? 0 : rowHeight(gc));
    }

    private static int days(GC gc) {
        return gc.getFontMetrics().getHeight() + 2 * PADDING;
    }

    private static int rowHeight(GC gc) {
        return 2 * gc.getFontMetrics().getHeight() + 2 * PADDING;
    }

    private static int names(GC gc) {
        return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth() * NAME_CHARACTERS);
    }

    private int dayWidth(GC gc) {
        return Math.max(LEAST_DAY, (canvas.getClientArea().width - names(gc)) / WeekModel.DAYS);
    }

    private void paint(GC gc) {
        Tints tints = new Tints(canvas.getDisplay());
        Rectangle area = canvas.getClientArea();
        gc.setBackground(tints.back());
        gc.fillRectangle(area);
        gc.setForeground(tints.text());
        if (week.rows().isEmpty()) {
            gc.drawText(Messages.Week_empty, PADDING, PADDING, true);
            return;
        }
        int names = names(gc);
        int width = dayWidth(gc);
        int top = head(gc);
        int height = rowHeight(gc);
        LocalDate today = LocalDate.now(Zones.current());
        for (int i = 0; i < WeekModel.DAYS; i++) {
            LocalDate its = week.monday().plusDays(i);
            if (its.equals(today)) {
                gc.setBackground(tints.tinted());
                gc.fillRectangle(names + i * width, 0, width, days(gc));
            }
            gc.setForeground(tints.text());
            gc.drawText(WeekWords.head(its), names + i * width + PADDING, PADDING, true);
        }
        for (int i = 0; i < week.rows().size(); i++) {
            int y = top + i * height;
            gc.setForeground(tints.text());
            clipped(gc, week.rows().get(i).resource().name(), PADDING, y + PADDING, names - PADDING);
            gc.setForeground(tints.faint());
            clipped(gc, String.join(", ", week.rows().get(i).resource().pools()), PADDING, //$NON-NLS-1$
                y + PADDING + gc.getFontMetrics().getHeight(), names - PADDING);
            for (int j = 0; j < WeekModel.DAYS; j++) {
                cell(gc, tints, new Rectangle(names + j * width, y, width, height), i, j);
            }
        }
        figures(gc, tints, names, days(gc), width);
        grid(gc, tints, names, top, width, height);
    }

    private void grid(GC gc, Tints tints, int names, int top, int width, int height) {
        gc.setForeground(Tints.mixed(tints.text(), tints.back(), 18));
        gc.drawLine(0, days(gc), names + WeekModel.DAYS * width, days(gc));
        for (int i = 0; i <= week.rows().size(); i++) {
            gc.drawLine(0, top + i * height, names + WeekModel.DAYS * width, top + i * height);
        }
        for (int i = 0; i <= WeekModel.DAYS; i++) {
            gc.drawLine(names + i * width, 0, names + i * width, top + week.rows().size() * height);
        }
        gc.setForeground(tints.accent());
        gc.setLineWidth(canvas.isFocusControl() ? 3 : 1);
        gc.drawRectangle(names + day * width + 1, top + row * height + 1, width - 2, height - 2);
        gc.setLineWidth(1);
    }

    private void cell(GC gc, Tints tints, Rectangle cell, int itsRow, int itsDay) {
        Day its = week.rows().get(itsRow).days().get(itsDay);
        int line = gc.getFontMetrics().getHeight();
        Rectangle bar = new Rectangle(cell.x + PADDING, cell.y + PADDING, cell.width - 2 * PADDING, line);
        for (Span shift : its.shifts()) {
            Rectangle part = part(bar, shift);
            gc.setBackground(tints.tinted());
            gc.fillRectangle(part);
        }
        gc.setForeground(tints.line());
        for (Span away : its.away()) {
            Rectangle part = part(bar, away);
            gc.setBackground(tints.back());
            gc.fillRectangle(part);
            Clip.within(gc, part, () -> {
                for (int x = part.x - part.height; x < part.x + part.width; x += HATCH) {
                    gc.drawLine(x, part.y + part.height, x + part.height, part.y);
                }
            });
        }
        for (Booked booked : its.booked()) {
            Rectangle part = part(bar, booked.span());
            gc.setBackground(booked.isOutside() ? tints.bad() : tints.accent());
            gc.fillRectangle(part.x, part.y, Math.max(2, part.width - 1), part.height);
        }
        int minutes = its.booked().stream().mapToInt(one -> one.span().minutes()).sum();
        BigDecimal available = week.available(itsRow, itsDay);
        if (available.signum() > 0 || minutes > 0) {
            gc.setForeground(tints.text());
            clipped(gc, WeekWords.booked(BigDecimal.valueOf(minutes), available), bar.x,
                cell.y + PADDING + line + 1, bar.width);
        }
    }

    private Rectangle part(Rectangle bar, Span span) {
        int first = 60 * firstHour;
        int minutes = Math.max(60, 60 * lastHour - first);
        int x = bar.x + bar.width * Math.max(0, span.from() - first) / minutes;
        int end = bar.x + bar.width * Math.clamp(span.until() - first, 0, minutes) / minutes;
        return new Rectangle(x, bar.y, Math.max(0, end - x), bar.height);
    }

    private void figures(GC gc, Tints tints, int names, int y, int width) {
        if (week.figures().isEmpty()) {
            return;
        }
        int line = gc.getFontMetrics().getHeight();
        gc.setForeground(tints.text());
        clipped(gc, Messages.Week_remaining, PADDING, y + PADDING, names - PADDING);
        gc.setForeground(tints.faint());
        clipped(gc, Messages.Week_limitedBy, PADDING, y + PADDING + line, names - PADDING);
        for (int i = 0; i < WeekModel.DAYS; i++) {
            int x = names + i * width + PADDING;
            week.figure(i).ifPresent(figure -> {
                gc.setForeground(figure.remaining().filter(left -> left.signum() == 0).isPresent() ? tints.bad()
                    : tints.text());
                clipped(gc, WeekWords.left(figure), x, y + PADDING, width - 2 * PADDING);
                gc.setForeground(tints.faint());
                clipped(gc, WeekWords.limit(figure), x, y + PADDING + line, width - 2 * PADDING);
            });
        }
    }

    private static void clipped(GC gc, String text, int x, int y, int width) {
        Point size = gc.textExtent(text);
        Clip.within(gc, new Rectangle(x, y, width, size.y), () -> gc.drawText(text, x, y, true));
    }

    Control control() {
        return scrolled;
    }

    void setFocus() {
        canvas.setFocus();
    }

}
