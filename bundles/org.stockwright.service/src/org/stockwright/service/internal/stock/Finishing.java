package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.OrderCosts;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Preparations.Failed;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

/** Finishes a batch in one step: what was used up, what was made, what it cost. */
final class Finishing {

    private static final int LONGEST_REASON = 200;
    /** Amounts of the book have so many more decimals than the currency. */
    private static final int MORE_DECIMALS = 2;

    private final DocumentBook book;
    private final StockStep step;
    private final WorkTerms terms;
    private final List<OrderCosts> costs;
    private final Finish finish;
    private final String hash;

    Finishing(DocumentBook book, StockStep step, WorkTerms terms, List<OrderCosts> costs, Finish finish) {
        this.book = book;
        this.step = step;
        this.terms = terms;
        this.costs = costs;
        this.finish = finish;
        Canonical text = new Canonical("finish").add(finish.document()).add(finish.effective());
        finish.failed().forEach(one -> text.add(one.unit()).add(one.stage()).add(one.reason()));
        this.hash = text.hash();
    }

    Outcome<DocumentId> run(Batch head, Template template) throws SQLException {
        EventRows events = new EventRows(step.transaction());
        Optional<Document> locked = book.lock(step.transaction(), finish.document());
        Optional<Outcome<String>> known = events.known(finish.key(), hash);
        if (known.isPresent()) {
            return known.get().map(key -> finish.document());
        }
        Document document = locked.orElseThrow();
        if (!document.state().equals(Batch.State.IN_WORK.name())) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NOT_IN_THIS_STATE, document.number(), document.state(),
                "finished").hint("A batch is begun first, and finished once."));
        }
        List<Refusal> refusals = new ArrayList<>(check(head));
        refusals.addAll(missing(head, template));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        int good = head.units() - finish.failed().size();
        LocalDate day = terms.day(finish.effective());
        Optional<LocalDate> expires = good == 0 ? Optional.empty() : template.validityDays().map(day::plusDays);
        Materials materials = new Materials();
        for (int stage = 1; stage <= head.stages(); stage++) {
            materials.add(template.stages().get(stage - 1), reached(head, stage));
        }
        Outcome<List<MovementLine>> used = materials.take(step.transaction(), terms, MovementKind.CONSUME,
            document.number(), template.queue(), day);
        if (!used.isDone()) {
            return Outcome.refused(used.refusals());
        }
        DocumentLine line = document.lines().getFirst();
        Outcome<DocumentId> posted = post(document, head, template, used.value(), good, expires);
        if (!posted.isDone()) {
            return posted;
        }
        book.flow(step.transaction(), flows(line, good));
        BatchRows rows = new BatchRows(step.transaction());
        Map<Integer, String> reasons = new HashMap<>();
        finish.failed().forEach(one -> reasons.put(one.unit(), one.reason()));
        rows.units(head.document(), UnitState.FAILED, reasons);
        rows.all(head.document(), UnitState.MAKING, UnitState.FREE, "");
        rows.done(head.document(), good, finish.effective(), expires);
        book.state(step.transaction(), head.document(), Batch.State.DONE.name(), "finished",
            good + " of " + head.units() + " are good" + expires.map(last -> ", usable until " + last).orElse(""));
        events.add(new EventRows.Event(finish.key(), hash, Optional.of(head.document()), "finished", 0,
            finish.effective()));
        return Outcome.done(head.document());
    }

    /** How many units a stage was done for: those that had not failed before. */
    private int reached(Batch head, int stage) {
        return head.units() - (int) finish.failed().stream().filter(one -> one.stage() < stage).count();
    }

    private List<Refusal> check(Batch head) {
        List<Refusal> refusals = new ArrayList<>();
        if (finish.effective().isAfter(step.transaction().now())) {
            refusals.add(Refusal.of(ServiceRefusal.IN_THE_FUTURE, finish.effective())
                .hint("Finish the batch when it is done."));
        }
        Set<Integer> units = new HashSet<>();
        for (int i = 0; i < finish.failed().size(); i++) {
            Failed one = finish.failed().get(i);
            Refusal.Place place = Refusal.Place.line(i + 1L);
            if (one.unit() < 1 || one.unit() > head.units()) {
                refusals.add(Refusal.of(ServiceRefusal.UNKNOWN_UNIT, one.unit())
                    .hint("Its units are 1 to " + head.units() + ".").at(place));
            } else if (!units.add(one.unit())) {
                refusals.add(Refusal.of(ServiceRefusal.UNIT_TWICE, one.unit())
                    .hint("Say once which stage it did not pass.").at(place));
            }
            if (one.stage() < 1 || one.stage() > head.stages()) {
                refusals.add(Refusal.of(ServiceRefusal.UNKNOWN_STAGE, one.stage())
                    .hint("The stages 1 to " + head.stages() + " are done ahead.").at(place));
            }
            if (one.reason().isBlank()) {
                refusals.add(Refusal.of(ServiceRefusal.REASON_MISSING)
                    .hint("Say what of the quality gate is not true.").at(place));
            } else if (!ResultRows.fits(one.reason(), LONGEST_REASON)) {
                refusals.add(ResultRows.unfit("reason", LONGEST_REASON).at(place));
            }
        }
        return refusals;
    }

    /** Automated stages that were not run for units that reached them. */
    private List<Refusal> missing(Batch head, Template template) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        ResultRows results = new ResultRows(step.transaction());
        for (int number = 1; number <= head.stages(); number++) {
            Stage stage = template.stages().get(number - 1);
            if (StageRunner.isAutomated(stage)) {
                int reached = number;
                Set<Integer> done = new HashSet<>(results.done(head.document(), number));
                finish.failed().stream().filter(one -> one.stage() < reached).forEach(one -> done.add(one.unit()));
                if (done.size() < head.units()) {
                    refusals.add(Refusal.of(ServiceRefusal.RESULTS_MISSING, head.units() - done.size(), stage.code())
                        .hint("Begin the batch again: it goes on where it stopped."));
                }
            }
        }
        return refusals;
    }

    private Outcome<DocumentId> post(Document document, Batch head, Template template, List<MovementLine> used,
        int good,
        Optional<LocalDate> expires) throws SQLException {
        List<MovementLine> lines = new ArrayList<>(used);
        if (good > 0) {
            lines.add(MovementLine
                .of(MovementKind.PRODUCE, head.item(),
                    new Quantity(BigDecimal.valueOf(good), document.lines().getFirst().quantity().unit()),
                    Optional.empty(), template.queue())
                .withLot(head.lot()).expiring(expires));
        }
        if (lines.isEmpty()) {
            return Outcome.done(head.document());
        }
        Outcome<PostingReceipt> posted = step
            .post(new PostingRequest(document.key() + ":made", finish.effective(), lines,
                document.number(), "", ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        for (OrderCosts one : costs) {
            Outcome<BigDecimal> charged = charge(one, document, head, template, good);
            if (!charged.isDone()) {
                return Outcome.refused(charged.refusals());
            }
        }
        return Outcome.done(head.document());
    }

    /** What the stages cost counts a microsecond before what was made, so that it takes it. */
    private Outcome<BigDecimal> charge(OrderCosts orders, Document document, Batch head, Template template, int good)
        throws SQLException {
        BigDecimal amount = BigDecimal.ZERO;
        for (int stage = 1; stage <= head.stages(); stage++) {
            amount = amount
                .add(template.stages().get(stage - 1).cost().multiply(BigDecimal.valueOf(reached(head, stage))));
        }
        amount = amount.setScale(Math.max(0, terms.currency().getDefaultFractionDigits()) + MORE_DECIMALS,
            RoundingMode.HALF_UP);
        if (amount.signum() > 0) {
            Outcome<BigDecimal> charged = orders.charge(step.transaction(), document.key() + ":stages",
                document.number(),
                finish.effective().minus(1, ChronoUnit.MICROS), amount, "Stages of " + head.units() + " units");
            if (!charged.isDone()) {
                return charged;
            }
        }
        return good > 0 ? Outcome.done(amount)
            : orders.close(step.transaction(), document.key() + ":lost", document.number(), finish.effective(),
                "No unit passed");
    }

    private List<Flow> flows(DocumentLine line, int good) {
        List<Flow> flows = new ArrayList<>();
        if (good > 0) {
            flows.add(
                new Flow(line.id(), Step.ACCEPTED, BigDecimal.valueOf(good), Optional.empty(), finish.effective()));
        }
        if (!finish.failed().isEmpty()) {
            flows.add(new Flow(line.id(), Step.REJECTED, BigDecimal.valueOf(finish.failed().size()), Optional.empty(),
                finish.effective()));
        }
        return flows;
    }

}
