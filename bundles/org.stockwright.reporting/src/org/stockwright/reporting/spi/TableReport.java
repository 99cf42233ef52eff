package org.stockwright.reporting.spi;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/**
 * A report of one table. Its design is {@code /reports/<id>.rptdesign} of the bundle that extends this class; what is left is
 * to say which rows it has.
 */
public abstract class TableReport implements ReportContribution {

    private final String id;
    private final String title;
    private final String description;
    private final ReportDataSet rows;

    /**
     * A report.
     *
     * @param id its stable id and the name of its design
     * @param title what people call it
     * @param description one sentence that says what it shows
     * @param rows its table
     */
    protected TableReport(String id, String title, String description, ReportDataSet rows) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.rows = rows;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final URL design() {
        return Objects.requireNonNull(getClass().getResource("/reports/" + id + ".rptdesign"));
    }

    @Override
    public final List<ReportDataSet> dataSets() {
        return List.of(rows);
    }

}
