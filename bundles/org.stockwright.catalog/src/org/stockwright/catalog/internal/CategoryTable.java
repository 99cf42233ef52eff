package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.persistence.Transaction;

/** The table of categories; they come into being with the first item that stands in them. */
final class CategoryTable {

    private CategoryTable() {
    }

    /** The identities of these paths and of all above them; what is missing is made. */
    static Map<String, Long> require(Transaction tx, Collection<String> paths) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        Chunks.query(tx.connection(), "SELECT id, path FROM category",
            row -> ids.put(row.getString(2), row.getLong(1)));
        try (Batch insert = new Batch(tx.connection(),
            "INSERT INTO category (id, parent_id, name, path, version) VALUES (?, ?, ?, ?, 0)")) {
            for (String path : paths) {
                Long parent = null;
                for (String step : CategoryPath.steps(path)) {
                    Long id = ids.get(step);
                    if (id == null) {
                        id = tx.nextId("catalog_seq");
                        tx.watchNew("category", List.of(id));
                        insert.add(id, parent == null ? Batch.Absent.BIGINT : parent,
                            step.substring(step.lastIndexOf('/') + 1), step);
                        ids.put(step, id);
                    }
                    parent = id;
                }
            }
            insert.finish();
        }
        return ids;
    }

}
