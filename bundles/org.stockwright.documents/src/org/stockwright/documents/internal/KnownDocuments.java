package org.stockwright.documents.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.Flow;
import org.stockwright.persistence.Transaction;

/**
 * The documents that a transaction locked or stored, as they are now: nobody else can change them until it ends, so they are
 * read once, and what this transaction writes is written here too. Used by the transaction's thread.
 */
final class KnownDocuments {

    /** So many lines are remembered; then everything is forgotten and read again when it is asked for. */
    private static final int MOST_LINES = 20_000;

    private final Set<Long> own = new HashSet<>();
    private final Map<Long, Document> documents = new HashMap<>();
    private final Map<LineId, Long> ofLines = new HashMap<>();

    /** Those of a transaction. */
    static KnownDocuments of(Transaction transaction) {
        return transaction.memory(KnownDocuments.class, KnownDocuments::new);
    }

    /** Whether this transaction locked a document, or stored it. */
    boolean isOwn(long id) {
        return own.contains(id);
    }

    /** Those that are remembered. */
    Collection<Document> all() {
        return documents.values();
    }

    /** A document that is remembered. */
    Optional<Document> find(long id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** These documents by identity, those from memory that this transaction owns; those that are not there are missing. */
    List<Document> read(DocumentRows rows, Collection<Long> ids) throws SQLException {
        TreeMap<Long, Document> result = new TreeMap<>();
        Set<Long> missing = new TreeSet<>();
        for (long id : ids) {
            find(id).ifPresentOrElse(known -> result.put(id, known), () -> missing.add(id));
        }
        for (Document found : missing.isEmpty() ? List.<Document>of() : rows.read(missing)) {
            long id = found.id().value();
            result.put(id, found);
            if (isOwn(id)) {
                remember(found);
            }
        }
        return new ArrayList<>(result.values());
    }

    /** Nobody else can change these until the transaction ends. */
    void own(Collection<Long> ids) {
        own.addAll(ids);
    }

    /** Remembers a document as it is now, which this transaction owns. */
    void remember(Document document) {
        if (ofLines.size() > MOST_LINES) {
            documents.clear();
            ofLines.clear();
        }
        long id = document.id().value();
        documents.put(id, document);
        document.lines().forEach(line -> ofLines.put(line.id(), id));
    }

    /** A document was changed in a way that reading it again tells best. */
    void forget(DocumentId id) {
        documents.remove(id.value());
    }

    /** A document is another one now. */
    void change(DocumentId id, UnaryOperator<Document> change) {
        documents.computeIfPresent(id.value(), (any, document) -> change.apply(document));
    }

    /** What became of lines is added to their progress. */
    void add(List<Flow> flows) {
        Map<Long, Map<LineId, Map<Step, BigDecimal>>> more = new HashMap<>();
        for (Flow flow : flows) {
            Long document = ofLines.get(flow.line());
            if (document != null) {
                more.computeIfAbsent(document, id -> new HashMap<>())
                    .computeIfAbsent(flow.line(), line -> new EnumMap<>(Step.class))
                    .merge(flow.step(), flow.quantity(), BigDecimal::add);
            }
        }
        more.forEach((id, lines) -> change(new DocumentId(id), document -> DocumentRows.withLines(document,
            document.lines().stream().map(line -> progressed(line, lines.getOrDefault(line.id(), Map.of())))
                .toList())));
    }

    private static DocumentLine progressed(DocumentLine line, Map<Step, BigDecimal> more) {
        if (more.isEmpty()) {
            return line;
        }
        Map<Step, BigDecimal> progress = new EnumMap<>(Step.class);
        progress.putAll(line.progress());
        more.forEach((step, quantity) -> {
            BigDecimal sum = line.done(step).add(quantity).stripTrailingZeros();
            if (sum.signum() == 0) {
                progress.remove(step);
            } else {
                progress.put(step, sum);
            }
        });
        return DocumentRows.withProgress(line, progress);
    }

}
