package org.stockwright.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditEvent.Field;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the audit trail. */
@Command(name = "audit", description = "Prints who did what when besides posting, the newest first: a row per value.", footer = {
    "", "Example:", "  stockwright audit --subject item --key BOLT --from 2026-01-01 --db ./acme" })
final class AuditCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("recorded", "user", "action", "subject", "key", "field",
        "before", "after");

    @Option(names = "--from", paramLabel = "T", description = "recorded then or later; a date means its start")
    String from;

    @Option(names = "--to", paramLabel = "T", description = "recorded then or earlier; a date means its end")
    String to;

    /** Not {@code --user}: that names who asks. */
    @Option(names = "--by", paramLabel = "U", description = "only what this user did", defaultValue = "")
    String by;

    @Option(names = "--subject", paramLabel = "S", description = "only this kind: item, location, report, export, …", defaultValue = "")
    String subject;

    @Option(names = "--key", paramLabel = "K", description = "only this one, for example an item's code", defaultValue = "")
    String key;

    @Option(names = "--action", paramLabel = "A", description = "only this: CREATED, CHANGED, DELETED, EXPORTED, …", defaultValue = "")
    String action;

    @Option(names = "--text", paramLabel = "W", description = "only with these letters in key or values", defaultValue = "")
    String text;

    AuditCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        AuditQuery query = new AuditQuery(session.moments().startOf(from), session.moments().endOf(to), by, subject,
            key, action, text);
        AuditTrail trail = session.service(AuditTrail.class);
        try (RowWriter rows = invocation().data(options, "audit", COLUMNS)) {
            trail.stream(query, event -> write(rows, event), session.progress());
            session.progress().clear();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return DONE;
    }

    private static void write(RowWriter rows, AuditEvent event) {
        try {
            if (event.fields().isEmpty()) {
                rows.write(event.recorded(), event.user(), event.action(), event.subject(), event.key(), null, null,
                    null);
            }
            for (Field field : event.fields()) {
                rows.write(event.recorded(), event.user(), event.action(), event.subject(), event.key(), field.name(),
                    field.before().orElse(null), field.after().orElse(null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
