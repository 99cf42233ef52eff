package org.stockwright.valuation.internal.imports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.ItemId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.ImportFile;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Kind;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Standard;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** Valuation's kinds of files, row by row as the import engine hands them over. */
@TestInstance(Lifecycle.PER_CLASS)
class CostFilesTest {

    private static final ImportMode ALL = ImportMode.ALL_OR_NOTHING;
    private static final Instant JANUARY_5 = Instant.parse("2026-01-05T00:00:00Z");

    @TempDir
    static Path folder;

    private World world;
    private Items items;

    @BeforeAll
    void openWorld() throws Exception {
        FrameworkUtil.getBundle(AccountsImport.class).start();
        world = World.open(folder.resolve("files"));
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        world.service(Locations.class).createStandard();
        items = world.service(Items.class);
    }

    @AfterEach
    void theBookIsSound() {
        Invariants.check(world.service(UnitOfWork.class));
    }

    @AfterAll
    void closeWorld() {
        Optional.ofNullable(world).ifPresent(World::close);
    }

    private static ImportResult run(ImportKind kind, ImportMode mode, List<ImportRow> rows) {
        return kind.run(rows, mode, Progress.NONE);
    }

    private AccountsImport accounts() {
        return new AccountsImport(world.service(Accounts.class), world.service(CompanyProfiles.class));
    }

    private PostingRulesImport rules() {
        return new PostingRulesImport(world.service(Accounts.class), world.service(CompanyProfiles.class));
    }

    private StandardCostsImport standards() {
        return new StandardCostsImport(world.service(CostSettings.class), items, world.service(Units.class),
            world.service(CompanyProfiles.class));
    }

    private ExchangeRatesImport rates() {
        return new ExchangeRatesImport(world.service(CostSettings.class), world.service(CompanyProfiles.class));
    }

    private LateCostsImport lateCosts() {
        return new LateCostsImport(world.service(LateCosts.class), world.service(CompanyProfiles.class));
    }

    private ItemId item(String code) {
        return items.save(ItemDraft.of(code, "The " + code, "EA")).value().id();
    }

    private void receipt(String key, ItemId item, String pieces, String unitCost) {
        MovementLine line = MovementLine
            .of(MovementKind.RECEIPT, item, Quantity.of(pieces, Unit.EACH), Optional.empty(), Optional.empty())
            .withUnitCost(new BigDecimal(unitCost));
        world.service(Ledger.class).post(new PostingRequest(key, JANUARY_5, List.of(line), "", "", "")).value();
    }

    private String value(ItemId item) {
        return world.service(Valuation.class).value(ValueQuery.all().of(item), Progress.NONE).getFirst().value()
            .toPlainString();
    }

    private Account account(String code) {
        return world.service(Accounts.class).accounts().stream().filter(each -> each.code().equals(code)).findFirst()
            .orElseThrow();
    }

    @Test
    void accountsAreStoredAndAnEmptyCellKeepsWhatIsThere() {
        List<ImportRow> file = ImportFile.rows("account,name,type,external,active", "7000,Samples,Expense,G-70,",
            "7001,Old,asset,,no");
        assertThat(run(accounts(), ImportMode.DRY_RUN, file).stored()).isEqualTo(2);
        assertThat(world.service(Accounts.class).accounts()).noneMatch(each -> each.code().equals("7000"));
        assertThat(run(accounts(), ALL, file).stored()).isEqualTo(2);
        assertThat(account("7000")).isEqualTo(new Account("7000", "Samples", Kind.EXPENSE, "G-70", true));
        assertThat(account("7001").active()).isFalse();
        assertThat(run(accounts(), ALL, file).unchanged()).isEqualTo(2);
        ImportResult renamed = run(accounts(), ALL, ImportFile.rows("account,name", "7000,Gifts"));
        assertThat(renamed.stored()).isEqualTo(1);
        assertThat(account("7000")).isEqualTo(new Account("7000", "Gifts", Kind.EXPENSE, "G-70", true));
    }

