package org.stockwright.ui.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Looks at the pixels of texts on the screen: the lightest and the darkest of a control have to differ by the contrast
 * that WCAG 2.1 asks of text. On the user interface's thread.
 */
final class Contrast {

    /** WCAG 2.1, success criterion 1.4.3. */
    private static final double READABLE = 4.5;

    private final ImageData screen;
    private final List<String> unreadable = new ArrayList<>();
    private int looked;

    private Contrast(Display display) {
        Rectangle bounds = display.getBounds();
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            screen = image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** The texts of a window in front that cannot be read, with their contrast; fails when there are no texts at all. */
    static List<String> unreadable(Shell shell) {
        Contrast contrast = new Contrast(shell.getDisplay());
        contrast.look(shell);
        if (contrast.looked == 0) {
            throw new IllegalStateException("There are no texts in " + shell.getText());
        }
        return contrast.unreadable;
    }

    private void look(Control control) {
        if (!control.isVisible()) {
            return;
        }
        String text = switch (control) {
            case Label label -> label.getText();
            case Button button -> button.getText();
            case Link link -> link.getText();
            case Text field -> field.getText();
            default -> "";
        };
        if (!text.isBlank() && control.isEnabled() && isWhole(control)) {
            looked++;
            double contrast = of(control);
            if (contrast < READABLE) {
                unreadable.add(String.format(Locale.ROOT, "%s '%s' %.1f", control.getClass().getSimpleName(), text,
                    contrast));
            }
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                look(child);
            }
        }
    }

    /** What is cut off by the area around it cannot be judged. */
    private static boolean isWhole(Control control) {
        Display display = control.getDisplay();
        Rectangle area = display.map(control.getParent(), null, control.getBounds());
        for (Composite around = control.getParent(); around != null; around = around.getParent()) {
            Rectangle seen = display.map(around, null, around.getClientArea());
            if (!seen.intersection(area).equals(area)) {
                return false;
            }
        }
        return true;
    }

    private double of(Control control) {
        Rectangle area = control.getDisplay().map(control.getParent(), null, control.getBounds())
            .intersection(new Rectangle(0, 0, screen.width, screen.height));
        double lightest = 0;
        double darkest = 1;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                double luminance = luminance(screen.palette.getRGB(screen.getPixel(x, y)));
                lightest = Math.max(lightest, luminance);
                darkest = Math.min(darkest, luminance);
            }
        }
        // what lies out of the screen cannot be judged
        return area.isEmpty() ? READABLE : (lightest + 0.05) / (darkest + 0.05);
    }

    /** The relative luminance of WCAG 2.1. */
    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

}
