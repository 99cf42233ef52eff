package org.stockwright.ui.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.TestWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** Others change something while somebody looks at a grid: nothing jumps and nothing flickers. */
class GridRefreshTest {

    private static final int ROWS = 300;
    /** Longer than NatTable collects what is to be painted. */
    private static final long PAINTED_MILLIS = 600;

    private record Row(int number, String name) {
    }

    private final StockwrightBot bot = new StockwrightBot();
    private final List<List<Row>> told = new ArrayList<>();
    private TestWindow window;
    private Grid<Row> grid;
    private BotNatTable table;
    private int paints;

    @BeforeEach
    void open() {
        window = new TestWindow(shell -> {
            grid = new Grid<>(shell, "test.refresh", List.of(
                Column.<Row>number("number", "Number", row -> BigDecimal.valueOf(row.number())),
                Column.<Row>text("name", "Name", Row::name).width(20)), Row::number);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
            grid.setRows(rows(1, ROWS, "as it was"));
            grid.table().addListener(SWT.Paint, event -> paints++);
            grid.onSelect(told::add);
        });
        table = window.bot().bot().natTable();
        bot.sleep(PAINTED_MILLIS);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static List<Row> rows(int from, int to, String name) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> new Row(i, name)).toList();
    }

    private int paintsOf(Runnable change) {
        bot.sleep(PAINTED_MILLIS);
        window.run(() -> {
            paints = 0;
            change.run();
        });
        bot.sleep(PAINTED_MILLIS);
        return window.ask(() -> paints);
    }

    private int top() {
        return window.ask(() -> grid.layers().viewport.getOriginRowPosition());
    }

    private void scrollTo(int row) {
        window.run(() -> grid.layers().viewport.setOriginY(grid.layers().selection.getStartYOfRowPosition(row)));
    }

    @Test
    void whatLooksAsBeforeIsNotPainted() {
        table.select(3);
        assertThat(paintsOf(() -> grid.setRows(rows(1, ROWS, "as it was")))).as("the same rows").isZero();
        List<Row> farBelow = new ArrayList<>(rows(1, ROWS, "as it was"));
        farBelow.set(ROWS - 1, new Row(ROWS, "changed"));
        assertThat(paintsOf(() -> grid.setRows(farBelow))).as("a change out of sight").isZero();
        List<Row> inSight = new ArrayList<>(farBelow);
        inSight.set(2, new Row(3, "changed"));
        assertThat(paintsOf(() -> grid.setRows(inSight))).as("a change in sight").isPositive();
        assertThat(table.cell(2, "Name")).isEqualTo("changed");
        assertThat(window.ask(() -> grid.selection())).extracting(Row::number).containsExactly(4);
    }

    @Test
    void whoeverKnowsTheSelectedRowHearsOfItsNewContents() {
        table.select(3);
        bot.waitUntil(Conditions.that("the selection is told", () -> !window.ask(() -> told.isEmpty())));
        window.run(() -> {
            told.clear();
            grid.setRows(rows(1, ROWS, "as it was"));
        });
        bot.sleep(PAINTED_MILLIS);
        assertThat(window.ask(() -> List.copyOf(told))).as("nothing new").isEmpty();
        window.run(() -> grid.setRows(rows(1, ROWS, "changed")));
        bot.waitUntil(Conditions.that("the new contents are told", () -> !window.ask(() -> told.isEmpty())));
        assertThat(window.ask(() -> told.getLast())).containsExactly(new Row(4, "changed"));
    }

    @Test
    void theRowOnTopAndTheSelectedOnesStayWhenOthersAddAndRemoveRows() {
        scrollTo(100);
        table.select(102, 250);
        scrollTo(100);
        assertThat(top()).isEqualTo(100);
        List<Row> more = new ArrayList<>(rows(-9, ROWS, "as it was"));
        more.remove(new Row(50, "as it was"));
        window.run(() -> grid.setRows(more));
        assertThat(top()).as("ten more above, one less").isEqualTo(109);
        assertThat(table.cell(top(), "Number")).isEqualTo("101");
        assertThat(window.ask(() -> grid.selection())).extracting(Row::number).containsExactly(103, 251);
    }

    @Test
    void whoeverLooksAtTheFirstRowsSeesWhatComesBeforeThem() {
        window.run(() -> grid.setRows(rows(0, ROWS, "as it was")));
        assertThat(top()).isZero();
        assertThat(table.cell(0, "Number")).isEqualTo("0");
    }

    @Test
    void pagedRowsAreThereWhileTheyAreReadAgain() throws InterruptedException {
        Newest source = new Newest();
        window.run(() -> grid.setPaged(source));
        bot.waitUntil(Conditions.that("the rows have come", () -> table.rowCount() == 1_000
            && table.cell(0, "Number").equals("1000")));
        table.select(5);
        assertThat(window.ask(() -> grid.selection())).extracting(Row::number).containsExactly(995);
        source.hold = new CountDownLatch(1);
        source.newest = 1_001;
        window.run(() -> grid.reload());
        source.asked.await();
        assertThat(table.cell(0, "Number")).as("what was shown, and no dots").isEqualTo("1000");
        source.hold.countDown();
        bot.waitUntil(Conditions.that("the new row has come", () -> table.rowCount() == 1_001));
        assertThat(table.cell(0, "Number")).isEqualTo("1001");
        assertThat(window.ask(() -> grid.selection())).extracting(Row::number).containsExactly(995);
        assertThat(paintsOf(() -> grid.reload())).as("nothing was changed").isZero();
    }

    @Test
    void theRowOnTopOfPagedRowsStays() {
        Newest source = new Newest();
        window.run(() -> grid.setPaged(source));
        bot.waitUntil(Conditions.that("the rows have come", () -> table.cell(150, "Number").equals("850")));
        scrollTo(150);
        source.newest = 1_003;
        window.run(() -> grid.reload());
        bot.waitUntil(Conditions.that("the new rows have come", () -> table.rowCount() == 1_003));
        assertThat(top()).isEqualTo(153);
        assertThat(table.cell(top(), "Number")).isEqualTo("850");
    }

    /** Rows in pages, the newest first, as the ledger's. */
    private static final class Newest implements PagedRows<Row> {

        private final CountDownLatch asked = new CountDownLatch(1);
        private volatile CountDownLatch hold = new CountDownLatch(0);
        private volatile int newest = 1_000;

        @Override
        public long count(GridQuery query, Progress progress) {
            if (hold.getCount() > 0) {
                asked.countDown();
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return newest;
        }

        @Override
        public List<Row> page(GridQuery query, long offset, int rows, Progress progress) {
            int first = newest - (int) offset;
            return IntStream.range(0, Math.min(rows, first)).mapToObj(i -> new Row(first - i, "posted")).toList();
        }

    }

}
