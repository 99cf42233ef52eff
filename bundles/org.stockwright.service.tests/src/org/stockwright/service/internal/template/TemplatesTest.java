package org.stockwright.service.internal.template;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.security.Access;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Demand;
import org.stockwright.service.Performer;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Template.State;
import org.stockwright.service.Templates.MaterialCost;
import org.stockwright.service.Templates.Starter;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplatesTest extends TemplateWorld {

    private static final String PASSWORD = "prepared in quiet hours";

    @Test
    void aDraftIsChangedUntilItIsApprovedAndThenUsed() {
        Template made = templates().save(draft(TODAY, 2)).value();
        assertThat(made.version()).isEqualTo(1);
        assertThat(made.state()).isEqualTo(State.DRAFT);
        assertThat(made.stages()).isEqualTo(draft(TODAY, 2).stages());
        Template changed = templates().save(made.at(1)).value();
        assertThat(changed.version()).isEqualTo(1);
        assertThat(templates().versions(CODE)).containsExactly(changed);
        assertThat(templates().on(CODE, TODAY)).isEmpty();
        Template used = templates().approve(CODE, 1).value();
        assertThat(templates().on(CODE, TODAY)).contains(used);
        assertThat(templates().of(service, TODAY.plusYears(5))).contains(used);
        assertThat(templates().on(CODE, TODAY.minusDays(1))).isEmpty();
        assertThat(told(templates().save(used.at(2)))).containsExactly("0  NOT_A_DRAFT");
        assertThat(told(templates().discard(CODE, 1))).containsExactly("0  NOT_A_DRAFT");
        assertThat(told(templates().approve(CODE, 1))).containsExactly("0  NOT_A_DRAFT");
        world.reopen();
        assertThat(templates().list()).containsExactly(used);
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOneBefore() {
        approved(draft(TODAY.minusDays(5), 2));
        Template second = approved(draft(TODAY.plusDays(10), 1));
        assertThat(second.version()).isEqualTo(2);
        assertThat(templates().on(CODE, TODAY.plusDays(9)).orElseThrow().version()).isEqualTo(1);
        assertThat(templates().on(CODE, TODAY.plusDays(10)).orElseThrow().version()).isEqualTo(2);
        assertThat(templates().versions(CODE).getFirst().until()).contains(TODAY.plusDays(9));
        Template between = templates().save(draft(TODAY.plusDays(5), 1)).value();
        assertThat(told(templates().approve(CODE, between.version()))).containsExactly("0 from LATER_VERSION");
        Template early = templates().save(draft(TODAY.minusDays(1), 1)).value();
        assertThat(told(templates().approve(CODE, early.version()))).containsExactly("0 from IN_THE_PAST",
            "0 from LATER_VERSION");
        assertThat(templates().versions(CODE).getFirst().until()).as("nothing half done").contains(TODAY.plusDays(9));
    }

    @Test
    void whatIsRetiredIsUsedNoMore() {
        approved(draft(TODAY, 2));
        approved(draft(TODAY.plusDays(10), 1));
        assertThat(told(templates().retire(CODE, 1, TODAY.plusDays(20)))).as("it would be used beside the next")
            .containsExactly("0  ENDS_ALREADY");
        assertThat(told(templates().retire(CODE, 2, LocalDate.of(20_000, 1, 1)))).as("a day that nobody keeps")
            .containsExactly("0  ENDS_ALREADY");
        assertThat(templates().retire(CODE, 1, TODAY.plusDays(3)).value().until()).contains(TODAY.plusDays(3));
        assertThat(templates().on(CODE, TODAY.plusDays(4))).isEmpty();
        assertThat(templates().retire(CODE, 2, TODAY).value().state()).as("it was never used").isEqualTo(State.RETIRED);
        assertThat(told(templates().retire(CODE, 2, TODAY))).containsExactly("0  NOT_APPROVED");
        world.clock().advance(Duration.ofDays(3));
        assertThat(told(templates().retire(CODE, 1, TODAY.plusDays(1)))).as("cases were opened by it yesterday")
            .containsExactly("0  IN_THE_PAST");
        assertThat(templates().retire(CODE, 1, TODAY.plusDays(2)).isDone()).isTrue();
        assertThat(told(templates().retire("NOTHING", 1, TODAY))).containsExactly("0  UNKNOWN_TEMPLATE");
        assertThat(told(templates().retire("no code, and far too long to be kept as one", 1, TODAY)))
            .containsExactly("0  UNKNOWN_TEMPLATE");
        assertThat(warehouse.rows("service_code")).as("a refused one leaves nothing").isEqualTo(1);
    }

    private void assertRefused(UnaryOperator<Template> change, String... told) {
        Outcome<Template> outcome = templates().save(change.apply(draft(TODAY, 2)));
        assertThat(told(outcome)).containsExactlyInAnyOrder(told);
        assertThat(outcome.refusals()).allSatisfy(refusal -> assertThat(refusal.hint()).isNotEmpty());
        assertThat(warehouse.rows("service_template")).isZero();
        assertThat(warehouse.rows("service_item")).isZero();
    }

    private static Template of(Template one, String code, String name, LocalDate from, Optional<LocalDate> until,
        String minimum, String target, String under) {
        return new Template(code, 0, name, one.state(), one.service(), one.stored(), one.queue(), from, until,
            one.boundary(), new Template.Replenishment(number(minimum), number(target)),
            new Template.Mismatch(number(under), Optional.of(number("1"))), one.stages());
    }

    @Test
    void aHeadThatIsNotRightIsRefused() {
        LocalDate day = TODAY;
        assertRefused(one -> of(one, "a b", "Letter", day, Optional.empty(), "0", "0", "1"), "0 code BAD_CODE");
        assertRefused(one -> of(one, CODE, " ", day, Optional.empty(), "0", "0", "1"), "0 name BAD_NAME_LENGTH");
        assertRefused(one -> of(one, CODE, "a\0b", day, Optional.empty(), "0", "0", "1"), "0 name UNSOUND_TEXT");
        assertRefused(one -> of(one, CODE, "L", day, Optional.of(day.minusDays(1)), "0", "0", "1"),
            "0 until ENDS_BEFORE_IT_BEGINS");
        assertRefused(one -> of(one, CODE, "L", LocalDate.of(12026, 1, 1), Optional.empty(), "0", "0", "1"),
            "0 from BAD_DAY");
        assertRefused(one -> of(one, CODE, "L", day, Optional.empty(), "5", "4", "1"), "0 target TARGET_BELOW_MINIMUM");
        assertRefused(one -> of(one, CODE, "L", day, Optional.empty(), "-1", "4", "-2"), "0 minimum NEGATIVE",
            "0 under NEGATIVE");
        assertRefused(one -> of(one, CODE, "L", day, Optional.empty(), "0.0000000001", "1e18", "0"),
            "0 minimum DOES_NOT_FIT", "0 target DOES_NOT_FIT");
        assertRefused(one -> one.with(List.of()), "0 stages STAGES_MISSING", "0 boundary BAD_BOUNDARY");
        assertRefused(one -> one.at(-1), "0 boundary BAD_BOUNDARY");
        assertRefused(one -> one.given(service, Optional.empty(), Optional.of(queue)), "0 stored NO_STORED_ITEM");
        assertRefused(one -> one.given(service, Optional.of(stored), Optional.empty()), "0 queue NO_STORED_ITEM");
        assertRefused(one -> one.given(stored, Optional.of(stored), Optional.of(queue)), "0 stored STORED_IS_SERVICE");
    }

    @Test
    void masterDataThatIsNotThereOrDoesNotFitIsRefused() {
        warehouse.setItem("OTHER", "active", 0);
        ItemId other = warehouse.itemOf("OTHER");
        ItemId nothing = new ItemId(999_999_999);
        assertRefused(one -> one.given(nothing, one.stored(), one.queue()), "0 service UNKNOWN_ITEM");
        assertRefused(one -> one.given(other, one.stored(), one.queue()), "0 service ITEM_INACTIVE");
        assertRefused(one -> one.given(service, Optional.of(warehouse.itemOf("PAPER")), one.queue()),
            "0 stored STORED_NOT_BY_LOT", "4 materials MATERIAL_IS_SERVICE");
        assertRefused(one -> one.given(service, one.stored(), Optional.of(warehouse.place("SCRAP").id())),
            "0 queue NOT_A_QUEUE");
        assertRefused(one -> one.given(service, one.stored(), Optional.of(new LocationId(999_999_999))),
            "0 queue NOT_A_QUEUE");
        assertRefused(one -> one.with(List.of(material("ONE", nothing, "1"), material("TWO", other, "1"))),
            "1 materials UNKNOWN_ITEM", "2 materials ITEM_INACTIVE");
    }

    private static Stage material(String code, ItemId item, String quantity) {
        return stage(code, Performer.STAFF, "1", new Stage.Material(item, number(quantity)));
    }

    @Test
    void aStageThatIsNotRightIsRefusedWithItsNumber() {
        ItemId paper = warehouse.itemOf("PAPER");
        Stage good = stage("GOOD", Performer.STAFF, "1");
        assertRefused(one -> one.with(List.of(good, stage("GOOD", Performer.STAFF, "1"))), "2 code STAGE_TWICE");
        assertRefused(one -> one.with(List.of(stage("CLIENT", Performer.CLIENT, "1"), good)),
            "1 performer CLIENT_BEFORE_BOUNDARY");
        assertRefused(one -> one.with(List.of(good, stage("BAD", Performer.AUTOMATION, "1"))),
            "2 automation BAD_AUTOMATION");
        assertRefused(one -> one.with(List.of(good, automated("Letter", "X"), automated("letter", "no code"))),
            "2 automation BAD_CODE", "3 code STAGE_TWICE", "3 automation BAD_CODE");
        assertRefused(one -> one.with(List.of(good, new Stage("LATE", "", Performer.STAFF, Optional.empty(),
            number("-1"), number("-1"), Optional.of(0), "x".repeat(501), Optional.of(number("-1")), List.of(),
            List.of(new Stage.Need("CLERK", number("1")), new Stage.Need("CLERK", number("0")))))),
            "2 name BAD_NAME_LENGTH", "2 minutes NEGATIVE", "2 cost NEGATIVE", "2 due NEGATIVE",
            "2 validity BAD_VALIDITY", "2 gate TEXT_TOO_LONG", "2 needs NOT_POSITIVE", "2 needs POOL_TWICE");
        assertRefused(one -> one.with(List.of(good, new Stage("TWICE", "Twice", Performer.STAFF, Optional.empty(),
            number("1"), number("1"), Optional.empty(), "", Optional.empty(),
            List.of(new Stage.Material(paper, number("1")), new Stage.Material(paper, number("2"))), List.of()))),
            "2 materials MATERIAL_TWICE");
        assertRefused(one -> one.with(List.of(good, new Stage("LONG", "Long", Performer.STAFF, Optional.empty(),
            number("1e15"), number("1"), Optional.empty(), "", Optional.of(number("99999999999999999")), List.of(),
            List.of(new Stage.Need("CLERK", number("5256000.1")))))),
            "2 minutes TOO_MANY_MINUTES", "2 due TOO_MANY_MINUTES", "2 needs TOO_MANY_MINUTES");
        assertRefused(one -> one.with(List.of(good, material("HALF", paper, "0.5"))),
            "2 materials MATERIAL_DOES_NOT_FIT");
    }

    private static Stage automated(String kind, String code) {
        return new Stage("AUTO", "By the program", Performer.AUTOMATION, Optional.of(new Stage.Automation(kind, code)),
            number("1"), number("1"), Optional.empty(), "", Optional.empty(), List.of(), List.of());
    }

    @Test
    void whatNobodyCanDoIsNotApproved() {
        Stage good = stage("GOOD", Performer.STAFF, "1");
        templates().save(draft(TODAY, 1).with(List.of(good, automated("robot", "X")))).value();
        assertThat(told(templates().approve(CODE, 1))).containsExactly("2 automation UNKNOWN_AUTOMATION");
        ServiceRegistration<StageAutomation> robot = automation("robot", List.of("Y"));
        try {
            assertThat(told(templates().approve(CODE, 1))).containsExactly("2 automation UNKNOWN_AUTOMATION_CODE");
            templates().save(draft(TODAY, 1).with(List.of(good, automated("robot", "Y"))).numbered(1)).value();
            assertThat(templates().approve(CODE, 1).isDone()).isTrue();
        } finally {
            robot.unregister();
        }
        assertThat(told(templates().approve(CODE, 7))).containsExactly("0  UNKNOWN_TEMPLATE");
    }

    @Test
    void anAutomationThatFailsIsNamed() {
        ServiceRegistration<StageAutomation> broken = automation("broken", null);
        try {
            templates().save(draft(TODAY, 0).with(List.of(automated("broken", "X")))).value();
            Outcome<Template> outcome = templates().approve(CODE, 1);
            assertThat(told(outcome)).containsExactly("1 automation AUTOMATION_SILENT");
            assertThat(outcome.refusals().getFirst().sentence()).contains("broken");
        } finally {
            broken.unregister();
        }
    }

    @Test
    void poolsHaveMembersWhereResourcesArePlanned() {
        Stage need = new Stage("NEED", "Need", Performer.STAFF, Optional.empty(), number("1"), number("1"),
            Optional.empty(), "", Optional.empty(), List.of(), List.of(new Stage.Need("CLERK", number("5"))));
        templates().save(draft(TODAY, 0).with(List.of(need))).value();
        run("INSERT INTO service_resource (id, code, name, kind) VALUES (1, 'R1', 'Room 1', 'ROOM')");
        run("INSERT INTO service_resource_pool (resource_id, pool) VALUES (1, 'ROOM')");
        assertThat(told(templates().approve(CODE, 1))).containsExactly("1 needs POOL_WITHOUT_MEMBERS");
        run("UPDATE service_resource_pool SET pool = 'CLERK'");
        assertThat(templates().approve(CODE, 1).isDone()).isTrue();
    }

    @Test
    void anItemBelongsToOneTemplate() {
        templates().save(draft(TODAY, 2)).value();
        ItemId other = warehouse.itemOf("OTHER");
        Template second = of(draft(TODAY, 2), "SECOND", "Second", TODAY, Optional.empty(), "0", "0", "1");
        assertThat(told(templates().save(second))).containsExactlyInAnyOrder("0 service ITEM_TAKEN",
            "0 stored ITEM_TAKEN");
        assertThat(told(templates().save(second.given(other, Optional.of(stored), Optional.of(queue)))))
            .containsExactly("0 stored ITEM_TAKEN");
        ItemId own = warehouse.item("OTHER-DRAFT", Warehouse.PCS, Tracking.LOT, "");
        assertThat(templates().save(second.given(other, Optional.of(own), Optional.of(queue))).isDone()).isTrue();
        templates().discard(CODE, 1).value();
        assertThat(
            templates().save(second.given(service, Optional.of(stored), Optional.of(queue)).numbered(1)).isDone())
            .as("what no version names any more is free").isTrue();
        assertThat(warehouse.rows("service_item")).isEqualTo(2);
    }

    @Test
    void whoeverWroteADraftDoesNotApproveIt() {
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        RoleId desk = world.service(Roles.class).save(RoleDraft.of("Desk", "", Set.of(ServicePermission.VIEW,
            ServicePermission.TEMPLATES, ServicePermission.APPROVE), Set.of())).value().id();
        RoleId guest = world.service(Roles.class)
            .save(RoleDraft.of("Guest", "", Set.of(ServicePermission.VIEW), Set.of())).value().id();
        users.add("anna", "", PASSWORD.toCharArray(), Set.of(desk)).value();
        users.add("ben", "", PASSWORD.toCharArray(), Set.of(desk)).value();
        users.add("gast", "", PASSWORD.toCharArray(), Set.of(guest)).value();
        signIn("anna");
        templates().save(draft(TODAY, 2)).value();
        assertThat(told(templates().approve(CODE, 1))).containsExactly("0  SECOND_PERSON");
        assertThat(templates().boundaries(draft(TODAY, 2), usual()).refusals()).extracting(Refusal::code)
            .as("materials have costs, which anna may not see").hasSize(1);
        signIn("gast");
        assertThat(templates().list()).hasSize(1);
        assertThat(templates().save(draft(TODAY, 2)).isDone()).isFalse();
        assertThat(templates().approve(CODE, 1).isDone()).isFalse();
        signIn("ben");
        assertThat(templates().approve(CODE, 1).isDone()).isTrue();
        signIn("root");
        assertThat(world.service(Access.class).may(SecurityPermission.COSTS)).isTrue();
        assertThat(templates().boundaries(draft(TODAY, 2), usual()).isDone()).isTrue();
        RoleId nothing = world.service(Roles.class).save(RoleDraft.of("Nothing", "", Set.of("catalog.view"), Set.of()))
            .value().id();
        users.add("niemand", "", PASSWORD.toCharArray(), Set.of(nothing)).value();
        signIn("niemand");
        assertThatThrownBy(() -> templates().list()).isInstanceOf(AccessDenied.class);
    }

    private void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    private static Demand usual() {
        return new Demand(number("20"), number("5"), List.of(), number("1"), number("0"), number("0.95"));
    }

    @Test
    void theBoundaryIsMovedByANewVersionAndUnitsOfTheOldOneAreUsedUp() {
        Template first = approved(draft(TODAY, 2));
        Template moved = templates().move(CODE, 1, 1, TODAY.plusDays(1)).value();
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.boundary()).isEqualTo(1);
        assertThat(moved.from()).isEqualTo(TODAY.plusDays(1));
        assertThat(moved.stages()).isEqualTo(first.stages());
        assertThat(templates().move(CODE, 2, 2, TODAY).value()).as("a draft is changed").isEqualTo(moved.at(2));
        assertThat(told(templates().move(CODE, 2, 3, TODAY))).containsExactly("3 performer CLIENT_BEFORE_BOUNDARY");
        assertThat(told(templates().move(CODE, 1, 9, TODAY))).containsExactly("0 boundary BAD_BOUNDARY",
            "3 performer CLIENT_BEFORE_BOUNDARY");
        assertThat(moved.behind(first, 2)).as("more is done than it does now").contains(2);
        assertThat(moved.behind(first, 1)).contains(1);
        Template others = moved.with(List.of(first.stages().get(0), stage("CHECK", Performer.STAFF, "1"),
            first.stages().get(1), first.stages().get(3)));
        assertThat(others.behind(first, 1)).contains(1);
        assertThat(others.behind(first, 2)).as("another stage came between").isEmpty();
        assertThat(first.furthest()).isEqualTo(2);
    }

    @Test
    void theEffectOfTheBoundaryIsShownForEveryPosition() {
        warehouse.setItem("PAPER", "standard_cost", number("2"));
        Template draft = draft(TODAY, 0).given(new ItemId(0), Optional.empty(), Optional.empty());
        List<BoundaryEffect> effects = templates().boundaries(draft, usual()).value();
        assertThat(effects).extracting(BoundaryEffect::boundary).containsExactly(0, 1, 2, 3, 4);
        // 1.5 + 0.1 + 1.5 + 1.5, and two sheets of paper
        assertThat(effects.get(4).preparation()).isEqualByComparingTo("8.6");
        assertThat(templates().materialCosts(draft).value()).singleElement().satisfies(cost -> {
            assertThat(cost.item()).isEqualTo(warehouse.itemOf("PAPER"));
            assertThat(cost.basis()).isEqualTo(MaterialCost.Basis.STANDARD);
            assertThat(cost.cost()).isEqualByComparingTo("2");
        });
        MovementLine bought = warehouse.line("SUPPLIER", "B1", "PAPER", 10);
        assertThat(bought.kind()).isEqualTo(MovementKind.RECEIPT);
        warehouse.ledger().post(warehouse.request("paper", bought.withUnitCost(number("3")))).value();
        assertThat(templates().materialCosts(draft).value()).singleElement().satisfies(cost -> {
            assertThat(cost.basis()).isEqualTo(MaterialCost.Basis.CURRENT);
            assertThat(cost.cost()).isEqualByComparingTo("3");
        });
        assertThat(templates().boundaries(draft, usual()).value().get(4).preparation()).isEqualByComparingTo("10.6");
        assertThat(told(templates().boundaries(draft.with(List.of(stage("a b", Performer.STAFF, "1"))), usual())))
            .containsExactly("1 code BAD_CODE");
    }

    @Test
    void theReadyTemplatesCanBeApprovedOnceTheyHaveItemsAndPlaces() {
        ServiceRegistration<StageAutomation> scores = automation("score", List.of("CREDIT-SCORE"));
        ServiceRegistration<StageAutomation> rules = automation("decision", List.of("CREDIT-LIMIT", "CREDIT-CHECK"));
        try {
            assertThat(templates().starters()).extracting(Starter::id).containsExactly("medical-letter",
                "credit-check", "rental-unit", "visit-kit", "onboarding");
            for (Starter starter : templates().starters()) {
                Template template = starter.template();
                assertThat(template.boundary()).isPositive().isLessThanOrEqualTo(template.furthest());
                assertThat(template.validityDays()).as("what is prepared ages").isPresent();
                assertThat(template.pulled()).as("the customer takes part").extracting(Stage::performer)
                    .contains(Performer.CLIENT);
                assertThat(starter.about()).isNotEmpty();
                assertThat(template.stages()).extracting(Stage::code)
                    .containsAll(starter.materials().stream().map(one -> one.stage()).toList());
                warehouse.items(starter.id());
                Template made = approved(template.given(warehouse.itemOf(starter.id()),
                    Optional.of(warehouse.item(starter.id() + "-ready", Warehouse.PCS, Tracking.LOT, "")),
                    Optional.of(queue)));
                assertThat(made.holds(TODAY)).isTrue();
                List<BoundaryEffect> effects = templates().boundaries(made, usual()).value();
                assertThat(effects.get(made.boundary()).waitExpected())
                    .as("stored work is worth while").isLessThan(effects.getFirst().waitExpected());
            }
        } finally {
            scores.unregister();
            rules.unregister();
        }
    }

    /** Whatever is drafted, approved, moved and retired: of each day at most one version holds, and past days stay as they were. */
    @Test
    void versionsNeverOverlap() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<LocalDate, Integer> past = new TreeMap<>();
        LocalDate today = TODAY;
        int done = 0;
        for (int i = 0; i < 250; i++) {
            LocalDate day = today.plusDays(random.nextInt(25) - 4L);
            int version = 1 + random.nextInt(1 + (int) warehouse.rows("service_template"));
            Outcome<Template> outcome = switch (random.nextInt(8)) {
                case 0, 1 -> templates().save(ending(draft(day, random.nextInt(3)), random));
                case 2, 3, 4 -> templates().approve(CODE, version);
                case 5 -> templates().retire(CODE, version, day);
                case 6 -> templates().move(CODE, version, random.nextInt(3), day);
                default -> random.nextInt(3) == 0 ? templates().discard(CODE, version)
                    : templates().approve(CODE, version);
            };
            done += outcome.isDone() ? 1 : 0;
            if (random.nextInt(4) == 0) {
                Optional<Template> used = templates().on(CODE, today);
                if (used.isPresent()) {
                    past.put(today, used.get().version());
                }
                world.clock().advance(Duration.ofDays(1));
                today = today.plusDays(1);
            }
            List<Template> versions = templates().versions(CODE);
            for (LocalDate each = TODAY.minusDays(6); each.isBefore(today.plusDays(30)); each = each.plusDays(1)) {
                LocalDate one = each;
                assertThat(versions.stream().filter(template -> template.holds(one)).count()).as("on %s", one)
                    .isLessThanOrEqualTo(1);
            }
            past.forEach((one, used) -> assertThat(versions.stream().filter(template -> template.holds(one))
                .map(Template::version)).as("what held on %s", one).containsExactly(used));
        }
        assertThat(done).as("steps that were done").isGreaterThan(40);
        assertThat(past).isNotEmpty();
    }

    private static Template ending(Template draft, Random random) {
        return random.nextInt(3) > 0 ? draft
            : new Template(draft.code(), 0, draft.name(), draft.state(), draft.service(), draft.stored(), draft.queue(),
                draft.from(), Optional.of(draft.from().plusDays(random.nextInt(10))), draft.boundary(),
                draft.replenishment(), draft.mismatch(), draft.stages());
    }

    @Test
    void ofTwoApprovalsAtOnceNoneOverlapsTheOther() throws InterruptedException {
        for (int round = 0; round < 6; round++) {
            LocalDate from = TODAY.plusDays(100L * round);
            int one = templates().save(draft(from.plusDays(1), 1)).value().version();
            int other = templates().save(draft(from, 2)).value().version();
            List<Outcome<Template>> outcomes = Together.run(2,
                thread -> () -> templates().approve(CODE, thread == 0 ? one : other));
            assertThat(outcomes.stream().filter(Outcome::isDone).count()).isPositive();
            assertThat(outcomes.get(0).isDone()).as("the later one is approved in either order").isTrue();
            List<Template> versions = templates().versions(CODE);
            for (LocalDate day = from.minusDays(2); day.isBefore(from.plusDays(4)); day = day.plusDays(1)) {
                LocalDate each = day;
                assertThat(versions.stream().filter(template -> template.holds(each)).count())
                    .isLessThanOrEqualTo(1);
            }
            assertThat(templates().on(CODE, from.plusDays(1)).orElseThrow().version()).isEqualTo(one);
        }
    }

    @Test
    void eightWhoDraftTheSameNewTemplateMakeEightVersions() throws InterruptedException {
        List<Outcome<Template>> outcomes = Together.run(8, thread -> (Callable<Outcome<Template>>) () -> templates()
            .save(draft(TODAY, thread % 3)));
        List<Integer> versions = new ArrayList<>(outcomes.stream().map(one -> one.value().version()).toList());
        versions.sort(null);
        assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void ofTwoTemplatesThatWantTheSameItemOneGetsIt() throws InterruptedException {
        int done = Together.count(4, thread -> () -> templates().save(of(draft(TODAY, 2), "T" + thread, "T", TODAY,
            Optional.empty(), "0", "0", "1")).isDone());
        assertThat(done).isEqualTo(1);
        assertThat(templates().list()).hasSize(1);
        assertThat(told(templates().save(of(draft(TODAY, 2), "T9", "T", TODAY, Optional.empty(), "0", "0", "1"))))
            .contains("0 service ITEM_TAKEN");
    }

}
