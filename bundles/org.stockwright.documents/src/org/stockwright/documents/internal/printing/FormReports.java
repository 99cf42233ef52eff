package org.stockwright.documents.internal.printing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.Items;
import org.stockwright.reporting.spi.ReportContribution;

/** Puts each form into the report catalogue. */
@Component(service = FormReports.class, immediate = true)
public final class FormReports {

    private final Map<Form, FormReport> reports = new EnumMap<>(Form.class);
    private final List<ServiceRegistration<ReportContribution>> registrations;

    @Activate
    public FormReports(BundleContext context, @Reference Papers papers, @Reference Items items,
        @Reference PrintDesk desk) {
        Arrays.stream(Form.values()).forEach(form -> reports.put(form, new FormReport(form, papers, items, desk)));
        registrations = reports.values().stream()
            .map(report -> context.registerService(ReportContribution.class, report, null)).toList();
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    /** The report of a form. */
    FormReport of(Form form) {
        return reports.get(form);
    }

}
