package org.stockwright.persistence.internal;

import java.io.IOException;

import org.stockwright.persistence.AcknowledgementJournal;

/** The journal as the store itself uses it. Thread-safe. */
interface Acknowledgements extends AcknowledgementJournal, AutoCloseable {

    /** Writes these lines; they are in the file when this returns, and forced to the disk soon after. */
    void append(String lines) throws IOException;

    @Override
    void close() throws IOException;

}
