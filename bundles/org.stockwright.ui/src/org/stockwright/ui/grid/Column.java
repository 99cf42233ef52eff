package org.stockwright.ui.grid;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.stockwright.base.Quantity;

/**
 * A column of a grid: shared between the grids that show the same kind of row. What is shown is a text; what is sorted,
 * compared and summed is a value.
 *
 * @param <T> the rows
 */
public final class Column<T> {

    private static final int DEFAULT_WIDTH = 14;

    private final String id;
    private final String label;
    private final Function<? super T, ?> value;
    private final Function<? super T, String> text;
    private final boolean number;
    private int width = DEFAULT_WIDTH;
    private boolean hidden;
    private boolean sortable = true;
    private boolean filterable = true;
    private boolean summed;

    private Column(String id, String label, Function<? super T, ?> value, Function<? super T, String> text,
        boolean number) {
        this.id = Objects.requireNonNull(id);
        this.label = Objects.requireNonNull(label);
        this.value = value;
        this.text = text;
        this.number = number;
    }

    /** A column of texts; sorted without regard to case. */
    public static <T> Column<T> text(String id, String label, Function<? super T, String> text) {
        return new Column<>(id, label, row -> Objects.requireNonNullElse(text.apply(row), ""), //$NON-NLS-1$
            row -> Objects.requireNonNullElse(text.apply(row), ""), false); //$NON-NLS-1$
    }

    /** A right-aligned column of exact numbers; null shows nothing. */
    public static <T> Column<T> number(String id, String label, Function<? super T, BigDecimal> number) {
        return new Column<>(id, label, number, row -> {
            BigDecimal amount = number.apply(row);
            return amount == null ? "" : amount.toPlainString(); //$NON-NLS-1$
        }, true);
    }

    /** A right-aligned column of quantities with their unit; null shows nothing. */
    public static <T> Column<T> quantity(String id, String label, Function<? super T, Quantity> quantity) {
        return new Column<>(id, label, quantity, row -> {
            Quantity amount = quantity.apply(row);
            return amount == null ? "" : shown(amount); //$NON-NLS-1$
        }, true);
    }

    /**
     * A column of anything that can be compared, such as instants and dates.
     *
     * @param value what is sorted; null comes first
     * @param text what is shown; called with null never
     */
    public static <T, V extends Comparable<? super V>> Column<T> of(String id, String label,
        Function<? super T, V> value, Function<? super V, String> text) {
        return new Column<>(id, label, value, row -> {
            V found = value.apply(row);
            return found == null ? "" : text.apply(found); //$NON-NLS-1$
        }, false);
    }

    static String shown(Quantity quantity) {
        return quantity.amount().toPlainString() + ' ' + quantity.unit().code();
    }

    /** The width in characters; {@value #DEFAULT_WIDTH} when nobody says. */
    public Column<T> width(int characters) {
        width = characters;
        return this;
    }

    /** Not shown until the user asks for it. */
    public Column<T> hidden() {
        hidden = true;
        return this;
    }

    /** Cannot be sorted by: for paged rows whose source has no order by it. */
    public Column<T> unsorted() {
        sortable = false;
        return this;
    }

    /** Cannot be filtered: for paged rows whose source cannot. */
    public Column<T> unfiltered() {
        filterable = false;
        return this;
    }

    /** Group lines show the sum, when all rows of the group have the same unit. */
    public Column<T> summed() {
        summed = true;
        return this;
    }

    /** The stable name under which layouts remember it. */
    public String id() {
        return id;
    }

    /** The title. */
    public String label() {
        return label;
    }

    /** The width in characters. */
    public int width() {
        return width;
    }

    /** Whether it is not shown at first. */
    public boolean isHidden() {
        return hidden;
    }

    /** Whether rows can be sorted by it. */
    public boolean isSortable() {
        return sortable;
    }

    /** Whether rows can be filtered by it. */
    public boolean isFilterable() {
        return filterable;
    }

    /** Whether groups show its sum. */
    public boolean isSummed() {
        return summed;
    }

    /** Whether it holds numbers, which stand at the right. */
    public boolean isNumber() {
        return number;
    }

    /** What a row shows. */
    public String text(T row) {
        return text.apply(row);
    }

    /** What a row is sorted by; may be null. */
    public Object value(T row) {
        return value.apply(row);
    }

    /** The number in a row, without its unit. */
    Optional<BigDecimal> amount(T row) {
        return switch (value.apply(row)) {
            case Quantity quantity -> Optional.of(quantity.amount());
            case BigDecimal decimal -> Optional.of(decimal);
            case null, default -> Optional.empty();
        };
    }

    /** The order of rows by this column, smallest first. */
    Comparator<T> order() {
        return (a, b) -> compare(value.apply(a), value.apply(b));
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof Quantity one && b instanceof Quantity other) {
            int byAmount = one.amount().compareTo(other.amount());
            return byAmount != 0 ? byAmount : one.unit().code().compareTo(other.unit().code());
        }
        if (a instanceof String one && b instanceof String other) {
            int byLetters = one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
            return byLetters != 0 ? byLetters : one.compareTo(other);
        }
        return ((Comparable) a).compareTo(b);
    }

}
