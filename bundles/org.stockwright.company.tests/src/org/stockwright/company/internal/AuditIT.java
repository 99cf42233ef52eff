package org.stockwright.company.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.persistence.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Barcode;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.company.SavedTexts;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.model.CoreModel;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Every column of master data that anybody can write is told in the audit trail, before and after. */
class AuditIT {

    /** Tables without master data, and why their changes need no events of their own. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
        Map.entry("movement", "the ledger tells itself"),
        Map.entry("posting", "the ledger tells itself"),
        Map.entry("balance", "a projection of the ledger"),
        Map.entry("reservation", "its events are kept"),
        Map.entry("reservation_event", "append-only itself"),
        Map.entry("lot", "made by postings, never changed"),
        Map.entry("handling_unit", "made by postings, never changed"),
        Map.entry("number_series", "counts documents"),
        Map.entry("draft", "a clerk's own unfinished work"),
        Map.entry("quality_status", "made by the schema, never changed"),
        Map.entry("append_only", "holds nothing"),
        Map.entry("seal_block", "append-only itself"),
        Map.entry("seal_turn", "a lock"),
        Map.entry("audit_event", "the trail itself"),
        Map.entry("schema_migration", "written by the program's start"),
        Map.entry("installed_module", "written by the program's start"),
        Map.entry("installed_module_kind", "written by the program's start"),
        Map.entry("installed_module_guard", "written by the program's start"),
        Map.entry("role_permission", "told with its role"),
        Map.entry("role_site", "told with its role"),
        Map.entry("user_role", "told with its user"));

    /** Columns that nothing changes once the row is there; they are told when it comes. */
    private static final Map<String, Set<String>> FIXED = Map.ofEntries(
        Map.entry("company", Set.of("created_at")),
        Map.entry("unit", Set.of("code")),
        Map.entry("category", Set.of("name", "path", "parent_id")),
        Map.entry("partner", Set.of("code")),
        Map.entry("item", Set.of("created_at")),
        Map.entry("item_pack", Set.of("item_id", "code")),
        Map.entry("item_barcode", Set.of("item_id", "pack_id", "barcode", "normalised", "symbology")),
        Map.entry("item_alias", Set.of("item_id", "partner_id", "alias")),
        Map.entry("item_supplier", Set.of("item_id", "partner_id")),
        Map.entry("location", Set.of("code")),
        Map.entry("item_handling", Set.of("item_id")),
        Map.entry("location_limit", Set.of("location_id")),
        Map.entry("supplier_price", Set.of("item_id", "partner_id", "unit_code", "from_quantity", "valid_from")),
        Map.entry("price_list_line",
            Set.of("price_list", "item_id", "partner_id", "unit_code", "from_quantity", "valid_from")),
        Map.entry("partner_address", Set.of("partner_id", "code")),
        Map.entry("negative_stock_policy", Set.of("location_kind")),
        Map.entry("saved_view", Set.of("view_id", "name", "user_name")));

    /**
     * Rows of settings count changes for locks and caches, and nobody writes a text yet; users and roles have a test of
     * their own, for a book with users asks who is there.
     */
    private static final Set<String> NOT_HERE = Set.of("setting", "app_user", "app_role");

    private static final Pattern CREATE_TABLE = Pattern.compile("CREATE TABLE (\\w+)");

    @TempDir
    Path folder;

    @Test
    void everyTableIsWatchedOrExemptForAReason() throws IOException {
        Set<String> core = coreTables();
        try (World world = World.open(folder)) {
            UnitOfWork work = world.service(UnitOfWork.class);
            Set<String> tables = new TreeSet<>(tables(work));
            // the areas that are installed here tell what was done in words of their own
            tables.retainAll(core);
            CoreModel.entities().stream().map(type -> type.getAnnotation(Table.class)).filter(table -> table != null)
                .forEach(table -> tables.add(table.name()));
            assertThat(tables).contains("item", "location", "movement");
            for (String table : tables) {
                assertThat(isWatched(work, table))
                    .as("%s is watched, and not exempt; or exempt, and not watched", table)
                    .isNotEqualTo(EXEMPT.containsKey(table) || table.startsWith("stock_checkpoint"));
            }
        }
    }

