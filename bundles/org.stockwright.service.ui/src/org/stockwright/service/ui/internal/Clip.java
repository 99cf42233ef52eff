package org.stockwright.service.ui.internal;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Draws within a part of what is painted. */
public final class Clip {

    private Clip() {
    }

    /** Draws nothing outside of this area, nor outside of what could be drawn on before: what is scrolled away stays so. */
    public static void within(GC gc, Rectangle area, Runnable drawing) {
        Rectangle before = gc.getClipping();
        Rectangle inner = before.intersection(area);
        if (inner.isEmpty()) {
            return;
        }
        gc.setClipping(inner);
        drawing.run();
        gc.setClipping(before);
    }

}
