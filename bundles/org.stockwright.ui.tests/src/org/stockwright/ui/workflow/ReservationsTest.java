package org.stockwright.ui.workflow;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.ReservationId;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A storekeeper looks who holds what, and gives back what nobody fetches; without a mouse. */
class ReservationsTest {

    private static final String VIEW = "org.stockwright.ledger.ui.reservations";
    private static final Instant UNTIL = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);
    private String bin = "";
    /** What the demo company's orders hold. */
    private Set<ReservationId> others = Set.of();

    @BeforeEach
    void hold() {
        others = reservations().list().stream().map(ReservationView::id).collect(Collectors.toSet());
        bin = book.binOf("LOP-100", "LIN");
        hold("LOP-100", 3, "SO-4711", Optional.of(UNTIL));
        hold("LOP-100", 2, "SO-4712", Optional.empty());
        hold("LOP-100", 1, "Mrs Miller, by telephone", Optional.empty());
    }

    @AfterEach
    void giveBack() {
        ours().forEach(held -> reservations().release(held.id()));
        bot.waitForWork();
    }

    private void hold(String item, long pieces, String holder, Optional<Instant> until) {
        assertThat(reservations().hold(new Reservations.Request("test-" + UUID.randomUUID(),
            DemoBook.find(Items.class).orElseThrow().byCode(item).orElseThrow().id(),
            DemoBook.find(Locations.class).orElseThrow().byCode(bin).orElseThrow().id(), "", PartnerId.SELF,
            "AVAILABLE", Quantity.of(pieces, Unit.EACH), holder, until)).refusals()).isEmpty();
    }

    @Test
    void whoHoldsWhatIsSeenFoundAndReleasedByKeys() {
        find("Reservations");
        BotView view = bot.activeView();
        assertThat(view.getTitle()).isEqualTo("Reservations");
        BotNatTable grid = view.bot().natTable();
        awaitRows(grid, others.size() + 3);
        int row = grid.rowWhere("Held for", "SO-4711");
        assertThat(List.of(grid.cell(row, "Item"), grid.cell(row, "Location"), grid.cell(row, "Held")))
            .containsExactly("LOP-100", bin, "3 EA");
        assertThat(grid.cell(row, "Since")).isNotEmpty();
        assertThat(grid.cell(row, "Until")).as("in the company's zone").isEqualTo(DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm").withZone(profile().zone()).format(UNTIL));
        assertThat(grid.cell(grid.rowWhere("Held for", "SO-4712"), "Until")).isEmpty();
        book.picture("reservations");

        bot.typeText("lop-100 so-47");
        awaitRows(grid, 2);
        bot.pressShortcut(SWT.ARROW_DOWN);
        bot.waitUntil(Conditions.that("the rows have the focus", grid::isActive));
        bot.pressShortcut(SWT.ARROW_DOWN);
        bot.pressShortcut(SWT.DEL);
        BotShell question = bot.shell("Release").activate();
        assertThat(question.bot().shows("2 EA of LOP-100 at " + bin + " are held for SO-4712")).isTrue();
        book.picture("reservations-release");
        bot.pressShortcut(SWT.ESC);
        bot.waitUntil(Conditions.shellCloses(question));
        bot.waitForWork();
        assertThat(held()).as("Escape keeps it").contains("SO-4712");
        bot.mainShell().activate();
        bot.pressShortcut(SWT.DEL);
        bot.shell("Release").activate();
        bot.pressShortcut(SWT.CR);
        bot.waitUntil(Conditions.that("it is free again", () -> !held().contains("SO-4712")));
        bot.waitUntil(Conditions.that("the notice says so",
            () -> view.notice().equals("2 EA of LOP-100 at " + bin + " are free again.")));
        awaitRows(grid, 1);
        assertThat(held()).containsExactlyInAnyOrder("SO-4711", "Mrs Miller, by telephone");
    }

    @Test
    void whatIsHeldMeanwhileAppearsByItself() {
        BotView view = bot.viewById(VIEW);
        BotNatTable grid = view.bot().natTable();
        awaitRows(grid, others.size() + 3);
        grid.select(grid.rowWhere("Held for", "SO-4712"));
        hold("LOP-100", 1, "SO-4713", Optional.empty());
        awaitRows(grid, others.size() + 4);
        bot.pressShortcut(SWT.DEL);
        BotShell question = bot.shell("Release").activate();
        assertThat(question.bot().shows("held for SO-4712")).as("the same row is still selected").isTrue();
        question.bot().button("Cancel").click();
        bot.waitUntil(Conditions.shellCloses(question));
    }

    @Test
    void anEmptyListSaysSo() {
        reservations().list().forEach(held -> reservations().release(held.id()));
        bot.waitForWork();
        BotView view = bot.viewById(VIEW);
        bot.waitUntil(Conditions.that("the view says that nothing is held",
            () -> view.getTitle().equals("Reservations (Nothing is held for anybody.)")));
        book.picture("reservations-empty");
    }

    private void find(String typed) {
        new Finding(bot, book).find(typed, "Reservations", "reservations-found");
        bot.waitUntil(
            Conditions.that("the view is in front", () -> bot.activeView().getTitle().equals("Reservations")));
    }

    private void awaitRows(BotNatTable grid, int rows) {
        bot.waitUntil(Conditions.that("there are " + rows + " rows", () -> grid.rowCount() == rows));
    }

    private List<ReservationView> ours() {
        return reservations().list().stream().filter(held -> !others.contains(held.id())).toList();
    }

    private List<String> held() {
        return ours().stream().map(ReservationView::holder).toList();
    }

    private static CompanyProfile profile() {
        return DemoBook.find(CompanyProfiles.class).flatMap(CompanyProfiles::current).orElseThrow();
    }

    private static Reservations reservations() {
        return DemoBook.find(Reservations.class).orElseThrow();
    }

}
