package org.stockwright.service.ui.internal;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/** Colours of what is drawn here, all from the theme. On the user interface's thread. */
public final class Tints {

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

    /** What is chosen and what matters. */
    public Color accent() {
        return display.getSystemColor(SWT.COLOR_LIST_SELECTION);
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
