package org.stockwright.reporting.spi;

import java.net.URL;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;

/** A report of an installed bundle. Register it as an OSGi service. */
@ConsumerType
public interface ReportContribution {

    /** The stable id, for example {@code stock-on-hand}. */
    String id();

    /** What people call it, for example {@code Stock on hand}. */
    String title();

    /** One sentence that says what it shows. */
    String description();

    /** What can be asked, in the order of the parameters dialog. */
    List<ReportParameter> parameters();

    /**
     * The BIRT design: an entry of the contributing bundle. It shows rows and has no code of its own: designs with
     * event handlers, data sources other than scripted ones, images or libraries from elsewhere are refused; a picture
     * comes from a column of the type {@code PICTURE}. It may
     * use {@code stockwright.rptlibrary} for the common look, and in its expressions {@code heading.company()},
     * {@code heading.title()}, {@code heading.scope()} and {@code heading.generated()}.
     */
    URL design();

    /**
     * Whether the design may show cells as HTML ({@code text-data}). Whoever says so promises that the HTML of its rows has no
     * scripts and nothing that is fetched from elsewhere, and that what people typed is escaped in it: the engine does not look.
     */
    default boolean showsMarkup() {
        return false;
    }

    /**
     * The names and columns of the data sets that the design binds by name. The first one is the main one: CSV exports
     * are its rows.
     */
    List<ReportDataSet> dataSets();

    /**
     * What the parameters' types do not say, such as whether the item exists.
     *
     * @param arguments answers of the right types
     * @return why these answers cannot be taken; nothing when they can
     */
    default List<Refusal> check(ReportArguments arguments) {
        return List.of();
    }

    /** What stands at the top of each page. */
    default ReportHeading heading(ReportArguments arguments) {
        String scope = parameters().stream().filter(parameter -> arguments.has(parameter.name()))
            .map(parameter -> parameter.label() + " " + arguments.get(parameter.name()))
            .collect(Collectors.joining(", "));
        return new ReportHeading("", ZoneOffset.UTC, scope);
    }

    /**
     * The rows of a data set, computed when the report runs, on its thread.
     *
     * @param dataSet one of {@link #dataSets()}' names
     * @param arguments the checked values of the parameters
     * @return arrays in the order of the data set's columns: {@code String}, {@code BigDecimal}, {@code Long},
     *         {@code java.util.Date}, {@code byte[]} or {@code null}
     */
    Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress);

}
