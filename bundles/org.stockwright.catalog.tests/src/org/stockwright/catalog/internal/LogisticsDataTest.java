package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.PriceBreaks.PriceBreak;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.model.ItemHandlingEntity;
import org.stockwright.model.PartnerAddressEntity;
import org.stockwright.model.PriceListLineEntity;
import org.stockwright.model.SupplierPriceEntity;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Handling of items, prices by quantity and day, price lists and addresses: stored, chosen and refused. */
class LogisticsDataTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;
    private static Handling handling;
    private static PriceBreaks breaks;
    private static PriceLists lists;
    private static Addresses addresses;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("logistics"));
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", EUR, ZoneId.of("Europe/Berlin"), false)).value();
        findServices();
        ImportFile.of("unit;dimension;scale\nKG;mass;3").store("units");
        ImportFile.of("partner;name;roles;currency\nVEND;Vendor;supplier;\nYANK;Vendor;supplier;USD\n"
            + "CUST;Customer;customer;\nSHOP;Shop;customer;\nNEW;New;customer;").store("partners");
        ImportFile.of("item;name;list_price;shelf_life_days\nBOLT;Bolt;9;\nMILK;Milk;2;30\nNUT;Nut;;\nPIN;Pin;;\n"
            + "GEAR;Gear;;\nCOG;Cog;;\nROD;Rod;;").store("items");
        ImportFile.of("item;pack;quantity\nBOLT;BOX;10\nGEAR;BOX;10").store("packs");
    }

    private static void findServices() {
        items = world.service(Items.class);
        handling = world.service(Handling.class);
        breaks = world.service(PriceBreaks.class);
        lists = world.service(PriceLists.class);
        addresses = world.service(Addresses.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static ItemId id(String item) {
        return items.byCode(item).map(Item::id).orElseThrow();
    }

    private static PartnerId partner(String code) {
        return world.service(Partners.class).byCode(code).orElseThrow().id();
    }

    private static Stream<String> errors(ImportResult result) {
        return result.refusals().stream().map(
            refusal -> refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name());
    }

    private static Stream<String> errors(Outcome<?> outcome) {
        return outcome.refusals().stream().map(
            refusal -> refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name());
    }

    private static void assertCounts(ImportResult result, int stored, int unchanged) {
        assertThat(result.refusals()).isEmpty();
        assertThat(List.of(result.stored(), result.unchanged())).containsExactly((long) stored, (long) unchanged);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void handlingIsStoredInOneSpellingAndSeenByPartners() {
        ItemHandling milk = new ItemHandling(id("MILK"), Optional.of(number("1.0300")), Optional.of(BigDecimal.ONE),
            " chilled", "3", "a", "0401.20.11", "de", Optional.of(7));

        assertThat(handling.saveAll(List.of(milk, ItemHandling.none(id("NUT"))))).isEqualTo(Outcome.done(1));

        ItemHandling stored = new ItemHandling(id("MILK"), Optional.of(number("1.03")), Optional.of(BigDecimal.ONE),
            "CHILLED", "3", "A", "04012011", "DE", Optional.of(7));
        assertThat(handling.of(List.of(id("NUT"), id("MILK")))).containsOnly(
            Map.entry(id("MILK"), stored), Map.entry(id("NUT"), ItemHandling.none(id("NUT"))));
        assertThat(handling.saveAll(List.of(milk))).isEqualTo(Outcome.done(0));
        world.service(UnitOfWork.class).read(tx -> {
            ItemHandlingEntity entity = tx.entities()
                .createQuery("SELECT h FROM ItemHandling h WHERE h.item.code = 'MILK'", ItemHandlingEntity.class)
                .getSingleResult();
            assertThat(entity.getWeight()).isEqualByComparingTo("1.03");
            assertThat(entity.getTemperatureClass()).isEqualTo("CHILLED");
            assertThat(entity.getLeastDays()).isEqualTo(7);
            return null;
        });
        world.reopen();
        findServices();
        assertThat(handling.of(List.of(id("MILK")))).containsValue(stored);
        assertThat(handling.saveAll(List.of(ItemHandling.none(id("MILK"))))).isEqualTo(Outcome.done(1));
        assertThat(handling.of(List.of(id("MILK")))).containsValue(ItemHandling.none(id("MILK")));
    }

    @Test
    void allThatIsWrongWithHandlingIsSaidAndNothingIsStored() {
        ItemHandling bad = new ItemHandling(id("MILK"), Optional.of(number("-1")), Optional.of(number("1E+99999999")),
            "x".repeat(25), "3|8", "D", "12345", "Germany", Optional.of(31));
        ItemHandling good = new ItemHandling(id("PIN"), Optional.of(BigDecimal.TEN), Optional.empty(), "", "", "", "",
            "", Optional.empty());

        Outcome<Integer> outcome = handling.saveAll(List.of(good, bad, ItemHandling.none(new ItemId(1)), good));

        assertThat(errors(outcome)).containsExactly("2 weight_kg OUT_OF_RANGE", "2 volume_l OUT_OF_RANGE",
            "2 temperature_class TOO_LONG", "2 hazard_class BAD_TEXT", "2 abc_class UNKNOWN_VALUE",
            "2 commodity_code UNKNOWN_VALUE", "2 origin_country UNKNOWN_VALUE", "2 least_days OUT_OF_RANGE",
            "3 item UNKNOWN_ITEM", "4 item CODE_TAKEN");
        assertThat(outcome.refusals().get(7).sentence()).contains("shelf life of 30 days");
        assertThat(handling.of(List.of(id("PIN")))).containsValue(ItemHandling.none(id("PIN")));
    }

    @Test
    void aFileOfHandlingChangesWhatItsCellsSay() {
        ImportFile file = ImportFile.of("""
            item;weight_kg;volume_l;temperature_class;hazard_class;abc_class;commodity_code;origin_country;least_days
            BOLT;0,05;0.01;ambient;;a;7318.15;de;
            COG;1.5;;;2.1;;;CN;90""");
        assertCounts(file.store("item-handling"), 2, 0);
        assertCounts(file.store("item-handling"), 0, 2);
        assertCounts(ImportFile.of("item;abc_class;weight_kg\nBOLT;B;\nCOG;;").store("item-handling"), 1, 1);
        assertThat(handling.of(List.of(id("BOLT")))).containsValue(new ItemHandling(id("BOLT"),
            Optional.of(number("0.05")), Optional.of(number("0.01")), "AMBIENT", "", "B", "731815", "DE",
            Optional.empty()));

        ImportFile bad = ImportFile.of("""
            item;weight_kg;volume_l;abc_class;origin_country;least_days
            BOLTT;1;;;;
            ;1;;;;
            ROD;heavy;1,234;;;1.5
            ROD;-1;;;XX;-1
            GEAR;2;;;;
            GEAR;3;;;;""");
        ImportResult result = bad.store("item-handling");
        assertThat(errors(result)).containsExactly("2 item UNKNOWN_ITEM", "3 item MISSING", "4 weight_kg NOT_A_NUMBER",
            "4 volume_l AMBIGUOUS_NUMBER", "4 least_days OUT_OF_RANGE", "5 weight_kg OUT_OF_RANGE",
            "5 origin_country UNKNOWN_VALUE", "5 least_days OUT_OF_RANGE", "7 item CODE_TAKEN");
        assertThat(result.refusals().getFirst().hint()).isEqualTo("Did you mean BOLT?");
        assertThat(handling.of(List.of(id("GEAR")))).containsValue(ItemHandling.none(id("GEAR")));
        assertThat(bad.run("item-handling", ImportMode.DRY_RUN).stored()).isEqualTo(1);
        assertThat(handling.of(List.of(id("GEAR")))).containsValue(ItemHandling.none(id("GEAR")));
        assertThat(bad.run("item-handling", ImportMode.KEEP_GOOD).stored()).isEqualTo(1);
        assertThat(handling.of(List.of(id("GEAR"))).get(id("GEAR")).weight()).contains(BigDecimal.TWO);
    }

    private static QuantityPrice price(String unit, String from, String price, String first, String last) {
        return new QuantityPrice(unit, number(from), Money.of(EUR, price),
            Optional.of(first).filter(day -> !day.isEmpty()).map(LocalDate::parse),
            Optional.of(last).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private static String supplierPrice(String item, String supplier, String quantity, LocalDate day) {
        Unit unit = items.byCode(item).orElseThrow().unit();
        return breaks.price(id(item), partner(supplier), Quantity.of(quantity, unit), day)
            .map(found -> found.price() + " per " + found.unit() + " from " + found.fromQuantity()).orElse("none");
    }

    @Test
    void theSuppliersPriceIsThatOfTheLargestQuantityReached() {
        ImportFile.of("item;supplier;price\nBOLT;VEND;1.5").store("item-suppliers");
        ImportFile file = ImportFile.of("""
            item;supplier;unit;from_quantity;price;currency;valid_from;valid_to
            BOLT;VEND;;1;1.20;;2026-01-01;2026-06-30
            BOLT;VEND;;100;1.00;;2026-01-01;2026-06-30
            BOLT;VEND;BOX;20;9;;2026-01-01;
            BOLT;VEND;;1;1.30;;2026-07-01;
            BOLT;YANK;;;2;;;""");
        assertCounts(file.store("supplier-prices"), 5, 0);
        assertCounts(file.store("supplier-prices"), 0, 5);

        assertThat(supplierPrice("BOLT", "VEND", "1", DAY)).isEqualTo("1.20 EUR per EA from 1");
        assertThat(supplierPrice("BOLT", "VEND", "99", DAY)).isEqualTo("1.20 EUR per EA from 1");
        assertThat(supplierPrice("BOLT", "VEND", "100", DAY)).isEqualTo("1.00 EUR per EA from 100");
        assertThat(supplierPrice("BOLT", "VEND", "200", DAY)).isEqualTo("9.00 EUR per BOX from 20");
        assertThat(supplierPrice("BOLT", "VEND", "1", LocalDate.of(2026, 6, 30))).startsWith("1.20");
        assertThat(supplierPrice("BOLT", "VEND", "150", LocalDate.of(2026, 7, 1))).startsWith("1.30");
        assertThat(supplierPrice("BOLT", "VEND", "1", LocalDate.of(2025, 12, 31))).as("the terms of the supplier")
            .isEqualTo("1.50 EUR per EA from 0");
        assertThat(supplierPrice("BOLT", "YANK", "5", DAY)).isEqualTo("2.00 USD per EA from 0");
        assertThat(supplierPrice("NUT", "VEND", "5", DAY)).isEqualTo("none");
        Unit box = items.byCode("BOLT").orElseThrow().packUnit("BOX").orElseThrow();
        assertThat(breaks.price(id("BOLT"), partner("VEND"), Quantity.of(10, box), DAY).orElseThrow().price())
            .isEqualTo(Money.of(EUR, "1"));
        Unit kilogram = world.service(Units.class).byCode("KG").orElseThrow();
        assertThat(breaks.price(id("BOLT"), partner("VEND"), Quantity.of(10, kilogram), DAY)).isEmpty();
        assertThat(breaks.price(new ItemId(1), partner("VEND"), Quantity.of(1, Unit.EACH), DAY)).isEmpty();

        assertThat(breaks.list(id("BOLT"))).hasSize(5);
        world.service(UnitOfWork.class).read(tx -> {
            assertThat(tx.entities().createQuery("SELECT p FROM SupplierPrice p WHERE p.supplier.code = 'YANK'",
                SupplierPriceEntity.class).getSingleResult().getValidFrom()).isEqualTo(PriceKey.ALWAYS);
            return null;
        });
        PriceBreak cheap = breaks.list(id("BOLT")).stream()
            .filter(line -> line.terms().fromQuantity().equals(number("100"))).findFirst().orElseThrow();
        PriceBreak dearer = new PriceBreak(cheap.item(), cheap.supplier(), price("EA", "100", "-1", "", ""));
        assertThat(breaks.change(List.of(cheap), List.of(dearer)).isDone()).as("a price is not negative").isFalse();
        assertThat(breaks.list(id("BOLT"))).as("nothing was taken away").contains(cheap);
        assertThat(breaks.removeAll(List.of(cheap, cheap))).isEqualTo(Outcome.done(1));
        assertThat(breaks.removeAll(List.of(cheap))).isEqualTo(Outcome.done(0));
        assertThat(supplierPrice("BOLT", "VEND", "100", DAY)).isEqualTo("1.20 EUR per EA from 1");
    }

    @Test
    void twoPricesNeverHoldOnTheSameDay() {
        PriceBreak open = new PriceBreak(id("NUT"), partner("VEND"), price("EA", "1", "3", "2026-01-01", ""));
        assertThat(breaks.saveAll(List.of(open))).isEqualTo(Outcome.done(1));
        PriceBreak next = new PriceBreak(id("NUT"), partner("VEND"), price("EA", "1.0", "4", "2026-07-01", ""));

        Outcome<Integer> refused = breaks.saveAll(List.of(next));

        assertThat(errors(refused)).containsExactly("1 valid_from DAYS_OVERLAP");
        assertThat(refused.refusals().getFirst().sentence())
            .isEqualTo("The price of NUT that begins on 2026-07-01 holds on days of the one that begins on 2026-01-01");
        assertThat(refused.refusals().getFirst().hint()).isEqualTo("End the other one with valid_to 2026-06-30.");
        PriceBreak ended = new PriceBreak(id("NUT"), partner("VEND"),
            price("EA", "1", "3", "2026-01-01", "2026-06-30"));
        assertThat(breaks.saveAll(List.of(next, ended))).as("in any order").isEqualTo(Outcome.done(2));
        assertThat(supplierPrice("NUT", "VEND", "1", LocalDate.of(2026, 6, 30))).startsWith("3.00");
        assertThat(supplierPrice("NUT", "VEND", "1", LocalDate.of(2026, 7, 1))).startsWith("4.00");

        Outcome<Integer> before = breaks.saveAll(
            List.of(new PriceBreak(id("NUT"), partner("VEND"), price("EA", "1", "2", "", "2026-01-01"))));
        assertThat(before.refusals().getFirst().hint()).isEqualTo("End this one with valid_to 2025-12-31.");
        assertThat(before.refusals().getFirst().sentence()).contains("without a first day");
    }

    @Test
    void ofAFileOfPricesWhatDoesNotOverlapMayBeKept() {
        ImportFile.of("item;supplier;price;valid_from;valid_to\nPIN;VEND;1;2026-01-01;2026-03-31")
            .store("supplier-prices");
        ImportFile file = ImportFile.of("""
            item;supplier;price;valid_from;valid_to
            PIN;VEND;;2026-01-01;2026-06-30
            PIN;VEND;2;2026-04-01;2026-12-31
            PIN;VEND;3;2026-07-01;
            PIN;VEND;4;2027-01-01;
            PIN;VEND;4;2027-01-01;""");

        assertThat(errors(file.store("supplier-prices"))).containsExactly("3 valid_from DAYS_OVERLAP",
            "5 valid_from DAYS_OVERLAP", "6 valid_from CODE_TAKEN");
        assertThat(breaks.list(id("PIN"))).hasSize(1);
        assertThat(file.run("supplier-prices", ImportMode.KEEP_GOOD).stored()).isEqualTo(2);
        assertThat(breaks.list(id("PIN"))).extracting(line -> line.terms().price() + " to " + line.terms().validTo())
            .containsExactly("1.00 EUR to Optional[2026-06-30]", "3.00 EUR to Optional.empty");
    }

    @Test
    void badPricesAreRefusedAtTheirCells() {
        ImportResult result = ImportFile.of("""
            item;supplier;unit;from_quantity;price;currency;valid_from;valid_to
            RODD;VEND;;1;1;;;
            ROD;VENDOR;;1;1;;;
            ROD;CUST;;1;1;;;
            ROD;VEND;KG;1;1;;;
            ROD;VEND;CRATE;1;1;;;
            ROD;VEND;;-1;-1;EURO;yesterday;
            ROD;VEND;;1;;;;
            ROD;VEND;;1;1;;2026-02-01;2026-01-31
            ROD;VEND;;1;1;;1900-01-01;
            ROD;;;;one;;;2026-02-30""").store("supplier-prices");

        assertThat(errors(result)).containsExactly("2 item UNKNOWN_ITEM", "3 supplier UNKNOWN_PARTNER",
            "4 supplier PARTNER_ROLE_MISSING", "5 unit UNIT_DOES_NOT_FIT", "6 unit UNKNOWN_UNIT",
            "7 from_quantity OUT_OF_RANGE", "7 valid_from UNKNOWN_VALUE", "7 currency UNKNOWN_VALUE",
            "7 price OUT_OF_RANGE", "8 price MISSING", "9 valid_to OUT_OF_RANGE", "11 supplier MISSING");
        assertThat(result.refusals().getFirst().hint()).isEqualTo("Did you mean ROD?");
        assertThat(result.refusals().get(1).hint()).isEqualTo("Did you mean VEND?");
        assertThat(breaks.list(id("ROD"))).isEmpty();
    }

    private static String listPrice(String customer, String item, String quantity) {
        return lists.price(partner(customer), id(item), Quantity.of(quantity, Unit.EACH), DAY)
            .map(found -> found.priceList() + " " + found.price() + " per " + found.unit()).orElse("none");
    }

    @Test
    void aCustomerPaysByHisOwnListThenTheStandardListThenTheItemsPrice() {
        ImportFile file = ImportFile.of("""
            price_list;customer;item;unit;from_quantity;price;currency;valid_from;valid_to
            Standard;;GEAR;;;10;;;
            STANDARD;;GEAR;;50;8;;;
            STANDARD;;COG;;;6;;;2025-12-31
            TRADE;;GEAR;;;7;;2026-01-01;
            TRADE;SHOP;ROD;;;1;;;
            VIP;CUST;GEAR;;;5;usd;;
            VIP;CUST;GEAR;BOX;1;40;;;
            OTHER;;GEAR;;;1;;;""");
        assertCounts(file.store("price-lists"), 8, 0);
        assertCounts(file.store("price-lists"), 0, 8);

        assertThat(listPrice("NEW", "GEAR", "1")).isEqualTo("STANDARD 10.00 EUR per EA");
        assertThat(listPrice("NEW", "GEAR", "60")).isEqualTo("STANDARD 8.00 EUR per EA");
        assertThat(listPrice("SHOP", "GEAR", "60")).isEqualTo("TRADE 7.00 EUR per EA");
        assertThat(listPrice("CUST", "GEAR", "9")).isEqualTo("VIP 5.00 USD per EA");
        assertThat(listPrice("CUST", "GEAR", "10")).isEqualTo("VIP 40.00 EUR per BOX");
        assertThat(listPrice("CUST", "COG", "1")).as("its standard price has ended").isEqualTo("none");
        assertThat(listPrice("CUST", "MILK", "1")).isEqualTo(" 2.00 EUR per EA");
        assertThat(lists.lists()).containsExactly("OTHER", "STANDARD", "TRADE", "VIP");
        assertThat(lists.list("TRADE")).extracting(PriceLine::customer)
            .containsExactly(Optional.empty(), Optional.of(partner("SHOP")));
        world.service(UnitOfWork.class).read(tx -> {
            assertThat(tx.entities().createQuery("SELECT l FROM PriceListLine l WHERE l.customer.code = 'SHOP'",
                PriceListLineEntity.class).getSingleResult().getPriceList()).isEqualTo("TRADE");
            return null;
        });

        PriceLine later = lists.list("TRADE").getLast();
        PriceLine sooner = new PriceLine("TRADE", later.customer(), later.item(),
            new QuantityPrice(later.terms().unit(), later.terms().fromQuantity().add(BigDecimal.ONE),
                later.terms().price(), later.terms().validFrom(), later.terms().validTo()));
        assertThat(lists.change(List.of(later), List.of(sooner))).isEqualTo(Outcome.done(2));
        assertThat(lists.list("TRADE")).contains(sooner).doesNotContain(later);
        assertThat(lists.change(List.of(sooner), List.of(later))).isEqualTo(Outcome.done(2));

        PriceLine again = new PriceLine("TRADE", Optional.empty(), id("GEAR"), price("", "0", "7", "2026-02-01", ""));
        assertThat(errors(lists.saveAll(List.of(again)))).containsExactly("1 valid_from DAYS_OVERLAP");
        assertThat(errors(lists.saveAll(List.of(new PriceLine("", Optional.of(partner("VEND")), id("GEAR"),
            price("", "0", "7", "", ""))))))
            .containsExactly("1 price_list MISSING", "1 customer PARTNER_ROLE_MISSING");
        assertThat(lists.removeAll(lists.list("TRADE"))).isEqualTo(Outcome.done(2));
        assertThat(listPrice("SHOP", "GEAR", "60")).isEqualTo("STANDARD 8.00 EUR per EA");
        assertThat(errors(ImportFile.of("""
            price_list;customer;item;price
            ;;GEAR;1
            L;NOBODY;GEAR;1
            L;VEND;GEAR;1
            L;;GEARS;1
            L;;GEAR;""").store("price-lists"))).containsExactly("2 price_list MISSING", "3 customer UNKNOWN_PARTNER",
            "4 customer PARTNER_ROLE_MISSING", "5 item UNKNOWN_ITEM", "6 price MISSING");
    }

    @Test
    void aLineForAnUnknownCustomerIsNotForAllCustomers() {
        ImportFile file = ImportFile.of("price_list;customer;item;price\nX-LIST;NOBODY;NUT;1");

        assertThat(file.run("price-lists", ImportMode.KEEP_GOOD).stored()).isZero();

        assertThat(lists.list("X-LIST")).isEmpty();
    }

    @Test
    void addressesOfPartnersAndOfOurSitesAreFoundByTheirCodes() {
        ImportFile file = ImportFile.of("""
            partner;code;name;line1;line2;postal_code;city;region;country;phone;email
            CUST;;;Main St 1;Floor 2;12345;Berlin;;de;+49 30 1;a@b.de
            CUST;SHIP-1;Gate 3;Dock Rd;;;Hamburg;;DE;;
            ;MAIN;;Works Rd 9;;;Bremen;;DE;;""");
        assertCounts(file.store("addresses"), 3, 0);
        assertCounts(file.store("addresses"), 0, 3);

        assertThat(addresses.list(partner("CUST"))).extracting(Address::code).containsExactly("", "SHIP-1");
        assertThat(addresses.find(partner("CUST"), "")).contains(new Address(partner("CUST"), "", "",
            List.of("Main St 1", "Floor 2"), "12345", "Berlin", "", "DE", "+49 30 1", "a@b.de"));
        assertThat(addresses.find(PartnerId.SELF, "MAIN").orElseThrow().city()).isEqualTo("Bremen");
        assertThat(addresses.find(partner("CUST"), "SHIP-2")).isEmpty();
        assertCounts(ImportFile.of("partner;code;line1;phone\nCUST;;Main St 2;").store("addresses"), 1, 0);
        assertThat(addresses.find(partner("CUST"), "").orElseThrow().lines()).containsExactly("Main St 2");
        assertThat(addresses.find(partner("CUST"), "").orElseThrow().phone()).isEqualTo("+49 30 1");
        world.service(UnitOfWork.class).read(tx -> {
            assertThat(tx.entities().createQuery("SELECT a FROM PartnerAddress a WHERE a.code = 'SHIP-1'",
                PartnerAddressEntity.class).getSingleResult().getPartner().getCode()).isEqualTo("CUST");
            return null;
        });
        assertThat(addresses.remove(partner("CUST"), "SHIP-1")).isEqualTo(Outcome.done(true));
        assertThat(addresses.remove(partner("CUST"), "SHIP-1")).isEqualTo(Outcome.done(false));
        assertThat(addresses.find(partner("CUST"), "SHIP-1")).isEmpty();
    }

    @Test
    void badAddressesAreRefused() {
        Address bad = new Address(partner("NEW"), " X", "n".repeat(201), List.of("a\nb", "l".repeat(101)), "", "", "",
            "Q1", "", "a@b@c");
        Address unknown = new Address(new PartnerId(1), "", "", List.of(), "", "", "", "", "", "");
        Address fine = new Address(partner("NEW"), "", "", List.of(), "", "Rome", "", "IT", "", "");

        assertThat(errors(addresses.saveAll(List.of(bad, unknown, fine, fine)))).containsExactly("1 code BAD_CODE",
            "1 name TOO_LONG", "1 country UNKNOWN_VALUE", "1 line1 BAD_TEXT", "1 line2 TOO_LONG",
            "1 email UNKNOWN_VALUE", "2 partner UNKNOWN_PARTNER", "2 city MISSING", "4 code CODE_TAKEN");
        assertThat(addresses.list(partner("NEW"))).isEmpty();
        ImportResult result = ImportFile.of("partner;city;email\nCUSTT;Rome;\nNEW;;\nNEW;Rome;none")
            .store("addresses");
        assertThat(errors(result)).containsExactly("2 partner UNKNOWN_PARTNER", "3 city MISSING",
            "4 email UNKNOWN_VALUE");
        assertThat(result.refusals().getFirst().hint()).isEqualTo("Did you mean CUST?");
    }

}