    @Test
    void wrongAccountsAreToldTogetherAndGoodOnesKeptWhenAskedFor() {
        List<ImportRow> file = ImportFile.rows("account,name,type,active", "7100,One,expens,", "7101,,asset,",
            "7102,Two,asset,maybe",
            "7103,Three,asset,", "7103,Three again,asset,", "7104," + "x".repeat(300) + ",asset,");
        ImportResult all = run(accounts(), ALL, file);
        assertThat(ImportFile.told(all)).containsExactly("2 type UNKNOWN_VALUE", "3 name MISSING",
            "4 active UNKNOWN_VALUE",
            "6 account SAID_TWICE", "7 name BAD_TEXT");
        assertThat(all.refusals().getFirst().hint()).isEqualTo("Did you mean 'expense'?");
        assertThat(all.stored()).isZero();
        ImportResult kept = run(accounts(), ImportMode.KEEP_GOOD, file);
        assertThat(ImportFile.told(kept)).contains("7 name BAD_TEXT");
        assertThat(kept.stored()).isEqualTo(1);
        assertThat(account("7103").name()).isEqualTo("Three");
    }

    @Test
    void postingRulesNameSidesAccountsAndDates() {
        List<ImportRow> file = ImportFile.rows("category,type,side,account,cost_centre,effective",
            ",return_in,Count Difference,5110,CC-1,2026-03-01", ",,scrap,5100,,2026-03-01T10:00:00Z");
        assertThat(ImportFile.told(run(rules(), ALL, file))).isEmpty();
        assertThat(world.service(Accounts.class).rules())
            .contains(new Rule("", "return-in", "count-difference", "5110", "CC-1",
                Optional.of(Instant.parse("2026-03-01T00:00:00Z"))));
        assertThat(run(rules(), ALL, file).unchanged()).isEqualTo(2);
        ImportResult wrong = run(rules(), ALL,
            ImportFile.rows("category,type,side,account,effective", ",,inventroy,1300,2026-03-01",
                ",recept,supplier,2150,2026-03-01", ",,customer,500,2026-03-01", ",,customer,5000,tomorrow",
                ",,transit,1310,2026-04-01", ",,transit,1310,2026-04-01"));
        assertThat(ImportFile.told(wrong)).containsExactly("2 side UNKNOWN_SIDE", "3 type UNKNOWN_KIND",
            "4 account UNKNOWN_ACCOUNT", "5 effective NOT_AN_INSTANT", "7 side SAID_TWICE");
        assertThat(wrong.refusals().get(0).hint()).isEqualTo("Did you mean 'inventory'?");
        assertThat(wrong.refusals().get(2).hint()).contains("5000");
        assertThat(ImportFile.told(run(rules(), ImportMode.KEEP_GOOD, ImportFile.rows("category,side,account,effective",
            "No/Such,scrap,5100,2026-03-02")))).containsExactly("2 category UNKNOWN_CATEGORY");
    }

    @Test
    void standardCostsAreOneCostOrItsParts() {
        ItemId one = item("S1");
        List<ImportRow> file = ImportFile.rows("item,effective,cost,material,freight,labour,overhead", "S1,,2.50,,,,",
            "S1,2026-02-01,,2,0.25,0.5,");
        ImportResult first = run(standards(), ALL, file);
        assertThat(ImportFile.told(first)).isEmpty();
        assertThat(first.stored()).isEqualTo(2);
        assertThat(world.service(CostSettings.class).standards(one)).contains(
            new Standard(one, Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                new Cost(new BigDecimal("2"), new BigDecimal("0.25"), new BigDecimal("0.5"), BigDecimal.ZERO)));
        assertThat(run(standards(), ALL, file).unchanged()).isEqualTo(2);
        ImportResult wrong = run(standards(), ALL,
            ImportFile.rows("item,effective,cost,material", "S2,,1,", "S1,2026-03-01,1,1",
                "S1,2026-03-02,,", "S1,2026-03-03,,-1", "S1,soon,1,", "S1,2026-03-04,1x,", "S1,2026-03-05,1,",
                "S1,2026-03-05,2,"));
        assertThat(ImportFile.told(wrong)).containsExactly("2 item UNKNOWN_ITEM", "3 cost COST_AND_PARTS",
            "4 cost AMOUNT_MISSING",
            "5 material NEGATIVE_COST", "6 effective NOT_AN_INSTANT", "7 cost NOT_A_NUMBER", "9 item SAID_TWICE");
        assertThat(world.service(CostSettings.class).standards(one)).hasSize(2);
    }

