package org.stockwright.reporting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.eclipse.birt.core.exception.BirtException;
import org.eclipse.birt.report.engine.api.IReportRunnable;
import org.eclipse.birt.report.model.api.DataSetHandle;
import org.eclipse.birt.report.model.api.DesignElementHandle;
import org.eclipse.birt.report.model.api.PropertyHandle;
import org.eclipse.birt.report.model.api.ReportDesignHandle;
import org.eclipse.birt.report.model.api.ScriptDataSetHandle;
import org.eclipse.birt.report.model.api.StructureFactory;
import org.eclipse.birt.report.model.api.activity.SemanticException;
import org.eclipse.birt.report.model.api.elements.DesignChoiceConstants;
import org.eclipse.birt.report.model.api.elements.structures.ResultSetColumn;
import org.osgi.framework.Bundle;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;

/** Opens the design of a contribution: where it lies, what is in it, and where its rows come from. */
final class Design {

    /** What scripts call the rows; 'rows' is a name of BIRT's own. */
    static final String ROWS = "stockwrightRows";

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    private Design() {
    }

    /** The design, ready to run, or why it may not. */
    static Outcome<IReportRunnable> open(BirtEngine engine, ReportContribution report, Bundle bundle, boolean unpaged)
        throws IOException, BirtException {
        Optional<URL> entry = entry(bundle, report.design());
        if (entry.isEmpty()) {
            return untrusted(report, "it is no entry of the bundle that contributes it");
        }
        byte[] bytes;
        try (InputStream in = entry.get().openStream()) {
            bytes = in.readAllBytes();
        }
        Optional<String> objection = DesignCheck.objection(bytes, report.showsMarkup());
        if (objection.isPresent()) {
            return untrusted(report, objection.get());
        }
        IReportRunnable runnable = engine.open(bytes, entry.get());
        ReportDesignHandle design = (ReportDesignHandle) runnable.getDesignHandle();
        bind(design, report.dataSets());
        if (unpaged) {
            unpage(design);
        }
        return Outcome.done(runnable);
    }

    private static Outcome<IReportRunnable> untrusted(ReportContribution report, String reason) {
        return Outcome.refused(Refusal.of(ReportRefusal.DESIGN_NOT_TRUSTED, report.id(), reason)
            .hint("Ask the maker of the report for one that only lays out its rows."));
    }

    /** The entry of the bundle itself, or of a fragment of it, at the URL's path: nobody else's file. */
    private static Optional<URL> entry(Bundle bundle, URL url) {
        if (url == null || !url.getProtocol().startsWith("bundle")) {
            return Optional.empty();
        }
        String path = url.getPath();
        int slash = path.lastIndexOf('/') + 1;
        Enumeration<URL> entries = bundle.findEntries(path.substring(0, slash), path.substring(slash), false);
        return entries != null && entries.hasMoreElements() ? Optional.of(entries.nextElement()) : Optional.empty();
    }

    private static void bind(ReportDesignHandle design, List<ReportDataSet> shapes) throws SemanticException {
        for (Object element : design.getAllDataSets()) {
            DataSetHandle dataSet = (DataSetHandle) element;
            ReportDataSet shape = shapes.stream().filter(one -> one.name().equals(dataSet.getName())).findFirst()
                .orElseThrow(() -> new IllegalStateException("the design binds a data set '" + dataSet.getName()
                    + "' that its bundle does not contribute"));
            if (!(dataSet instanceof ScriptDataSetHandle scripted) || !shape.name().matches(NAME)) {
                throw new IllegalStateException("the data set " + shape.name() + " is no scripted one");
            }
            columns(scripted, shape);
            scripted.setOpen(ROWS + ".open(\"" + shape.name() + "\");");
            scripted.setFetch(fetch(shape));
        }
    }

    private static void columns(ScriptDataSetHandle dataSet, ReportDataSet shape) throws SemanticException {
        // the names of the properties in a design; the interface that has them as constants is not public
        for (String property : new String[] { "resultSet", "resultSetHints" }) {
            PropertyHandle list = dataSet.getPropertyHandle(property);
            list.clearValue();
            for (int i = 0; i < shape.columns().size(); i++) {
                ResultSetColumn column = StructureFactory.createResultSetColumn();
                column.setColumnName(shape.columns().get(i).name());
                column.setPosition(i + 1);
                column.setDataType(switch (shape.columns().get(i).type()) {
                    case TEXT -> DesignChoiceConstants.COLUMN_DATA_TYPE_STRING;
                    case DECIMAL, INTEGER -> DesignChoiceConstants.COLUMN_DATA_TYPE_DECIMAL;
                    case TIMESTAMP -> DesignChoiceConstants.COLUMN_DATA_TYPE_DATETIME;
                    case PICTURE -> DesignChoiceConstants.COLUMN_DATA_TYPE_BLOB;
                });
                list.addItem(column);
            }
        }
    }

    private static String fetch(ReportDataSet shape) {
        StringBuilder script = new StringBuilder("if (!" + ROWS + ".next(\"").append(shape.name())
            .append("\")) { return false; }\n");
        for (int i = 0; i < shape.columns().size(); i++) {
            String column = shape.columns().get(i).name();
            if (!column.matches(NAME)) {
                throw new IllegalStateException("'" + column + "' is no name of a column");
            }
            script.append("row[\"").append(column).append("\"] = ").append(ROWS).append(".value(\"")
                .append(shape.name()).append("\", ").append(i).append(");\n");
        }
        return script.append("return true;").toString();
    }

    /** Takes the page breaks out, which would repeat table headers in the middle of a sheet. */
    private static void unpage(ReportDesignHandle design) throws SemanticException {
        Iterator<?> elements = design.getBody().iterator();
        while (elements.hasNext()) {
            if (elements.next() instanceof DesignElementHandle element
                && element.getPropertyHandle("pageBreakInterval") != null) {
                element.setProperty("pageBreakInterval", 0);
            }
        }
    }

}
