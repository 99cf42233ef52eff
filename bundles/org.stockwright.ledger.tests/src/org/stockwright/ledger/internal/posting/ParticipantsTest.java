package org.stockwright.ledger.internal.posting;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.PostedBatch;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.Transaction;

import static org.assertj.core.api.Assertions.assertThat;

class ParticipantsTest extends LedgerWorld {

    /** Does what a test wants. */
    private static final class Partner implements PostingParticipant {

        private final List<MovementView> seen = new ArrayList<>();
        private boolean objects;
        private boolean failsBefore;
        private boolean failsAfter;

        @Override
        public String name() {
            return "Cold chain";
        }

        @Override
        public List<Refusal> check(Transaction transaction, PostingRequest request) {
            if (failsBefore) {
                throw new IllegalStateException("no sensor");
            }
            return objects ? List.of(Refusal.of(LedgerRefusal.PARTICIPANT_REFUSED, name(), "too warm")) : List.of();
        }

        @Override
        public List<Refusal> posted(PostedBatch batch) {
            if (failsAfter) {
                throw new IllegalStateException("disk gone");
            }
            assertThat(batch.movements()).hasSameSizeAs(batch.views());
            seen.addAll(batch.views());
            return List.of();
        }

    }

    @Test
    void aParticipantSeesRefusesAndFailsByName() {
        warehouse.items("ICE");
        Partner partner = new Partner();
        BundleContext context = FrameworkUtil.getBundle(ParticipantsTest.class).getBundleContext();
        ServiceRegistration<PostingParticipant> registration = context.registerService(PostingParticipant.class,
            partner, null);
        try {
            assertThat(post("I1").isDone()).isTrue();
            assertThat(partner.seen).hasSize(1);
            assertThat(partner.seen.getFirst().to()).isEqualTo("MAIN");
            partner.objects = true;
            assertThat(post("I2").refusals().getFirst().sentence()).isEqualTo("Cold chain refuses: too warm");
            partner.objects = false;
            partner.failsBefore = true;
            assertThat(post("I3").refusals().getFirst().sentence())
                .isEqualTo("Cold chain refuses: java.lang.IllegalStateException: no sensor");
            partner.failsBefore = false;
            partner.failsAfter = true;
            assertThat(post("I4").refusals().getFirst().code()).isEqualTo(LedgerRefusal.PARTICIPANT_REFUSED);
        } finally {
            registration.unregister();
        }
        assertThat(post("I5").isDone()).isTrue();
        assertThat(warehouse.onHand("MAIN", "ICE")).isEqualByComparingTo("2");
    }

    private Outcome<PostingReceipt> post(String key) {
        return warehouse.ledger().post(warehouse.request(key, warehouse.line("SUPPLIER", "MAIN", "ICE", 1)));
    }

}