    @Test
    void exchangeRatesConvertFromTheirDayOn() {
        List<ImportRow> file = ImportFile.rows("currency,effective,rate", "usd,2026-01-01,0.9", "USD,2026-02-01,0.8");
        assertThat(run(rates(), ALL, file).stored()).isEqualTo(2);
        FilePrices prices = new FilePrices(world.service(CostSettings.class));
        assertThat(prices.convert(BigDecimal.TEN, Currency.getInstance("USD"), JANUARY_5).value())
            .isEqualByComparingTo("9");
        assertThat(prices.convert(BigDecimal.TEN, Currency.getInstance("CHF"), JANUARY_5).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code().name()).isEqualTo("NO_EXCHANGE_RATE"));
        ImportResult again = run(rates(), ALL, ImportFile.rows("currency,effective,rate", "USD,2026-01-01,0.90",
            "USD,2026-02-01,0.85"));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.stored()).isEqualTo(1);
        ImportResult wrong = run(rates(), ImportMode.KEEP_GOOD,
            ImportFile.rows("currency,effective,rate", "DOLLAR,2026-01-01,1",
                "GBP,2026-01-01,0", "GBP,then,1", "GBP,2026-01-02,1.1", "GBP,2026-01-02,1.2"));
        assertThat(ImportFile.told(wrong)).containsExactly("2 currency UNKNOWN_CURRENCY", "3 rate RATE_NOT_POSITIVE",
            "4 effective NOT_AN_INSTANT", "6 effective SAID_TWICE");
        assertThat(wrong.stored()).isEqualTo(1);
    }

    @Test
    void rowsWithOneKeyAreOneLateCostAndTheFileAgainChangesNothing() {
        ItemId one = item("L1");
        ItemId two = item("L2");
        receipt("l-1", one, "10", "1");
        receipt("l-2", two, "10", "3");
        List<ImportRow> file = ImportFile.rows("key,effective,document,line,freight,by,reference",
            "f-1,2026-01-10,l-1,,8,value,INV-1", "f-1,,l-2,1,,,", "f-2,2026-01-11,l-1,,1,quantity,");
        assertThat(run(lateCosts(), ImportMode.DRY_RUN, file).stored()).isEqualTo(3);
        assertThat(value(one)).isEqualTo("10");
        ImportResult first = run(lateCosts(), ALL, file);
        assertThat(ImportFile.told(first)).isEmpty();
        assertThat(first.stored()).isEqualTo(3);
        assertThat(value(one)).isEqualTo("13");
        assertThat(value(two)).isEqualTo("36");
        assertThat(run(lateCosts(), ALL, file).unchanged()).isEqualTo(3);
        assertThat(value(one)).isEqualTo("13");
    }

    @Test
    void wrongLateCostsAreToldWithTheOtherRowsOfTheirKey() {
        ItemId one = item("L3");
        receipt("l-3", one, "10", "1");
        List<ImportRow> file = ImportFile.rows("key,effective,document,line,freight,by", "g-1,2026-01-10,nope,,8,",
            "g-2,2026-01-10,l-3,,8,", "g-2,,l-3,,8,", "g-3,2026-01-10,l-3,zero,8,size", "g-4,2026-01-10,l-3,,,",
            "g-5,2026-01-01,l-3,,1,", "g-6,2026-01-10,l-3,,2,", "g-7,2026-01-10,l-3,,x,", "g-2,2026-01-11,l-3,,,",
            "g-8,,l-3,,1,");
        ImportResult all = run(lateCosts(), ALL, file);
        assertThat(ImportFile.told(all)).contains("2 document NO_RECEIPTS", "3 key PART_REFUSED",
            "4 freight AMOUNTS_TWICE",
            "5 line NOT_A_LINE", "5 by UNKNOWN_VALUE", "6 material AMOUNT_MISSING", "7 effective BAD_INSTANT",
            "9 freight NOT_A_NUMBER", "10 effective DIFFERS", "11 effective MISSING");
        assertThat(all.stored()).isZero();
        assertThat(value(one)).isEqualTo("10");
        ImportResult kept = run(lateCosts(), ImportMode.KEEP_GOOD, file);
        assertThat(kept.stored()).isEqualTo(1);
        assertThat(value(one)).isEqualTo("12");
    }

    @Test
    void lateCostsThatTogetherTakeBackMoreThanTheGoodsCostAreRefusedByARehearsalToo() {
        ItemId one = item("L4");
        receipt("l-4", one, "10", "1");
        List<ImportRow> file = ImportFile.rows("key,effective,document,material", "h-1,2026-01-10,l-4,-6",
            "h-2,2026-01-11,l-4,-6");
        assertThat(ImportFile.told(run(lateCosts(), ImportMode.DRY_RUN, file)))
            .containsExactly("3 material REDUCED_BELOW_ZERO");
        assertThat(run(lateCosts(), ALL, file).stored()).isZero();
        assertThat(value(one)).isEqualTo("10");
        ImportResult kept = run(lateCosts(), ImportMode.KEEP_GOOD, file);
        assertThat(ImportFile.told(kept)).containsExactly("3 material REDUCED_BELOW_ZERO");
        assertThat(kept.stored()).isEqualTo(1);
        assertThat(value(one)).isEqualTo("4");
    }

    @Test
    void countsAreStoredForTheirPeriodAndWrongOnesToldTogether() {
        PeriodicInventory inventory = world.service(PeriodicInventory.class);
        inventory.set(InventorySystem.PERIODIC, Optional.empty()).value();
        ItemId washer = item("WASHER");
        receipt("RW", washer, "100", "0.10");
        PeriodCountsImport counts = new PeriodCountsImport(inventory, items, world.service(Units.class),
            world.service(Locations.class));
        LocalDate lastDay = LocalDate.parse("2026-01-10");
        String header = "item,quantity,period,unit,lot,location";
        List<ImportRow> file = ImportFile.rows(header, "WASHER,90,2026-01-10,,,");
        assertThat(run(counts, ImportMode.DRY_RUN, file).stored()).isEqualTo(1);
        assertThat(inventory.counts(lastDay)).isEmpty();
        assertThat(run(counts, ALL, file).stored()).isEqualTo(1);
        assertThat(run(counts, ALL, file).unchanged()).isEqualTo(1);
        ImportResult wrong = run(counts, ALL,
            ImportFile.rows(header, "WASHER,many,2026-01-10,,,", "NOPE,1,2026-01-10,,,",
                "WASHER,1,2026-01-11,,,", "WASHER,1,2026-01-10,,L1,", "WASHER,1,2026-01-10,,,NOWHERE"));
        assertThat(ImportFile.told(wrong))
            .contains("4 period DIFFERS", "5 quantity BAD_COUNT", "6 location UNKNOWN_LOCATION")
            .anyMatch(refusal -> refusal.startsWith("2 quantity "))
            .anyMatch(refusal -> refusal.startsWith("3 item "));
        assertThat(ImportFile.told(run(counts, ALL, ImportFile.rows(header, "WASHER,1,+99999-01-01,,,"))))
            .containsExactly(
                "2 period NOT_AN_INSTANT");
        assertThat(inventory.calculate(lastDay, Progress.NONE).value().rows())
            .anyMatch(row -> row.itemId().equals(washer) && row.quantities().difference().intValueExact() == -10);
        inventory.set(InventorySystem.PERPETUAL, Optional.empty()).value();
        assertThat(ImportFile.told(run(counts, ALL, file))).containsExactly("2 period NOT_PERIODIC");
    }

}
