package org.stockwright.ledger.internal.seal;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a third party computes by the description in docs/domain/ledger.md is what is stored. The hashes were computed by a
 * Python program of a dozen lines that shares nothing with the product.
 */
class SealGoldenTest extends SealWorld {

    private static final String FIRST = "8add2c362efe726a64136f0d338a4ce5f9b87711b2335f2cbaa54323f421e186";
    private static final String SECOND = "83e98c61774c6519fa60c1de177aa4133514e4ea3b34d99d56557c67a38d7d0d";
    private static final String BLOCK_1 = "160579d00cb76deeade4df7115f20d79f677f6d94e16db500be5036bcb5d24e4";
    private static final String BLOCK_2 = "36ff92bc78afc3813c1209aa69380c98438616c02c38408f77bcfcf013fded5d";

    @Test
    void movementsOfTheStoreHaveTheDigestsOfTheDescription() {
        List<String> digests = warehouse.work().attempt(transaction -> {
            Attacker attacker = new Attacker(transaction);
            String balance = "INSERT INTO balance (id, item_id, location_id, lot_id, owner_id, status, "
                + "handling_unit_id, kept, negative_allowed, on_hand, reserved) VALUES ";
            attacker.sql(balance + "(501, 12, 31, 0, 0, 'AVAILABLE', 0, 1, 0, 1, 0)");
            attacker.sql(balance + "(502, 12, 32, 9, 7, 'QUARANTINE', 8, 1, 0, 2, 0)");
            attacker.sql("INSERT INTO posting (id, posting_key, content_hash, number, reference, note, user_name, "
                + "recorded_at, reverses_id) VALUES (77, 'key-1', '" + "a".repeat(64)
                + "', 'GI-2026-000001', NULL, '', 'anna', 1768464000000001, NULL)");
            String movement = "INSERT INTO movement (seq, posting_id, line, kind, item_id, from_balance_id, "
                + "to_balance_id, quantity, entered_quantity, entered_unit, unit_cost, reason, effective_at, "
                + "recorded_at, reverses_seq) VALUES ";
            attacker.sql(movement + "(1001, 77, 2, 'ISSUE', 12, 501, 502, 12.5, 0.0125, 'KG', NULL, 'größer ✓', "
                + "1768464000000000, 1768464000000001, NULL)");
            attacker.sql(movement + "(1003, 77, 2, 'ISSUE', 12, 501, 502, 100, 0.0125, 'KG', 0.000000001, "
                + "'größer ✓', 1768464000000000, 1768464000000001, 1001)");
            return Outcome.done(new MovementScan(10)
                .next(transaction.connection(), transaction.dialect(), 1000, 1003, 10).stream()
                .map(MovementDigest::digest).map(HexFormat.of()::formatHex).toList());
        }).value();
        assertThat(digests).containsExactly(FIRST, SECOND);
    }

    @Test
    void blocksHaveTheHashesOfTheDescription() {
        MovementDigest first = new MovementDigest(1001, 77, HexFormat.of().parseHex(FIRST));
        MovementDigest second = new MovementDigest(1003, 77, HexFormat.of().parseHex(SECOND));
        Block one = Block.NONE.next(List.of(first, second), 1768464000000002L, "tester");
        assertThat(one.hash()).isEqualTo(BLOCK_1);
        assertThat(HexFormat.of().formatHex(one.prints())).isEqualTo("00000000000003e9" + FIRST.substring(0, 16)
            + "00000000000003eb" + SECOND.substring(0, 16));
        Block two = one.next(List.of(new MovementDigest(1004, 78, first.digest())), 1768464000000000L, "tester");
        assertThat(two.hash()).isEqualTo(BLOCK_2);
        assertThat(two.previous()).isEqualTo(BLOCK_1);
    }

}
