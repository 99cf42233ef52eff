package org.stockwright.exchange.internal;

import java.io.IOException;
import java.util.Map;

import org.stockwright.exchange.RowWriter;
import org.stockwright.persistence.AuditAction;
import org.stockwright.security.spi.AuditTeller;

/** Counts the rows of an export and tells how many they were when it ends. */
final class ToldRowWriter implements RowWriter {

    private final RowWriter rows;
    private final AuditTeller audit;
    private final String name;
    private long written;
    private boolean ended;

    ToldRowWriter(RowWriter rows, AuditTeller audit, String name) {
        this.rows = rows;
        this.audit = audit;
        this.name = name;
    }

    @Override
    public void write(Object... cells) throws IOException {
        rows.write(cells);
        written++;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            try {
                rows.close();
            } finally {
                // That it was begun is told already: a refusal now changes nothing.
                audit.tell(AuditAction.ENDED, ExportsComponent.SUBJECT, name, Map.of("rows", String.valueOf(written)));
            }
        }
    }

}
