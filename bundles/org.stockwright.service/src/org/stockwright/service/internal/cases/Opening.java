package org.stockwright.service.internal.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.stock.BatchRows;
import org.stockwright.service.internal.stock.EventRows;
import org.stockwright.service.internal.stock.FreeUnits;
import org.stockwright.service.internal.stock.ResultRows;
import org.stockwright.service.internal.stock.WorkTerms;

/** Opens a case in one step. */
final class Opening {

    private static final BigDecimal MICROS_PER_MINUTE = BigDecimal.valueOf(60_000_000);

    private final DocumentBook book;
    private final StockStep step;
    private final WorkTerms terms;
    private final Arrival arrival;
    private final CaseDesk.Before before;

    Opening(DocumentBook book, StockStep step, WorkTerms terms, Arrival arrival, CaseDesk.Before before) {
        this.before = before;
        this.book = book;
        this.step = step;
        this.terms = terms;
        this.arrival = arrival;
    }

    private String hash() {
        Canonical text = new Canonical(Cases.KIND).add(arrival.template()).add(arrival.customer())
            .add(arrival.reference()).add(arrival.storedOnly()).add(arrival.arrived());
        new TreeMap<>(arrival.data()).forEach((name, value) -> text.add(name).add(value));
        return text.hash();
    }

    Optional<Outcome<Document>> known() throws SQLException {
        return book.known(step.transaction(), arrival.key(), hash());
    }

    /** A unit that is free, of a batch; by which version it is gone on with, and how many of its stages are done. */
    private record Chosen(Batch batch, FreeStock.Stock stock, int unit, Template template, int ahead) {
    }

