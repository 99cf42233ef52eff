package org.stockwright.service.internal.cases;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/**
 * What stages came to, for many cases at once: what was prepared for all units of the batch, for the unit that a case took, and what
 * was done in the case itself. What is said later comes before what was said earlier.
 */
final class CaseResults {

    private static final String CASES = "FROM " + BulkSelect.inOrder() + "service_case c ";
    private static final String OF_CASES = " WHERE c.document_id IN ";
    private static final String RESULTS = "SELECT c.document_id, r.stage, r.summary " + CASES + "JOIN service_result r "
        + BulkSelect.oneByOne("service_result_pk") + "ON r.document_id = ";
    private static final String VALUES = "SELECT c.document_id, r.name, r.content " + CASES
        + "JOIN service_result_value r " + BulkSelect.oneByOne("service_result_value_pk") + "ON r.document_id = ";
    private static final String OF_UNIT = "c.batch_id AND r.unit = c.unit" + OF_CASES;
    private static final String OF_BATCH = "c.batch_id AND r.unit = 0" + OF_CASES;
    private static final String OWN = "c.document_id AND r.unit = 0" + OF_CASES;

    private final Map<DocumentId, Map<Integer, String>> summaries = new HashMap<>();
    private final Map<DocumentId, Map<String, String>> data = new HashMap<>();

    private CaseResults() {
        // read
    }

    /** Those of some cases. */
    static CaseResults of(Transaction transaction, Collection<DocumentId> cases) throws SQLException {
        CaseResults results = new CaseResults();
        List<Long> ids = cases.stream().map(DocumentId::value).toList();
        BulkSelect select = new BulkSelect(transaction);
        for (String whose : List.of(OF_UNIT, OWN)) {
            select.each(RESULTS + whose, ids, "",
                row -> results.summaries.computeIfAbsent(new DocumentId(row.getLong(1)), one -> new HashMap<>())
                    .put(row.getInt(2), row.getString(3)));
        }
        for (String whose : List.of(OF_BATCH, OF_UNIT, OWN)) {
            select.each(VALUES + whose, ids, " ORDER BY r.stage, r.name",
                row -> results.data.computeIfAbsent(new DocumentId(row.getLong(1)), one -> new LinkedHashMap<>())
                    .put(row.getString(2), row.getString(3)));
        }
        return results;
    }

    /** What a stage came to, in words; empty when it has none. */
    String summary(DocumentId document, int stage) {
        return summaries.getOrDefault(document, Map.of()).getOrDefault(stage, "");
    }

    /** The data of a case that stages may use, by name. */
    Map<String, String> data(DocumentId document) {
        return new LinkedHashMap<>(data.getOrDefault(document, Map.of()));
    }

}
