package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.InstalledModule.Guard;
import org.stockwright.persistence.Transaction;

/** What modules guard that are not there or not able to check it: it does not move, so that nothing goes by unchecked. */
final class GuardedStock {

    private final Transaction transaction;
    private final List<InstalledModule> missing;

    /** Of these modules, which are not there or are disabled. */
    GuardedStock(Transaction transaction, List<InstalledModule> missing) {
        this.transaction = transaction;
        this.missing = missing;
    }

    /** One refusal for each item and module, by item's number. */
    List<Refusal> refusals(PostingRequest request) throws SQLException {
        Map<Long, Refusal> refusals = new TreeMap<>();
        for (InstalledModule module : missing) {
            for (Guard guard : module.guards()) {
                find(guard, request.lines())
                    .forEach((id, code) -> refusals.putIfAbsent(id, refusal(module, code)));
            }
        }
        return List.copyOf(refusals.values());
    }

    private static Refusal refusal(InstalledModule module, String item) {
        return module.isMissing()
            ? Refusal.of(LedgerRefusal.GUARD_MISSING, item, module.title(), module.feature()).hint(module.hint())
            : Refusal.of(LedgerRefusal.GUARD_DISABLED, item, module.title())
                .hint("Enable them again in Administration, Installed parts, or by 'stockwright modules enable'.");
    }

    /** The codes of the items that a guard is about, by the items' numbers. */
    private Map<Long, String> find(Guard guard, List<MovementLine> lines) throws SQLException {
        Set<Long> items = new TreeSet<>();
        Map<Long, Set<String>> lots = new TreeMap<>();
        for (MovementLine line : lines) {
            items.add(line.item().value());
            if (!line.lot().isEmpty()) {
                lots.computeIfAbsent(line.item().value(), item -> new TreeSet<>()).add(line.lot());
            }
        }
        Map<Long, String> found = new TreeMap<>();
        BulkSelect select = new BulkSelect(transaction);
        if (guard.subject() == InstalledModule.Subject.ITEM) {
            select.each("SELECT i.id, i.code FROM item i WHERE i.id IN ", items,
                " AND EXISTS (SELECT 1 FROM " + guard.table() + " g WHERE g." + guard.column() + " = i.id)",
                row -> found.put(row.getLong(1), row.getString(2)));
        } else if (!lots.isEmpty()) {
            select.each("SELECT i.id, i.code, l.code FROM item i JOIN lot l ON l.item_id = i.id WHERE i.id IN ",
                lots.keySet(), " AND EXISTS (SELECT 1 FROM " + guard.table() + " g WHERE g." + guard.column()
                    + " = l.id) AND l.code IN ",
                lots.values().stream().flatMap(Set::stream).distinct().toList(), row -> {
                    if (lots.getOrDefault(row.getLong(1), Set.of()).contains(row.getString(3))) {
                        found.put(row.getLong(1), row.getString(2));
                    }
                });
        }
        return found;
    }

}
