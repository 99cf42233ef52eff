package org.stockwright.ui.grid;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells screen readers, to which a painted table is one blank picture, what row is selected and what it says. */
@SuppressWarnings("nls")
final class GridAccessible {

    private GridAccessible() {
    }

    static <T> void add(Grid<T> grid) {
        Accessible accessible = grid.table().getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = spoken(grid);
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = grid.summary();
            }

        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {

            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABLE;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = spoken(grid);
            }

        });
        grid.onSelect(rows -> accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null));
    }

    private static <T> String spoken(Grid<T> grid) {
        List<T> rows = grid.selection();
        if (rows.isEmpty()) {
            return grid.summary();
        }
        T first = rows.get(0);
        return GridClipboard.visible(grid).stream().filter(column -> !column.text(first).isEmpty())
            .map(column -> column.label() + " " + column.text(first)).collect(Collectors.joining(", "));
    }

}
