package org.stockwright.reporting;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;

/** A report that was run and whose pages can be shown one by one. Thread-safe. */
@ProviderType
public interface PagedReport extends AutoCloseable {

    /** The report's title. */
    String title();

    /** How many pages it has; at least 1. */
    int pages();

    /** A page as a complete HTML file, its images in it. Pages count from 1. */
    Outcome<Path> page(int number);

    /** Renders the same run into a file, as {@link Reports#render} does. */
    Outcome<Path> export(Path output, Progress progress);

    @Override
    void close();

}
