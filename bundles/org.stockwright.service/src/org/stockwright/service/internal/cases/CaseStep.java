package org.stockwright.service.internal.cases;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.stock.BatchRows;
import org.stockwright.service.internal.stock.EventRows;
import org.stockwright.service.internal.stock.Materials;
import org.stockwright.service.internal.stock.ResultRows;
import org.stockwright.service.internal.stock.WorkTerms;
import org.stockwright.service.spi.StageAutomation;

/** One step of a case: a stage is done, it is delivered, it is cancelled. */
final class CaseStep {

    private final DocumentBook book;
    private final StockStep step;
    private final WorkTerms terms;
    private final Template template;
    private final CaseRows rows;
    private final Request request;

    /**
     * What is asked for.
     *
     * @param key the sender's
     * @param hash of all of it
     * @param document the case
     * @param effective when it happens
     */
    record Request(String key, String hash, DocumentId document, Instant effective) {
    }

    CaseStep(DocumentBook book, StockStep step, WorkTerms terms, Template template, Request request) {
        this.book = book;
        this.step = step;
        this.terms = terms;
        this.template = template;
        this.rows = new CaseRows(step.transaction());
        this.request = request;
    }

    /** The work of a step on a locked case. */
    @FunctionalInterface
    private interface Work {

        Outcome<DocumentId> in(Document document, CaseRows.Row row) throws SQLException;

    }

