package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;

/** The rows of the journal by which an item's stock became worth what it is. */
final class ValueExplanation {

    private static final List<String> COLUMNS = List.of("id", "effective", "recorded", "kind", "item", "movement",
        "document", "debit", "credit", "delta", "running", "reference", "user");
    /** The sides of posting rules whose accounts are those of stock. */
    private static final Set<String> STOCK_SIDES = Set.of("inventory", "transit", "production");

    private final Session session;

    ValueExplanation(Session session) {
        this.session = session;
    }

    void write(ItemId item, Optional<Instant> asOf, Optional<Instant> knownAt, Invocation invocation,
        CommonOptions options) throws IOException {
        Set<String> stock = session.service(Accounts.class).rules().stream()
            .filter(rule -> STOCK_SIDES.contains(rule.side())).map(Rule::account).collect(Collectors.toSet());
        List<JournalLine> lines = new ArrayList<>();
        session.service(Journal.class).eachOfSubLedger(new Journal.Query(Optional.empty(), asOf, Optional.of(item),
            Optional.empty(), Optional.empty(), knownAt), lines::add);
        BigDecimal value = session.service(Valuation.class)
            .value(ValueQuery.all().of(item).at(asOf, knownAt), session.progress()).stream().map(ValueRow::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        session.progress().clear();
        BigDecimal running = BigDecimal.ZERO;
        try (RowWriter rows = invocation.data(options, "explain", COLUMNS)) {
            for (JournalLine line : lines) {
                BigDecimal delta = delta(line, stock);
                if (delta.signum() != 0) {
                    running = running.add(delta);
                    rows.write(line.id(), line.effective(), line.recorded(), line.kind(), line.item(),
                        line.movement() == 0 ? null : line.movement(), line.document(), line.debit(), line.credit(),
                        session.amount(delta), session.amount(running), line.reference(), line.user());
                }
            }
        }
        if (running.compareTo(value) != 0) {
            invocation.console().remark("The value is " + session.money(value) + ", the rows say "
                + session.money(running) + ": an account is used both for stock and for other things. See 'layers'.");
        }
    }

    private static BigDecimal delta(JournalLine line, Set<String> stock) {
        boolean debited = stock.contains(line.debit());
        return debited == stock.contains(line.credit()) ? BigDecimal.ZERO
            : debited ? line.amount() : line.amount().negate();
    }

}
