package org.stockwright.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.company.SavedTexts;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.PostingRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts of all scripts come back as they were stored; what no database keeps is refused; look-alikes are told. */
class UnicodeIT extends HostileBook {

    private static final List<String> TEXTS = List.of("\u05D0\u05D1\u05D2-1", "\u0645\u062E\u0632\u0646",
        "a\u202Eb\u202Cc", "x\u200Dy", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "e\u0301", "\u00E9",
        "\u1E9E\u00DF", "\u0130\u0131", "\uD834\uDD1E", "\uFB01", "\u212B", "Z\u0351\u036B\u0343\u036A",
        "\u3042\u30A2\uFF71", "\uFFFD", "\uFEFFx", "\u00A0x", "\uDBFF\uDFFF", "\u0391\u0410A");
    private static final List<String> UNSTORABLE = List.of("a\0b", "\0", "x\uD800", "\uDC00x", "\uDC00\uD800");

    private static ItemDraft named(String code, String name, String description) {
        ItemDraft plain = ItemDraft.of(code, name, "PCS");
        return new ItemDraft(plain.id(), code, name, description, "", "PCS", plain.roles(), plain.tracking(),
            plain.shelfLifeDays(), plain.standardCost(), plain.listPrice(), plain.safetyStock(), plain.reorderPoint(),
            true, List.of(), List.of(), List.of(), -1);
    }

    @Test
    void whatIsStoredIsRead() {
        Items items = world.service(Items.class);
        SavedTexts saved = world.service(SavedTexts.class);
        for (String text : TEXTS) {
            String code = text.strip();
            items.save(named(code, text, text + "\n" + text)).value();
            assertThat(items.byCode(code)).get().satisfies(item -> {
                assertThat(item.code()).isEqualTo(code);
                assertThat(item.name()).isEqualTo(text);
                assertThat(item.description()).isEqualTo(text + "\n" + text);
            });
            warehouse.places().saveAll(List.of(Locations.Draft.of(code, code, "MAIN", LocationKind.BIN))).value();
            assertThat(warehouse.places().byCode(code)).isPresent();
            saved.save("unicode", new SavedTexts.Saved(text, true, text));
            assertThat(saved.find("unicode", text)).get().extracting(SavedTexts.Saved::content).isEqualTo(text);
            PostingRequest request = new PostingRequest("U" + text, world.clock().instant(),
                List.of(new org.stockwright.ledger.MovementLine(org.stockwright.ledger.MovementKind.RECEIPT,
                    items.byCode(code).orElseThrow().id(),
                    org.stockwright.base.Quantity.of(2, org.stockwright.testkit.Warehouse.PCS), Optional.empty(),
                    Optional.empty(), "", Optional.empty(), org.stockwright.base.PartnerId.SELF, "AVAILABLE", "", "",
                    "", Optional.empty(), text)),
                text, text, "");
            warehouse.ledger().post(request).value();
            assertThat(warehouse.ledger().find("U" + text)).get().satisfies(view -> {
                assertThat(view.key()).isEqualTo("U" + text);
                assertThat(view.reference()).isEqualTo(text);
                assertThat(view.note()).isEqualTo(text);
                assertThat(view.movements().getFirst().reason()).isEqualTo(text);
            });
        }
        assertThat(items.list().stream().map(ItemRow::code).filter(code -> TEXTS.stream().anyMatch(
            text -> text.strip().equals(code)))).as("none was taken for another").hasSize(TEXTS.size());
    }

    /** Documented: any part of any word, case does not matter; accents and compositions do. */
    @Test
    void searchIgnoresCaseAndNothingElse() {
        Items items = world.service(Items.class);
        items.save(ItemDraft.of("CAFE-1", "Caf\u00E9 \u0394elta", "PCS")).value();
        items.save(ItemDraft.of("CAFE-2", "Cafe\u0301 plain", "PCS")).value();
        assertThat(items.search("CAF\u00C9", 9)).extracting(ItemRow::code).containsExactly("CAFE-1");
        assertThat(items.search("cafe\u0301", 9)).extracting(ItemRow::code).containsExactly("CAFE-2");
        assertThat(items.search("\u03B4ELTA", 9)).extracting(ItemRow::code).containsExactly("CAFE-1");
        assertThat(items.search("cafe-", 9)).extracting(ItemRow::code).containsExactly("CAFE-1", "CAFE-2");
    }

