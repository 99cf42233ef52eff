package org.stockwright.reporting.internal;

import java.math.BigDecimal;
import java.net.URL;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.DistinctPart;
import org.stockwright.base.Progress;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;

/** A report with invented rows, registered as if a bundle contributed it. */
final class TestReport implements ReportContribution, DistinctPart, AutoCloseable {

    static final ReportDataSet LIST = new ReportDataSet("list",
        List.of(new Column("item", ReportDataSet.Type.TEXT), new Column("name", ReportDataSet.Type.TEXT),
            new Column("at", ReportDataSet.Type.TIMESTAMP), new Column("amount", ReportDataSet.Type.DECIMAL),
            Column.layout("scale", ReportDataSet.Type.INTEGER)));

    static final Instant AT = Instant.parse("2026-01-15T08:30:00Z");

    private final String id;
    private final URL design;
    private final Supplier<Iterable<Object[]>> rows;
    private final ServiceRegistration<ReportContribution> registration;

    TestReport(String id, Bundle bundle, URL design, Supplier<Iterable<Object[]>> rows) {
        this.id = id;
        this.design = design;
        this.rows = rows;
        // one of this name may have failed before, in another test
        service(Contributions.class).enable(TestReport.class.getName() + ':' + id);
        this.registration = bundle.getBundleContext().registerService(ReportContribution.class, this, null);
    }

    /** A list report of the test fragment. */
    static TestReport list(String id, Supplier<Iterable<Object[]>> rows) {
        return new TestReport(id, host(), listDesign(), rows);
    }

    /** The bundle under test. */
    static Bundle host() {
        return FrameworkUtil.getBundle(TestReport.class);
    }

    /** The design of the test fragment. */
    static URL listDesign() {
        return host().findEntries("designs", "list.rptdesign", false).nextElement();
    }

    /** The service under test. */
    static Reports reports() {
        return service(Reports.class);
    }

    private static <S> S service(Class<S> type) {
        BundleContext context = host().getBundleContext();
        return context.getService(context.getServiceReference(type));
    }

    /** A row: item, name, when, how much with so many decimals. */
    static Object[] row(String item, String name, String amount) {
        BigDecimal number = new BigDecimal(amount);
        return new Object[] { item, name, Date.from(AT), number, (long) Math.max(0, number.scale()) };
    }

    /** So many rows. */
    static List<Object[]> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row("ITEM-" + i, "Item number " + i, i + ".25")).toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String distinctName() {
        return id;
    }

    @Override
    public String title() {
        return "Test of " + id;
    }

    @Override
    public String description() {
        return "Shows invented rows.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("as_of", "As of", ReportParameter.Type.AS_OF),
            ReportParameter.optional("zeros", "With zeros", ReportParameter.Type.FLAG),
            new ReportParameter("order", "Order", ReportParameter.Type.CHOICE, true, "item",
                List.of("item", "name")));
    }

    @Override
    public URL design() {
        return design;
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(LIST);
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return new ReportHeading("Brightwater Tools Ltd", ZoneId.of("Europe/Berlin"), "As of now");
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        return rows.get();
    }

    @Override
    public void close() {
        registration.unregister();
    }

}
