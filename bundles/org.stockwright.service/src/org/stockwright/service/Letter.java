package org.stockwright.service;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter that was made; the record of it is never changed.
 *
 * @param key the sender's key, unique among all letters
 * @param template the code of its template
 * @param version the version of its template
 * @param dataHash the SHA-256 of its data, in hexadecimal
 * @param fileHash the SHA-256 of its file, in hexadecimal
 * @param fileName the name of its file
 * @param size how many bytes its file has
 * @param merge the key of the merge that it was made in; empty for a single one
 * @param caseNumber the number of the case or document that it is for
 * @param posting the key of the posting that used up what its template names
 * @param user who made it
 * @param made when
 */
public record Letter(String key, String template, int version, String dataHash, String fileHash, String fileName,
    long size, Optional<String> merge, Optional<String> caseNumber, Optional<String> posting, String user,
    Instant made) {
}
