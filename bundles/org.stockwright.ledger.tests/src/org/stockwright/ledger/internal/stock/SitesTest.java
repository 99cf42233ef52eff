package org.stockwright.ledger.internal.stock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;

import static org.assertj.core.api.Assertions.assertThat;

/** Two sites, a clerk for each of them, and one who looks at all. */
class SitesTest extends StockWorld {

    private static final String PASSWORD = "two quiet warehouses";
    private static final Set<String> CLERK = Set.of("catalog.view", "ledger.view", "ledger.post", "ledger.reverse",
        "ledger.reserve");

    @BeforeAll
    void makeSites() {
        warehouse.places().saveAll(List.of(Locations.Draft.of("NORTH", "North", "", LocationKind.WAREHOUSE),
            Locations.Draft.of("SOUTH", "South", "", LocationKind.WAREHOUSE))).value();
        warehouse.places().saveAll(List.of(Locations.Draft.of("N1", "N1", "NORTH", LocationKind.BIN),
            Locations.Draft.of("N2", "N2", "NORTH", LocationKind.BIN),
            Locations.Draft.of("S1", "S1", "SOUTH", LocationKind.BIN))).value();
        warehouse.items("NUT");
        post("N", warehouse.line("SUPPLIER", "N1", "NUT", 10));
        post("S", warehouse.line("SUPPLIER", "S1", "NUT", 7));
        world.clock().advance(Duration.ofMinutes(1));
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        as("root");
        user("north", "NORTH");
        user("south", "SOUTH");
        user("nowhere", "B1");
    }

    private void user(String name, String site) {
        RoleId role = world.service(Roles.class).save(RoleDraft.of("Clerk " + site, "", CLERK, Set.of(id(site))))
            .value().id();
        world.service(Users.class).add(name, "", PASSWORD.toCharArray(), Set.of(role)).value();
    }

    private void as(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    private LocationId id(String place) {
        return warehouse.place(place).id();
    }

    private static List<RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    private List<String> shown(StockQuery query) {
        return stock.onHand(query).stream().filter(row -> row.item().equals("NUT"))
            .map(row -> row.location() + row.onHand().amount().toPlainString()).toList();
    }

    private PostingRequest request(String key, String from, String to) {
        return warehouse.request(key, warehouse.line(from, to, "NUT", 1));
    }

    @Test
    void eachClerkPostsAtHisOwnSiteOnly() {
        as("north");
        assertThat(codes(warehouse.ledger().post(request("P1", "SUPPLIER", "S1"))))
            .containsExactly(SecurityRefusal.NOT_AT_THIS_SITE);
        assertThat(warehouse.ledger().post(request("P1", "SUPPLIER", "S1")).refusals().get(0).sentence())
            .isEqualTo("north has the permission ledger.post not at S1");
        assertThat(codes(warehouse.ledger().post(request("P2", "N1", "S1")))).as("to the other site")
            .containsExactly(SecurityRefusal.NOT_AT_THIS_SITE);
        assertThat(codes(warehouse.ledger().preview(request("P3", "S1", "CUSTOMER"))))
            .containsExactly(SecurityRefusal.NOT_AT_THIS_SITE);
        BulkResult bulk = warehouse.ledger().postAll(List.of(request("P4", "SUPPLIER", "N2"),
            request("P5", "SUPPLIER", "S1")), BulkMode.KEEP_GOOD, Progress.NONE);
        assertThat(bulk.toString()).contains("NOT_AT_THIS_SITE");
        assertThat(warehouse.ledger().find("P5")).isEmpty();
        assertThat(warehouse.ledger().post(request("P6", "N2", "N1")).isDone()).isTrue();
        assertThat(codes(warehouse.ledger().reverse("S", "R1", Optional.empty(), "mistake")))
            .containsExactly(SecurityRefusal.NOT_AT_THIS_SITE);
        assertThat(warehouse.ledger().reverse("P6", "R2", Optional.empty(), "mistake").isDone()).isTrue();
        assertThat(warehouse.ledger().reverse("P4", "R3", Optional.empty(), "mistake").isDone()).isTrue();
    }

    @Test
    void eachClerkSeesHisOwnStockAndMovementsOnly() {
        StockQuery byPlace = of("NUT", Grouping.LOCATION);
        StockQuery total = of("NUT", Grouping.ITEM);
        StockQuery past = new StockQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.of(org.stockwright.testkit.World.START.plusSeconds(30)), Optional.empty(),
            Grouping.ITEM);
        as("north");
        assertThat(shown(byPlace)).containsExactly("N110");
        assertThat(shown(total)).containsExactly("10");
        assertThat(shown(past)).containsExactly("10");
        assertThat(shown(byPlace.at(id("SOUTH")))).isEmpty();
        assertThat(shown(byPlace.at(id("SUPPLIER")))).isEmpty();
        assertThat(warehouse.ledger().find("S")).isEmpty();
        assertThat(warehouse.ledger().search("", 1000)).noneMatch(posting -> posting.key().equals("S"));
        as("south");
        assertThat(shown(byPlace)).containsExactly("S17");
        assertThat(shown(past)).containsExactly("7");
        assertThat(movements()).contains("S").doesNotContain("N", "P4", "P6");
        as("nowhere");
        assertThat(shown(total)).isEmpty();
        assertThat(movements()).isEmpty();
        as("root");
        assertThat(shown(byPlace)).containsExactly("N110", "S17");
        assertThat(shown(total)).containsExactly("17");
        assertThat(movements()).contains("N", "S");
    }

    private List<String> movements() {
        MovementQuery query = MovementQuery.of(warehouse.itemOf("NUT"));
        List<String> keys = stock.page(query, 0, 1000).stream().map(MovementView::key).toList();
        assertThat(stock.count(query)).isEqualTo(keys.size());
        List<String> streamed = new java.util.ArrayList<>();
        stock.stream(query, movement -> streamed.add(movement.key()), Progress.NONE);
        assertThat(streamed).isEqualTo(keys);
        return keys;
    }

    @Test
    void reservationsBelongToTheirSite() {
        Reservations reservations = warehouse.reservations();
        as("south");
        assertThat(codes(reservations.hold(hold("H1", "N1")))).containsExactly(SecurityRefusal.NOT_AT_THIS_SITE);
        ReservationView held = reservations.hold(hold("H2", "S1")).value();
        as("north");
        assertThat(reservations.list()).isEmpty();
        assertThat(stock.holders(of("NUT", Grouping.ITEM))).isEmpty();
        assertThat(codes(reservations.release(held.id()))).containsExactly(SecurityRefusal.NOT_AT_THIS_SITE);
        as("south");
        assertThat(reservations.list()).extracting(ReservationView::key).containsExactly("H2");
        assertThat(stock.holders(of("NUT", Grouping.ITEM))).hasSize(1);
        assertThat(reservations.release(held.id()).isDone()).isTrue();
    }

    private Reservations.Request hold(String key, String place) {
        return new Reservations.Request(key, warehouse.itemOf("NUT"), id(place), "", new PartnerId(0), "AVAILABLE",
            pieces(2), "order", Optional.empty());
    }

}
