package org.stockwright.security;

import java.util.List;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Progress;

/**
 * Who did what when, other than posting, which the ledger tells itself: every change of master data, settings, users and
 * roles with the values before and after, and imports, reports, exports, backups and sign-ins. Events are only ever
 * added. Whoever may not see costs does not see them here either. The service exists while a book is open. Thread-safe,
 * never called on the user interface's thread.
 */
@ProviderType
@Requires(SecurityPermission.AUDIT)
public interface AuditTrail {

    /** Events, the newest first. */
    List<AuditEvent> page(AuditQuery query, long offset, int limit);

    /** How many events there are. */
    long count(AuditQuery query);

    /**
     * All events, the newest first, one after the other; they are not kept in memory.
     *
     * @throws Progress.Cancelled when the user asked to stop
     */
    void stream(AuditQuery query, Consumer<AuditEvent> consumer, Progress progress);

}
