package org.stockwright.purchasing.internal.reports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.KnownPartners;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.NotInvoiced;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportAmounts;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;
import org.stockwright.reporting.spi.TableReport;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What is owed to suppliers without a paper, by supplier. */
@Component(service = ReportContribution.class)
public final class ReceivedNotInvoicedReport extends TableReport {

    private static final ReportDataSet OPEN = new ReportDataSet("open", List.of(new Column("supplier", TEXT),
        new Column("purchase_order", TEXT), new Column("line", INTEGER), new Column("item", TEXT),
        new Column("received", DECIMAL), new Column("invoiced", DECIMAL), new Column("open", DECIMAL),
        new Column("unit", TEXT), new Column("amount", DECIMAL), new Column("currency", TEXT),
        Column.layout("scale", INTEGER), Column.layout("decimals", INTEGER), Column.layout("supplier_total", TEXT),
        Column.layout("total", TEXT)));

    private static final Comparator<NotInvoiced> ORDER = Comparator.comparing(NotInvoiced::supplier)
        .thenComparing(NotInvoiced::number).thenComparing(NotInvoiced::line);

    private final SupplierInvoices invoices;
    private final Partners partners;
    private final CompanyProfiles profiles;
    private final UnitOfWork work;

    /** Rows come from these services. */
    @Activate
    public ReceivedNotInvoicedReport(@Reference SupplierInvoices invoices, @Reference Partners partners,
        @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("received-not-invoiced", "Received, not invoiced",
            "What came and was kept and for which no invoice has come, at the price of the order: what is owed without "
                + "a paper.",
            OPEN);
        this.invoices = invoices;
        this.partners = partners;
        this.profiles = profiles;
        this.work = work;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("supplier", "Supplier", ReportParameter.Type.TEXT));
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        String code = arguments.get("supplier");
        KnownPartners known = KnownPartners.of(partners.list(), Partner.Role.SUPPLIER);
        // a wrong word would give an empty report, which reads as nothing open
        return code.isEmpty() || known.find(code).isPresent() ? List.of()
            : List.of(Refusal.of(ReportRefusal.BAD_PARAMETER, "supplier", code).hint(known.hint()));
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        ReportTimes times = ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone));
        return times.heading("At " + times.text(work.clock().instant())
            + (arguments.has("supplier") ? ", supplier " + arguments.get("supplier") : ""));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        String supplier = arguments.get("supplier");
        List<NotInvoiced> open = invoices.receivedNotInvoiced(Optional.empty()).stream()
            .filter(line -> supplier.isEmpty() || supplier.equals(line.supplier())).sorted(ORDER).toList();
        progress.check();
        Map<String, ReportAmounts> sums = new HashMap<>();
        ReportAmounts all = new ReportAmounts();
        for (NotInvoiced line : open) {
            sums.computeIfAbsent(line.supplier(), code -> new ReportAmounts()).add(line.currency(), line.amount());
            all.add(line.currency(), line.amount());
        }
        return open.stream()
            .map(line -> cells(line, sums.getOrDefault(line.supplier(), new ReportAmounts()).text(), all.text()))
            .toList();
    }

    private static Object[] cells(NotInvoiced line, String sum, String all) {
        return new Object[] { (line.supplier() + "  " + line.supplierName()).strip(), line.number(),
            (long) line.line(), line.item(), line.received().amount(), line.invoiced().amount(), line.open().amount(),
            line.open().unit().code(), line.amount(), line.currency().getCurrencyCode(),
            (long) line.open().unit().scale(), (long) Math.max(0, line.currency().getDefaultFractionDigits()), sum,
            all };
    }

}
