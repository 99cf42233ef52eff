package org.stockwright.testkit.ui;

import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * A control that a test works with.
 *
 * @param <T> what it is in SWT
 */
public class BotControl<T extends Control> {

    /** The SWT widget; only for the user interface's thread. */
    public final T widget;

    BotControl(T widget) {
        this.widget = widget;
    }

    final <R> R read(Function<T, R> reader) {
        return Ui.get(() -> reader.apply(widget));
    }

    /** Fails unless the control is enabled, as a user could not use it. */
    final void assertEnabled() {
        Ui.await(Conditions.widgetIsEnabled(this), Ui.TIMEOUT);
    }

    final void notifyLater(int type) {
        Ui.later(() -> {
            if (!widget.isDisposed()) {
                Event event = new Event();
                event.widget = widget;
                event.display = widget.getDisplay();
                event.type = type;
                widget.notifyListeners(type, event);
            }
        });
    }

    /** Whether it can be used. */
    public boolean isEnabled() {
        return read(control -> !control.isDisposed() && control.isEnabled());
    }

    /** Whether it is seen. */
    public boolean isVisible() {
        return read(control -> !control.isDisposed() && control.isVisible());
    }

    /** Whether keys go to it. */
    public boolean isActive() {
        return read(control -> !control.isDisposed() && control.isFocusControl());
    }

    /** What stands on it. */
    public String getText() {
        return read(Widgets::textOf);
    }

    /** What it tells when the mouse rests on it. */
    public String getToolTipText() {
        return read(Control::getToolTipText);
    }

    /** Gives it the focus. */
    public void setFocus() {
        Ui.run(widget::forceFocus);
    }

    /** The menu on it. */
    public BotMenu contextMenu(String label) {
        return BotMenu.of(() -> {
            Event event = new Event();
            event.type = SWT.MenuDetect;
            event.detail = SWT.MENU_KEYBOARD;
            event.doit = true;
            widget.notifyListeners(SWT.MenuDetect, event);
            return widget.getMenu();
        }, label);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " '" + read(control -> control.isDisposed() ? "disposed"
            : Widgets.textOf(control)) + "'";
    }

}
