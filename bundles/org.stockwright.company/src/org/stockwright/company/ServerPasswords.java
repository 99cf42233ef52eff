package org.stockwright.company;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows or asks for the passwords of database servers. Register one as an OSGi service; it is asked in a job when a book
 * on a server is opened whose address holds no password.
 */
@ConsumerType
public interface ServerPasswords {

    /**
     * The password of a server's user.
     *
     * @param url the JDBC address, without a password
     * @param user who signs in to the database
     * @return the characters, which the caller overwrites; empty when nobody knows it
     */
    Optional<char[]> password(String url, String user);

}
