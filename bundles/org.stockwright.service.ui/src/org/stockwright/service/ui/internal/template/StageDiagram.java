package org.stockwright.service.ui.internal.template;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleValueAdapter;
import org.eclipse.swt.accessibility.AccessibleValueEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Tints;

/**
 * The stages of a process from left to right, with the push-pull boundary as a marker between them. It is dragged by the mouse,
 * or moved by the arrow keys, Home and End; screen readers see it as a slider. Stages before it are done ahead of demand, those
 * behind it when the customer is there.
 */
final class StageDiagram {

    private static final int CHARACTERS = 17;
    private static final int LINES = 2;
    private static final int PADDING = 6;

    /**
     * A stage as it is drawn.
     *
     * @param name what people call it
     * @param about who does it and how long it takes
     */
    record Box(String name, String about) {
    }

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private List<Box> stages = List.of();
    private int boundary;
    private int stored;
    private int most;
    private boolean fixed;
    private boolean dragging;
    private Optional<String> effect = Optional.empty();
    private IntConsumer moved = position -> {
        // nobody listens yet
    };
    private Runnable stopped = () -> {
        // nobody listens yet
    };

    StageDiagram(Composite parent) {
        scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.BORDER);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        // drawn by us, in the colours of lists
        canvas.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        scrolled.setContent(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_PAGE_NEXT
            || event.detail == SWT.TRAVERSE_PAGE_PREVIOUS || event.detail == SWT.TRAVERSE_MNEMONIC);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            dragging = event.button == 1;
            drag(event.x);
        });
        canvas.addListener(SWT.MouseMove, event -> {
            drag(event.x);
            hover(event.x);
        });
        canvas.addListener(SWT.MouseUp, event -> dragging = false);
        accessible();
    }

    private void accessible() {
        Accessible accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.Diagram_name;
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = told();
            }

        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {

            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_SLIDER;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = told();
            }

        });
        accessible.addAccessibleValueListener(new AccessibleValueAdapter() {

            @Override
            public void getCurrentValue(AccessibleValueEvent event) {
                event.value = Integer.valueOf(boundary);
            }

            @Override
            public void getMinimumValue(AccessibleValueEvent event) {
                event.value = Integer.valueOf(0);
            }

            @Override
            public void getMaximumValue(AccessibleValueEvent event) {
                event.value = Integer.valueOf(stages.size());
            }

            @Override
            public void setCurrentValue(AccessibleValueEvent event) {
                move(event.value.intValue());
            }

        });
    }

    /** Where the boundary stands, in words. */
    String told() {
        String place = stages.isEmpty() ? Messages.Diagram_empty
            : boundary == 0 ? Messages.Diagram_allPulled
                : boundary == stages.size() ? Messages.Diagram_allPushed
                    : NLS.bind(Messages.Diagram_between, stages.get(boundary - 1).name(), stages.get(boundary).name());
        return effect.map(words -> place + ' ' + words).orElse(place);
    }

    /** Runs with the new position when the user moved the boundary. */
    void onMove(IntConsumer listener) {
        moved = listener;
    }

    /** Runs when the user wants to move it to where it cannot be. */
    void onStop(Runnable listener) {
        stopped = listener;
    }

    /**
     * Shows a process.
     *
     * @param position where the boundary stands
     * @param before where it stands in what is stored
     * @param limit how many stages can be done ahead: those before the first one that needs the customer
     * @param isFixed whether it can be moved by nobody
     */
    void show(List<Box> boxes, int position, int before, int limit, boolean isFixed) {
        stages = List.copyOf(boxes);
        boundary = Math.clamp(position, 0, stages.size());
        stored = before;
        most = Math.clamp(limit, 0, stages.size());
        fixed = isFixed;
        Point size = size();
        canvas.setCursor(canvas.getDisplay().getSystemCursor(fixed ? SWT.CURSOR_ARROW : SWT.CURSOR_SIZEWE));
        scrolled.setMinSize(size);
        canvas.redraw();
    }

    /** What this position does, in a sentence, for who cannot see the figures. */
    void effect(Optional<String> words) {
        effect = words;
        canvas.setToolTipText(null);
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_DOWN -> move(boundary - 1);
            case SWT.ARROW_RIGHT, SWT.ARROW_UP -> move(boundary + 1);
            case SWT.HOME -> move(0);
            case SWT.END -> move(most);
            default -> {
                // other keys are for others
            }
        }
    }

    private void drag(int x) {
        if (dragging) {
            move(layout().nearest(x));
        }
    }

    private void hover(int x) {
        int stage = layout().stageAt(x);
        String tip = stage < 0 || dragging ? null : stages.get(stage).name() + '\n' + stages.get(stage).about();
        if (tip == null ? canvas.getToolTipText() != null : !tip.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void move(int wanted) {
        if (wanted != boundary && wanted >= 0 && wanted <= stages.size() && (fixed || wanted > most)) {
            stopped.run();
        }
        int position = fixed ? boundary : Math.clamp(wanted, 0, most);
        if (position != boundary) {
            boundary = position;
            canvas.redraw();
            moved.accept(position);
            reveal();
            canvas.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED,
                new Object[] { null, Integer.valueOf(boundary) });
        }
    }

    private void reveal() {
        DiagramLayout layout = layout();
        int x = layout.position(boundary);
        int from = scrolled.getOrigin().x;
        int width = scrolled.getClientArea().width;
        if (x - layout.left() < from) {
            scrolled.setOrigin(Math.max(0, x - layout.left() - layout.box()), 0);
        } else if (x + layout.left() > from + width) {
            scrolled.setOrigin(x + layout.left() + layout.box() - width, 0);
        }
    }

    private DiagramLayout layout() {
        GC gc = new GC(canvas);
        try {
            return layout(gc);
        } finally {
            gc.dispose();
        }
    }

    private DiagramLayout layout(GC gc) {
        return layout(gc, stages.size());
    }

    /** Where so many stages stand in this font. */
    static DiagramLayout layout(GC gc, int stages) {
        int character = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        int box = CHARACTERS * character + 2 * PADDING;
        return new DiagramLayout(7 * character, box, 4 * character, stages);
    }

    private Point size() {
        GC gc = new GC(canvas);
        try {
            int line = gc.getFontMetrics().getHeight();
            return new Point(layout(gc).width(), line * (LINES + 3) + 9 * PADDING);
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        Tints tints = new Tints(canvas.getDisplay());
        Rectangle area = canvas.getClientArea();
        gc.setBackground(tints.back());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        if (stages.isEmpty()) {
            gc.setForeground(tints.text());
            gc.drawText(Messages.Diagram_empty, 2 * PADDING, 2 * PADDING, true);
            return;
        }
        DiagramLayout layout = layout(gc);
        int line = gc.getFontMetrics().getHeight();
        int top = line + 4 * PADDING;
        int height = (LINES + 1) * line + 3 * PADDING;
        for (int i = 0; i < stages.size(); i++) {
            stage(gc, tints, layout, i, top, height);
        }
        heads(gc, tints, layout);
        if (stored != boundary && stored >= 0 && stored <= stages.size()) {
            gc.setForeground(tints.faint());
            gc.setLineStyle(SWT.LINE_DASH);
            gc.drawLine(layout.position(stored), top - PADDING, layout.position(stored), top + height + PADDING);
            gc.setLineStyle(SWT.LINE_SOLID);
            centred(gc, Messages.Diagram_before, layout.position(stored), top + height + PADDING);
        }
        marker(gc, tints, layout, top, height);
    }

    private void stage(GC gc, Tints tints, DiagramLayout layout, int index, int top, int height) {
        Box stage = stages.get(index);
        int x = layout.stage(index);
        int line = gc.getFontMetrics().getHeight();
        boolean ahead = index < boundary;
        gc.setBackground(ahead ? tints.tinted() : tints.back());
        gc.fillRoundRectangle(x, top, layout.box(), height, 8, 8);
        gc.setForeground(ahead ? tints.accent() : tints.line());
        gc.setLineWidth(ahead ? 2 : 1);
        gc.drawRoundRectangle(x, top, layout.box(), height, 8, 8);
        gc.setLineWidth(1);
        gc.setForeground(tints.text());
        int y = top + PADDING;
        for (String words : DiagramLayout.lines(stage.name(), LINES, layout.box() - 2 * PADDING,
            text -> gc.textExtent(text).x)) {
            gc.drawText(words, x + PADDING, y, true);
            y += line;
        }
        gc.setForeground(tints.faint());
        gc.drawText(DiagramLayout.lines(stage.about(), 1, layout.box() - 2 * PADDING, text -> gc.textExtent(text).x)
            .getFirst(), x + PADDING, top + height - line - PADDING, true);
        if (index > 0) {
            int y0 = top + height / 2;
            int end = x - 2;
            gc.setForeground(tints.line());
            gc.setBackground(tints.line());
            gc.drawLine(x - layout.gap() + 2, y0, end, y0);
            gc.fillPolygon(new int[] { end, y0, end - PADDING, y0 - PADDING / 2, end - PADDING, y0 + PADDING / 2 });
        }
    }

    /** What the two sides of the boundary are, above them. */
    private void heads(GC gc, Tints tints, DiagramLayout layout) {
        gc.setForeground(tints.text());
        int x = layout.position(boundary);
        Point left = gc.textExtent(Messages.Diagram_ahead);
        if (boundary > 0) {
            gc.drawText(Messages.Diagram_ahead, x - left.x - 3 * PADDING, PADDING, true);
        }
        if (boundary < stages.size()) {
            gc.drawText(Messages.Diagram_onDemand, x + 3 * PADDING, PADDING, true);
        }
    }

    private void marker(GC gc, Tints tints, DiagramLayout layout, int top, int height) {
        int x = layout.position(boundary);
        Color colour = fixed ? tints.line() : tints.accent();
        gc.setForeground(colour);
        gc.setBackground(colour);
        gc.setLineWidth(3);
        gc.drawLine(x, top - 2 * PADDING, x, top + height + PADDING);
        gc.setLineWidth(1);
        int handle = 2 * PADDING;
        int y = PADDING;
        gc.fillPolygon(new int[] { x - handle, y, x + handle, y, x + handle, y + handle, x, y + 2 * handle, x - handle,
            y + handle });
        if (canvas.isFocusControl()) {
            gc.setForeground(tints.text());
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle(x - handle - 3, y - 3, 2 * handle + 6, top + height + PADDING + 3 - y);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private static void centred(GC gc, String text, int x, int y) {
        Point size = gc.textExtent(text);
        gc.drawText(text, Math.max(0, x - size.x / 2), y, true);
    }

    /** The widget, to lay out. */
    Control control() {
        return scrolled;
    }

    /** What takes the keys. */
    Canvas canvas() {
        return canvas;
    }

    void setFocus() {
        canvas.setFocus();
    }

}
