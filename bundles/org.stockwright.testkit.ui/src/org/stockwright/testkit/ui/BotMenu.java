package org.stockwright.testkit.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** An entry of a menu. */
public final class BotMenu {

    private final MenuItem item;

    private BotMenu(MenuItem item) {
        this.item = item;
    }

    /** The entry with this label of a menu, which is told that it opens, so that it is filled. */
    static BotMenu of(Supplier<Menu> menu, String label) {
        return new BotMenu(Ui.await("menu '" + label + "'", () -> {
            Menu found = menu.get();
            if (found == null || found.isDisposed()) {
                return null;
            }
            show(found);
            for (MenuItem each : found.getItems()) {
                if (Widgets.plain(each.getText()).equals(label)) {
                    return each;
                }
            }
            return null;
        }));
    }

    private static void show(Menu menu) {
        Event event = new Event();
        event.widget = menu;
        event.display = menu.getDisplay();
        event.type = SWT.Show;
        menu.notifyListeners(SWT.Show, event);
    }

    /** An entry of its submenu. */
    public BotMenu menu(String label) {
        return of(item::getMenu, label);
    }

    /** Chooses it. */
    public BotMenu click() {
        Ui.await(Conditions.that("the menu entry " + getText() + " is enabled", this::isEnabled), Ui.TIMEOUT);
        Ui.later(() -> {
            if ((item.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
                item.setSelection(!item.getSelection());
            }
            Event event = new Event();
            event.widget = item;
            event.display = item.getDisplay();
            event.type = SWT.Selection;
            item.notifyListeners(SWT.Selection, event);
        });
        return this;
    }

    /** Whether it can be chosen. */
    public boolean isEnabled() {
        return Ui.get(() -> !item.isDisposed() && item.isEnabled());
    }

    /** Whether it is checked. */
    public boolean isChecked() {
        return Ui.get(item::getSelection);
    }

    /** Its label, without the key. */
    public String getText() {
        return Ui.get(() -> item.isDisposed() ? "disposed" : Widgets.plain(item.getText()));
    }

    /** The labels of its submenu. */
    public List<String> menuItems() {
        return Ui.get(() -> {
            List<String> labels = new ArrayList<>();
            if (item.getMenu() != null) {
                show(item.getMenu());
                for (MenuItem each : item.getMenu().getItems()) {
                    labels.add(Widgets.plain(each.getText()));
                }
            }
            return labels;
        });
    }

}
