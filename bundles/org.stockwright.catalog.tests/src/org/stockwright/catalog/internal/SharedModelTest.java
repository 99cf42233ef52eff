package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.model.BalanceEntity;
import org.stockwright.model.CoreModel;
import org.stockwright.model.DraftEntity;
import org.stockwright.model.ItemEntity;
import org.stockwright.model.ItemPackEntity;
import org.stockwright.model.MovementEntity;
import org.stockwright.model.PartnerEntity;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** The shared model fits the migrated schema, and shows what the services wrote. */
class SharedModelTest {

    @TempDir
    static Path folder;

    private static World world;
    private static UnitOfWork work;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("model"));
        work = world.service(UnitOfWork.class);
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void everyEntityCanBeQueriedOnTheMigratedSchema() {
        List<String> names = work.read(tx -> {
            EntityManager entities = tx.entities();
            List<String> found = entities.getMetamodel().getEntities().stream().map(EntityType::getName).sorted()
                .toList();
            for (String name : found) {
                entities.createQuery("SELECT e FROM " + name + " e").setMaxResults(3).getResultList();
            }
            return found;
        });

        assertThat(names).contains("Balance", "Category", "Company", "Draft", "HandlingUnit", "Item", "ItemAlias",
            "ItemBarcode", "ItemPack", "ItemSupplier", "Location", "Lot", "Movement", "Partner", "Posting",
            "Reservation", "SavedView", "Setting", "Unit");
        assertThat(CoreModel.entities()).hasSizeGreaterThanOrEqualTo(19);
    }

    @Test
    void anEntityShowsWhatTheServicesStored() {
        Items items = world.service(Items.class);
        ItemDraft draft = ItemDraft.of("JPA-1", "Seen by partners", "EA");
        Item item = items.save(new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(), "Tools/Small",
            draft.unit(), Set.of("RAW", "MRO"), draft.tracking(), draft.shelfLifeDays(), draft.standardCost(),
            draft.listPrice(), draft.safetyStock(), draft.reorderPoint(), true,
            List.of(new Pack("BOX", "Box", Rational.of(9, 1), 1)), List.of(), List.of(), -1)).value();

        work.read(tx -> {
            ItemEntity entity = tx.entities().find(ItemEntity.class, item.id().value());
            assertThat(entity.getCode()).isEqualTo("JPA-1");
            assertThat(entity.getRoles()).containsExactly("MRO", "RAW");
            assertThat(entity.isActive()).isTrue();
            assertThat(entity.getUnit().getCode()).isEqualTo("EA");
            assertThat(entity.getCategory().getPath()).isEqualTo("Tools/Small");
            assertThat(entity.getCategory().getParent().getName()).isEqualTo("Tools");
            assertThat(entity.getCreatedAt()).isEqualTo(tx.now());
            ItemPackEntity pack = tx.entities()
                .createQuery("SELECT p FROM ItemPack p WHERE p.item.code = :code", ItemPackEntity.class)
                .setParameter("code", "JPA-1").getSingleResult();
            assertThat(pack.getNumerator()).isEqualByComparingTo(new BigDecimal(9));
            return null;
        });
    }

    @Test
    void theRowsWithIdentityZeroAreFoundAndAssociated() {
        Item item = world.service(Items.class).save(ItemDraft.of("JPA-2", "On a balance", "EA")).value();
        Outcome<Long> stored = work.write(tx -> {
            long location = tx.nextId("catalog_seq");
            long balance = tx.nextId("balance_seq");
            try (Statement statement = tx.connection().createStatement()) {
                statement.executeUpdate("INSERT INTO location VALUES (" + location + ", 'JPA', 'Place', NULL, 'JPA', "
                    + "'BIN', 0, NULL, NULL, 1, NULL, 0)");
                statement.executeUpdate("INSERT INTO balance VALUES (" + balance + ", " + item.id() + ", " + location
                    + ", 0, 0, 'AVAILABLE', 0, 1, 0, 12.5, 0)");
            }
            return Outcome.done(balance);
        });

        work.read(tx -> {
            assertThat(tx.entities().find(PartnerEntity.class, 0L).getCode()).isEqualTo("SELF");
            BalanceEntity balance = tx.entities().find(BalanceEntity.class, stored.value());
            assertThat(balance.getOwner().getCode()).isEqualTo("SELF");
            assertThat(balance.getLot().getCode()).isEmpty();
            assertThat(balance.getHandlingUnit().getCode()).isEmpty();
            assertThat(balance.getItem().getCode()).isEqualTo("JPA-2");
            assertThat(balance.getOnHand()).isEqualByComparingTo("12.5");
            return null;
        });
    }

    @Test
    void whatTheLedgerWritesIsReadOnlyHere() {
        assertThat(List.of(BalanceEntity.class, MovementEntity.class)).allSatisfy(type -> assertThat(type.getMethods())
            .noneMatch(method -> method.getName().startsWith("set")));
    }

    @Test
    void aDraftKeepsALongTextAndItsInstant() {
        Instant instant = Instant.parse("1969-12-31T23:59:59.123456Z");
        String text = "ä€\n".repeat(20_000);
        Outcome<Long> stored = work.write(tx -> {
            DraftEntity draft = new DraftEntity(tx.nextId("catalog_seq"));
            draft.setKind("receipt");
            draft.setTitle("Long");
            draft.setContent(text);
            draft.setUserName("tester");
            draft.setChangedAt(instant);
            tx.entities().persist(draft);
            return Outcome.done(draft.getId());
        });

        work.read(tx -> {
            DraftEntity draft = tx.entities().find(DraftEntity.class, stored.value());
            assertThat(draft.getContent()).isEqualTo(text);
            assertThat(draft.getChangedAt()).isEqualTo(instant);
            assertThat(draft.getVersion()).isEqualTo(1);
            return null;
        });
    }

}
