package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.net.URL;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.internal.CostGate;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TIMESTAMP;

/** The stock journal, its accounts, and whether stock and books agree. */
@Component
public final class StockJournalReport implements ReportContribution {

    private static final ReportDataSet LINES = new ReportDataSet("journal",
        List.of(new Column("entry", INTEGER), new Column("effective", TIMESTAMP), new Column("recorded", TIMESTAMP),
            new Column("kind", TEXT), new Column("late", TEXT), new Column("item", TEXT), new Column("document", TEXT),
            new Column("reference", TEXT), new Column("debit", TEXT), new Column("debit_name", TEXT),
            new Column("credit", TEXT), new Column("credit_name", TEXT), new Column("cost_centre", TEXT),
            new Column("amount", DECIMAL), new Column("currency", TEXT), new Column("user", TEXT),
            Column.layout("decimals", INTEGER), Column.layout("amount_head", TEXT), Column.layout("total", DECIMAL),
            Column.layout("all", TEXT),
            Column.layout("why", TEXT), Column.layout("debited", TEXT), Column.layout("credited", TEXT)));

    private static final ReportDataSet ACCOUNTS = new ReportDataSet("accounts",
        List.of(new Column("account", TEXT), new Column("name", TEXT), new Column("kind", TEXT),
            new Column("opening", DECIMAL), new Column("debit", DECIMAL), new Column("credit", DECIMAL),
            new Column("closing", DECIMAL), new Column("currency", TEXT), Column.layout("decimals", INTEGER),
            Column.layout("closing_head", TEXT), Column.layout("all", TEXT), Column.layout("all_opening", DECIMAL),
            Column.layout("all_debit", DECIMAL), Column.layout("all_credit", DECIMAL),
            Column.layout("all_closing", DECIMAL)));

    private static final ReportDataSet TIE_OUT = TieOutCells.dataSet("tie_out");

    private final Journal journal;
    private final Accounts accounts;
    private final Valuation valuation;
    private final CompanyProfiles profiles;
    private final CostGate gate;

    /** Rows come from these services. */
    @Activate
    public StockJournalReport(@Reference Journal journal, @Reference Accounts accounts, @Reference Valuation valuation,
        @Reference CompanyProfiles profiles, @Reference CostGate gate) {
        this.journal = journal;
        this.accounts = accounts;
        this.valuation = valuation;
        this.profiles = profiles;
        this.gate = gate;
    }

    @Override
    public String id() {
        return "stock-journal";
    }

    @Override
    public String title() {
        return "Stock journal and tie-out";
    }

    @Override
    public String description() {
        return "What was booked between two dates, with the totals of the accounts, and whether stock and books agree at "
            + "the end.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("from", "From", ReportParameter.Type.FROM),
            ReportParameter.optional("to", "To", ReportParameter.Type.AS_OF));
    }

    @Override
    public URL design() {
        return StockJournalReport.class.getResource("/reports/stock-journal.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(LINES, ACCOUNTS, TIE_OUT);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        gate.checkView();
        return CompanyBooks.of(profiles).check(arguments);
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        CompanyBooks books = CompanyBooks.of(profiles);
        return books.heading(books.text(books.span(arguments)));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        CompanyBooks books = CompanyBooks.of(profiles);
        Span span = books.span(arguments);
        return switch (dataSet) {
            case "journal" -> lines(books, span.query(arguments.startedAt()), progress);
            case "accounts" -> accounts(books, new AccountTurnover(journal, span, arguments.startedAt()));
            default -> {
                Map<String, String> names = accounts.accounts().stream()
                    .collect(
                        Collectors.toMap(Accounts.Account::code, account -> account.code() + " " + account.name()));
                yield TieOutCells.of(valuation.tieOut(span.to(), progress), names,
                    "Everything agrees: stock, its values, the journal and its accounts");
            }
        };
    }

    private Iterable<Object[]> lines(CompanyBooks books, Journal.Query query, Progress progress) {
        List<JournalLine> lines = new ArrayList<>();
        journal.each(query, line -> {
            progress.check();
            lines.add(line);
        });
        BigDecimal total = lines.stream().map(JournalLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        String entries = lines.size() == 1 ? "1 entry" : lines.size() + " entries";
        return () -> lines.stream().map(line -> cells(line, books, total, books.counted(entries))).iterator();
    }

    private static Object[] cells(JournalLine line, CompanyBooks books, BigDecimal total, String all) {
        String kind = line.kind().replace('-', ' ');
        String debit = line.debit() + " " + line.debitName();
        return new Object[] { line.id(), Date.from(line.effective()), Date.from(line.recorded()), kind,
            line.repriced() ? "yes" : "", line.item(), line.document(), line.reference(), line.debit(),
            line.debitName(), line.credit(), line.creditName(), line.costCentre(), line.amount(), books.currency(),
            line.user(), books.decimals(), books.head("Amount"), total, all,
            line.repriced() ? kind + ", put right" : kind,
            line.costCentre().isEmpty() ? debit : debit + ", " + line.costCentre(),
            line.credit() + " " + line.creditName() };
    }

    private static Iterable<Object[]> accounts(CompanyBooks books, AccountTurnover turnover) {
        GroupTotals totals = new GroupTotals();
        turnover.rows().forEach(row -> totals.add(List.of(), row.figures()));
        return () -> turnover.rows().stream()
            .map(row -> totals.cells(List.of(), row.account(), row.name(), row.kind(), row.opening(), row.debit(),
                row.credit(), row.closing(), books.currency(), books.decimals(), books.head("Closing balance"),
                books.all()))
            .iterator();
    }

}
