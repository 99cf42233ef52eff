package org.stockwright.security.spi;

import java.util.Map;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;

/**
 * Says in the audit trail of the open book that something is done which changes no master data: a report, an export, an
 * import. Always present; while no book is open there is nothing to tell of. Thread-safe, never called on the user
 * interface's thread nor inside of a unit of work, which has a {@code tell} of its own.
 */
@ProviderType
public interface AuditTeller {

    /**
     * Tells it, at once and for good. Whoever gives data away asks before he does, and gives nothing when it is refused.
     *
     * @param action what is done: one of {@link org.stockwright.persistence.AuditAction}, or a word of a module
     * @param subject the kind of what it is done to, for example {@code report}
     * @param key what a person calls it, for example the report's id
     * @param details more to know, by name, such as {@code rows}
     * @return the key, or why it could not be told
     */
    Outcome<String> tell(String action, String subject, String key, Map<String, String> details);

}
