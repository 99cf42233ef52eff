package org.stockwright.reporting.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.Outcome;
import org.stockwright.persistence.AuditAction;
import org.stockwright.security.spi.AuditTeller;

/** What the audit trail says of one run of a report. */
final class RunTold {

    private static final String SUBJECT = "report";

    private final AuditTeller audit;
    private final String report;
    private final Map<String, String> answers;

    /** Of a run with these answers to its parameters. */
    RunTold(AuditTeller audit, String report, Map<String, String> answers) {
        this.audit = audit;
        this.report = report;
        this.answers = answers;
    }

    /** It is about to be run into a file. */
    Outcome<String> asked(Format format, Path file) {
        Map<String, String> details = new TreeMap<>(answers);
        details.put("format", format.name().toLowerCase(Locale.ROOT));
        details.put("file", name(file));
        return audit.tell(AuditAction.REPORT_RUN, SUBJECT, report, details);
    }

    /** It is about to be run for a viewer. */
    Outcome<String> shown() {
        Map<String, String> details = new TreeMap<>(answers);
        details.put("format", "pages");
        return audit.tell(AuditAction.REPORT_RUN, SUBJECT, report, details);
    }

    /** Its pages are about to be written into a file. */
    Outcome<String> exported(Format format, Path file) {
        return audit.tell(AuditAction.EXPORTED, SUBJECT, report,
            Map.of("format", format.name().toLowerCase(Locale.ROOT), "file", name(file)));
    }

    /** It is over. That it was begun is told already: a refusal now changes nothing. */
    void ended(long rows) {
        audit.tell(AuditAction.ENDED, SUBJECT, report, Map.of("rows", String.valueOf(rows)));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

}
