package org.stockwright.reporting;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.security.Requires;

/** The report catalogue and its engine. Thread-safe. */
@ProviderType
@Requires(ReportPermission.RUN)
public interface Reports {

    /** All reports of the installed bundles, by title. */
    List<ReportContribution> list();

    /** The report with this id. */
    Optional<ReportContribution> find(String id);

    /**
     * Renders a report into a file, whose extension chooses the format: pdf, xlsx, html, csv, docx. It is complete
     * or as it was before. Runs on the caller's thread.
     *
     * @param arguments parameter name to text
     * @throws Progress.Cancelled when the user asked to stop; there is no file then
     */
    Outcome<Path> render(String id, Map<String, String> arguments, Path output, Progress progress);

    /**
     * Runs a report once for a viewer that shows it page by page; close it to delete its files.
     *
     * @throws Progress.Cancelled when the user asked to stop
     */
    Outcome<PagedReport> prepare(String id, Map<String, String> arguments, Progress progress);

}
