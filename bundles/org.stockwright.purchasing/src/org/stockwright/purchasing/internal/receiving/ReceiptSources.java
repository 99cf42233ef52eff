package org.stockwright.purchasing.internal.receiving;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.spi.ReceiptSource;

/** The kinds of documents that goods are received against, and the way from a line to those before it. */
@Component(service = ReceiptSources.class)
public final class ReceiptSources {

    private final Map<String, ReceiptSource> sources;

    @Activate
    public ReceiptSources(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReceiptSource> sources,
        @Reference Contributions contributions) {
        this.sources = contributions.by(ReceiptSource::kind, sources);
    }

    Optional<ReceiptSource> of(String kind) {
        return Optional.ofNullable(sources.get(kind));
    }

    /** Lines and all those before them, without locking anything: what a line goes on with never changes. */
    public SourceChain chain(Transaction transaction, Collection<LineId> lines) throws SQLException {
        Map<LineId, SourceChain.Node> nodes = new HashMap<>();
        Set<Long> asked = new HashSet<>();
        Set<Long> next = new TreeSet<>();
        lines.forEach(line -> next.add(line.value()));
        while (!next.isEmpty()) {
            asked.addAll(next);
            List<Long> some = List.copyOf(next);
            next.clear();
            BulkSelect.unlocked(transaction).each("SELECT l.id, l.document_id, l.source_line_id, d.kind FROM "
                + BulkSelect.inOrder() + "document_line l " + BulkSelect.by("document_line_pk") + "JOIN document d "
                + BulkSelect.by("document_pk") + "ON d.id = l.document_id WHERE l.id IN ", some, "", row -> {
                    if (!sources.containsKey(row.getString(4))) {
                        return;
                    }
                    long before = row.getLong(3);
                    Optional<LineId> source = row.wasNull() ? Optional.empty() : Optional.of(new LineId(before));
                    nodes.put(new LineId(row.getLong(1)),
                        new SourceChain.Node(new DocumentId(row.getLong(2)), source));
                    source.filter(line -> !asked.contains(line.value())).ifPresent(line -> next.add(line.value()));
                });
        }
        return new SourceChain(nodes);
    }

    /** Lets documents follow what became of their lines, by rising identity; they are locked. */
    public void settle(Transaction transaction, Collection<DocumentId> documents) throws SQLException {
        List<Kind> kinds = new ArrayList<>();
        BulkSelect.unlocked(transaction).each(
            "SELECT id, kind FROM document " + BulkSelect.by("document_pk") + "WHERE id IN ",
            documents.stream().map(DocumentId::value).toList(), "",
            row -> kinds.add(new Kind(new DocumentId(row.getLong(1)), row.getString(2))));
        kinds.sort((a, b) -> a.document().compareTo(b.document()));
        Set<DocumentId> done = new HashSet<>();
        for (Kind kind : kinds) {
            if (done.add(kind.document()) && sources.containsKey(kind.kind())) {
                sources.get(kind.kind()).settle(transaction, kind.document());
            }
        }
    }

    private record Kind(DocumentId document, String kind) {
    }

}