    /** Locks the case and does the work in it, unless it was done before. */
    private Outcome<DocumentId> locked(String action, List<ServiceCase.State> states, Work work) throws SQLException {
        Optional<Document> document = book.lock(step.transaction(), request.document());
        Optional<CaseRows.Row> row = rows.get(request.document());
        if (document.isEmpty() || row.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_CASE, request.document().value())
                .hint("Look for it among the service cases."));
        }
        Optional<Outcome<String>> known = new EventRows(step.transaction()).known(request.key(), request.hash());
        if (known.isPresent()) {
            return known.get().map(key -> request.document());
        }
        if (states.stream().noneMatch(state -> state.name().equals(document.get().state()))) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NOT_IN_THIS_STATE, document.get().number(),
                document.get().state(), action).hint("Its history shows what was done, and by whom."));
        }
        Instant first = first(row.get());
        if (request.effective().isBefore(first) || request.effective().isAfter(step.transaction().now())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_TIME, request.effective(), first)
                .hint("Nothing is done before the customer has come, before what people did for him until then, or in "
                    + "the future."));
        }
        return work.in(document.get(), row.get());
    }

    /** Before this nothing more can have been done: he came, and people did stages. Programs run when they are told to. */
    private Instant first(CaseRows.Row row) throws SQLException {
        return rows.stages(row.document()).stream()
            .filter(one -> template.stages().get(one.stage() - 1).performer() != Performer.AUTOMATION)
            .flatMap(one -> one.done().stream())
            .reduce(row.arrived(), (one, other) -> one.isBefore(other) ? other : one);
    }

    /** A unit leaves its lot when it has been made. */
    private Optional<Refusal> tooEarly(HeldUnit unit) {
        return unit.batch().done().filter(request.effective()::isBefore)
            .map(made -> Refusal.of(ServiceRefusal.BAD_TIME, request.effective(), made)
                .hint("The stored unit of the case was finished then: give that time or a later one."));
    }

    private Outcome<PostingReceipt> post(Document document, String what, List<MovementLine> lines,
        List<StockStep.Take> takes) throws SQLException {
        return step
            .post(new PostingRequest(document.key() + ":" + what, request.effective(), lines, document.number(), "",
                ""), takes, List.of());
    }

    private void event(Document document, String action, int stage) throws SQLException {
        new EventRows(step.transaction()).add(new EventRows.Event(request.key(), request.hash(),
            Optional.of(document.id()), action, stage, request.effective()));
    }

    /** What somebody, or automation, says of a stage. */
    record Said(String stage, StageAutomation.Result result, boolean byAutomation) {
    }

    /** The stage whose turn it is was done. */
    Outcome<DocumentId> done(Said said) throws SQLException {
        return locked("worked on", List.of(ServiceCase.State.IN_WORK, ServiceCase.State.READY), (document, row) -> {
            List<CaseRows.StageRow> stages = rows.stages(row.document());
            Optional<CaseRows.StageRow> turn = stages.stream().filter(one -> one.state() == StageState.READY)
                .findFirst();
            Optional<Stage> stage = turn.map(one -> template.stages().get(one.stage() - 1));
            if (stage.filter(one -> one.code().equals(said.stage())).isEmpty()) {
                return Outcome.refused(Refusal.of(ServiceRefusal.NOT_ITS_TURN, said.stage())
                    .hint(stage.map(one -> "It is the turn of " + one.code() + ".")
                        .orElse("All stages are done: deliver the case.")));
            }
            List<Refusal> refusals = check(stage.get(), said);
            return refusals.isEmpty() ? done(document, turn.orElseThrow().stage(), stage.get(), said)
                : Outcome.refused(refusals);
        });
    }

    private static List<Refusal> check(Stage stage, Said said) {
        List<Refusal> refusals = new ArrayList<>(ResultRows.check(said.result().summary(), said.result().data()));
        if (stage.performer() == Performer.CLIENT && said.result().data().isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.CLIENT_DATA_MISSING, stage.code())
                .hint("Enter what the customer filled in, by name."));
        }
        if (stage.performer() == Performer.AUTOMATION && !said.byAutomation() && said.result().summary().isBlank()) {
            refusals.add(Refusal.of(ServiceRefusal.SUMMARY_MISSING, stage.code())
                .hint("Write it as the summary, or run the stage."));
        }
        return refusals;
    }

    private Outcome<DocumentId> done(Document document, int number, Stage stage, Said said) throws SQLException {
        Materials materials = new Materials();
        materials.add(stage, 1);
        Outcome<Materials.Taken> used = materials.take(step.transaction(), terms, MovementKind.ISSUE,
            document.number(), template.queue(), terms.day(request.effective()),
            BookedStock.of(step.transaction(), document.id()));
        if (!used.isDone()) {
            return Outcome.refused(used.refusals());
        }
        if (!used.value().lines().isEmpty()) {
            Outcome<PostingReceipt> posted = post(document, Integer.toString(number), used.value().lines(),
                used.value().takes());
            if (!posted.isDone()) {
                return Outcome.refused(posted.refusals());
            }
        }
        Outcome<ResultRows.Of> kept = new ResultRows(step.transaction()).add(book,
            new ResultRows.Of(document.id(), 0, number), said.result());
        if (!kept.isDone()) {
            return Outcome.refused(kept.refusals());
        }
        rows.done(document.id(), number, request.effective());
        String told = number + " " + stage.name() + (said.result().summary().isEmpty() ? ""
            : ": " + said.result().summary());
        if (number < template.stages().size()) {
            rows.ready(document.id(), number + 1, template.stages().get(number).dueMinutes()
                .map(minutes -> Opening.later(request.effective(), minutes)));
            book.tell(step.transaction(), document.id(), "stage done", told);
        } else {
            book.state(step.transaction(), document.id(), ServiceCase.State.READY.name(), "stage done", told);
        }
        event(document, "stage", number);
        return Outcome.done(document.id());
    }

    /** The customer has it. */
    Outcome<DocumentId> deliver() throws SQLException {
        return locked("delivered", List.of(ServiceCase.State.IN_WORK, ServiceCase.State.READY), (document, row) -> {
            Optional<CaseRows.StageRow> left = rows.stages(row.document()).stream()
                .filter(one -> one.state() == StageState.READY || one.state() == StageState.WAITING).findFirst();
            if (left.isPresent()) {
                return Outcome.refused(Refusal.of(ServiceRefusal.STAGE_LEFT,
                    template.stages().get(left.get().stage() - 1).code()).hint("Do it first."));
            }
            List<Flow> flows = new ArrayList<>();
            flows.add(new Flow(document.lines().getFirst().id(), Step.SHIPPED, BigDecimal.ONE, Optional.empty(),
                request.effective()));
            if (row.unit().isPresent()) {
                HeldUnit unit = new HeldUnit(step, terms, row.unit().get());
                Optional<Refusal> early = tooEarly(unit);
                Outcome<DocumentId> used = early.isPresent() ? Outcome.refused(early.get()) : use(document, unit);
                if (!used.isDone()) {
                    return used;
                }
                flows.add(ofBatch(document, Step.SHIPPED, BigDecimal.ONE));
            }
            step.release(notUsed(document));
            book.flow(step.transaction(), flows);
            rows.delivered(document.id(), request.effective());
            book.state(step.transaction(), document.id(), ServiceCase.State.DELIVERED.name(), "delivered", "");
            event(document, "delivered", 0);
            return Outcome.done(document.id());
        });
    }

    /** What a booking held for the case and no stage used up. */
    private List<StockStep.Take> notUsed(Document document) throws SQLException {
        return BookedStock.of(step.transaction(), document.id()).stream()
            .map(one -> StockStep.Take.all(one.reservation())).toList();
    }

    private static Flow flow(DocumentLine held, Step what, BigDecimal quantity, Instant effective) {
        return new Flow(held.source().orElseThrow(), what, quantity, Optional.of(held.id()), effective);
    }

    private Flow ofBatch(Document document, Step what, BigDecimal quantity) {
        return flow(document.line(2).orElseThrow(), what, quantity, request.effective());
    }

    /** The stored unit is issued, and what was made for it ahead of demand is attached to the case. */
    private Outcome<DocumentId> use(Document document, HeldUnit unit) throws SQLException {
        Outcome<MovementLine> line = unit.line(MovementKind.ISSUE);
        if (!line.isDone()) {
            return Outcome.refused(line.refusals());
        }
        Outcome<PostingReceipt> posted = post(document, "unit", List.of(line.value()), unit.takes());
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        new BatchRows(step.transaction()).unit(unit.batch().document(), unit.number(), UnitState.USED,
            Optional.of(document.id()), "");
        for (ResultRows.Attached file : new ResultRows(step.transaction()).files(unit.batch().document(),
            unit.number())) {
            Outcome<Attachment> attached = book.attach(step.transaction(), document.id(), file.name(), file.type(),
                book.content(step.transaction(), file.id()).orElseThrow());
            if (!attached.isDone()) {
                return Outcome.refused(attached.refusals());
            }
        }
        return Outcome.done(document.id());
    }

    /** Nobody wants it any more. */
    Outcome<DocumentId> cancel(Cancel cancel) throws SQLException {
        return locked("cancelled", List.of(ServiceCase.State.IN_WORK, ServiceCase.State.READY), (document, row) -> {
            List<Flow> flows = new ArrayList<>();
            flows.add(new Flow(document.lines().getFirst().id(), Step.CANCELLED, BigDecimal.ONE, Optional.empty(),
                request.effective()));
            List<StockStep.Take> released = new ArrayList<>(notUsed(document));
            if (row.unit().isPresent()) {
                HeldUnit unit = new HeldUnit(step, terms, row.unit().get());
                Optional<Refusal> early = cancel.scrap() ? tooEarly(unit) : Optional.empty();
                Outcome<DocumentId> gone = early.isPresent() ? Outcome.refused(early.get())
                    : cancel.scrap() ? scrap(document, unit, cancel.reason()) : giveBack(document, unit, released);
                if (!gone.isDone()) {
                    return gone;
                }
                flows.add(ofBatch(document, Step.ALLOCATED, BigDecimal.ONE.negate()));
                if (cancel.scrap()) {
                    flows.add(ofBatch(document, Step.CANCELLED, BigDecimal.ONE));
                }
            }
            step.release(released);
            book.flow(step.transaction(), flows);
            rows.cancelled(document.id(), request.effective());
            book.state(step.transaction(), document.id(), ServiceCase.State.CANCELLED.name(), "cancelled",
                cancel.reason()
                    + (row.unit().isEmpty() ? "" : cancel.scrap() ? " (unit scrapped)" : " (unit returned)"));
            event(document, "cancelled", 0);
            return Outcome.done(document.id());
        });
    }

    private Outcome<DocumentId> scrap(Document document, HeldUnit unit, String reason) throws SQLException {
        Outcome<MovementLine> line = unit.line(MovementKind.SCRAP);
        if (!line.isDone()) {
            return Outcome.refused(line.refusals());
        }
        Outcome<PostingReceipt> posted = post(document, "scrap", List.of(line.value().withReason(reason)),
            unit.takes());
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        new BatchRows(step.transaction()).unit(unit.batch().document(), unit.number(), UnitState.SCRAPPED,
            Optional.of(document.id()), reason);
        return Outcome.done(document.id());
    }

    private Outcome<DocumentId> giveBack(Document document, HeldUnit unit, List<StockStep.Take> released)
        throws SQLException {
        Optional<LocalDate> last = unit.expires();
        if (last.filter(day -> terms.day(step.transaction().now()).isAfter(day)).isPresent()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNIT_EXPIRED, unit.batch().lot(), last.get())
                .hint("Scrap it: nobody can use it any more."));
        }
        released.addAll(unit.takes());
        new BatchRows(step.transaction()).unit(unit.batch().document(), unit.number(), UnitState.FREE, Optional.empty(),
            "");
        return Outcome.done(document.id());
    }

}
