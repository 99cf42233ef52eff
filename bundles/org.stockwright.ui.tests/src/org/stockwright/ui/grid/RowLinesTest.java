package org.stockwright.ui.grid;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.ui.grid.GridQuery.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowLinesTest {

    private static final Unit KG = Unit.of("KG", "mass", Rational.ONE, 3);

    private record Stock(String item, String site, Quantity onHand) {
    }

    private static final List<Column<Stock>> COLUMNS = List.of(Column.text("item", "Item", Stock::item),
        Column.text("site", "Site", Stock::site), Column.<Stock>quantity("onHand", "On hand", Stock::onHand).summed());

    private static final Stock BOLT_NORTH = new Stock("Bolt", "North", Quantity.of(9, Unit.EACH));
    private static final Stock BOLT_SOUTH = new Stock("Bolt", "South", Quantity.of(10, Unit.EACH));
    private static final Stock SAND_NORTH = new Stock("sand", "North", Quantity.of("2.5", KG));

    private final RowLines<Stock> lines = new RowLines<>(COLUMNS);

    @BeforeEach
    void fill() {
        lines.rows(List.of(SAND_NORTH, BOLT_SOUTH, BOLT_NORTH));
    }

    private List<Stock> rows() {
        return IntStream.range(0, lines.size()).mapToObj(lines::line)
            .flatMap(line -> line instanceof Line.Row<Stock> row ? java.util.stream.Stream.of(row.row()) : null)
            .toList();
    }

    private static GridQuery sorted(Sort... sort) {
        return new GridQuery(Map.of(), List.of(sort));
    }

    @Test
    void withoutAQueryRowsStandAsTheyCame() {
        assertThat(rows()).containsExactly(SAND_NORTH, BOLT_SOUTH, BOLT_NORTH);
        assertThat(lines.matching()).isEqualTo(3);
    }

    @Test
    void quantitiesSortByAmountAndNotByText() {
        lines.query(sorted(new Sort("onHand", true)));
        assertThat(rows()).containsExactly(SAND_NORTH, BOLT_NORTH, BOLT_SOUTH);
        lines.query(sorted(new Sort("onHand", false)));
        assertThat(rows()).containsExactly(BOLT_SOUTH, BOLT_NORTH, SAND_NORTH);
    }

    @Test
    void aSecondColumnDecidesWhereTheFirstIsEqual() {
        lines.query(sorted(new Sort("item", true), new Sort("site", false)));
        assertThat(rows()).containsExactly(BOLT_SOUTH, BOLT_NORTH, SAND_NORTH);
    }

    @Test
    void filtersOfSeveralColumnsAllHold() {
        lines.query(new GridQuery(Map.of("item", "bolt", "site", "north"), List.of()));
        assertThat(rows()).containsExactly(BOLT_NORTH);
        assertThat(lines.matching()).isEqualTo(1);
        assertThat(lines.total()).isEqualTo(3);
    }

    @Test
    void aFilterOrOrderOnAColumnThatIsNoMoreIsIgnored() {
        lines.query(new GridQuery(Map.of("gone", "x"), List.of(new Sort("gone", true))));
        assertThat(rows()).hasSize(3);
    }

    @Test
    void groupsCountAndSumTheirRows() {
        lines.groupBy(List.of("item"));
        assertThat(groupAt(0).label()).isEqualTo("Item: Bolt");
        assertThat(groupAt(0).rows()).isEqualTo(2);
        assertThat(groupAt(0).sums()).isEqualTo(Map.of("onHand", "19 EA"));
        assertThat(lines.size()).isEqualTo(5);
    }

    @Test
    void aSumOfDifferentUnitsIsNotShown() {
        lines.groupBy(List.of("site"));
        assertThat(groupAt(0).path()).isEqualTo(List.of("North"));
        assertThat(groupAt(0).sums()).isEmpty();
    }

    @Test
    void aCollapsedGroupHidesItsRowsAndStaysCollapsedWhenRowsComeAnew() {
        lines.groupBy(List.of("item", "site"));
        assertThat(lines.size()).isEqualTo(8);
        lines.toggle(groupAt(0));
        assertThat(lines.size()).isEqualTo(4);
        lines.rows(List.of(SAND_NORTH, BOLT_SOUTH, BOLT_NORTH));
        assertThat(groupAt(0).collapsed()).isTrue();
        assertThat(lines.shown()).hasSize(3);
        lines.toggle(groupAt(0));
        assertThat(lines.size()).isEqualTo(8);
    }

    private Line.Group<Stock> groupAt(int index) {
        if (lines.line(index) instanceof Line.Group<Stock> group) {
            return group;
        }
        throw new AssertionError("no group: " + lines.line(index));
    }

    @Test
    void groupsFollowTheOrderThatTheUserChose() {
        lines.query(sorted(new Sort("item", false)));
        lines.groupBy(List.of("item"));
        assertThat(groupAt(0).label()).isEqualTo("Item: sand");
    }

    @Test
    void twoColumnsCannotHaveOneId() {
        assertThatThrownBy(() -> new RowLines<>(List.of(COLUMNS.get(0), COLUMNS.get(0))))
            .isInstanceOf(IllegalArgumentException.class);
    }

}
