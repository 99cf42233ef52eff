package org.stockwright.testkit.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** A tree. */
public final class BotTree extends BotControl<Tree> {

    BotTree(Tree widget) {
        super(widget);
    }

    /** The texts of its roots. */
    public List<String> items() {
        return read(tree -> Arrays.stream(tree.getItems()).map(TreeItem::getText).toList());
    }

    /** Expands the nodes of a path; returns the texts below its end. */
    public List<String> expandNode(String... path) {
        TreeItem item = find(path);
        Ui.run(() -> expand(item));
        return Ui.get(() -> Arrays.stream(item.getItems()).map(TreeItem::getText).toList());
    }

    /** Selects the node at the end of a path. */
    public BotTree select(String... path) {
        TreeItem item = find(path);
        Ui.run(() -> widget.setSelection(item));
        Ui.later(() -> {
            Event event = new Event();
            event.item = item;
            widget.notifyListeners(SWT.Selection, event);
        });
        return this;
    }

    /** The texts of what is selected. */
    public List<String> selection() {
        return read(tree -> Arrays.stream(tree.getSelection()).map(TreeItem::getText).toList());
    }

    private TreeItem find(String... path) {
        return Ui.await("tree node " + List.of(path), () -> {
            TreeItem[] level = widget.getItems();
            TreeItem found = null;
            for (String text : new ArrayList<>(List.of(path))) {
                if (found != null) {
                    expand(found);
                    level = found.getItems();
                }
                found = Arrays.stream(level).filter(item -> item.getText().equals(text)).findFirst().orElse(null);
                if (found == null) {
                    return null;
                }
            }
            return found;
        });
    }

    private void expand(TreeItem item) {
        Event event = new Event();
        event.item = item;
        widget.notifyListeners(SWT.Expand, event);
        item.setExpanded(true);
    }

}
