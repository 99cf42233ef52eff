package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** The order by which a grid is sorted, as NatTable asks for it: clicks on titles, with Ctrl a further column. */
final class GridSort<T> implements ISortModel {

    private final List<Column<T>> columns;
    private final Consumer<List<GridQuery.Sort>> changed;
    private List<GridQuery.Sort> sort = List.of();

    GridSort(List<Column<T>> columns, Consumer<List<GridQuery.Sort>> changed) {
        this.columns = columns;
        this.changed = changed;
    }

    List<GridQuery.Sort> current() {
        return sort;
    }

    void set(List<GridQuery.Sort> wanted) {
        sort = List.copyOf(wanted);
    }

    private int place(int columnIndex) {
        String id = columns.get(columnIndex).id();
        for (int i = 0; i < sort.size(); i++) {
            if (sort.get(i).column().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private int index(String id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return sort.stream().map(GridQuery.Sort::column).map(this::index).filter(index -> index >= 0).toList();
    }

    @Override
    public boolean isColumnIndexSorted(int columnIndex) {
        return place(columnIndex) >= 0;
    }

    @Override
    public SortDirectionEnum getSortDirection(int columnIndex) {
        int place = place(columnIndex);
        return place < 0 ? SortDirectionEnum.NONE
            : sort.get(place).ascending() ? SortDirectionEnum.ASC : SortDirectionEnum.DESC;
    }

    @Override
    public int getSortOrder(int columnIndex) {
        return place(columnIndex);
    }

    @SuppressWarnings("rawtypes")
    @Override
    public List<Comparator> getComparatorsForColumnIndex(int columnIndex) {
        return List.of(columns.get(columnIndex).order());
    }

    @Override
    public Comparator<?> getColumnComparator(int columnIndex) {
        return columns.get(columnIndex).order();
    }

    @Override
    public void sort(int columnIndex, SortDirectionEnum direction, boolean accumulate) {
        Column<T> column = columns.get(columnIndex);
        if (!column.isSortable()) {
            return;
        }
        List<GridQuery.Sort> wanted = new ArrayList<>(accumulate ? sort : List.of());
        int place = accumulate ? place(columnIndex) : -1;
        GridQuery.Sort mine = new GridQuery.Sort(column.id(), direction != SortDirectionEnum.DESC);
        if (direction == SortDirectionEnum.NONE) {
            wanted.removeIf(other -> other.column().equals(column.id()));
        } else if (place >= 0) {
            wanted.set(place, mine);
        } else {
            wanted.add(mine);
        }
        sort = List.copyOf(wanted);
        changed.accept(sort);
    }

    @Override
    public void clear() {
        sort = List.of();
        changed.accept(sort);
    }

}
