package org.stockwright.service.internal.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.Cases.Ran;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.stock.BatchRows;
import org.stockwright.service.internal.stock.EventRows;
import org.stockwright.service.internal.stock.ResultRows;
import org.stockwright.service.internal.stock.StageRunner;
import org.stockwright.service.internal.stock.WorkDesk;
import org.stockwright.service.spi.StageAutomation;

/** Where cases are worked on, for whoever may. */
@Component(service = CaseDesk.class)
public final class CaseDesk {

    /** The name under which automated stages know the number of the case. */
    private static final String NUMBER = "case";
    private static final int LONGEST_REASON = 200;

    private final WorkDesk desk;
    private final StageRunner runner;
    private final Partners partners;

    /** Lives as long as the open book. */
    @Activate
    public CaseDesk(@Reference WorkDesk desk, @Reference StageRunner runner, @Reference Partners partners) {
        this.desk = desk;
        this.runner = runner;
        this.partners = partners;
    }

    /** What is done behind the lock of the series of cases, and before a stored unit is chosen. */
    @FunctionalInterface
    public interface Before {

        /** Does it in the step that opens the case. */
        void in(StockStep step) throws SQLException;

    }

    /** Opens a case without running anything. */
    Outcome<DocumentId> open(Arrival arrival) {
        return open(arrival, step -> {
            // nothing was held for a customer who has not booked
        });
    }

    /** The same for somebody for whom a unit was held: what is given back before can be taken by nobody else. */
    public Outcome<DocumentId> open(Arrival arrival, Before before) {
        List<Refusal> refusals = new ArrayList<>();
        ActionKeys.bad(arrival.key()).ifPresent(refusals::add);
        refusals.addAll(ResultRows.check("", arrival.data()));
        Optional<Partner> customer = arrival.customer().equals(PartnerId.SELF) ? Optional.empty()
            : partners.get(arrival.customer());
        Optional<Refusal> nobody = customer
            .filter(one -> one.active() && one.roles().contains(Partner.Role.CUSTOMER)).isPresent() ? Optional.empty()
                : Optional.of(Refusal
                    .of(ServiceRefusal.NOT_A_CUSTOMER, customer.map(Partner::code).orElse("nobody"))
                    .hint("Name a partner who is an active customer."));
        if (!refusals.isEmpty()) {
            nobody.ifPresent(refusals::add);
            return Outcome.refused(refusals);
        }
        return desk.terms().then(terms -> {
            List<Template> versions = desk.templates().versions(arrival.template());
            Outcome<Template> current = desk.inUse(arrival.template(), terms.day(arrival.arrived()));
            return desk.stockWork().write(step -> {
                Opening opening = new Opening(desk.book(), step, terms, arrival, before);
                Optional<Outcome<Document>> known = opening.known();
                if (known.isPresent()) {
                    return known.get().map(Document::id);
                }
                if (nobody.isPresent()) {
                    return Outcome.refused(nobody.get());
                }
                return current.isDone() ? opening.run(current.value(), versions) : Outcome.refused(current.refusals());
            });
        });
    }

    /** A stage was done by somebody; nothing is run behind it. */
    Outcome<DocumentId> done(StageResult result) {
        Canonical text = new Canonical("stage").add(result.document()).add(result.stage()).add(result.summary())
            .add(result.effective());
        new TreeMap<>(result.data()).forEach((name, value) -> text.add(name).add(value));
        return step(new CaseStep.Request(result.key(), text.hash(), result.document(), result.effective()),
            one -> one.done(new CaseStep.Said(result.stage(),
                new StageAutomation.Result(result.summary(), result.data(), List.of()), false)));
    }

    /** When what was asked for with a key happened; empty when nobody used the key. */
    Optional<Instant> happened(String key) {
        return desk.work().read(transaction -> new EventRows(transaction).happened(key));
    }

    Outcome<DocumentId> deliver(String key, DocumentId document, Instant effective) {
        return step(new CaseStep.Request(key, new Canonical("deliver").add(document).add(effective).hash(), document,
            effective), CaseStep::deliver);
    }