    @Test
    void whatNoDatabaseKeepsIsRefusedOrNotFound() {
        Items items = world.service(Items.class);
        Map<String, String> before = content();
        for (String text : UNSTORABLE) {
            refused(items.save(named(text, "Name", "")));
            refused(items.save(named("OK", text, "")));
            refused(items.save(named("OK", "Name", text)));
            refused(items.lock(items.byCode("ITEM-1").orElseThrow().id(), text + "x"));
            refused(world.service(Partners.class).saveAll(List.of(new Partners.Draft("OK", text + "x",
                Set.of(Partner.Role.SUPPLIER), Optional.empty(), true))));
            refused(warehouse.places().saveAll(List.of(Locations.Draft.of("OK", text + "x", "", LocationKind.BIN))));
            refused(warehouse.places().saveAll(List.of(Locations.Draft.of(text, "x", "", LocationKind.BIN))));
            refused(warehouse.places().lock(warehouse.place("BIN-1").id(), text + "x"));
            for (int field = 0; field < 6; field++) {
                refused(warehouse.ledger().post(request(items, text, field)));
                assertThat(warehouse.ledger().postAll(List.of(request(items, text, field)),
                    org.stockwright.ledger.Ledger.BulkMode.KEEP_GOOD, Progress.NONE).refusals()).hasSize(1);
            }
            assertThat(items.byCode(text)).isEmpty();
            assertThat(items.byCodes(List.of(text, "ITEM-1"))).containsOnlyKeys("ITEM-1");
            assertThat(items.search(text, 5)).isEmpty();
            refused(items.resolve(text));
            assertThat(warehouse.ledger().find(text)).isEmpty();
            assertThat(warehouse.ledger().search(text, 5)).isEmpty();
        }
        assertThat(content()).isEqualTo(before);
    }

    private PostingRequest request(Items items, String text, int field) {
        var line = new org.stockwright.ledger.MovementLine(org.stockwright.ledger.MovementKind.RECEIPT,
            items.byCode("ITEM-1").orElseThrow().id(),
            org.stockwright.base.Quantity.of(1, org.stockwright.testkit.Warehouse.PCS), Optional.empty(),
            Optional.empty(), field == 0 ? text : "", Optional.empty(), org.stockwright.base.PartnerId.SELF,
            field == 1 ? text : "AVAILABLE", "", "", field == 2 ? text : "", Optional.empty(), field == 3 ? text : "");
        return new PostingRequest(field == 4 ? text + "key" : "UNSOUND", world.clock().instant(), List.of(line),
            field == 5 ? text : "", "", "");
    }

    private static void refused(Outcome<?> outcome) {
        assertThat(outcome.isDone()).isFalse();
        assertThat(outcome.refusals()).allSatisfy(refusal -> assertThat(refusal.sentence()).isNotEmpty());
    }

    @Test
    void aCodeThatLooksLikeAnotherIsToldAtImportAndBeforeItIsSaved() throws IOException {
        Items items = world.service(Items.class);
        assertThat(items.lookAlike("ITEM-1")).isEmpty();
        assertThat(items.lookAlike("ITEM-77")).isEmpty();
        for (String code : List.of("\u0406TEM-1", "IT\u0415M-1", "ITEM\u2010" + "1", "ITEM-\u200B1", "I\u200DTEM-1")) {
            assertThat(items.lookAlike(code)).as(code).isEqualTo(Optional.of("ITEM-1"));
        }
        Path file = Files.writeString(folder.resolve("alike.csv"),
            "item,name,unit\nIT\u0415M-2,Second,PCS\nFRESH-9,Fresh,PCS\nFR\u0415SH-9,Fresh too,PCS\n");
        Imports imports = world.service(Imports.class);
        ImportResult result = imports.run(imports.kind("items").orElseThrow(),
            imports.read(file, Progress.NONE).value(), Map.of(), ImportMode.DRY_RUN, Progress.NONE);
        assertThat(result.isClean()).isTrue();
        assertThat(result.warnings()).extracting(warning -> warning.code().name() + warning.place().line())
            .containsExactly("LOOKS_LIKE2", "LOOKS_LIKE4");
    }

}
