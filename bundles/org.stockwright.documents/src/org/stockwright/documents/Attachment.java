package org.stockwright.documents;

import java.time.Instant;

/**
 * A file that was attached to a document.
 *
 * @param id its number
 * @param name the file's name
 * @param mediaType what it is, for example {@code application/pdf}
 * @param size in bytes
 * @param sha256 the digest of its content, in hexadecimal digits
 * @param user who attached it
 * @param created when
 */
public record Attachment(long id, String name, String mediaType, long size, String sha256, String user,
    Instant created) {
}
