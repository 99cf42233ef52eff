package org.stockwright.testkit.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.forms.widgets.Hyperlink;

/**
 * Finds controls below one control, in the words of SWTBot. Waits until what it looks for is there. Used on the test's
 * thread.
 */
public class Bot {

    private final Supplier<? extends Control> root;

    Bot(Supplier<? extends Control> root) {
        this.root = root;
    }

    private <T extends Control> T find(String what, Class<T> type, int index, Predicate<? super T> matcher) {
        return Ui.await(what, () -> {
            List<T> found = Widgets.find(root.get(), type, matcher);
            return index < found.size() ? found.get(index) : null;
        });
    }

    private <T extends Control> T labelled(Class<T> type, String label) {
        return Ui.await(type.getSimpleName() + " with label '" + label + "'",
            () -> Widgets.labelled(root.get(), type, label));
    }

    private static <T extends Control> Predicate<T> says(String text) {
        return control -> Widgets.plain(Widgets.textOf(control)).equals(text);
    }

    /** The button with this label; the mnemonic does not matter. */
    public BotButton button(String label) {
        return new BotButton(find("button '" + label + "'", Button.class, 0, says(label)));
    }

    /** The check box with this label. */
    public BotButton checkBox(String label) {
        return button(label);
    }

    /** The radio button with this label. */
    public BotButton radio(String label) {
        return button(label);
    }

    /** The first text field. */
    public BotText text() {
        return text(0);
    }

    /** A text field, counted from 0. */
    public BotText text(int index) {
        return new BotText(find("text " + index, Text.class, index, text -> true));
    }

    /** The text field that shows this. */
    public BotText text(String content) {
        return new BotText(find("text '" + content + "'", Text.class, 0, text -> text.getText().equals(content)));
    }

    /** The text field behind this label. */
    public BotText textWithLabel(String label) {
        return new BotText(labelled(Text.class, label));
    }

    /** A drop-down list, counted from 0. */
    public BotCombo comboBox(int index) {
        return new BotCombo(find("combo " + index, Combo.class, index, combo -> true));
    }

    /** The drop-down list behind this label. */
    public BotCombo comboBoxWithLabel(String label) {
        return new BotCombo(labelled(Combo.class, label));
    }

    /** The label that says this. */
    public BotControl<Label> label(String text) {
        return new BotControl<>(find("label '" + text + "'", Label.class, 0, says(text)));
    }

    /** The label with picture, as in the status line, that says this. */
    public BotControl<CLabel> clabel(String text) {
        return new BotControl<>(find("label '" + text + "'", CLabel.class, 0, says(text)));
    }

    /** The link whose text contains this. */
    public BotLink link(String text) {
        return new BotLink(find("link '" + text + "'", Link.class, 0, link -> link.getText().contains(text)));
    }

    /** The form's hyperlink with this text. */
    public BotLink hyperlink(String text) {
        return new BotLink(find("hyperlink '" + text + "'", Hyperlink.class, 0, says(text)));
    }

    /** The first table. */
    public BotTable table() {
        return table(0);
    }

    /** A table, counted from 0. */
    public BotTable table(int index) {
        return new BotTable(find("table " + index, Table.class, index, table -> true));
    }

    /** The first tree. */
    public BotTree tree() {
        return new BotTree(find("tree", Tree.class, 0, tree -> true));
    }

    /** The first grid. */
    public BotNatTable natTable() {
        return natTable(0);
    }

    /** A grid, counted from 0. */
    public BotNatTable natTable(int index) {
        return new BotNatTable(find("grid " + index, NatTable.class, index, table -> true));
    }

    /** The tool with this tool tip; what stands in brackets behind it, the key, does not matter. */
    public BotToolbarButton toolbarButtonWithTooltip(String tooltip) {
        return new BotToolbarButton(Ui.await("tool '" + tooltip + "'", () -> Widgets
            .find(toolRoot(), ToolBar.class, bar -> true).stream().flatMap(bar -> Arrays.stream(bar.getItems()))
            .filter(item -> isCalled(item, tooltip)).findFirst().orElse(null)));
    }

    private static boolean isCalled(ToolItem item, String tooltip) {
        String tip = item.getToolTipText();
        return tip != null && tip.replaceAll(" \\([^)]*\\)$", "").equals(tooltip)
            || Widgets.plain(item.getText()).equals(tooltip);
    }

    /** Where tools are looked for; a part's tools stand beside its content. */
    Control toolRoot() {
        return root.get();
    }

    /** Brings the tab with this title to the front. */
    public void selectTab(String title) {
        CTabFolder folder = find("tab '" + title + "'", CTabFolder.class, 0,
            tabs -> Arrays.stream(tabs.getItems()).anyMatch(tab -> Widgets.plain(tab.getText()).equals(title)));
        Ui.later(() -> {
            for (CTabItem tab : folder.getItems()) {
                if (Widgets.plain(tab.getText()).equals(title)) {
                    folder.setSelection(tab);
                    Event event = new Event();
                    event.item = tab;
                    folder.notifyListeners(SWT.Selection, event);
                }
            }
        });
    }

    /** What is written in all fields and labels, for a look at the whole. */
    public List<String> texts() {
        return Ui.get(() -> Widgets.find(root.get(), Control.class, control -> !Widgets.textOf(control).isBlank())
            .stream().map(Widgets::textOf).toList());
    }

    /** Whether there is a text that contains this, now. */
    public boolean shows(String part) {
        return texts().stream().anyMatch(text -> text.contains(part));
    }

}
