package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.testkit.ui.TimeoutException;
import org.stockwright.ui.Services;
import org.stockwright.ui.Workbench;

/**
 * The demo company in the running workbench, made once per run and shared: every workflow has items of its own, so no
 * test sees another's postings.
 */
final class DemoBook {

    /** The window's title while the demo company is open. */
    static final String TITLE = "Demo company – Stockwright";
    private static final long MAKING_MILLIS = 120_000;

    private final StockwrightBot bot;

    private DemoBook(StockwrightBot bot) {
        this.bot = bot;
    }

    /** The demo company, opened when it is not, with no editor and the views of stock. */
    static DemoBook open(StockwrightBot bot) {
        bot.mainShell().activate();
        bot.closeAllEditors();
        if (!bot.mainShell().getText().equals(TITLE)) {
            bot.command("org.stockwright.company.ui.demo");
        }
        DemoBook book = new DemoBook(bot);
        book.awaitOpen();
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        bot.mainShell().activate();
        bot.viewById("org.stockwright.ledger.ui.locations").bot().tree().select("All places");
        book.stockView();
        bot.waitForWork();
        return book;
    }

    /** The demo company that is just being opened; waits until it is. */
    static DemoBook opening(StockwrightBot bot) {
        DemoBook book = new DemoBook(bot);
        book.awaitOpen();
        return book;
    }

    /** How many items the book has. */
    int items() {
        return find(Items.class).orElseThrow().list().size();
    }

    /** Waits until the book is open, which may have to be made first. */
    void awaitOpen() {
        try {
            bot.waitUntil(Conditions.that("the demo company is open",
                () -> bot.mainShell().getText().equals(TITLE) && find(Stock.class).isPresent()), MAKING_MILLIS);
        } catch (TimeoutException e) {
            picture("timeout-demo");
            throw e;
        }
        bot.waitForWork();
    }

    /** The Stock view, in front. */
    BotView stockView() {
        return bot.viewById("org.stockwright.ledger.ui.stock");
    }

    /** The grid of stock. */
    BotNatTable stockGrid() {
        return stockView().bot().natTable();
    }

    /** What the book says lies of an item at a place, now. */
    BigDecimal onHand(String item, String place) {
        Item known = find(Items.class).orElseThrow().byCodes(List.of(item)).get(item);
        Location location = find(Locations.class).orElseThrow().byCode(place).orElseThrow();
        StockQuery query = new StockQuery(Optional.of(known.id()), Optional.of(location.id()), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Grouping.ITEM);
        return find(Stock.class).orElseThrow().onHand(query).stream().map(row -> row.onHand().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The bin of a site in which most of an item lies. */
    String binOf(String item, String site) {
        Item known = find(Items.class).orElseThrow().byCodes(List.of(item)).get(item);
        StockQuery query = new StockQuery(Optional.of(known.id()), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Grouping.LOCATION);
        return find(Stock.class).orElseThrow().onHand(query).stream()
            .filter(row -> row.location().startsWith(site + "-"))
            .max(Comparator.comparing(row -> row.onHand().amount())).orElseThrow().location();
    }

    /** Waits until the grid of stock shows so much of an item at a place; nobody presses a button for it. */
    void awaitShown(String item, String place, BigDecimal amount) {
        try {
            bot.waitUntil(Conditions.that("the grid shows " + amount.toPlainString() + " of " + item + " at " + place,
                () -> shown(item, place).filter(figure -> figure.compareTo(amount) == 0).isPresent()));
        } catch (TimeoutException e) {
            picture("timeout-" + item);
            throw e;
        }
    }

    /** What the grid of stock shows of an item at a place. */
    Optional<BigDecimal> shown(String item, String place) {
        BotNatTable grid = bot.view("Stock").bot().natTable();
        int row = grid.rowWhere("Item", item, "Location", place);
        return row < 0 ? Optional.empty() : Optional.of(number(grid.cell(row, "On hand")));
    }

    /** The number of a figure such as {@code 1,234.5 EA}. */
    static BigDecimal number(String figure) {
        return new BigDecimal(figure.replaceAll("[^0-9.\\-]", ""));
    }

    /** A service of the open book. */
    static <T> Optional<T> find(Class<T> type) {
        return Services.find(DemoBook.class, type);
    }

    /** Saves a picture of the display under this name. */
    void picture(String name) {
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", "target/screenshots"))
            .resolve(name + ".png"));
    }

}
