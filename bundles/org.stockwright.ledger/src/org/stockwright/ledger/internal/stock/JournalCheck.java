package org.stockwright.ledger.internal.stock;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.stockwright.persistence.AcknowledgementJournal;
import org.stockwright.persistence.StoreException;

/**
 * Whether every posting that was acknowledged is in the database with the same content: sees the loss of postings
 * whatever caused it.
 */
final class JournalCheck {

    private static final int BATCH = 500;

    private final Connection connection;
    private final Findings findings;
    private final Map<Long, String> batch = new HashMap<>();

    private JournalCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    static void run(AcknowledgementJournal journal, Connection connection, Findings findings) throws SQLException {
        JournalCheck check = new JournalCheck(connection, findings);
        try {
            journal.read(check::take);
        } catch (IOException e) {
            throw new StoreException("The acknowledgement journal cannot be read", e);
        }
        check.compare();
    }

    private void take(long posting, String contentHash) {
        findings.looked();
        batch.put(posting, contentHash);
        if (batch.size() == BATCH) {
            try {
                compare();
            } catch (SQLException e) {
                throw new StoreException("The postings cannot be read", e);
            }
        }
    }

    private void compare() throws SQLException {
        Map<Long, String> stored = new HashMap<>();
        if (!batch.isEmpty()) {
            new SqlQuery("SELECT id, content_hash FROM posting WHERE id IN").list(batch.keySet()).forEach(connection,
                row -> stored.put(row.getLong(1), row.getString(2)));
        }
        batch.forEach((posting, contentHash) -> {
            String there = stored.get(posting);
            if (there == null) {
                findings.wrong("the posting " + posting + " was acknowledged and is not there");
            } else if (!there.equals(contentHash)) {
                findings.wrong("the posting " + posting + " was acknowledged with another content");
            }
        });
        batch.clear();
    }

}
