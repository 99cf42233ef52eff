package org.stockwright.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Acknowledged postings disappear, by whatever cause and with all figures made to fit: it is always found. */
class LossDetectIT {

    private static final int ROUNDS = Book.NIGHTLY ? 50 : 8;
    private static final int DOCUMENTS = 12;

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("triggers and folders");
    }

    @Test
    void aDeletedDocumentIsFoundByTheJournalAndByItsNumberAlsoWhenAllFiguresFit() throws IOException {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path store = folder.resolve("store");
        try (Book book = Book.make(store)) {
            post(book, "D", DOCUMENTS);
        }
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path copy = Copies.copy(store, folder.resolve("round" + round));
            String victim = "D" + random.nextInt(DOCUMENTS);
            try (Book book = Book.open(copy)) {
                forget(book, victim);
                List<String> findings = book.findings();
                assertThat(findings).as(victim).contains("acknowledged-in-database");
                assertThat(findings).as("a gap in the numbers by " + victim).contains("document-numbers-without-gaps");
                found++;
            }
        }
        System.out.printf("loss: %d of %d deleted documents found%n", found, ROUNDS);
    }

    @Test
    void withoutJournalAndNumbersTheChainFindsASealedDocumentThatIsMissing() throws IOException {
        Path store = folder.resolve("store");
        try (Book book = Book.make(store)) {
            book.receive("A", 3);
            book.receive("B", 3);
            book.receive("C", 3);
            book.world().service(Verification.class).seal(Progress.NONE);
            book.assertChained();
        }
        for (String victim : new String[] { "A", "B", "C" }) {
            Path copy = Copies.copy(store, folder.resolve("without" + victim));
            Files.delete(copy.resolve("acknowledged.log"));
            try (Book book = Book.open(copy)) {
                forget(book, victim);
                assertThat(book.findings()).as(victim).isNotEmpty().noneMatch("acknowledged-in-database"::equals);
            }
        }
    }

    @Test
    void aDatabaseThatWasPutBackToAnEarlierStateIsFound() throws IOException {
        Path store = folder.resolve("store");
        Path earlier = folder.resolve("earlier");
        try (Book book = Book.make(store)) {
            post(book, "D", 3);
            book.assertChained();
        }
        Copies.copy(store.resolve("derby"), earlier);
        try (Book book = Book.open(store)) {
            book.warehouse().ledger().reverse("D1", "D1-R", Optional.empty(), "wrong").value();
            book.assertClean();
            book.assertChained();
        }
        Copies.delete(store.resolve("derby"));
        Copies.copy(earlier, store.resolve("derby"));
        try (Book book = Book.open(store)) {
            assertThat(book.lines("D1-R")).isZero();
            List<String> findings = book.findings();
            assertThat(findings).contains("acknowledged-in-database").hasSizeGreaterThan(1);
        }
    }

    private static void post(Book book, String prefix, int documents) {
        for (int i = 0; i < documents; i++) {
            PostingRequest plain = book.warehouse().request(prefix + i,
                book.warehouse().line("SUPPLIER", Book.HERE, "I" + i % Book.ITEMS, 5),
                book.warehouse().line("SUPPLIER", Book.THERE, "I" + (i + 1) % Book.ITEMS, 7));
            book.warehouse().ledger()
                .post(new PostingRequest(plain.key(), plain.effective(), plain.lines(), "", "", "DL")).value();
        }
    }

    /** Takes a document out of the database as a thief would: with its movements, and all balances made to fit. */
    private static void forget(Book book, String key) {
        List<String> sql = new ArrayList<>();
        book.rows("SELECT triggername FROM sys.systriggers").forEach(trigger -> sql.add("DROP TRIGGER " + trigger));
        String posting = book.rows("SELECT id FROM posting WHERE posting_key = '" + key + "'").getFirst();
        for (String row : book.rows("SELECT m.quantity, m.from_balance_id, f.kept, m.to_balance_id, t.kept "
            + "FROM movement m JOIN balance f ON f.id = m.from_balance_id JOIN balance t ON t.id = m.to_balance_id "
            + "WHERE m.posting_id = " + posting)) {
            String[] cells = row.split(" ");
            if ("1".equals(cells[2])) {
                sql.add("UPDATE balance SET on_hand = on_hand + " + cells[0] + " WHERE id = " + cells[1]);
            }
            if ("1".equals(cells[4])) {
                sql.add("UPDATE balance SET on_hand = on_hand - " + cells[0] + " WHERE id = " + cells[3]);
            }
        }
        sql.add("DELETE FROM movement WHERE posting_id = " + posting);
        sql.add("DELETE FROM posting WHERE id = " + posting);
        book.harm(sql.toArray(String[]::new));
    }

}
