package org.stockwright.catalog.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.RefusalCode;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Sixteen writers at once want the same: exactly one gets it, the others are told why not. */
class DuplicateIT {

    private static final int WRITERS = 16;

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;
    private static ExecutorService threads;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("duplicates"));
        items = world.service(Items.class);
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        threads = Executors.newFixedThreadPool(WRITERS);
    }

    @AfterAll
    static void close() {
        threads.shutdown();
        world.close();
    }

    private static <T> List<Outcome<T>> together(IntFunction<Outcome<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Callable<Outcome<T>>> calls = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            calls.add(() -> {
                start.await();
                return work.apply(writer);
            });
        }
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (Future<Outcome<T>> future : threads.invokeAll(calls)) {
            outcomes.add(future.get());
        }
        return outcomes;
    }

    private static <T> void assertOneWins(List<Outcome<T>> outcomes, RefusalCode others) {
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone())
            .allSatisfy(outcome -> assertThat(outcome.refusals()).singleElement()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(others)));
    }

    private static ItemDraft draft(String code, List<ItemBarcode> barcodes, List<ItemAlias> aliases, Item from) {
        ItemDraft plain = from == null ? ItemDraft.of(code, "Item " + code, "EA") : ItemDraft.of(from);
        return new ItemDraft(plain.id(), code, "Item " + code, "", "", "EA", Set.of(), plain.tracking(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(),
            barcodes, aliases, plain.version());
    }

    @Test
    void oneBarcodeGoesToOneItem() throws Exception {
        ItemBarcode barcode = new ItemBarcode(Barcode.parse("4006381333931").value(), "");

        assertOneWins(together(i -> items.save(draft("B" + i, List.of(barcode), List.of(), null))),
            CatalogRefusal.BARCODE_TAKEN);
    }

    @Test
    void oneAliasGoesToOneItem() throws Exception {
        ItemAlias alias = new ItemAlias(PartnerId.SELF, "NICK");

        assertOneWins(together(i -> items.save(draft("A" + i, List.of(), List.of(alias), null))),
            CatalogRefusal.CODE_TAKEN);
    }

    @Test
    void renamesToOneCodeAreDoneOnce() throws Exception {
        List<Item> before = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            before.add(items.save(ItemDraft.of("R" + i, "Before", "EA")).value());
        }

        assertOneWins(together(i -> items.save(draft("RENAMED", List.of(), List.of(), before.get(i)))),
            CatalogRefusal.CODE_TAKEN);
    }

    @Test
    void oneOfTheEditsOfAnItemIsStored() throws Exception {
        Item before = items.save(ItemDraft.of("EDIT", "Before", "EA")).value();

        assertOneWins(together(i -> items.save(
            draft("EDIT", List.of(), List.of(new ItemAlias(PartnerId.SELF, "EDIT-" + i)), before))),
            CatalogRefusal.CHANGED_MEANWHILE);

        assertThat(items.byCode("EDIT").orElseThrow().version()).isEqualTo(before.version() + 1);
    }

    @Test
    void aNewItemOfManyWritersIsOneItem() throws Exception {
        List<Outcome<Item>> outcomes = together(i -> items.save(ItemDraft.of("NEW", "The same", "EA")));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().map(outcome -> outcome.value().id()).distinct()).hasSize(1);
    }

    @Test
    void aNewPartnerOfManyWritersIsOnePartner() throws Exception {
        Partners partners = world.service(Partners.class);

        List<Outcome<List<PartnerId>>> outcomes = together(i -> partners.saveAll(
            List.of(new Partners.Draft("P", "Partner " + i, Set.of(Role.SUPPLIER), Optional.empty(), true))));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().map(outcome -> outcome.value().getFirst()).distinct()).hasSize(1);
    }

}
