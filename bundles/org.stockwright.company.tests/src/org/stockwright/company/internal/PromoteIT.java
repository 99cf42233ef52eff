package org.stockwright.company.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.company.CopiedBook;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.testkit.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The demo company's book moves from its folder to a server. */
class PromoteIT {

    @TempDir
    private Path folder;

    private final OpenAreas areas = new OpenAreas(FrameworkUtil.getBundle(CompaniesComponent.class)
        .getBundleContext());
    private final Companies companies = areas.get(Companies.class);
    private StoreLocation.Server target;

    @BeforeEach
    void findServer() {
        Assumptions.assumeTrue(TestDatabases.server().isPresent(), "there is no PostgreSQL server to copy to");
        target = TestDatabases.empty();
    }

    private void make(boolean demo) {
        companies.create(book(), "anna", new Companies.Draft("Alder & Finch", Currency.getInstance("EUR"),
            ZoneId.of("Europe/Berlin"), demo), Progress.NONE).value();
    }

    @AfterEach
    void close() {
        companies.close();
        if (target != null) {
            TestDatabases.drop(target);
        }
    }

    private String book() {
        return folder.resolve("book").toString();
    }

    @Test
    void theCopyIsTheSameBookAndGoesOn() throws IOException {
        make(true);
        Verification.Head head = areas.get(Verification.class).seal(Progress.NONE).orElseThrow();
        List<String> stock = stock();
        List<String> movements = movements();
        Set<String> files = bookFiles();

        CopiedBook copy = companies.promote(target.url(), Progress.NONE).value();

        assertThat(copy.proofs()).hasSizeGreaterThan(20).allMatch(CopiedBook.Proof::isEqual);
        assertThat(proof(copy, "movement").targetRows()).isEqualTo(movements.size());
        assertThat(proof(copy, "seal_block").targetRows()).isPositive();
        assertThat(proof(copy, "chain head: blocks")).isEqualTo(new CopiedBook.Proof("chain head: blocks", head.block(),
            head.block(), seal(head), seal(head)));
        assertThat(stock()).as("the source is as it was").isEqualTo(stock);
        assertThat(bookFiles()).isEqualTo(files);
        companies.close();

        companies.open(target.url(), "ben", Progress.NONE).value();
        assertThat(stock()).isEqualTo(stock);
        assertThat(movements()).isEqualTo(movements);
        Verification verification = areas.get(Verification.class);
        List<Verification.Result> results = new ArrayList<>(verification.verify(Progress.NONE));
        assertThat(results).filteredOn(result -> result.check().equals("acknowledged-in-database")).singleElement()
            .satisfies(result -> assertThat(result.rows()).as("what was acknowledged before").isPositive());
        results.addAll(verification.verifyChain(Progress.NONE));
        assertThat(results).allMatch(Verification.Result::passed);
        assertThat(verification.seal(Progress.NONE)).as("the head that was proven").contains(head);
    }

    private static String seal(Verification.Head head) {
        return head.hash() + " up to movement " + head.lastSeq();
    }

    @Test
    void aDatabaseThatHoldsABookIsLeftAlone() {
        make(false);
        companies.promote(target.url(), Progress.NONE).value();
        Outcome<CopiedBook> again = companies.promote(target.url(), Progress.NONE);
        assertThat(again.refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(StoreRefusal.ALREADY_USED));
        companies.close();
        companies.open(target.url(), "ben", Progress.NONE).value();
        assertThat(companies.promote(target.url(), Progress.NONE).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(StoreRefusal.UNSUPPORTED));
    }

    @Test
    void aFolderIsNoServer() {
        make(false);
        assertThat(companies.promote(folder.resolve("other").toString(), Progress.NONE).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(StoreRefusal.NOT_A_LOCATION));
    }

    @Test
    void cancelledInTheMiddleNothingIsThere() {
        make(true);
        AtomicLong copied = new AtomicLong();
        Progress impatient = new Progress() {

            @Override
            public void begin(String task, long total) {
                // only what was done counts
            }

            @Override
            public void worked(long amount) {
                copied.addAndGet(amount);
            }

            @Override
            public boolean isCancelled() {
                return copied.get() > 4_000;
            }

        };
        assertThatExceptionOfType(Progress.Cancelled.class)
            .isThrownBy(() -> companies.promote(target.url(), impatient));
        assertThat(TestDatabases.number(target, "SELECT COUNT(*) FROM movement")).isZero();
        assertThat(TestDatabases.number(target, "SELECT COUNT(*) FROM item")).isZero();
        assertThat(companies.promote(target.url(), Progress.NONE).value().proofs())
            .allMatch(CopiedBook.Proof::isEqual);
    }

    private static CopiedBook.Proof proof(CopiedBook copy, String name) {
        return copy.proofs().stream().filter(proof -> proof.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> stock() {
        return areas.get(Stock.class).onHand(StockQuery.all(StockQuery.Grouping.BALANCE)).stream()
            .map(StockRow::toString).toList();
    }

    private List<String> movements() {
        List<String> rows = new ArrayList<>();
        areas.get(Stock.class).stream(MovementQuery.all(), movement -> rows.add(text(movement)), Progress.NONE);
        return rows;
    }

    private static String text(MovementView movement) {
        return movement.toString();
    }

    /** Names and contents of what makes the book, without what only the running database writes. */
    private Set<String> bookFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("book"))) {
            return files.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().startsWith("stockw")
                || file.getFileName().toString().startsWith("chain")).map(PromoteIT::content)
                .collect(Collectors.toSet());
        }
    }

    private static String content(Path file) {
        try {
            return file.getFileName() + " " + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

}
