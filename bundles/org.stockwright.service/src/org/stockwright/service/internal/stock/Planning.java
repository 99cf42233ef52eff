package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.service.Batch;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;

/** Plans a batch in one step. */
final class Planning {

    private static final int LONGEST_LOT = 64;

    private final DocumentBook book;
    private final StockStep step;
    private final WorkTerms terms;
    private final Plan plan;
    private final BatchRows rows;

    Planning(DocumentBook book, StockStep step, WorkTerms terms, Plan plan) {
        this.book = book;
        this.step = step;
        this.terms = terms;
        this.plan = plan;
        this.rows = new BatchRows(step.transaction());
    }

    static List<Refusal> check(Plan plan) {
        List<Refusal> refusals = new ArrayList<>();
        if (plan.units() < 1 || plan.units() > Preparations.MOST_UNITS) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_UNITS, Preparations.MOST_UNITS, plan.units())
                .hint("Plan several batches for more."));
        }
        if (!ResultRows.fits(plan.lot(), LONGEST_LOT)) {
            refusals.add(ResultRows.unfit("lot", LONGEST_LOT));
        }
        refusals.addAll(ResultRows.check("", plan.data()));
        if (!plan.each().isEmpty() && plan.each().size() != plan.units()) {
            refusals.add(Refusal.of(ServiceRefusal.DATA_OF_OTHER_UNITS, plan.units(), plan.each().size())
                .hint("Give one row of data for each unit, or none."));
        }
        for (int i = 0; i < plan.each().size(); i++) {
            Refusal.Place line = Refusal.Place.line(i + 1L);
            ResultRows.check("", plan.each().get(i)).forEach(refusal -> refusals.add(refusal.at(line)));
        }
        return refusals;
    }

    /** Units can be prepared for partners that there are. */
    private List<Refusal> checkClients() throws SQLException {
        Map<String, Long> lines = new TreeMap<>();
        Optional.ofNullable(plan.data().get(Plan.CLIENT)).ifPresent(client -> lines.put(client, 0L));
        for (int i = 0; i < plan.each().size(); i++) {
            String client = plan.each().get(i).get(Plan.CLIENT);
            if (client != null) {
                lines.putIfAbsent(client, i + 1L);
            }
        }
        new BulkSelect(step.transaction()).each("SELECT code FROM partner WHERE code IN ",
            List.copyOf(lines.keySet()), "", row -> lines.remove(row.getString(1)));
        return lines.entrySet().stream()
            .map(unknown -> Refusal.of(ServiceRefusal.UNKNOWN_CLIENT, unknown.getKey())
                .hint("Enter him as a partner first, or leave it out: then anybody can have the unit.")
                .at(Refusal.Place.field(unknown.getValue(), Plan.CLIENT)))
            .toList();
    }

    private String hash() {
        Canonical text = new Canonical(Preparations.KIND).add(plan.template()).add(plan.units()).add(plan.when())
            .add(plan.lot());
        new TreeMap<>(plan.data()).forEach((name, value) -> text.add(name).add(value));
        for (int i = 0; i < plan.each().size(); i++) {
            text.add(i + 1);
            new TreeMap<>(plan.each().get(i)).forEach((name, value) -> text.add(name).add(value));
        }
        return text.hash();
    }

    Optional<Outcome<Document>> known() throws SQLException {
        return book.known(step.transaction(), plan.key(), hash());
    }

    Outcome<DocumentId> run(Template template) throws SQLException {
        if (template.boundary() == 0 || template.stored().isEmpty() || template.queue().isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOTHING_AHEAD, template.code())
                .hint("Move the push-pull boundary behind the stages that can be done before a customer comes."));
        }
        ItemId stored = template.stored().get();
        ItemFacts item = ItemFacts.read(step.transaction(), List.of(stored)).get(stored);
        if (item == null) {
            throw new IllegalStateException("no item " + stored);
        }
        if (item.tracking() != Tracking.LOT) {
            return Outcome.refused(Refusal.of(ServiceRefusal.STORED_NOT_BY_LOT, item.code())
                .hint("A batch is a lot: use an item that is tracked by lot."));
        }
        Outcome<Quantity> quantity = Quantity.checked(BigDecimal.valueOf(plan.units()), item.unit());
        if (!quantity.isDone() || !Quantity.checked(BigDecimal.ONE, item.unit()).isDone()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_IN_ONES, item.code(), item.unit().code())
                .hint("Use an item that is counted in pieces."));
        }
        List<Refusal> strangers = checkClients();
        if (!strangers.isEmpty()) {
            return Outcome.refused(strangers);
        }
        // whoever plans waits here for whoever planned just now: also for a second sender of the same key
        String number = step.number(PreparationKind.SERIES);
        if (known().isPresent()) {
            throw new LostRace();
        }
        String lot = plan.lot().isEmpty() ? number : plan.lot();
        if (rows.isLotTaken(stored, lot)) {
            return Outcome.refused(Refusal.of(ServiceRefusal.LOT_TAKEN, lot, item.code()).hint(plan.lot().isEmpty()
                ? "Name another lot." : "Leave the lot empty: it is called like the document then."));
        }
        NewDocument made = NewDocument
            .of(Preparations.KIND, plan.key(), hash(), Batch.State.PLANNED.name(),
                terms.currency(), step.transaction().now(),
                List.of(NewDocument.Line.of(stored, quantity.value()).ofLot(lot).at(template.queue())
                    .noted(template.code() + " version " + template.version())))
            .at(template.queue(), Optional.empty()).wanted(plan.when().map(terms::day), 0);
        List<Refusal> refusals = book.check(made);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        DocumentId id = book.store(step.transaction(), made, number).id();
        rows.insert(id, template, stored, lot, plan.units(), plan.when());
        ResultRows results = new ResultRows(step.transaction());
        results.add(new ResultRows.Of(id, 0, 0), "", plan.data());
        for (int i = 0; i < plan.each().size(); i++) {
            results.add(new ResultRows.Of(id, i + 1, 0), "", plan.each().get(i));
        }
        new EventRows(step.transaction())
            .add(new EventRows.Event(EventRows.OWN + number + ":planned", hash(), Optional.of(id), "planned", 0,
                step.transaction().now()));
        return Outcome.done(id);
    }

}
