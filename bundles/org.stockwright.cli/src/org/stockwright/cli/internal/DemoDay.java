package org.stockwright.cli.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.reporting.Reports;

/** The day that {@code demo} tells of: every figure it prints comes from the book. */
final class DemoDay {

    private static final List<String> ITEMS = List.of("SPD-110", "SEC-150", "HOS-100");
    private static final String DOCK = "LIN-A1-01";
    private static final String SHOP = "TAL-A1-01";

    private final Session session;
    private final Path folder;
    private final PrintWriter out;
    private int documents;

    DemoDay(Session session, Console console, Path folder) {
        this.session = session;
        this.folder = folder;
        this.out = new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
    }

    /** Lives it; whether everything went as a sound book lets it go. */
    boolean live() throws IOException {
        String company = session.company().profile().name();
        out.println(company + ": " + session.service(Items.class).list().size() + " items, "
            + session.service(Locations.class).list().size() + " places, "
            + session.service(Stock.class).count(org.stockwright.ledger.MovementQuery.all()) + " movements in a year.");
        stock("Stock in the morning");

        Item spade = item("SPD-110");
        Item secateurs = item("SEC-150");
        Item hose = item("HOS-100");
        heading("07:30  A supplier delivers");
        post("GR", "PO 4711", line(MovementKind.RECEIPT, spade, "10", "BOX", "", DOCK),
            line(MovementKind.RECEIPT, hose, "24", "EA", "", DOCK));
        heading("09:00  The shop in Talheim is refilled");
        post("TR", "Depot run", line(MovementKind.TRANSFER, spade, "18", "EA", DOCK, SHOP));
        heading("11:00  A customer takes spades and a hose");
        PostingReceipt issue = post("GI", "Order C1003", line(MovementKind.ISSUE, spade, "7", "EA", SHOP, ""),
            line(MovementKind.ISSUE, hose, "1", "EA", DOCK, ""));
        heading("11:30  Somebody sells more than there is");
        boolean refused = oversell(line(MovementKind.ISSUE, spade, "900", "EA", SHOP, ""));
        heading("14:00  The order was entered twice on paper: the issue is reversed");
        PostingReceipt reversal = RefusedException.orRefuse(session.service(Ledger.class).reverse(issue.key(),
            "demo-day-reversal", Optional.empty(), "entered twice"));
        out.println("  " + name(issue) + " was reversed by " + name(reversal) + ".");
        heading("15:00  Two secateurs are found broken");
        Optional<StockRow> broken = session.service(Stock.class)
            .onHand(StockQuery.of(secateurs.id(), Grouping.LOCATION)).stream()
            .filter(row -> row.available().amount().compareTo(new BigDecimal(2)) >= 0).findFirst();
        if (broken.isPresent()) {
            post("SC", "Damaged", line(MovementKind.SCRAP, secateurs, "2", "EA", broken.get().location(), ""));
        }
        stock("Stock in the evening");

        boolean sound = verify() && refused;
        report("stock-on-hand", Map.of(), "stock-on-hand.pdf");
        report("stock-card", Map.of("item", spade.code()), "stock-card.pdf");
        out.flush();
        return sound;
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private void stock(String title) {
        heading(title);
        for (String code : ITEMS) {
            for (StockRow row : session.service(Stock.class)
                .onHand(StockQuery.of(item(code).id(), Grouping.LOCATION))) {
                out.printf("  %-9s %-32s %-10s %12s on hand %12s available%n", row.item(), row.itemName(),
                    row.location(), row.onHand(), row.available());
            }
        }
    }

    private Item item(String code) {
        return session.service(Items.class).byCode(code)
            .orElseThrow(() -> new IllegalStateException("the demo company has no item " + code));
    }

    private Optional<LocationId> place(String code) {
        return code.isEmpty() ? Optional.empty() : session.service(Locations.class).byCode(code).map(Location::id);
    }

    private MovementLine line(MovementKind kind, Item item, String amount, String unitCode, String from, String to) {
        Unit unit = item.packUnit(unitCode).orElseThrow();
        out.println("  " + kind.word() + " " + amount + " " + unitCode + " " + item.code() + " " + item.name()
            + (from.isEmpty() ? "" : " from " + from) + (to.isEmpty() ? "" : " to " + to));
        return MovementLine.of(kind, item.id(), Quantity.of(amount, unit), place(from), place(to));
    }

    private PostingRequest request(String series, String reference, MovementLine... lines) {
        return new PostingRequest("demo-day-" + ++documents, Instant.now(), List.of(lines), reference, "", series);
    }

    private PostingReceipt post(String series, String reference, MovementLine... lines) {
        PostingReceipt receipt = RefusedException
            .orRefuse(session.service(Ledger.class).post(request(series, reference, lines)));
        out.println("  posted as " + name(receipt));
        return receipt;
    }

    private static String name(PostingReceipt receipt) {
        return receipt.number().isEmpty() ? receipt.key() : receipt.number();
    }

    private boolean oversell(MovementLine line) {
        Outcome<PostingReceipt> outcome = session.service(Ledger.class).post(request("GI", "Order C1004", line));
        for (Refusal refusal : outcome.refusals()) {
            out.println("  refused: " + Console.text(refusal));
        }
        return !outcome.isDone();
    }

    private boolean verify() {
        heading("All checks");
        boolean sound = true;
        for (Verification.Result result : session.service(Verification.class).verify(session.progress())) {
            session.progress().clear();
            out.printf("  %-32s %8d rows  %s%n", result.check(), result.rows(),
                result.passed() ? "ok" : "BROKEN: " + result.detail());
            sound &= result.passed();
        }
        return sound;
    }

    private void report(String id, Map<String, String> arguments, String file) {
        Path written = RefusedException.orRefuse(session.service(Reports.class).render(id, arguments,
            folder.resolve(file), session.progress()));
        session.progress().clear();
        out.println();
        out.println("Report " + id + ": " + written);
    }

}
