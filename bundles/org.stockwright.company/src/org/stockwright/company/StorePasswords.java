package org.stockwright.company;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows or asks for the passwords of database servers and of encrypted books. Register one as an OSGi service; it is asked
 * in a job when a book is opened that needs one.
 */
@ConsumerType
public interface StorePasswords {

    /**
     * The password of a server's user.
     *
     * @param url the JDBC address, without a password
     * @param user who signs in to the database
     * @return the characters, which the caller overwrites; empty when nobody knows it
     */
    Optional<char[]> password(String url, String user);

    /**
     * The password of an encrypted book in a folder.
     *
     * @return the characters, which the caller overwrites; empty when nobody knows it
     */
    default Optional<char[]> bookPassword(String folder) {
        return Optional.empty();
    }

}