    Outcome<DocumentId> cancel(Cancel cancel) {
        if (cancel.reason().isBlank()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.REASON_MISSING).hint("Say why nobody wants it any more."));
        }
        if (!ResultRows.fits(cancel.reason(), LONGEST_REASON)) {
            return Outcome.refused(ResultRows.unfit("reason", LONGEST_REASON));
        }
        String hash = new Canonical("cancel").add(cancel.document()).add(cancel.scrap()).add(cancel.reason())
            .add(cancel.effective()).hash();
        return step(new CaseStep.Request(cancel.key(), hash, cancel.document(), cancel.effective()),
            one -> one.cancel(cancel));
    }

    /** What is done in a step of a case. */
    @FunctionalInterface
    private interface Doing {

        Outcome<DocumentId> in(CaseStep step) throws SQLException;

    }

    private Outcome<DocumentId> step(CaseStep.Request request, Doing doing) {
        Optional<Refusal> bad = ActionKeys.bad(request.key());
        return bad.isPresent() ? Outcome.refused(bad.get()) : trusted(request, doing);
    }

    private Outcome<DocumentId> trusted(CaseStep.Request request, Doing doing) {
        return stepped(step -> request, request.document(), doing);
    }

    private Outcome<DocumentId> stepped(Function<StockStep, CaseStep.Request> request, DocumentId document,
        Doing doing) {
        return template(document).then(template -> desk.terms().then(terms -> desk.stockWork()
            .write(step -> doing.in(new CaseStep(desk.book(), step, terms, template, request.apply(step))))));
    }

    private Outcome<Template> template(DocumentId document) {
        Optional<CaseRows.Row> row = desk.work().read(transaction -> new CaseRows(transaction).get(document));
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_CASE, document.value())
                .hint("Look for it among the service cases."));
        }
        return desk.version(row.get().template(), row.get().version());
    }

    /** An automated stage whose turn it is. */
    private record Turn(String number, int stage, Map<String, String> data) {
    }

    /** Runs automated stages up to the first one that somebody has to do. */
    Outcome<DocumentId> run(DocumentId document) {
        Outcome<Template> template = template(document);
        if (!template.isDone()) {
            return Outcome.refused(template.refusals());
        }
        while (true) {
            Optional<Turn> turn = desk.work().read(transaction -> turn(transaction, document));
            Optional<Stage> stage = turn.map(one -> template.value().stages().get(one.stage() - 1))
                .filter(StageRunner::isAutomated);
            if (stage.isEmpty()) {
                return Outcome.done(document);
            }
            Outcome<DocumentId> ran = run(document, turn.orElseThrow(), stage.get());
            if (!ran.isDone()) {
                return ran;
            }
        }
    }

    private static Optional<Turn> turn(Transaction transaction, DocumentId document) throws SQLException {
        CaseRows rows = new CaseRows(transaction);
        Optional<CaseRows.Row> row = rows.get(document).filter(one -> one.ended().isEmpty());
        Optional<CaseRows.StageRow> stage = rows.stages(document).stream()
            .filter(one -> one.state() == StageState.READY).findFirst();
        if (row.isEmpty() || stage.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> data = CaseResults.of(transaction, List.of(document)).data(document);
        Map<String, String> known = known(transaction, document);
        known.forEach((name, value) -> {
            // something else, or a group of a letter's fields, may be called so
            if (data.keySet().stream().noneMatch(other -> (other + '.').startsWith(name + '.'))) {
                data.put(name, value);
            }
        });
        return Optional.of(new Turn(Objects.requireNonNull(known.get(NUMBER)), stage.get().stage(), data));
    }

    /** What automated stages know without being told: the number of the case, and the customer. */
    private static Map<String, String> known(Transaction transaction, DocumentId document) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT number, partner_id FROM document WHERE id = ?")) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Client client = Client.of(transaction, new PartnerId(row.getLong(2)));
                return Map.of(NUMBER, row.getString(1), "customer", client.code(), "customer_name", client.name());
            }
        }
    }

    private Outcome<DocumentId> run(DocumentId document, Turn turn, Stage stage) {
        String unit = turn.number() + ":" + turn.stage();
        Outcome<List<StageAutomation.Result>> results = runner.run(stage,
            List.of(new StageAutomation.Unit(unit, turn.data(), Optional.of(turn.number()))));
        // nobody else's key begins so, and whoever runs the same stage at the same time made the same; it is done when it is recorded,
        // which is earlier than now in a unit of work that began before
        return alone(results).then(some -> stepped(
            step -> new CaseStep.Request(EventRows.OWN + unit, new Canonical("automation").add(unit).hash(), document,
                step.transaction().now()),
            document, step -> step.done(new CaseStep.Said(stage.code(), some.getFirst(), true))));
    }

    /** Of one unit nobody has to say which it is. */
    private static <T> Outcome<T> alone(Outcome<T> outcome) {
        return outcome.isDone() ? outcome
            : Outcome.refused(outcome.refusals().stream()
                .map(refusal -> refusal.at(new Refusal.Place("", 0, refusal.place().column()))).toList());
    }

    /** Says in the trail why a stage did not run; what was asked for is done all the same. */
    public Outcome<DocumentId> runOrTell(DocumentId document) {
        Outcome<DocumentId> ran = run(document);
        return ran.isDone() ? ran : desk.work().write(transaction -> {
            desk.book().tell(transaction, document, "stage failed",
                StoredText.mended(ran.refusals().getFirst().toString()));
            return Outcome.done(document);
        });
    }

    Outcome<Ran> runAll(Progress progress) {
        List<DocumentId> waiting = desk.work().read(transaction -> new CaseRows(transaction).automated());
        progress.begin("Running stages of cases", waiting.size());
        int went = 0;
        List<Refusal> refusals = new ArrayList<>();
        for (DocumentId document : waiting) {
            progress.check();
            Outcome<DocumentId> ran = run(document);
            went += ran.isDone() ? 1 : 0;
            if (!ran.isDone()) {
                String number = desk.work().read(transaction -> known(transaction, document).get(NUMBER));
                ran.refusals().forEach(
                    refusal -> refusals.add(refusal.at(new Refusal.Place(number, 0, refusal.place().column()))));
            }
            progress.worked(1);
        }
        return Outcome.done(new Ran(went, refusals));
    }

    /** Cases as they are shown. */
    List<ServiceCase> read(CasesAsked asked) {
        record Found(List<CaseRows.Row> rows, Map<DocumentId, Document> documents, Map<DocumentId, Batch> batches,
            Map<DocumentId, List<CaseRows.StageRow>> stages, CaseResults results) {
        }
        Found found = desk.work().read(transaction -> {
            CaseRows reader = new CaseRows(transaction);
            List<CaseRows.Row> rows = asked.in(reader);
            List<DocumentId> ids = rows.stream().map(CaseRows.Row::document).toList();
            Map<DocumentId, Document> documents = new HashMap<>();
            desk.book().read(transaction, ids).forEach(one -> documents.put(one.id(), one));
            Map<DocumentId, Batch> batches = new BatchRows(transaction).heads(
                rows.stream().flatMap(row -> row.unit().stream()).map(CaseRows.Unit::batch).toList());
            return new Found(rows, documents, batches, reader.stages(ids), CaseResults.of(transaction, ids));
        });
        Map<String, List<Template>> versions = new HashMap<>();
        List<ServiceCase> result = new ArrayList<>();
        for (CaseRows.Row row : found.rows()) {
            Template template = versions.computeIfAbsent(row.template(), desk.templates()::versions).stream()
                .filter(one -> one.version() == row.version()).findFirst().orElseThrow();
            Document document = Objects.requireNonNull(found.documents().get(row.document()));
            List<CaseStage> stages = found.stages().getOrDefault(row.document(), List.of()).stream()
                .map(one -> new CaseStage(one.stage(), template.stages().get(one.stage() - 1), one.state(), one.due(),
                    one.done(), one.user(), found.results().summary(row.document(), one.stage())))
                .toList();
            Optional<ServiceCase.TakenUnit> unit = row.unit().map(one -> {
                Batch batch = Objects.requireNonNull(found.batches().get(one.batch()));
                return new ServiceCase.TakenUnit(one.batch(), batch.number(), one.number(), batch.lot());
            });
            result.add(new ServiceCase(row.document(), document.number(), ServiceCase.State.valueOf(document.state()),
                row.template(), row.version(), document.partner(), document.partnerName(), row.ahead(), unit,
                row.arrived(), row.promised(), row.ended(), stages,
                found.results().data(row.document())));
        }
        return result;
    }

    /** Which cases are read. */
    @FunctionalInterface
    interface CasesAsked {

        List<CaseRows.Row> in(CaseRows rows) throws SQLException;

    }

    /** The units of work of the open book. */
    WorkDesk desk() {
        return desk;
    }

}
