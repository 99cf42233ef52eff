package org.stockwright.security.ui.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.stockwright.security.Permission;

/** Permissions to tick, by area, each with what it allows. Ticking an area ticks all of it. */
final class PermissionTree {

    private final Tree tree;
    private final Map<String, TreeItem> items = new HashMap<>();
    private List<Permission> known = List.of();

    PermissionTree(Composite parent) {
        tree = new Tree(parent, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        column(Messages.Roles_permission, 280);
        column(Messages.Roles_means, 420);
        tree.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                checked(event);
            }
        });
    }

    private void column(String label, int width) {
        TreeColumn column = new TreeColumn(tree, SWT.NONE);
        column.setText(label);
        column.setWidth(width);
    }

    Tree control() {
        return tree;
    }

    /** Whether there is such a permission. */
    boolean knows(String id) {
        return items.containsKey(id);
    }

    void choices(List<Permission> all) {
        if (all.equals(known)) {
            return;
        }
        Set<String> ticked = ticked();
        known = List.copyOf(all);
        tree.removeAll();
        items.clear();
        Map<String, TreeItem> areas = new HashMap<>();
        for (Permission permission : known) {
            String area = permission.id().substring(0, Math.max(0, permission.id().indexOf('.')));
            TreeItem parent = areas.computeIfAbsent(area, this::area);
            TreeItem item = new TreeItem(parent, SWT.NONE);
            item.setText(new String[] { permission.name(), permission.description() });
            item.setData(permission.id());
            items.put(permission.id(), item);
        }
        areas.values().forEach(item -> item.setExpanded(true));
        tick(ticked);
    }

    private TreeItem area(String id) {
        TreeItem item = new TreeItem(tree, SWT.NONE);
        item.setText(id.isEmpty() ? "–" : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1)); //$NON-NLS-1$
        return item;
    }

    private void checked(Event event) {
        TreeItem item = (TreeItem) event.item;
        for (TreeItem child : item.getItems()) {
            child.setChecked(item.getChecked());
        }
        areas();
    }

    /** An area is ticked when all of it is, and grey when only some of it is. */
    private void areas() {
        for (TreeItem area : tree.getItems()) {
            int ticked = 0;
            for (TreeItem child : area.getItems()) {
                ticked += child.getChecked() ? 1 : 0;
            }
            area.setChecked(ticked > 0);
            area.setGrayed(ticked > 0 && ticked < area.getItemCount());
        }
    }

    void tick(Set<String> permissions) {
        items.forEach((id, item) -> item.setChecked(permissions.contains(id)));
        areas();
    }

    Set<String> ticked() {
        Set<String> ticked = new HashSet<>();
        for (Map.Entry<String, TreeItem> entry : items.entrySet()) {
            if (entry.getValue().getChecked()) {
                ticked.add(entry.getKey());
            }
        }
        return ticked;
    }

}
