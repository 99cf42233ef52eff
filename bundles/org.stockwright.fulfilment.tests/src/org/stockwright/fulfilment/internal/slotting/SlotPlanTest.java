package org.stockwright.fulfilment.internal.slotting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.fulfilment.Slotting.Grade;
import org.stockwright.fulfilment.Slotting.Proposal;
import org.stockwright.fulfilment.Slotting.Slot;
import org.stockwright.fulfilment.internal.slotting.SlotPlan.Bin;
import org.stockwright.fulfilment.internal.slotting.SlotPlan.Held;

import static org.assertj.core.api.Assertions.assertThat;

class SlotPlanTest {

    private static int items;

    private static Bin bin(int distance) {
        return new Bin("B" + distance, distance, "");
    }

    private static Held held(String code, long picks, Bin bin) {
        items++;
        return new Held(new ItemId(items), code, "The " + code, picks, bin);
    }

    private static List<String> told(Proposal proposal) {
        return proposal.slots().stream().map(slot -> slot.item() + " " + slot.grade() + " " + slot.bin() + "→"
            + slot.target().orElse("stays")).toList();
    }

    @Test
    void whatLiesInTheZoneOfAnotherClassChangesPlaces() {
        // of 100 picks P and Q make 80 and are A; R begins at 80 and S at 94, so they are B; T begins at 98, U is not picked
        Proposal proposal = new SlotPlan("W", List.of(held("P", 50, bin(1)), held("Q", 30, bin(5)),
            held("R", 14, bin(3)), held("S", 4, bin(2)), held("T", 2, bin(4)), held("U", 0, bin(6))), List.of())
            .proposal();
        assertThat(told(proposal)).containsExactly("P A B1→stays", "Q A B5→B2", "R B B3→stays", "S B B2→B4",
            "T C B4→B5", "U C B6→stays");
        // 50·1 + 30·5 + 14·3 + 4·2 + 2·4 = 258; 50·1 + 30·2 + 14·3 + 4·4 + 2·5 = 178
        assertThat(proposal.now()).isEqualTo(258);
        assertThat(proposal.proposed()).isEqualTo(178);
        assertThat(proposal.moves()).extracting(Slot::saving).containsExactly(90L, -8L, -2L);
    }

    @Test
    void anEmptyBinNearbyIsTakenFirst() {
        Proposal proposal = new SlotPlan("W", List.of(held("P", 9, bin(3)), held("Q", 0, bin(2))), List.of(bin(1)))
            .proposal();
        assertThat(told(proposal)).containsExactly("P A B3→B1", "Q C B2→stays");
    }

    @Test
    void itemsStayAmongBinsOfTheirTemperature() {
        Proposal proposal = new SlotPlan("W", List.of(held("ICE", 9, new Bin("F9", 9, "FROZEN")),
            held("ROCK", 0, bin(1))), List.of(new Bin("F8", 8, "FROZEN"))).proposal();
        assertThat(told(proposal)).containsExactly("ICE A F9→F8", "ROCK C B1→stays");
    }

    @Test
    void withoutPicksNothingMoves() {
        Proposal proposal = new SlotPlan("W", List.of(held("P", 0, bin(2)), held("Q", 0, bin(1))), List.of(bin(3)))
            .proposal();
        assertThat(proposal.moves()).isEmpty();
        assertThat(proposal.slots()).extracting(Slot::grade).containsOnly(Grade.C);
    }

    @Test
    void aProposalNeverMakesTheWayLongerAndNeverUsesABinTwice() {
        long seed = 20260115;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Held> held = new ArrayList<>();
            List<Bin> empty = new ArrayList<>();
            int bins = 1 + random.nextInt(30);
            for (int at = 1; at <= bins; at++) {
                if (random.nextInt(4) == 0) {
                    empty.add(bin(at));
                } else {
                    held.add(held("I" + at, random.nextInt(3) == 0 ? 0 : random.nextInt(40), bin(at)));
                }
            }
            Proposal proposal = new SlotPlan("W", held, empty).proposal();
            assertThat(proposal.proposed()).as("seed %d, round %d", seed, round)
                .isLessThanOrEqualTo(proposal.now());
            assertThat(proposal.slots().stream().map(slot -> slot.target().orElse(slot.bin())).toList())
                .as("seed %d, round %d", seed, round).doesNotHaveDuplicates();
        }
    }

}
