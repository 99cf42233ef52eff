package org.stockwright.persistence.spi;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.persistence.UnitOfWork;

/**
 * Knows who acts on the open store. Register one as an OSGi service; without it whoever the store was opened for acts.
 */
@ConsumerType
public interface ActingUser {

    /**
     * A store was opened; told before anybody else can use it, and perhaps twice. What is thrown here closes it again.
     */
    void opened(UnitOfWork work);

    /** The store that was open is closed. */
    void closed();

    /**
     * Who acts in a transaction that begins now, as it will be recorded; asked on any thread, answered from memory.
     *
     * @return empty when it is whoever the store was opened for
     */
    Optional<String> current();

}
