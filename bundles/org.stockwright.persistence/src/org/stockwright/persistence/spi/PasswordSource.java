package org.stockwright.persistence.spi;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows passwords of database servers and of encrypted books: an environment variable, the platform's secure storage. Register one as an OSGi
 * service; all are asked, the highest ranking first, when an address without a password is opened. When none knows one,
 * the driver's own file of passwords is used.
 */
@ConsumerType
public interface PasswordSource {

    /**
     * The password, or nothing when this source does not know it.
     *
     * @param url the JDBC address without credentials
     * @param user who signs in to the database
     * @return the characters; the caller overwrites them
     */
    Optional<char[]> password(String url, String user);

    /**
     * The password of an encrypted embedded book, or nothing when this source does not know it.
     *
     * @param folder the book's folder
     * @return the characters; the caller overwrites them
     */
    default Optional<char[]> bookPassword(String folder) {
        return Optional.empty();
    }

}
