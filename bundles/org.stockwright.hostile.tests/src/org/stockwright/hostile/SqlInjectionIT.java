package org.stockwright.hostile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Partners;
import org.stockwright.company.Drafts;
import org.stockwright.company.SavedTexts;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;

import static org.assertj.core.api.Assertions.assertThat;

/** What people type is searched for as it stands, in every search, filter and saved view; the schema stays as it was. */
class SqlInjectionIT extends HostileBook {

    private static final List<String> PAYLOADS = payloads();

    private static List<String> payloads() {
        List<String> all = new ArrayList<>(List.of("'", "''", "\"", "`", "\\", "\\'", "%", "_", "%%", "!%", "!!", "!_",
            "' OR '1'='1", "' OR 1=1 --", "\" OR \"\"=\"", "') OR ('1'='1", "' UNION SELECT code FROM item --",
            "' UNION ALL SELECT NULL, NULL, NULL --", "'; DROP TABLE item; --", "'; DELETE FROM movement; --",
            "1; SELECT pg_sleep(5)", "'; SELECT pg_sleep(5); --", "' || (SELECT user) || '", "' AND 1=0 --",
            "admin'--", "admin'/*", "*/ OR 1=1 /*", "{fn now()}", "{d '2026-01-01'}", "?", "? OR 1=1", ":name", "$1",
            "$$x$$", "E'\\\\x27'", "CHR(39)", "0x27", "\u02BC OR 1=1", "\uFF07 OR 1=1", "%27 OR 1=1", "&apos;",
            "--", "/* */", "--DERBY-PROPERTIES index=null", "\n--DERBY-PROPERTIES joinOrder=FIXED\n", ");", "(((",
            "';SHUTDOWN;--", "SYSCS_UTIL.SYSCS_FREEZE_DATABASE()", "FETCH FIRST 1 ROWS ONLY", "a\0b", "\uD800"));
        return all;
    }

    /** Codes have no control characters. */
    private static List<String> codes() {
        return PAYLOADS.stream().filter(text -> text.equals(text.strip())
            && text.chars().noneMatch(Character::isISOControl) && !text.equals("\uD800")).toList();
    }

    @Test
    void searchesFindWhatIsWrittenAndNothingElse() {
        Items items = world.service(Items.class);
        Ledger ledger = world.service(Ledger.class);
        Stock stock = world.service(Stock.class);
        List<String> codes = codes();
        assertThat(PAYLOADS).hasSizeGreaterThanOrEqualTo(50);
        items.saveAll(codes.stream().map(code -> ItemDraft.of("X" + code, "Named " + code + " end", "PCS")).toList())
            .value();
        for (String code : codes) {
            post(code);
        }
        Set<String> schema = schema();
        Map<String, String> before = content();
        for (String text : PAYLOADS) {
            String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
            assertThat(items.search(text, 1000)).as("items by %s", text).extracting(ItemRow::code)
                .containsExactlyInAnyOrderElementsOf(items.list().stream()
                    .filter(row -> List.of(wanted.split("\\s+")).stream().allMatch(word -> (row.code() + '\n'
                        + row.name()).toLowerCase(java.util.Locale.ROOT).contains(word)))
                    .map(ItemRow::code).toList());
            assertThat(items.byCode("X" + text).map(item -> item.code())).isEqualTo(
                codes.contains(text) ? Optional.of("X" + text) : Optional.empty());
            assertThat(items.resolve(text).isDone()).isFalse();
            assertThat(world.service(Partners.class).byCode(text)).isEmpty();
            assertThat(ledger.search("K" + text, 1000)).as("postings by %s", text).extracting(view -> view.key())
                .containsExactlyInAnyOrderElementsOf(codes.stream().filter(code -> code.startsWith(text))
                    .map(code -> "K" + code).toList());
            assertThat(ledger.find("K" + text).isPresent()).isEqualTo(codes.contains(text));
            if (!text.isBlank()) {
                assertThat(stock.page(query(text), 0, 1000)).as("movements by %s", text)
                    .extracting(view -> view.key()).containsExactlyInAnyOrderElementsOf(codes.stream()
                        .filter(code -> ("K" + code).toLowerCase(java.util.Locale.ROOT).contains(wanted))
                        .map(code -> "K" + code).toList());
            }
            assertThat(stock.onHand(new StockQuery(Optional.empty(), Optional.empty(), Optional.of(text),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Grouping.LOT))).isEmpty();
            assertThat(stock.onHand(new StockQuery(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty(), Grouping.LOT))).isEmpty();
            assertThat(warehouse.places().byCode(text)).isEmpty();
            assertThat(warehouse.places().setCategoryPolicy(text, Optional.of(NegativePolicy.BLOCK)).isDone())
                .isFalse();
            assertThat(ledger.reverse("K" + text + "?", "R" + text, Optional.empty(), text).isDone()).isFalse();
        }
        assertThat(schema()).isEqualTo(schema);
        assertThat(content()).isEqualTo(before);
    }

    private void post(String code) {
        warehouse.ledger().post(new PostingRequest("K" + code, Instant.EPOCH, List.of(
            new org.stockwright.ledger.MovementLine(org.stockwright.ledger.MovementKind.RECEIPT,
                world.service(Items.class).byCode("ITEM-1").orElseThrow().id(),
                org.stockwright.base.Quantity.of(1, org.stockwright.testkit.Warehouse.PCS), Optional.empty(),
                Optional.empty(), "", Optional.empty(), PartnerId.SELF, "AVAILABLE", "", "", "", Optional.empty(),
                "")),
            "", "", "")).value();
    }

    private static MovementQuery query(String text) {
        return new MovementQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), text, Optional.empty(), false);
    }

    @Test
    void savedViewsAndDraftsAreKeptAsTheyAre() {
        SavedTexts saved = world.service(SavedTexts.class);
        Drafts drafts = world.service(Drafts.class);
        Set<String> schema = schema();
        for (String text : PAYLOADS) {
            String mended = org.stockwright.base.StoredText.mended(text);
            if (!text.isBlank()) {
                saved.save("view.'--", new SavedTexts.Saved(text, false, text));
                assertThat(saved.find("view.'--", text)).get().extracting(SavedTexts.Saved::content)
                    .isEqualTo(mended);
                assertThat(saved.list("view.'--")).hasSize(1);
                saved.delete("view.'--", text, false);
            }
            assertThat(saved.list(text)).isEmpty();
            long id = drafts.create("x'", text, text);
            assertThat(drafts.find(id)).get().extracting(Drafts.Draft::content).isEqualTo(mended);
            drafts.delete(id);
        }
        assertThat(schema()).isEqualTo(schema);
        assertThat(world.service(org.stockwright.ledger.Verification.class).verify(Progress.NONE))
            .allMatch(org.stockwright.ledger.Verification.Result::passed);
    }

}
