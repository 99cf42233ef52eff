package org.stockwright.fulfilment.internal.reports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.KnownPartners;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.fulfilment.FulfilmentFigures;
import org.stockwright.fulfilment.FulfilmentFigures.OpenLine;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What customers wait for, and until when. */
@Component(service = ReportContribution.class)
public final class OpenCustomerOrdersReport extends FulfilmentReport {

    private static final ReportDataSet LINES = new ReportDataSet("lines", List.of(new Column("priority", INTEGER),
        new Column("customer_order", TEXT), new Column("line", INTEGER), new Column("customer", TEXT),
        new Column("customer_name", TEXT), new Column("ordered", TEXT), new Column("due", TEXT),
        new Column("item", TEXT), new Column("name", TEXT), new Column("open", DECIMAL), new Column("held", DECIMAL),
        new Column("back_ordered", DECIMAL), new Column("unit", TEXT), new Column("promised", TEXT),
        new Column("expected", TEXT), Column.layout("urgency", TEXT), Column.layout("scale", INTEGER),
        Column.layout("decimals", INTEGER), Column.layout("rank", INTEGER), Column.layout("urgency_total", TEXT),
        Column.layout("total", TEXT)));

    private final FulfilmentFigures figures;
    private final Partners partners;

    /** Rows come from these services. */
    @Activate
    public OpenCustomerOrdersReport(@Reference FulfilmentFigures figures, @Reference Partners partners,
        @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("open-customer-orders", "Open customer orders and back-orders",
            "What is still to leave of customer orders, by priority: what is held for them, what is back-ordered, when "
                + "it was promised and when it can be there.",
            LINES, profiles, work);
        this.figures = figures;
        this.partners = partners;
    }

    /** Counts of a group. */
    private static final class Count {

        private int lines;
        private int waiting;

        private void add(OpenLine line) {
            lines++;
            waiting += line.backOrdered().signum() > 0 ? 1 : 0;
        }

        private String text() {
            return (lines == 1 ? "1 line" : lines + " lines") + ", " + waiting + " back-ordered";
        }

    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("customer", "Customer", ReportParameter.Type.TEXT),
            ReportParameter.optional("back_ordered", "Only back-orders", ReportParameter.Type.FLAG));
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        String code = arguments.get("customer");
        KnownPartners known = KnownPartners.of(partners.list(), Partner.Role.CUSTOMER);
        // a wrong word would give an empty report, which reads as nothing open
        return code.isEmpty() || known.find(code).isPresent() ? List.of()
            : List.of(Refusal.of(ReportRefusal.BAD_PARAMETER, "customer", code).hint(known.hint()));
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading("On " + today()
            + (arguments.has("customer") ? ", customer " + arguments.get("customer") : "")
            + (isBackOrdersOnly(arguments) ? ", only back-orders" : ""));
    }

    private static boolean isBackOrdersOnly(ReportArguments arguments) {
        return "true".equals(arguments.get("back_ordered"));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        String customer = arguments.get("customer");
        List<OpenLine> lines = figures.openLines().stream()
            .filter(line -> customer.isEmpty() || customer.equals(line.customer()))
            .filter(line -> !isBackOrdersOnly(arguments) || line.backOrdered().signum() > 0).toList();
        progress.check();
        Map<Integer, Count> counts = new HashMap<>();
        Count all = new Count();
        for (OpenLine line : lines) {
            counts.computeIfAbsent(line.priority(), key -> new Count()).add(line);
            all.add(line);
        }
        return lines.stream()
            .map(line -> cells(line, counts.getOrDefault(line.priority(), all).text(), all.text())).toList();
    }

    private static Object[] cells(OpenLine line, String group, String all) {
        return new Object[] { (long) line.priority(), line.order(), (long) line.line(), line.customer(),
            line.customerName(), line.ordered().toString(), line.due().map(LocalDate::toString).orElse(""),
            line.item(), line.itemName(), line.open().amount(), line.held().amount(), line.backOrdered().amount(),
            line.open().unit().code(), line.promised().map(LocalDate::toString).orElse(""),
            line.expected().map(LocalDate::toString).orElse(""),
            line.priority() == 0 ? "Usual priority" : "Priority " + line.priority(),
            (long) line.open().unit().scale(), 0L, -(long) line.priority(), group, all };
    }

}
