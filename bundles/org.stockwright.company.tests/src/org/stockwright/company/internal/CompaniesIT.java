package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.PriceLists;
import org.stockwright.company.Companies;
import org.stockwright.company.Company;
import org.stockwright.company.CompanyRefusal;
import org.stockwright.company.Drafts;
import org.stockwright.company.SavedTexts;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.BackOrders;
import org.stockwright.fulfilment.FulfilmentFigures;
import org.stockwright.fulfilment.FulfilmentFigures.Direction;
import org.stockwright.fulfilment.FulfilmentFigures.ReturnFigure;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Slotting;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Arrival;
import org.stockwright.purchasing.SupplierInvoices;

import static org.assertj.core.api.Assertions.assertThat;

class CompaniesIT {

    @TempDir
    private Path folder;

    private final OpenAreas areas = new OpenAreas(FrameworkUtil.getBundle(CompaniesComponent.class)
        .getBundleContext());
    private final Companies companies = areas.get(Companies.class);

    @AfterEach
    void close() {
        companies.close();
    }

    private static Companies.Draft draft(boolean demo) {
        return new Companies.Draft("Alder & Finch", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), demo);
    }

    private String book() {
        return folder.resolve("book").toString();
    }

    @Test
    void aNewCompanyHasUnitsAndStandardPlacesAndIsFoundAgain() {
        Company made = companies.create(book(), "anna", draft(false), Progress.NONE).value();
        assertThat(made.profile().name()).isEqualTo("Alder & Finch");
        assertThat(areas.get(Locations.class).byCode("MAIN")).isPresent();
        assertThat(areas.get(Locations.class).byCode("COUNT-DIFFERENCE").map(Location::kind))
            .contains(LocationKind.COUNT_DIFFERENCE);
        assertThat(areas.get(org.stockwright.catalog.Units.class).byCode("LB").orElseThrow().factor())
            .hasToString("45359237/100000000");

        companies.close();
        assertThat(companies.current()).isEmpty();
        Company opened = companies.open(book(), "ben", Progress.NONE).value();
        assertThat(opened.profile()).isEqualTo(made.profile());
        assertThat(opened.user()).isEqualTo("ben");
    }

    @Test
    void aSecondCompanyInTheSamePlaceIsRefused() {
        companies.create(book(), "anna", draft(false), Progress.NONE).value();
        Outcome<Company> again = companies.create(book(), "anna", draft(false), Progress.NONE);
        assertThat(again.refusals()).singleElement().satisfies(
            refusal -> assertThat(refusal.code()).isEqualTo(CompanyRefusal.COMPANY_EXISTS));
    }

    @Test
    void aCompanyWithoutANameIsRefusedAndNothingIsMade() {
        Outcome<Company> outcome = companies.create(book(), "anna",
            new Companies.Draft(" ", Currency.getInstance("EUR"), ZoneId.of("UTC"), false), Progress.NONE);
        assertThat(outcome.isDone()).isFalse();
        assertThat(Files.exists(Path.of(book()))).isFalse();
    }

    @Test
    void theDemoCompanyIsOfBelievableSizeAndSound() {
        companies.create(book(), "anna", draft(true), Progress.NONE).value();
        assertThat(areas.get(Items.class).list()).hasSize(301);
        assertThat(areas.get(Locations.class).list().stream().filter(place -> place.kind() == LocationKind.SITE))
            .hasSize(4);
        assertThat(areas.get(Stock.class).count(MovementQuery.all())).isBetween(8_000L, 40_000L);
        List<StockRow> stock = areas.get(Stock.class).onHand(StockQuery.all(Grouping.ITEM));
        assertThat(stock).hasSizeGreaterThan(250)
            .allSatisfy(row -> assertThat(row.onHand().amount()).isGreaterThan(BigDecimal.ZERO));
        assertThat(areas.get(Verification.class).verify(Progress.NONE))
            .allSatisfy(result -> assertThat(result.passed()).as(result.toString()).isTrue());
    }

    @Test
    void theDemoCompanyHasOrdersInEveryState() {
        Map<String, Instant> begun = new LinkedHashMap<>();
        companies.create(book(), "anna", draft(true), new Progress() {
            @Override
            public void begin(String task, long total) {
                begun.putIfAbsent(task, Instant.now());
            }

            @Override
            public void worked(long amount) {
                // not looked at
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        }).value();
        System.out.println("figure: the orders of the demo company took "
            + Duration.between(begun.get("Demo company: orders"), Instant.now()).toMillis() + " ms of "
            + Duration.between(begun.get("Demo company: master data"), Instant.now()).toMillis());
        assertThat(states(PurchaseOrders.KIND)).contains("OPEN", "APPROVED", "SENT", "CONFIRMED", "CLOSED",
            "CANCELLED");
        assertThat(states(PurchaseOrders.BLANKET)).containsExactly("APPROVED");
        assertThat(states(SupplierInvoices.KIND)).containsExactly("BLOCKED");
        assertThat(states(OrderKind.CUSTOMER.id())).contains("OPEN", "ALLOCATED", "IN_PICKING", "SHIPPED",
            "CANCELLED");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        assertThat(areas.get(PurchaseOrders.class).arrivals(Optional.of(today.minusDays(1))))
            .extracting(Arrival::item).contains("RAW-503");
        assertThat(areas.get(SupplierInvoices.class).receivedNotInvoiced(Optional.empty())).isNotEmpty();
        assertThat(areas.get(Inspections.class).pending(9)).extracting(Inspections.Pending::item)
            .containsExactly("RAW-507");
        assertThat(areas.get(BackOrders.class).list(Set.of())).anySatisfy(waits -> {
            assertThat(waits.item()).isEqualTo("RAK-190");
            assertThat(waits.quantity().amount()).isEqualByComparingTo("12");
            assertThat(waits.expected()).hasValue(today.plusDays(6));
        });
        assertThat(areas.get(FulfilmentFigures.class).returns(today.minusDays(2), today))
            .extracting(ReturnFigure::direction).containsExactly(Direction.FROM_CUSTOMER, Direction.TO_SUPPLIER);
        assertThat(areas.get(FulfilmentFigures.class).service(today.minusDays(6), today, Optional.empty()).getLast()
            .cycle().values()).hasSize(2);
        assertThat(areas.get(Kits.class).list()).hasSize(1);
        assertThat(areas.get(PriceLists.class).lists()).contains("MARKETS");
        assertThat(areas.get(Slotting.class).proposals(Optional.empty(), today.minusDays(90), today))
            .hasSize(4).allSatisfy(one -> assertThat(one.proposed()).isLessThan(one.now()));
        assertThat(areas.get(Verification.class).verify(Progress.NONE))
            .allSatisfy(result -> assertThat(result.passed()).as(result.toString()).isTrue());
    }

    private Set<String> states(String kind) {
        Set<String> states = new TreeSet<>();
        areas.get(Documents.class).list(DocumentQuery.of(kind), 100).forEach(row -> states.add(row.state()));
        return states;
    }

    @Test
    void aBackupRestoresToTheSameStock() {
        companies.create(book(), "anna", draft(true), Progress.NONE).value();
        List<StockRow> before = areas.get(Stock.class).onHand(StockQuery.all(Grouping.BALANCE));
        Path file = companies.backup(folder.resolve("copy.swbackup"), Progress.NONE).value();
        companies.close();

        String place = companies.restore(file, folder.resolve("second").toString(), Progress.NONE).value();
        companies.open(place, "anna", Progress.NONE).value();
        assertThat(areas.get(Stock.class).onHand(StockQuery.all(Grouping.BALANCE))).isEqualTo(before);
    }

    @Test
    void savedTextsAndDraftsLiveInTheBook() {
        companies.create(book(), "anna", draft(false), Progress.NONE).value();
        SavedTexts texts = areas.get(SavedTexts.class);
        texts.save("view.stock", new SavedTexts.Saved("Low", true, "everybody's"));
        texts.save("view.stock", new SavedTexts.Saved("Low", false, "mine"));
        assertThat(texts.find("view.stock", "Low").orElseThrow().content()).isEqualTo("mine");
        texts.delete("view.stock", "Low", false);
        assertThat(texts.list("view.stock")).containsExactly(new SavedTexts.Saved("Low", true, "everybody's"));

        long id = areas.get(Drafts.class).create("movement", "Receipt", "x".repeat(100_000));
        companies.close();
        companies.open(book(), "anna", Progress.NONE).value();
        assertThat(areas.get(Drafts.class).list()).singleElement()
            .satisfies(draft -> assertThat(draft.content()).hasSize(100_000));
        areas.get(Drafts.class).save(id, "movement", "Receipt of 9", "y");
        assertThat(areas.get(Drafts.class).find(id).orElseThrow().title()).isEqualTo("Receipt of 9");
        areas.get(Drafts.class).delete(id);
        assertThat(areas.get(Drafts.class).list()).isEmpty();
    }

}