    @Test
    void everyColumnThatCanBeWrittenIsToldBeforeAndAfter() {
        try (World world = World.open(folder)) {
            makeAndChangeAll(world);
            UnitOfWork work = world.service(UnitOfWork.class);
            List<AuditEvent> events = world.service(AuditTrail.class).page(AuditQuery.all(), 0, 10_000);
            List<String> missing = new ArrayList<>();
            for (String table : tables(work)) {
                if (isWatched(work, table) && !NOT_HERE.contains(table)) {
                    for (String column : columns(work, table)) {
                        boolean fixed = FIXED.getOrDefault(table, Set.of()).contains(column);
                        if (fixed ? !isMade(events, table, column) : !isChanged(events, table, column)) {
                            missing.add(table + '.' + column);
                        }
                    }
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    @Test
    void partsThatGoAreTold() {
        try (World world = World.open(folder)) {
            makeAndChangeAll(world);
            Items items = world.service(Items.class);
            ItemDraft draft = ItemDraft.of(items.byCode("SCREW").orElseThrow());
            items.save(new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(), draft.category(),
                draft.unit(), draft.roles(), draft.tracking(), draft.shelfLifeDays(), draft.standardCost(),
                draft.listPrice(), draft.safetyStock(), draft.reorderPoint(), draft.active(), List.of(), List.of(),
                List.of(), -1)).value();
            AuditTrail trail = world.service(AuditTrail.class);
            AuditQuery deleted = new AuditQuery(Optional.empty(), Optional.empty(), "", "", "", "DELETED", "");
            assertThat(trail.page(deleted, 0, 100)).extracting(event -> event.subject() + ' ' + event.key())
                .contains("item_pack SCREW / BOX", "item_barcode SCREW / 4006381333931",
                    "item_alias SCREW / ACME / S-1");
            assertThat(trail.count(deleted)).isEqualTo(trail.page(deleted, 0, 100).size());
            assertThat(trail.page(AuditQuery.of("item", "SCREW"), 0, 100)).isNotEmpty()
                .allMatch(event -> event.key().equals("SCREW"));
            assertThat(trail.page(new AuditQuery(Optional.empty(), Optional.empty(), "nobody", "", "", "", ""), 0, 9))
                .isEmpty();
            assertThat(trail.page(new AuditQuery(Optional.empty(), Optional.empty(), "", "", "", "", "s CREw"), 0, 9))
                .isEmpty();
            assertThat(trail.page(new AuditQuery(Optional.of(world.clock().instant()), Optional.empty(), "", "", "",
                "CHANGED", "hexagon SCREW"), 0, 9)).hasSize(1);
        }
    }

    private static void makeAndChangeAll(World world) {
        CompanyProfiles profiles = world.service(CompanyProfiles.class);
        profiles.save(new CompanyProfile("Acme", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), false))
            .value();
        profiles.save(new CompanyProfile("Acme Ltd", Currency.getInstance("GBP"), ZoneId.of("Europe/London"), true))
            .value();
        Units units = world.service(Units.class);
        units.save(new UnitView("Each", Unit.EACH)).value();
        units.save(new UnitView("Box", new Unit("BX", "count", Rational.of(7, 1), 0, BigDecimal.ONE))).value();
        units.save(new UnitView("Bar", new Unit("BX", "length", Rational.of(5, 3), 2, new BigDecimal("0.05")))).value();
        Partners partners = world.service(Partners.class);
        PartnerId acme = partners.saveAll(List.of(new Partners.Draft("ACME", "Acme", Set.of(Partner.Role.SUPPLIER),
            Optional.empty(), true))).value().getFirst();
        for (String currency : List.of("USD", "CHF")) {
            partners.saveAll(List.of(new Partners.Draft("ACME", "Acme " + currency,
                Set.of(Partner.Role.SUPPLIER, Partner.Role.CUSTOMER), Optional.of(Currency.getInstance(currency)),
                currency.equals("USD")))).value();
        }
        items(world, acme);
        places(world, acme);
        logistics(world, acme);
        SavedTexts texts = world.service(SavedTexts.class);
        texts.save("view.stock", new SavedTexts.Saved("All", true, "one"));
        texts.save("view.stock", new SavedTexts.Saved("All", true, "two"));
    }

    private static void items(World world, PartnerId acme) {
        Items items = world.service(Items.class);
        ItemId id = items
            .save(item(Optional.empty(), "BOLT", "Bolt", "one", "Metal/Steel", "EA", "RAW", Tracking.NONE, 30,
                "1", "Box", Rational.of(10, 1), 1, true, acme))
            .value().id();
        items.save(item(Optional.of(id), "SCREW", "Hexagon screw", "two", "Metal/Brass", "BX", "FINISHED", Tracking.LOT,
            60, "2", "Carton", Rational.of(5, 4), 2, false, acme)).value();
        items.lock(id, "broken").value();
        items.lock(id, "lost").value();
        for (int i = 1; i <= 2; i++) {
            items.saveSuppliers(List.of(new ItemSupplierTerms(id, acme, "S" + i,
                Optional.of(Money.of(Currency.getInstance(i == 1 ? "EUR" : "USD"), i + ".5")), i == 1 ? "EA" : "BOX",
                Optional.of(BigDecimal.valueOf(i)), Optional.of(BigDecimal.valueOf(i)), Optional.of(i), i))).value();
        }
    }

    private static ItemDraft item(Optional<ItemId> id, String code, String name, String description, String category,
        String unit, String role, Tracking tracking, int days, String number, String pack, Rational content, int level,
        boolean active, PartnerId acme) {
        Optional<BigDecimal> amount = Optional.of(new BigDecimal(number));
        return new ItemDraft(id, code, name, description, category, unit, Set.of(role), tracking, Optional.of(days),
            amount, amount, amount, amount, active, List.of(new Pack("BOX", pack, content, level)),
            List.of(new ItemBarcode(Barcode.parse("4006381333931").value(), "BOX")),
            List.of(new ItemAlias(acme, "S-1")),
            -1);
    }

    private static void places(World world, PartnerId acme) {
        Locations places = world.service(Locations.class);
        places.createStandard();
        places.saveAll(List.of(Locations.Draft.of("NORTH", "North", "", LocationKind.WAREHOUSE),
            Locations.Draft.of("SOUTH", "South", "", LocationKind.WAREHOUSE))).value();
        for (int i = 1; i <= 2; i++) {
            places.saveAll(List.of(new Locations.Draft("A1", "A1 " + i, i == 1 ? "NORTH" : "SOUTH",
                i == 1 ? LocationKind.BIN : LocationKind.ZONE, i == 1 ? PartnerId.SELF : acme, Optional.of(i),
                Optional.of(NegativePolicy.values()[i]), i == 1))).value();
            places.setPolicy(LocationKind.BIN, NegativePolicy.values()[i]).value();
            places.setCategoryPolicy("Metal/Steel", Optional.of(NegativePolicy.values()[i])).value();
            places.lock(places.byCode("A1").orElseThrow().id(), "reason " + i).value();
        }
    }

    private static void logistics(World world, PartnerId acme) {
        Items items = world.service(Items.class);
        ItemId screw = items.byCode("SCREW").orElseThrow().id();
        ItemId nut = items.save(ItemDraft.of("NUT", "Nut", "EA")).value().id();
        LocationId place = world.service(Locations.class).byCode("A1").orElseThrow().id();
        for (int i = 1; i <= 2; i++) {
            Optional<BigDecimal> number = Optional.of(BigDecimal.valueOf(i));
            String word = "class " + i;
            world.service(Handling.class).saveAll(List.of(new Handling.ItemHandling(screw, number, number, word, word,
                i == 1 ? "A" : "B", "73181" + i, i == 1 ? "DE" : "FR", Optional.of(i)))).value();
            world.service(BinLimits.class).saveAll(List.of(new BinLimits.BinLimit(place, number, number, number,
                i == 1, i == 1, word, Set.of(word), Optional.of(i == 1 ? screw : nut)))).value();
            QuantityPrice price = new QuantityPrice("EA", BigDecimal.TEN,
                new Money(BigDecimal.valueOf(i), Currency.getInstance(i == 1 ? "EUR" : "USD")), Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, i)));
            world.service(PriceBreaks.class).saveAll(List.of(new PriceBreaks.PriceBreak(nut, acme, price))).value();
            world.service(PriceLists.class)
                .saveAll(List.of(new PriceLists.PriceLine("VIP", Optional.of(acme), nut, price))).value();
            world.service(Addresses.class).saveAll(List.of(new Addresses.Address(acme, "SHIP", word, List.of(word),
                word, word, word, i == 1 ? "DE" : "FR", word, "a@" + i))).value();
        }
    }

