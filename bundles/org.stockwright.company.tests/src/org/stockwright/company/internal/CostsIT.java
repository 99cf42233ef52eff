package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who may not see costs sees none anywhere, and changes none. */
class CostsIT {

    private static final String PASSWORD = "four green crates on a pallet";
    private static final Set<String> WITHOUT_COSTS = Set.of("catalog.view", "catalog.edit", "ledger.view",
        "ledger.post",
        "exchange.import", "exchange.export", "security.audit");
    private static final Optional<BigDecimal> COST = Optional.of(new BigDecimal("12.34"));

    @TempDir
    Path folder;

    private World world;
    private Items items;
    private ItemId bolt;
    private PartnerId acme;

    @BeforeEach
    void makeABookWithCosts() {
        world = World.open(folder);
        items = world.service(Items.class);
        world.service(Locations.class).createStandard();
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        acme = world.service(Partners.class).saveAll(List.of(new Partners.Draft("ACME", "Acme",
            Set.of(Partner.Role.SUPPLIER, Partner.Role.CUSTOMER), Optional.empty(), true))).value().getFirst();
        bolt = items.save(draft(ItemDraft.of("BOLT", "Bolt", "EA"), "Bolt", COST, COST)).value().id();
        items.saveSuppliers(List.of(terms(Optional.of(Money.of(Currency.getInstance("EUR"), "9.87")), 1))).value();
        world.service(Ledger.class).post(receipt("first", COST)).value();
        world.service(PriceBreaks.class).saveAll(List.of(priceBreak("8.5"))).value();
        world.service(PriceLists.class).saveAll(List.of(priceLine("15"))).value();
        Users users = world.service(Users.class);
        Sessions sessions = world.service(Sessions.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        sessions.signIn("root", PASSWORD.toCharArray()).value();
        Role role = world.service(Roles.class).save(RoleDraft.of("Hidden", "", WITHOUT_COSTS, Set.of())).value();
        users.add("clerk", "", PASSWORD.toCharArray(), Set.of(role.id())).value();
        sessions.signIn("clerk", PASSWORD.toCharArray()).value();
        sessions.changePassword(PASSWORD.toCharArray(), "seven blue drums in a row".toCharArray()).value();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void noViewShowsACost() {
        Item item = items.get(bolt).orElseThrow();
        assertThat(item.standardCost()).isEmpty();
        assertThat(item.listPrice()).isEmpty();
        assertThat(items.byCode("BOLT").orElseThrow()).isEqualTo(item);
        assertThat(items.byCodes(List.of("BOLT")).get("BOLT")).isEqualTo(item);
        assertThat(items.list()).hasSize(1).allMatch(row -> row.standardCost().isEmpty() && row.listPrice().isEmpty());
        assertThat(items.search("bolt", 5)).hasSize(1)
            .allMatch(row -> row.standardCost().isEmpty() && row.listPrice().isEmpty());
        assertThat(items.suppliers(bolt)).hasSize(1).allMatch(terms -> terms.price().isEmpty());
    }

    @Test
    void noMovementShowsItsCost() {
        Stock stock = world.service(Stock.class);
        Ledger ledger = world.service(Ledger.class);
        MovementQuery all = new MovementQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), "", Optional.empty(), false);
        List<MovementView> seen = new ArrayList<>(stock.page(all, 0, 9));
        stock.stream(all, seen::add, Progress.NONE);
        stock.explain(new StockQuery(Optional.of(bolt), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Grouping.ITEM))
            .forEach(step -> seen.add(step.movement()));
        seen.addAll(ledger.find("first").orElseThrow().movements());
        ledger.search("first", 5).forEach(posting -> seen.addAll(posting.movements()));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).allMatch(movement -> movement.unitCost().isEmpty());
        asRoot();
        assertThat(ledger.find("first").orElseThrow().movements())
            .allMatch(movement -> movement.unitCost().orElseThrow().compareTo(COST.orElseThrow()) == 0);
        assertThat(stock.page(all, 0, 9))
            .allMatch(movement -> movement.unitCost().orElseThrow().compareTo(COST.orElseThrow()) == 0);
    }

    @Test
    void savingKeepsWhatIsNotSeen() {
        items.save(draft(ItemDraft.of(items.get(bolt).orElseThrow()), "Long bolt", Optional.empty(), Optional.empty()))
            .value();
        items.saveSuppliers(List.of(terms(Optional.empty(), 2))).value();
        ImportResult result = imported("item,name\nBOLT,Longest bolt\n");
        assertThat(result.refusals()).isEmpty();
        asRoot();
        Item item = items.get(bolt).orElseThrow();
        assertThat(item.name()).isEqualTo("Longest bolt");
        assertThat(item.standardCost()).isEqualTo(COST);
        assertThat(item.listPrice()).isEqualTo(COST);
        assertThat(items.suppliers(bolt).getFirst().rank()).isEqualTo(2);
        assertThat(items.suppliers(bolt).getFirst().price()).isPresent();
    }

    @Test
    void aCostIsNotSetByWhoDoesNotSeeIt() {
        assertNotAllowed(items.save(draft(ItemDraft.of("NUT", "Nut", "EA"), "Nut", COST, Optional.empty())));
        assertNotAllowed(
            items.saveAll(List.of(draft(ItemDraft.of("NUT", "Nut", "EA"), "Nut", Optional.empty(), COST))));
        assertNotAllowed(
            items.saveSuppliers(List.of(terms(Optional.of(Money.of(Currency.getInstance("EUR"), "1")), 1))));
        assertNotAllowed(world.service(Ledger.class).post(receipt("second", COST)));
        assertNotAllowed(world.service(Ledger.class).preview(receipt("second", COST)));
        ImportResult result = imported("item,name,standard_cost\nNUT,Nut,1\n");
        assertThat(result.stored()).isZero();
        assertThat(result.refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NOT_ALLOWED);
        assertThat(result.refusals().getFirst().place().column()).isEqualTo("standard_cost");
        world.service(Ledger.class).post(receipt("second", Optional.empty())).value();
    }

    @Test
    void pricesByQuantityAreNeitherSeenNorSetByWhoMayNotSeeCosts() {
        PriceBreaks breaks = world.service(PriceBreaks.class);
        PriceLists lists = world.service(PriceLists.class);
        Quantity one = Quantity.of(1, Unit.EACH);
        LocalDate day = LocalDate.of(2026, 1, 15);
        assertThat(breaks.price(bolt, acme, one, day)).isEmpty();
        assertThat(breaks.list(bolt)).isEmpty();
        assertThat(lists.price(acme, bolt, one, day)).map(PriceLists.ListPrice::price)
            .hasValue(Money.of(Currency.getInstance("EUR"), "15"));
        assertThat(lists.list(PriceLists.STANDARD)).isEmpty();
        assertThat(lists.lists()).isEmpty();
        assertNotAllowed(breaks.saveAll(List.of(priceBreak("1"))));
        assertNotAllowed(breaks.removeAll(List.of(priceBreak("8.5"))));
        assertNotAllowed(lists.saveAll(List.of(priceLine("1"))));
        assertNotAllowed(lists.removeAll(List.of(priceLine("15"))));
        ImportResult supplier = imported("supplier-prices", "item,supplier,price,currency\nBOLT,ACME,1,EUR\n");
        ImportResult customer = imported("price-lists", "price_list,item,price,currency\nSTANDARD,BOLT,1,EUR\n");
        assertThat(supplier.refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NOT_ALLOWED);
        assertThat(customer.refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NOT_ALLOWED);
        AuditTrail trail = world.service(AuditTrail.class);
        for (String table : List.of("supplier_price", "price_list_line")) {
            AuditQuery all = new AuditQuery(Optional.empty(), Optional.empty(), "", table, "", "", "");
            assertThat(fields(trail.page(all, 0, 9), "price")).as(table).hasSize(1).allMatch(AuditEvent.Field::hidden);
        }
        asRoot();
        assertThat(breaks.price(bolt, acme, one, day).orElseThrow().price().amount()).isEqualByComparingTo("8.5");
        assertThat(lists.price(acme, bolt, one, day).orElseThrow().price().amount()).isEqualByComparingTo("15");
    }

    private static QuantityPrice price(String amount) {
        return new QuantityPrice("EA", BigDecimal.ZERO, Money.of(Currency.getInstance("EUR"), amount),
            Optional.empty(), Optional.empty());
    }

    private PriceBreaks.PriceBreak priceBreak(String amount) {
        return new PriceBreaks.PriceBreak(bolt, acme, price(amount));
    }

    private PriceLists.PriceLine priceLine(String amount) {
        return new PriceLists.PriceLine(PriceLists.STANDARD, Optional.empty(), bolt, price(amount));
    }

    @Test
    void theAuditTrailHidesThemAndCannotBeSearchedForThem() {
        AuditTrail trail = world.service(AuditTrail.class);
        List<AuditEvent> events = trail.page(AuditQuery.of("item", "BOLT"), 0, 9);
        assertThat(events).isNotEmpty();
        assertThat(fields(events, "standard_cost")).isNotEmpty()
            .allMatch(field -> field.hidden() && field.before().isEmpty() && field.after().isEmpty());
        assertThat(fields(trail.page(AuditQuery.of("item_supplier", "BOLT / ACME"), 0, 9), "price")).isNotEmpty()
            .allMatch(AuditEvent.Field::hidden);
        AuditQuery search = new AuditQuery(Optional.empty(), Optional.empty(), "", "", "", "", "12.34");
        assertThat(trail.count(search)).isZero();
        asRoot();
        assertThat(trail.count(search)).isEqualTo(1);
        assertThat(fields(trail.page(AuditQuery.of("item", "BOLT"), 0, 9), "standard_cost"))
            .allMatch(field -> field.after().equals(Optional.of("12.34")));
    }

    private void asRoot() {
        world.service(Sessions.class).signIn("root", PASSWORD.toCharArray()).value();
    }

    private static List<AuditEvent.Field> fields(List<AuditEvent> events, String name) {
        return events.stream().flatMap(event -> event.fields().stream()).filter(field -> field.name().equals(name))
            .toList();
    }

    private static void assertNotAllowed(Outcome<?> outcome) {
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NOT_ALLOWED);
        assertThat(outcome.refusals().getFirst().hint()).isNotEmpty();
    }

    private ImportResult imported(String csv) {
        return imported("items", csv);
    }

    private ImportResult imported(String kind, String csv) {
        Imports imports = world.service(Imports.class);
        return imports.run(imports.kind(kind).orElseThrow(), imports.paste(csv).value(), Map.of(),
            ImportMode.ALL_OR_NOTHING, Progress.NONE);
    }

    private ItemSupplierTerms terms(Optional<Money> price, int rank) {
        return new ItemSupplierTerms(bolt, acme, "", price, "EA", Optional.empty(), Optional.empty(), Optional.empty(),
            rank);
    }

    private PostingRequest receipt(String key, Optional<BigDecimal> cost) {
        Locations places = world.service(Locations.class);
        MovementLine line = MovementLine.of(MovementKind.RECEIPT, bolt, Quantity.of(5, Unit.EACH),
            Optional.of(places.byCode("SUPPLIER").orElseThrow().id()),
            Optional.of(places.byCode("MAIN").orElseThrow().id()));
        Instant now = world.clock().instant();
        return new PostingRequest(key, now, List.of(cost.map(line::withUnitCost).orElse(line)), "", "", "");
    }

    private static ItemDraft draft(ItemDraft draft, String name, Optional<BigDecimal> cost,
        Optional<BigDecimal> price) {
        return new ItemDraft(draft.id(), draft.code(), name, draft.description(), draft.category(), draft.unit(),
            draft.roles(), draft.tracking(), draft.shelfLifeDays(), cost, price, draft.safetyStock(),
            draft.reorderPoint(), draft.active(), draft.packs(), draft.barcodes(), draft.aliases(), draft.version());
    }

}