    /**
     * @param current the version of the day of arrival
     * @param versions all versions: a stored unit that does not fit the current one is gone on with by the one that prepared it
     */
    Outcome<DocumentId> run(Template current, List<Template> versions) throws SQLException {
        if (arrival.arrived().isAfter(step.transaction().now())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.IN_THE_FUTURE, arrival.arrived())
                .hint("A case is opened when the customer has come."));
        }
        // whoever opens a case waits here for whoever opened one just now: each sees what the others hold
        String number = step.number(CaseKind.SERIES);
        if (known().isPresent()) {
            throw new LostRace();
        }
        before.in(step);
        Optional<Chosen> chosen = choose(current, versions);
        if (chosen.isEmpty() && arrival.storedOnly()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NO_STORED_UNIT, arrival.template())
                .hint("Prepare a batch, or open the case on demand."));
        }
        Template template = chosen.map(Chosen::template).orElse(current);
        int ahead = chosen.map(Chosen::ahead).orElse(0);
        Outcome<NewDocument> made = document(template, chosen, ahead);
        if (!made.isDone()) {
            return Outcome.refused(made.refusals());
        }
        Optional<ReservationView> held = Optional.empty();
        if (chosen.isPresent()) {
            Outcome<List<ReservationView>> outcome = step.hold(List.of(hold(chosen.get(), number)));
            if (!outcome.isDone()) {
                if (outcome.refusals().getFirst().code() == LedgerRefusal.NOT_ENOUGH_FREE) {
                    throw new LostRace();
                }
                return Outcome.refused(outcome.refusals());
            }
            held = Optional.of(outcome.value().getFirst());
        }
        Document document = book.store(step.transaction(), made.value(), number);
        Optional<CaseRows.Unit> unit = held.map(one -> new CaseRows.Unit(chosen.orElseThrow().batch().document(),
            chosen.orElseThrow().unit(), one.id()));
        keep(document, template, ahead, unit);
        return Outcome.done(document.id());
    }

    private static Reservations.Request hold(Chosen chosen, Arrival arrival, String number, Quantity one) {
        return new Reservations.Request(arrival.key() + ":unit", chosen.batch().item(), chosen.stock().place().id(),
            chosen.batch().lot(), PartnerId.SELF, chosen.stock().status(), one, number, Optional.empty());
    }

    private Reservations.Request hold(Chosen chosen, String number) throws SQLException {
        ItemFacts item = ItemFacts.read(step.transaction(), List.of(chosen.batch().item())).get(chosen.batch().item());
        return hold(chosen, arrival, number, Quantity.of(1, Objects.requireNonNull(item).unit()));
    }

    /**
     * The unit that expires first and has not expired, of those that anybody can still go on with; one that was prepared for this
     * customer before others, and none that was prepared for another one. It lies where whoever opens the case may hold stock.
     */
    private Optional<Chosen> choose(Template current, List<Template> versions) throws SQLException {
        Map<Integer, Template> byVersion = new HashMap<>();
        versions.forEach(one -> byVersion.put(one.version(), one));
        FreeUnits units = new FreeUnits(step.transaction(), terms.places(), arrival.template(), versions);
        if (units.items().isEmpty()) {
            return Optional.empty();
        }
        Optional<Chosen> chosen = choose(current, byVersion, units);
        return chosen.isEmpty() && units.settle() ? choose(current, byVersion, units) : chosen;
    }

    private Optional<Chosen> choose(Template current, Map<Integer, Template> byVersion, FreeUnits units)
        throws SQLException {
        BatchRows rows = new BatchRows(step.transaction());
        List<FreeStock.Stock> stock = new FreeStock(step.transaction(), terms.places(), terms.holding())
            .read(units.items(), Set.of(), false).values().stream().flatMap(List::stream).toList();
        String client = Client.of(step.transaction(), arrival.customer()).code();
        Optional<Chosen> anybodys = Optional.empty();
        for (FreeUnits.Unit one : units.among(stock, terms.day(step.transaction().now()))) {
            Batch batch = one.batch();
            // a version that was approved a moment ago may not be among those that were read
            Template made = byVersion.get(batch.version());
            Optional<BatchRows.Waiting> free = made == null ? Optional.empty() : rows.free(batch.document(), client);
            if (made != null && free.isPresent() && (free.get().own() || anybodys.isEmpty())) {
                Optional<Integer> behind = current.behind(made, batch.stages());
                Chosen chosen = new Chosen(batch, one.stock(), free.get().number(), behind.isPresent() ? current : made,
                    behind.orElse(batch.stages()));
                if (free.get().own()) {
                    return Optional.of(chosen);
                }
                anybodys = Optional.of(chosen);
            }
        }
        return anybodys;
    }

    private Outcome<NewDocument> document(Template template, Optional<Chosen> chosen, int ahead) throws SQLException {
        Set<ItemId> items = new HashSet<>(Set.of(template.service()));
        chosen.ifPresent(one -> items.add(one.batch().item()));
        Map<ItemId, ItemFacts> facts = ItemFacts.read(step.transaction(), items);
        ItemFacts service = Objects.requireNonNull(facts.get(template.service()));
        Outcome<Quantity> one = Quantity.checked(BigDecimal.ONE, service.unit());
        if (!one.isDone()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_IN_ONES, service.code(), service.unit().code())
                .hint("Use an item that is counted in pieces."));
        }
        List<NewDocument.Line> lines = new ArrayList<>();
        lines.add(NewDocument.Line.of(service.id(), one.value())
            .noted(template.code() + " version " + template.version()));
        if (chosen.isPresent()) {
            Batch batch = chosen.get().batch();
            lines.add(NewDocument.Line
                .of(batch.item(), Quantity.of(1, Objects.requireNonNull(facts.get(batch.item())).unit()))
                .ofLot(batch.lot()).at(Optional.of(chosen.get().stock().place().id()))
                .from(Optional.of(wanting(batch).id()))
                .noted("unit " + chosen.get().unit()).partOf(0));
        }
        NewDocument made = NewDocument
            .of(Cases.KIND, arrival.key(), hash(), stateOf(template, ahead).name(), terms.currency(), arrival.arrived(),
                lines)
            .with(arrival.customer(), "", arrival.reference()).at(template.queue(), Optional.empty())
            .wanted(Optional.of(terms.day(promised(template, ahead))), 0);
        List<Refusal> refusals = book.check(made);
        return refusals.isEmpty() ? Outcome.done(made) : Outcome.refused(refusals);
    }

    private static ServiceCase.State stateOf(Template template, int ahead) {
        return ahead == template.stages().size() ? ServiceCase.State.READY : ServiceCase.State.IN_WORK;
    }

    private DocumentLine wanting(Batch batch) throws SQLException {
        return book.read(step.transaction(), List.of(batch.document())).getFirst().lines().getFirst();
    }

    /** An instant so many minutes later, to the microsecond. */
    static Instant later(Instant instant, BigDecimal minutes) {
        return instant.plus(minutes.multiply(MICROS_PER_MINUTE).setScale(0, RoundingMode.CEILING).longValue(),
            ChronoUnit.MICROS);
    }

    /** Arrival, and what each stage that is left may take: its due time, else its standard time. */
    private Instant promised(Template template, int ahead) {
        Instant result = arrival.arrived();
        for (Stage stage : template.stages().subList(ahead, template.stages().size())) {
            result = later(result, stage.dueMinutes().orElse(stage.minutes()));
        }
        return result;
    }

    private void keep(Document document, Template template, int ahead, Optional<CaseRows.Unit> unit)
        throws SQLException {
        CaseRows rows = new CaseRows(step.transaction());
        rows.insert(new CaseRows.Row(document.id(), template.code(), template.version(), ahead, unit, arrival.arrived(),
            promised(template, ahead), Optional.empty()));
        List<CaseRows.StageRow> stages = new ArrayList<>();
        for (int number = 1; number <= template.stages().size(); number++) {
            Stage stage = template.stages().get(number - 1);
            StageState state = number <= ahead ? StageState.AHEAD
                : number == ahead + 1 ? StageState.READY : StageState.WAITING;
            Optional<Instant> due = state == StageState.READY
                ? stage.dueMinutes().map(minutes -> later(arrival.arrived(), minutes)) : Optional.empty();
            stages.add(new CaseRows.StageRow(number, state, due, Optional.empty(), ""));
        }
        rows.insert(document.id(), stages);
        new ResultRows(step.transaction()).add(new ResultRows.Of(document.id(), 0, 0), "", arrival.data());
        if (unit.isPresent()) {
            new BatchRows(step.transaction()).unit(unit.get().batch(), unit.get().number(), UnitState.HELD,
                Optional.of(document.id()), "");
            DocumentLine held = document.line(2).orElseThrow();
            book.flow(step.transaction(), List.of(new Flow(held.source().orElseThrow(), Step.ALLOCATED, BigDecimal.ONE,
                Optional.of(held.id()), step.transaction().now())));
        }
        new EventRows(step.transaction()).add(new EventRows.Event(EventRows.OWN + document.number() + ":opened", hash(),
            Optional.of(document.id()), "opened", 0, arrival.arrived()));
    }

}
