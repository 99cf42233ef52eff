package org.stockwright.service.ui.internal;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/** Colours of what is drawn here, all from the theme. On the user interface's thread. */
public final class Tints {

    /** What is drawn and has to be seen. */
    private static final double LEAST_CONTRAST = 3;

    private final Display display;

    /** The theme's colours as they are now. */
    public Tints(Display display) {
        this.display = display;
    }

    /** Behind everything. */
    public Color back() {
        return display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
    }

    /** For texts on {@link #back} and on {@link #tinted}. */
    public Color text() {
        return display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
    }

    /** What is chosen and what matters; told from {@link #back} also where the theme's own colour is hardly seen on it. */
    public Color accent() {
        Color own = display.getSystemColor(SWT.COLOR_LIST_SELECTION);
        Color seen = own;
        for (int percent = 90; percent >= 40 && contrast(seen, back()) < LEAST_CONTRAST; percent -= 10) {
            seen = mixed(own, text(), percent);
        }
        return seen;
    }

    /** The contrast of two colours by WCAG 2.2, from 1 to 21. */
    static double contrast(Color some, Color other) {
        double first = luminance(some.getRGB());
        double second = luminance(other.getRGB());
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** For texts on {@link #accent}. */
    public Color accentText() {
        return display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
    }

    /** A surface that belongs to what is chosen. */
    public Color tinted() {
        return mixed(accent(), back(), 22);
    }

    /** Lines around things. */
    public Color line() {
        return mixed(text(), back(), 45);
    }

    /** What is of less interest, still readable. */
    public Color faint() {
        return mixed(text(), back(), 72);
    }

    /** What somebody should look at. */
    public Color bad() {
        Color colour = JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR);
        return colour == null ? text() : colour;
    }

    /** So many parts of a hundred of one colour in another one. */
    public static Color mixed(Color some, Color others, int percent) {
        RGB a = some.getRGB();
        RGB b = others.getRGB();
        return new Color(mixed(a.red, b.red, percent), mixed(a.green, b.green, percent),
            mixed(a.blue, b.blue, percent));
    }

    private static int mixed(int some, int other, int percent) {
        return (some * percent + other * (100 - percent)) / 100;
    }

}
