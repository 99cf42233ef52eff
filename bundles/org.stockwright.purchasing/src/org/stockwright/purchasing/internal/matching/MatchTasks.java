package org.stockwright.purchasing.internal.matching;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.internal.orders.Tolerances;

/** Invoices that are blocked and would match now, mostly because the goods have come since: nobody need release them. */
@Component
public final class MatchTasks implements TaskSource {

    private final UnitOfWork work;
    private final DocumentBook book;

    @Activate
    public MatchTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        this.work = work;
        this.book = book;
    }

    @Override
    public String permission() {
        return PurchasingPermission.INVOICE;
    }

    @Override
    public List<Task> tasks(int limit) {
        return work.read(transaction -> tasks(transaction, limit));
    }

    private List<Task> tasks(Transaction transaction, int limit) throws SQLException {
        Map<DocumentId, Document> blocked = new LinkedHashMap<>();
        book.lines(transaction,
            LineQuery.open(SupplierInvoices.KIND).in(Set.of(SupplierInvoices.BLOCKED)), (head, line) -> {
                if (blocked.size() < limit) {
                    blocked.putIfAbsent(head.id(), head);
                }
            });
        List<Document> invoices = book.read(transaction, blocked.keySet());
        Map<LineId, DocumentLine> orders = orders(transaction, invoices.stream()
            .flatMap(invoice -> invoice.lines().stream()).flatMap(line -> line.source().stream()).toList());
        Matching matching = new Matching(new Tolerances(transaction));
        List<Task> tasks = new ArrayList<>();
        for (Document invoice : invoices) {
            if (matching.invoice(invoice, line -> Objects.requireNonNull(orders.get(line))).isEmpty()) {
                tasks.add(new Task("purchasing.match-invoice", "Match supplier's invoice", invoice.number(),
                    invoice.id(), invoice.partnerName() + ": " + invoice.reference(), invoice.due(),
                    invoice.priority()));
            }
        }
        return tasks;
    }

    private Map<LineId, DocumentLine> orders(Transaction transaction, Collection<LineId> lines) throws SQLException {
        Set<DocumentId> ids = new TreeSet<>();
        new BulkSelect(transaction).each("SELECT document_id FROM document_line WHERE id IN ",
            lines.stream().map(LineId::value).distinct().toList(), "", row -> ids.add(new DocumentId(row.getLong(1))));
        Map<LineId, DocumentLine> result = new HashMap<>();
        book.read(transaction, ids).forEach(order -> order.lines().forEach(line -> result.put(line.id(), line)));
        return result;
    }

}
