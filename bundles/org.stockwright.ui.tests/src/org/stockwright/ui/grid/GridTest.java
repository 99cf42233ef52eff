package org.stockwright.ui.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleProxy;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.TestWindow;

import static org.assertj.core.api.Assertions.assertThat;

class GridTest {

    private record Row(int number, String name, String site) {
    }

    private final StockwrightBot bot = new StockwrightBot();
    private TestWindow window;
    private Grid<Row> grid;
    private BotNatTable table;

    @BeforeEach
    void open() {
        window = new TestWindow(shell -> {
            grid = new Grid<>(shell, "test.grid", List.of(
                Column.<Row>number("number", "Number", row -> BigDecimal.valueOf(row.number())).summed(),
                Column.<Row>text("name", "Name", Row::name).width(20), Column.text("site", "Site", Row::site),
                Column.<Row>text("secret", "Secret", row -> "x").hidden()), Row::number);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
            grid.setRows(List.of(new Row(10, "Nut", "North"), new Row(9, "Bolt", "South"),
                new Row(100, "Anchor", "North")));
        });
        table = window.bot().bot().natTable();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<String> numbers() {
        return IntStream.range(0, table.rowCount()).mapToObj(row -> table.cell(row, "Number")).toList();
    }

    @Test
    void rowsAndVisibleColumnsAreShown() {
        assertThat(table.columns()).containsExactly("Number", "Name", "Site");
        assertThat(numbers()).containsExactly("10", "9", "100");
        assertThat(window.ask(() -> grid.summary())).isEqualTo("3 rows");
    }

    @Test
    void aClickOnATitleSortsNumbersAsNumbers() {
        table.header("Number");
        assertThat(numbers()).containsExactly("9", "10", "100");
        table.header("Number");
        assertThat(numbers()).containsExactly("100", "10", "9");
    }

    @Test
    void filtersNarrowAndHidingThemShowsAllAgain() {
        window.run(() -> {
            grid.showFilters(true);
            grid.setFilters(Map.of("number", ">9", "site", "north"));
        });
        assertThat(numbers()).containsExactly("10", "100");
        assertThat(window.ask(() -> grid.summary())).isEqualTo("2 of 3 rows");
        window.run(() -> grid.showFilters(false));
        assertThat(numbers()).hasSize(3);
    }

    @Test
    void selectedRowsStaySelectedWhenTheyAreLoadedAgainInAnotherOrder() {
        table.select(1, 2);
        assertThat(window.ask(() -> grid.selection())).extracting(Row::number).containsExactly(9, 100);
        window.run(() -> grid.setRows(List.of(new Row(100, "Anchor", "East"), new Row(1, "New", "East"),
            new Row(9, "Bolt", "East"))));
        assertThat(window.ask(() -> grid.selection())).extracting(Row::number).containsExactly(100, 9);
    }

    @Test
    void numbersStandAtTheRightAlsoWhereTheSelectionBegins() {
        List<HorizontalAlignmentEnum> found = window.ask(() -> {
            IConfigRegistry styles = grid.table().getConfigRegistry();
            return Stream.of(GridStyle.NUMBER, "any text")
                .map(label -> new CellStyleProxy(styles, DisplayMode.SELECT,
                    List.of(SelectionStyleLabels.SELECTION_ANCHOR_STYLE, label))
                    .getAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT))
                .toList();
        });
        assertThat(found).containsExactly(HorizontalAlignmentEnum.RIGHT, HorizontalAlignmentEnum.LEFT);
    }

    @Test
    void groupsShowTheirSumAndOpenAndClose() {
        window.run(() -> grid.groupBy(List.of("site")));
        assertThat(table.rowCount()).isEqualTo(5);
        assertThat(table.cell(0, 0)).contains("Site: North").contains("(2)");
        table.doubleClick(0);
        assertThat(table.rowCount()).isEqualTo(3);
        table.doubleClick(0);
        assertThat(table.rowCount()).isEqualTo(5);
    }

    @Test
    void enterOpensTheSelectedRow() {
        List<Row> opened = new ArrayList<>();
        window.run(() -> grid.onOpen(opened::add));
        table.doubleClick(1);
        assertThat(opened).extracting(Row::number).containsExactly(9);
    }

    @Test
    void copiedRowsAreCellsForASpreadsheet() {
        window.run(() -> {
            grid.select(Set.of(9));
            grid.copy();
        });
        Object text = window.ask(() -> {
            Clipboard clipboard = new Clipboard(grid.table().getDisplay());
            try {
                return clipboard.getContents(TextTransfer.getInstance());
            } finally {
                clipboard.dispose();
            }
        });
        assertThat(text).isEqualTo("Number\tName\tSite\n9\tBolt\tSouth");
    }

    @Test
    void anArrangementIsRestored() {
        GridState before = window.ask(() -> grid.state());
        GridState wanted = new GridState(List.of(new GridState.Place("site", 150, true),
            new GridState.Place("secret", 60, true), new GridState.Place("number", 90, true),
            new GridState.Place("name", 120, false)),
            new GridQuery(Map.of("site", "North"),
                List.of(new GridQuery.Sort("number", false))),
            List.of(), 1);
        window.run(() -> grid.apply(wanted));
        assertThat(window.ask(() -> grid.state())).isEqualTo(wanted);
        assertThat(table.columns()).containsExactly("Site", "Secret", "Number");
        assertThat(numbers()).containsExactly("100", "10");
        window.run(() -> grid.setRows(List.of(new Row(7, "Washer", "North"))));
        assertThat(window.ask(() -> grid.state())).isEqualTo(wanted);
        window.run(() -> grid.apply(before));
        assertThat(window.ask(() -> grid.state())).isEqualTo(before);
    }

    @Test
    void aMillionRowsAreShownAPageAtATime() {
        List<Long> offsets = new ArrayList<>();
        PagedRows<Row> source = new PagedRows<>() {

            @Override
            public long count(GridQuery query, Progress progress) {
                return 1_000_000;
            }

            @Override
            public synchronized List<Row> page(GridQuery query, long offset, int rows, Progress progress) {
                offsets.add(offset);
                return IntStream.range(0, rows).mapToObj(i -> new Row((int) offset + i, "n", "s")).toList();
            }

        };
        window.run(() -> grid.setPaged(source));
        bot.waitUntil(Conditions.that("rows are counted", () -> table.rowCount() == 1_000_000));
        bot.waitUntil(Conditions.that("the first page has come", () -> table.cell(0, "Number").equals("0")));
        assertThat(table.cell(999_999, "Number")).isEqualTo("\u2026");
        bot.waitUntil(Conditions.that("the last page has come", () -> table.cell(999_999, "Number").equals("999999")));
        assertThat(offsets).hasSizeLessThan(6);
    }

}
