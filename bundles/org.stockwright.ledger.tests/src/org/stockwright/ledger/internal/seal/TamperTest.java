package org.stockwright.ledger.internal.seal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.persistence.Transaction;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is changed behind the product's back is found, by somebody who has every right on the database. */
class TamperTest extends SealWorld {

    private static final int ROWS = 3;
    private static final int BLOCKS = 6;
    /** Figures and policies of a balance change every day; what it is a balance of never does. */
    private static final Set<String> LIVING = Set.of("on_hand", "reserved", "kept", "negative_allowed");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** What the attacker does. */
    private interface Attack {

        void by(Attacker attacker, Transaction transaction) throws SQLException;

    }

    @BeforeAll
    void postAndSeal() {
        System.out.println("TamperTest: seed " + seed);
        warehouse.items("S");
        for (int block = 0; block < BLOCKS; block++) {
            history("h" + block + "-", 4);
            seal();
        }
        // a gap in the numbers, as a posting leaves that was undone
        warehouse.work().attempt(transaction -> Outcome.done(transaction.nextIds("movement_seq", 5))).value();
        history("last-", 4);
        seal();
        isSound();
    }

    @AfterEach
    void theBookIsSoundAgain() {
        isSound();
    }

    private List<Result> wrongAfter(Attack attack) {
        return warehouse.work().attempt(transaction -> {
            attack.by(new Attacker(transaction), transaction);
            return Outcome.done(wrong(transaction));
        }).value();
    }

    private void finds(String words, Attack attack) {
        List<Result> wrong = wrongAfter(attack);
        assertThat(wrong).as("seed %d", seed).isNotEmpty();
        assertThat(String.join("; ", wrong.stream().map(Result::detail).toList())).as("seed %d", seed)
            .contains(words);
    }

    private long any(Attacker attacker, String query) throws SQLException {
        List<Long> all = attacker.numbers(query);
        return all.get(random.nextInt(all.size()));
    }

    @ParameterizedTest
    @CsvSource({ "movement, seq", "posting, id", "balance, id", "seal_block, number" })
    void everyColumnOfAnyRowIsWatched(String table, String key) {
        warehouse.work().attempt(transaction -> {
            Attacker attacker = new Attacker(transaction);
            String ids = table.equals("balance")
                ? "SELECT DISTINCT from_balance_id FROM movement UNION SELECT DISTINCT to_balance_id FROM movement"
                : "SELECT " + key + " FROM " + table;
            List<Attacker.Flip> unseen = new ArrayList<>();
            int flips = 0;
            for (String column : attacker.columns(table)) {
                for (int i = 0; i < ROWS && !LIVING.contains(column); i++) {
                    Attacker.Flip flip = attacker.flip(table, key, any(attacker, ids), column);
                    if (wrong(transaction).isEmpty()) {
                        unseen.add(flip);
                    }
                    attacker.undo(flip);
                    flips++;
                }
            }
            assertThat(flips).isGreaterThanOrEqualTo(7 * ROWS);
            assertThat(unseen).as("seed %d", seed).isEmpty();
            assertThat(wrong(transaction)).as("all is put back").isEmpty();
            return Outcome.done(flips);
        });
    }

    @Test
    void anAlteredMovementIsNamedWithItsBlock() {
        long seq = number("SELECT last_seq FROM seal_block WHERE number = 3") - 1;
        finds("block 3 (movements ", (attacker, transaction) -> attacker
            .sql("UPDATE movement SET quantity = quantity + 1 WHERE seq = " + seq));
        finds("movement " + seq + " was altered", (attacker, transaction) -> attacker
            .sql("UPDATE movement SET quantity = quantity + 1 WHERE seq = " + seq));
    }

    @Test
    void anyMissingRowIsFound() {
        finds(" was removed", (attacker, transaction) -> attacker.sql("DELETE FROM movement WHERE seq = ?",
            any(attacker, "SELECT seq FROM movement")));
        finds(" was altered", (attacker, transaction) -> attacker.sql("DELETE FROM posting WHERE id = ?",
            any(attacker, "SELECT posting_id FROM movement")));
        finds(" was altered", (attacker, transaction) -> attacker.sql("DELETE FROM balance WHERE id = ?",
            any(attacker, "SELECT from_balance_id FROM movement")));
        finds("blocks 1 to 2 before block 3 ", (attacker, transaction) -> attacker
            .sql("DELETE FROM seal_block WHERE number <= 2"));
        finds("block 4 before block 5 ", (attacker, transaction) -> attacker
            .sql("DELETE FROM seal_block WHERE number = 4"));
        finds("was kept outside the database and is not there: the chain ends with nothing",
            (attacker, transaction) -> attacker.sql("DELETE FROM seal_block"));
    }

