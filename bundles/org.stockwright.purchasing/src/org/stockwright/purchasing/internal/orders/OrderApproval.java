package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.security.Access;

/** Approves orders: verified against their sources, against other orders, and against the approver's limit. */
final class OrderApproval {

    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final Access access;

    OrderApproval(DocumentBook book, OrderDrafting drafting, Access access) {
        this.book = book;
        this.drafting = drafting;
        this.access = access;
    }

    Outcome<Document> approve(Transaction transaction, DocumentId id, Optional<String> override) throws SQLException {
        OrderSources sources = OrderSources.of(transaction, book, id);
        Outcome<Document> known = OrderChecks.order(sources.document(id), id);
        Outcome<Document> open = known.then(order -> OrderChecks.in(order, "approved", PurchaseOrders.OPEN));
        if (!open.isDone()) {
            return open;
        }
        Document order = open.value();
        Tolerances tolerances = new Tolerances(transaction);
        List<Refusal> findings = new ArrayList<>(sources.compare(order, tolerances));
        findings.addAll(new Duplicates(transaction, drafting.zone(), tolerances.matching().duplicateDays())
            .find(order));
        Optional<Refusal> denied = findings.isEmpty() ? Optional.empty() : overriding(override, findings);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (!findings.isEmpty() && override.isEmpty()) {
            return Outcome.refused(findings);
        }
        Limits limits = new Limits(transaction);
        Limits.Allowed allowed = limits.of(order);
        Optional<Refusal> over = limits.refusal(order, allowed);
        if (over.isPresent()) {
            return Outcome.refused(over.get());
        }
        String told = findings.stream().map(Refusal::sentence).collect(Collectors.joining("; "));
        String reason = findings.isEmpty() ? "" : override.orElse("").strip();
        new Approvals(transaction).add(order, true, allowed.limit(), reason, told);
        if (!findings.isEmpty()) {
            book.tell(transaction, id, "overridden", reason + ": " + told);
        }
        book.state(transaction, id, PurchaseOrders.APPROVED, "approved",
            allowed.limit().map(limit -> "Limit " + limit.toPlainString() + " " + order.currency()).orElse(""));
        return OrderChecks.now(transaction, book, id);
    }

    /** Why whoever acts cannot override, when he wants to. */
    private Optional<Refusal> overriding(Optional<String> override, List<Refusal> findings) {
        return override.flatMap(reason -> access.refusal(PurchasingPermission.OVERRIDE).or(() -> Texts.reason(reason,
            "Say why " + findings.getFirst().code().name() + " is let through.")));
    }

}
