package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementView;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Valuation;

/** Why a movement cost what it did: the goods that it took, then its rows of the journal. */
final class CostExplanation {

    private static final List<String> COLUMNS = List.of("part", "effective", "recorded", "document", "lot", "quantity",
        "unit", "unit_cost", "value", "running", "kind", "debit", "credit", "reference", "user");

    private final Session session;

    CostExplanation(Session session) {
        this.session = session;
    }

    void write(long seq, Invocation invocation, CommonOptions options) throws IOException {
        CostReasons reasons = session.service(Valuation.class).why(seq)
            .orElseThrow(() -> new RefusedException(Refusal.of(CliRefusal.NO_COST, String.valueOf(seq))
                .hint("Its number is the column seq of 'movements'; only our own goods have a value.")));
        session.progress().clear();
        MovementView movement = reasons.movement();
        invocation.console().remark("Movement " + movement.seq() + ", " + movement.kind().word() + " of "
            + movement.quantity() + ' ' + movement.item() + ", by " + reasons.method().word() + ": "
            + session.money(reasons.cost()) + ". " + reasons.rule());
        try (RowWriter rows = invocation.data(options, "explain", COLUMNS)) {
            layers(reasons.layers(), rows);
            journal("journal", reasons.lines().stream().filter(line -> !isUsedUp(line, movement)).toList(), rows);
            journal("used-up", reasons.lines().stream().filter(line -> isUsedUp(line, movement)).toList(), rows);
        }
    }

    private void layers(List<CostLayer> layers, RowWriter rows) throws IOException {
        BigDecimal running = BigDecimal.ZERO;
        for (CostLayer layer : layers) {
            running = running.add(layer.value().total());
            rows.write("layer", layer.since(), null, layer.document(), layer.lot(), layer.quantity().amount(),
                layer.quantity().unit().code(), layer.unitCost().orElse(null), session.amount(layer.value().total()),
                session.amount(running), null, null, null, null, null);
        }
    }

    /** Whether a row is of what a production order used up before it made the goods. */
    private static boolean isUsedUp(JournalLine line, MovementView made) {
        return made.kind() == MovementKind.PRODUCE && line.movement() != made.seq() && line.kind().equals("cost")
            && line.reference().equals(made.reference());
    }

    private void journal(String part, List<JournalLine> lines, RowWriter rows) throws IOException {
        BigDecimal running = BigDecimal.ZERO;
        for (JournalLine line : lines) {
            running = running.add(line.amount());
            rows.write(part, line.effective(), line.recorded(), line.document(), null, null, null, null,
                session.amount(line.amount()), session.amount(running), line.kind(), line.debit(), line.credit(),
                line.reference(), line.user());
        }
    }

}
