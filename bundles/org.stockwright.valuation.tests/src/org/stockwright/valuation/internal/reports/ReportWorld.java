package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.ListAssert;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Stock;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.internal.CostGate;
import org.stockwright.valuation.internal.book.ValueWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** The reports of a world, whose rows are told as text: the asked columns, numbers plainly, nothing as {@code -}. */
abstract class ReportWorld extends ValueWorld {

    protected StockValuationReport stockValuation() {
        return new StockValuationReport(world.service(Valuation.class), world.service(Items.class),
            world.service(Locations.class), world.service(CompanyProfiles.class), world.service(CostGate.class));
    }

    protected CostOfSalesReport costOfSales() {
        return new CostOfSalesReport(world.service(Journal.class), world.service(Accounts.class),
            world.service(Stock.class), world.service(Items.class), world.service(Locations.class),
            world.service(TransitTerms.class), world.service(CompanyProfiles.class), world.service(CostGate.class));
    }

    protected StockJournalReport stockJournal() {
        return new StockJournalReport(world.service(Journal.class), world.service(Accounts.class),
            world.service(Valuation.class), world.service(CompanyProfiles.class), world.service(CostGate.class));
    }

    protected PeriodCloseReport periodClose() {
        return new PeriodCloseReport(world.service(Periods.class), world.service(CompanyProfiles.class),
            world.service(CostGate.class));
    }

    protected PeriodicCostOfSalesReport periodicCostOfSales() {
        return new PeriodicCostOfSalesReport(world.service(PeriodicInventory.class),
            world.service(CompanyProfiles.class),
            world.service(CostGate.class));
    }

    /** A second site beside the main one. */
    protected void east() {
        warehouse.places().saveAll(List.of(Locations.Draft.of("EAST", "East yard", "", LocationKind.SITE))).value();
    }

    protected ReportArguments asked(String... namesAndAnswers) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndAnswers.length; i += 2) {
            answers.put(namesAndAnswers[i], namesAndAnswers[i + 1]);
        }
        return new ReportArguments(answers, world.clock().instant());
    }

    protected List<Refusal> refusals(ReportContribution report, String... namesAndAnswers) {
        return report.check(asked(namesAndAnswers));
    }

    /** The cells of some columns of each row, separated by blanks. */
    protected ListAssert<String> assertRows(ReportContribution report, String dataSet, ReportArguments arguments,
        String... columns) {
        ReportDataSet shape = report.dataSets().stream().filter(one -> one.name().equals(dataSet)).findFirst()
            .orElseThrow();
        List<String> names = shape.columns().stream().map(ReportDataSet.Column::name).toList();
        List<String> rows = new ArrayList<>();
        for (Object[] row : report.rows(dataSet, arguments, Progress.NONE)) {
            assertThat(row).hasSize(names.size());
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(text(row[names.indexOf(column)]));
            }
            rows.add(String.join(" ", cells));
        }
        return assertThat(rows);
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        String text = Objects.toString(cell, "");
        return text.isEmpty() ? "-" : text;
    }

}
