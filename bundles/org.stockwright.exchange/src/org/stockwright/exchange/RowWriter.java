package org.stockwright.exchange;

import java.io.IOException;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the rows of a table one after the other, without keeping them. For one thread. */
@ProviderType
public interface RowWriter extends AutoCloseable {

    /**
     * Writes a row.
     *
     * @param cells as many as the table has columns: {@code String}, {@code BigDecimal}, {@code Integer}, {@code Long},
     *            {@code Boolean}, {@code Instant}, {@code LocalDate} or {@code null}
     * @throws IOException when the stream fails, or the format cannot hold more
     */
    void write(Object... cells) throws IOException;

    /** Ends the table and flushes it; the stream below stays open. */
    @Override
    void close() throws IOException;

}