    private static final String COPY = "INSERT INTO movement SELECT %s, posting_id, line + 1000, kind, item_id, "
        + "from_balance_id, to_balance_id, quantity, entered_quantity, entered_unit, unit_cost, reason, effective_at, "
        + "recorded_at, reverses_seq FROM movement WHERE seq = %s";

    @Test
    void anAddedRowIsFound() {
        finds(" was added", (attacker, transaction) -> {
            List<Long> gaps = attacker.numbers("SELECT m.seq + 1 FROM movement m WHERE NOT EXISTS (SELECT n.seq FROM "
                + "movement n WHERE n.seq = m.seq + 1) AND m.seq < (SELECT MAX(seq) FROM movement)");
            assertThat(gaps).isNotEmpty();
            attacker.sql(COPY.formatted(gaps.getFirst(), gaps.getFirst() - 1));
        });
        finds("movement 1 was added", (attacker, transaction) -> attacker
            .sql(COPY.formatted("1", "(SELECT MIN(seq) FROM movement)")));
        finds("the posting ghost has no movements", (attacker, transaction) -> attacker
            .sql("INSERT INTO posting SELECT id + 1000000, 'ghost', content_hash, number, reference, note, user_name, "
                + "recorded_at, CAST(NULL AS BIGINT) FROM posting WHERE id = (SELECT MAX(id) FROM posting)"));
        finds("was itself changed", (attacker, transaction) -> attacker.sql("UPDATE seal_block SET number = number + 1 "
            + "WHERE number = (SELECT MAX(number) FROM seal_block)"));
    }

    @Test
    void swappedRowsAreFound() {
        finds(" was altered", (attacker, transaction) -> {
            long one = any(attacker, "SELECT seq FROM movement WHERE line = 1");
            long other = any(attacker, "SELECT seq FROM movement WHERE line = 2");
            attacker.sql("UPDATE movement SET seq = -1 WHERE seq = ?", one);
            attacker.sql("UPDATE movement SET seq = ? WHERE seq = ?", one, other);
            attacker.sql("UPDATE movement SET seq = ? WHERE seq = -1", other);
        });
    }

    private static void cutOff(Attacker attacker, long block) throws SQLException {
        String last = "(SELECT last_seq FROM seal_block WHERE number = " + block + ")";
        attacker.sql("DELETE FROM movement WHERE seq > " + last);
        attacker.sql("DELETE FROM posting WHERE NOT EXISTS "
            + "(SELECT m.seq FROM movement m WHERE m.posting_id = posting.id)");
        attacker.sql("DELETE FROM seal_block WHERE number > " + block);
    }

    @Test
    void aCutOffEndIsFoundByTheHeadKeptOutside() {
        for (long block = 1; block <= BLOCKS; block++) {
            long kept = block;
            List<Result> wrong = wrongAfter((attacker, transaction) -> cutOff(attacker, kept));
            assertThat(wrong).hasSize(1).first().satisfies(result -> {
                assertThat(result.check()).isEqualTo("chain-head");
                assertThat(result.detail()).contains("is not there: the chain ends with block " + kept);
            });
        }
    }

    @Test
    void aChainThatWasWrittenAnewIsFoundByTheHeadKeptOutside() {
        List<Result> wrong = wrongAfter((attacker, transaction) -> {
            attacker.sql("UPDATE movement SET quantity = quantity + 1 WHERE seq = (SELECT MIN(seq) FROM movement)");
            List<Block> old = BlockRows.after(transaction.connection(), 0, 100);
            attacker.sql("DELETE FROM seal_block");
            Block previous = Block.NONE;
            for (Block block : old) {
                previous = previous.next(new MovementScan(100).next(transaction.connection(), transaction.dialect(),
                    previous.lastSeq(), block.lastSeq(), 10_000), block.sealedAt(), block.sealedBy());
                BlockRows.insert(transaction.connection(), previous);
            }
        });
        assertThat(wrong).hasSize(1).first().satisfies(result -> {
            assertThat(result.check()).isEqualTo("chain-head");
            assertThat(result.detail()).contains("the chain was written anew");
        });
    }

    @Test
    void aMovementThatNobodySealedIsFound() {
        finds(" is not sealed", (attacker, transaction) -> attacker.sql("DELETE FROM seal_block WHERE number = "
            + "(SELECT MAX(number) FROM seal_block)"));
    }

}