    private static boolean isChanged(List<AuditEvent> events, String table, String column) {
        return fields(events, table, column)
            .anyMatch(field -> field.before().isPresent() && field.after().isPresent());
    }

    private static boolean isMade(List<AuditEvent> events, String table, String column) {
        return fields(events, table, column).anyMatch(field -> field.after().isPresent());
    }

    private static Stream<AuditEvent.Field> fields(List<AuditEvent> events, String table, String column) {
        String reference = column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
        return events.stream().filter(event -> event.subject().equals(table))
            .flatMap(event -> event.fields().stream())
            .filter(field -> field.name().equals(column) || field.name().equals(reference));
    }

    private static boolean isWatched(UnitOfWork work, String table) {
        try {
            work.write(transaction -> {
                transaction.watch(table, List.of());
                return Outcome.done(table);
            });
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The tables that the core's migrations make. */
    private static Set<String> coreTables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (URL script : CoreModel.migrations()) {
            try (InputStream stream = script.openStream()) {
                CREATE_TABLE.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .forEach(result -> tables.add(result.group(1).toLowerCase(Locale.ROOT)));
            }
        }
        return tables;
    }

    private static List<String> tables(UnitOfWork work) {
        return names(work, metaData -> metaData.getTables(null, null, "%", new String[] { "TABLE" }), "TABLE_NAME",
            metaData -> metaData.storesUpperCaseIdentifiers() ? "APP" : "public");
    }

    private static List<String> columns(UnitOfWork work, String table) {
        return names(work, metaData -> metaData.getColumns(null, null,
            metaData.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table, "%"), "COLUMN_NAME",
            metaData -> metaData.storesUpperCaseIdentifiers() ? "APP" : "public").stream()
            .filter(column -> !column.equals("id") && !column.equals("version")).toList();
    }

    /** Asks the database about itself. */
    @FunctionalInterface
    private interface Question<T> {

        T of(DatabaseMetaData metaData) throws SQLException;

    }

    private static List<String> names(UnitOfWork work, Question<ResultSet> question, String label,
        Question<String> schema) {
        return work.read((Transaction transaction) -> {
            DatabaseMetaData metaData = transaction.connection().getMetaData();
            List<String> names = new ArrayList<>();
            try (ResultSet rows = question.of(metaData)) {
                while (rows.next()) {
                    if (schema.of(metaData).equals(rows.getString("TABLE_SCHEM"))) {
                        names.add(rows.getString(label).toLowerCase(Locale.ROOT));
                    }
                }
            }
            return names;
        });
    }

}
