package org.stockwright.purchasing.internal.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.internal.receiving.Demand;
import org.stockwright.purchasing.internal.receiving.Docking;
import org.stockwright.purchasing.internal.receiving.Papers;
import org.stockwright.purchasing.internal.receiving.ReceiptFollow;
import org.stockwright.purchasing.internal.receiving.ReceiptRows;
import org.stockwright.purchasing.internal.receiving.ReceiptRows.Statuses;
import org.stockwright.purchasing.internal.receiving.ReceiptSources;
import org.stockwright.purchasing.internal.receiving.ReceivingSettings;
import org.stockwright.purchasing.internal.receiving.Reversals;
import org.stockwright.purchasing.internal.receiving.Series;
import org.stockwright.purchasing.internal.receiving.SourceChain;
import org.stockwright.purchasing.internal.receiving.States;
import org.stockwright.purchasing.spi.WaitingDemand.Arrival;
import org.stockwright.security.spi.Guarded;

/** Decides about goods that wait for inspection. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.Inspections")
public final class InspectionsComponent implements Inspections, Guarded {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final String REJECTED = "REJECTED";

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final ReceiptSources sources;
    private final ReceivingSettings settings;
    private final Reversals reversals;
    private final Demand demand;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public InspectionsComponent(@Reference StockWork stock, @Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference ReceiptSources sources, @Reference ReceivingSettings settings, @Reference Reversals reversals,
        @Reference Demand demand, @Reference CompanyProfiles companies) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.sources = sources;
        this.settings = settings;
        this.reversals = reversals;
        this.demand = demand;
        this.companies = companies;
    }

    @Override
    public List<Plan> plans() {
        return work.read(QualityPlans::read).all();
    }

    @Override
    public Outcome<Integer> setPlans(List<Plan> plans) {
        List<Refusal> refusals = new ArrayList<>();
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            String wrong = wrong(plan);
            if (wrong.isEmpty() && !keys.add(List.of(plan.item(), plan.category(), plan.supplier()))) {
                wrong = "another one is for the same goods";
            }
            if (!wrong.isEmpty()) {
                refusals.add(Refusal.of(ReceivingRefusal.BAD_PLAN, wrong).hint("Change it or leave it out.")
                    .at(Place.line(i + 1L)));
            }
        }
        return refusals.isEmpty() ? work.write(transaction -> replace(transaction, plans)) : Outcome.refused(refusals);
    }

    static String wrong(Plan plan) {
        if (plan.item().isPresent() && !plan.category().isEmpty()) {
            return "it names an item and a category";
        }
        if (plan.category().length() > 400) {
            return "the category is longer than 400 characters";
        }
        return plan.every() < 1 || plan.extent() != Extent.EVERY_NTH && plan.every() != 1
            ? "every " + plan.every() + " does not fit " + plan.extent() : "";
    }

    static Outcome<Integer> replace(Transaction transaction, List<Plan> plans) throws SQLException {
        try (
            PreparedStatement delete = transaction.connection().prepareStatement("DELETE FROM quality_plan");
            PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO quality_plan (id, "
                + "item_id, category, supplier_id, extent, every_nth) VALUES (?, ?, ?, ?, ?, ?)")) {
            delete.executeUpdate();
            for (Plan plan : plans) {
                insert.setLong(1, transaction.nextId("receiving_seq"));
                insert.setLong(2, plan.item().map(ItemId::value).orElse(0L));
                insert.setString(3, plan.category());
                insert.setLong(4, plan.supplier().map(PartnerId::value).orElse(0L));
                insert.setString(5, plan.extent().name());
                insert.setInt(6, plan.every());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        transaction.tell("QUALITY_PLANS", "quality_plan", "all", Map.of("plans", Integer.toString(plans.size())));
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(plans.size());
    }

    @Override
    public List<Pending> pending(int limit) {
        return work.read(transaction -> {
            Map<DocumentLine, Document> waiting = new HashMap<>();
            book.lines(transaction, LineQuery.open(Receipts.KIND).in(Set.of(States.RECEIVED)), (receipt, line) -> {
                if (ReceiptFollow.pending(line).signum() > 0) {
                    waiting.put(line, receipt);
                }
            });
            Map<LineId, Statuses> statuses = ReceiptRows.statuses(transaction,
                waiting.keySet().stream().map(DocumentLine::id).toList());
            List<Pending> pending = new ArrayList<>();
            waiting.forEach((line, receipt) -> pending.add(new Pending(line.id(), receipt.number(), line.line(),
                receipt.partnerCode(), line.item(), line.lot(), line.locationCode(),
                statuses.get(line.id()).status(), new Quantity(ReceiptFollow.pending(line), line.quantity().unit()),
                receipt.effective())));
            pending.sort(Comparator.comparing(Pending::since).thenComparing(Pending::line));
            return List.copyOf(pending.subList(0, Math.min(limit, pending.size())));
        });
    }

    @Override
    public Outcome<Document> decide(Request request) {
        Outcome<Done> done = stock.write(work(request));
        if (done.isDone() && !done.value().repeated()) {
            demand.arrived(done.value().arrivals());
        }
        return done.map(Done::document);
    }

    @Override
    public Outcome<Document> attempt(Request request) {
        return stock.attempt(work(request)).map(Done::document);
    }

    /** What was decided, and which goods are available by it. */
    private record Done(Document document, boolean repeated, List<Arrival> arrivals) {
    }

    /** A decision about a part of a receipt's line. */
    private record Part(DocumentLine line, String status, boolean accepted, BigDecimal quantity, String reason) {
    }

    private StockWork.Work<Done> work(Request request) {
        String hash = Papers.hash(request);
        Docking docking = settings.docking();
        return step -> decide(step, request, hash, docking);
    }

    private Outcome<Done> decide(StockStep step, Request request, String hash, Docking docking) throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get().map(document -> new Done(document, true, List.of()));
        }
        List<LineId> lines = request.decisions().stream().map(Decision::line).toList();
        SourceChain chain = sources.chain(transaction, lines);
        Set<DocumentId> concerned = chain.documents(lines);
        Map<LineId, Document> receipts = new HashMap<>();
        Map<LineId, DocumentLine> known2 = new HashMap<>();
        book.lock(transaction, concerned).stream().filter(document -> document.kind().equals(Receipts.KIND))
            .filter(document -> document.state().equals(States.RECEIVED))
            .forEach(document -> document.lines().forEach(line -> {
                receipts.put(line.id(), document);
                known2.put(line.id(), line);
            }));
        // a second sender of the same key waited for the lock
        known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get().map(document -> new Done(document, true, List.of()));
        }
        List<Refusal> refusals = new ArrayList<>();
        List<Part> parts = parts(request, known2, receipts, ReceiptRows.statuses(transaction, lines), refusals);
        if (parts.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Say what is accepted or rejected."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return store(step, request, hash, docking, parts, chain, receipts, concerned);
    }

    private static List<Part> parts(Request request, Map<LineId, DocumentLine> lines, Map<LineId, Document> receipts,
        Map<LineId, Statuses> statuses, List<Refusal> refusals) {
        List<Part> parts = new ArrayList<>();
        Map<LineId, BigDecimal> decided = new HashMap<>();
        int at = 0;
        for (Decision decision : request.decisions()) {
            at++;
            DocumentLine line = lines.get(decision.line());
            if (line == null || !statuses.containsKey(decision.line()) || ReceiptFollow.pending(line).signum() <= 0) {
                refusals.add(Refusal.of(ReceivingRefusal.NOTHING_PENDING,
                    line == null ? "the receipt" : receipts.get(decision.line()).number(),
                    line == null ? decision.line() : line.line()).hint("List what waits for inspection.")
                    .at(Place.line(at)));
                continue;
            }
            BigDecimal both = decision.accepted().add(decision.rejected());
            BigDecimal left = ReceiptFollow.pending(line)
                .subtract(decided.getOrDefault(line.id(), BigDecimal.ZERO));
            if (decision.accepted().signum() < 0 || decision.rejected().signum() < 0 || both.compareTo(left) > 0) {
                refusals.add(Refusal.of(ReceivingRefusal.MORE_THAN_PENDING, both.toPlainString(),
                    new Quantity(left, line.quantity().unit())).hint("Decide about no more than that.")
                    .at(Place.line(at)));
                continue;
            }
            if (decision.rejected().signum() > 0 && decision.reason().isBlank()) {
                refusals.add(Refusal.of(ReceivingRefusal.REASON_MISSING).hint("Say what is wrong with the goods.")
                    .at(Place.line(at)));
                continue;
            }
            decided.merge(line.id(), both, BigDecimal::add);
            String status = statuses.get(line.id()).status();
            for (boolean accepted : new boolean[] { true, false }) {
                BigDecimal quantity = accepted ? decision.accepted() : decision.rejected();
                Place place = Place.line(at);
                Quantity.checked(quantity, line.quantity().unit()).refusals()
                    .forEach(refusal -> refusals.add(refusal.at(place)));
                if (quantity.signum() > 0) {
                    parts.add(new Part(line, status, accepted, quantity, decision.reason()));
                }
            }
        }
        return parts;
    }

    private Outcome<Done> store(StockStep step, Request request, String hash, Docking docking, List<Part> parts,
        SourceChain chain, Map<LineId, Document> receipts, Set<DocumentId> concerned) throws SQLException {
        Transaction transaction = step.transaction();
        Document first = receipts.get(parts.getFirst().line().id());
        List<NewDocument.Line> lines = parts.stream().map(part -> NewDocument.Line.of(part.line().itemId(),
            quantity(part)).ofLot(part.line().lot()).at(part.line().location()).noted(part.reason())
            .from(Optional.of(part.line().id()))).toList();
        NewDocument made = NewDocument
            .of(KIND, request.key(), hash, States.DECIDED, first.currency(), request.effective(), lines)
            .with(first.partner(), "", "").at(first.place(), Optional.empty()).madeOf(Optional.of(first.id()));
        List<Refusal> bad = book.check(made);
        if (!bad.isEmpty()) {
            return Outcome.refused(bad);
        }
        String number = step.number(Series.INSPECTION);
        Outcome<PostingReceipt> posting = step.post(new PostingRequest(request.key() + Papers.POSTING,
            request.effective(), parts.stream().map(InspectionsComponent::movement).toList(), number, "", ""));
        if (!posting.isDone()) {
            return Outcome.refused(posting.refusals());
        }
        Document stored = book.store(transaction, made.posted(Optional.of(posting.value().id())), number);
        List<Flow> flows = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            LineId by = stored.lines().get(i).id();
            List<LineId> up = chain.from(part.line().id());
            if (!part.accepted()) {
                Papers.flow(flows, up, Step.REJECTED, part.quantity(), by, request.effective());
                continue;
            }
            LocationId place = part.line().location().orElseThrow();
            Papers.flow(flows, List.of(part.line().id()), Step.ACCEPTED, part.quantity(), by, request.effective());
            if (!docking.isReceivingArea(place)) {
                Papers.flow(flows, up, Step.PUT_AWAY, part.quantity(), by, request.effective());
            }
            arrivals.add(new Arrival(part.line().itemId(), part.line().lot(), place, quantity(part), number));
        }
        book.flow(transaction, flows);
        sources.settle(transaction, concerned);
        return Outcome.done(new Done(book.read(transaction, List.of(stored.id())).getFirst(), false, arrivals));
    }

    private static Quantity quantity(Part part) {
        return new Quantity(part.quantity(), part.line().quantity().unit());
    }

    private static MovementLine movement(Part part) {
        return MovementLine.of(MovementKind.STATUS, part.line().itemId(), quantity(part), part.line().location(),
            part.line().location()).withLot(part.line().lot())
            .withStatus(part.status(), part.accepted() ? MovementLine.AVAILABLE : REJECTED).withReason(part.reason());
    }

    @Override
    public Outcome<Document> reverse(Reversal reversal) {
        return reversals.reverse(reversal, KIND, Series.INSPECTION);
    }

    @Override
    public List<Rejects> rejects(LocalDate from, LocalDate to) {
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        long start = Micros.of(from.atStartOfDay(zone).toInstant());
        long end = Micros.of(to.plusDays(1).atStartOfDay(zone).toInstant());
        return work.read(transaction -> {
            Map<String, PartnerId> partners = new HashMap<>();
            Map<String, BigDecimal> received = new java.util.TreeMap<>();
            Map<String, BigDecimal> rejected = new HashMap<>();
            sum(transaction, "SELECT p.id, p.code, SUM(l.quantity) FROM document d JOIN document_line l "
                + "ON l.document_id = d.id JOIN partner p ON p.id = d.partner_id WHERE d.kind = ? "
                + "AND d.state IN ('RECEIVED', 'STORED') AND p.id <> 0 AND d.effective_at >= ? AND d.effective_at < ? "
                + "GROUP BY p.id, p.code", start, end, partners, received);
            sum(transaction, "SELECT p.id, p.code, SUM(f.quantity) FROM document d JOIN document_line l "
                + "ON l.document_id = d.id JOIN document_flow f ON f.line_id = l.id JOIN partner p "
                + "ON p.id = d.partner_id WHERE d.kind = ? AND f.step = 'REJECTED' AND d.state IN ('RECEIVED', "
                + "'STORED') AND p.id <> 0 AND d.effective_at >= ? AND d.effective_at < ? GROUP BY p.id, p.code", start,
                end, partners, rejected);
            List<Rejects> rejects = new ArrayList<>();
            received.forEach((code, quantity) -> {
                BigDecimal bad = rejected.getOrDefault(code, BigDecimal.ZERO);
                rejects.add(new Rejects(partners.get(code), code, quantity, bad,
                    bad.multiply(MILLION).divide(quantity, 0, RoundingMode.HALF_UP)));
            });
            return rejects;
        });
    }

    private static void sum(Transaction transaction, String sql, long start, long end,
        Map<String, PartnerId> partners, Map<String, BigDecimal> sums) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, Receipts.KIND);
            select.setLong(2, start);
            select.setLong(3, end);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    partners.put(row.getString(2), new PartnerId(row.getLong(1)));
                    sums.put(row.getString(2), row.getBigDecimal(3).stripTrailingZeros());
                }
            }
        }
    }

}
