package org.stockwright.reporting.spi;

import java.net.URL;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Progress;

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

    /** The BIRT design: an entry of the contributing bundle. */
    URL design();

    /** The names and columns of the data sets that the design binds by name. */
    List<ReportDataSet> dataSets();

    /**
     * The rows of a data set, computed when the report runs, on its thread.
     *
     * @param dataSet one of {@link #dataSets()}' names
     * @param arguments the checked values of the parameters
     * @return arrays in the order of the data set's columns: {@code String}, {@code BigDecimal}, {@code Long},
     *         {@code java.util.Date} or {@code null}
     */
    Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress);

}
