package org.stockwright.reporting.ui.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.commands.IParameterValues;
import org.stockwright.reporting.Reports;
import org.stockwright.ui.Services;

/** The reports that can be run now, for the key preferences and the finder. */
public final class ReportValues implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> values = new HashMap<>();
        Services.find(ReportValues.class, Reports.class)
            .ifPresent(reports -> reports.list().forEach(report -> values.put(report.title(), report.id())));
        return values;
    }

}
