package org.stockwright.ledger.internal.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ItemId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.PostedBatch;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;

/** Those who join postings; one that throws is named and refuses. They come and go while the ledger stays. */
@Component(service = Participants.class)
public final class Participants {

    private static final Logger LOG = LoggerFactory.getLogger(Participants.class);

    /** Replaced as a whole by the component runtime when one comes or goes, which is why it is not final. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PostingParticipant> participants = List.of();

    List<PostingParticipant> list() {
        return List.copyOf(participants);
    }

    /** All objections to a request, before anything is written. */
    List<Refusal> check(Transaction transaction, PostingRequest request) {
        List<Refusal> result = new ArrayList<>();
        for (PostingParticipant participant : list()) {
            result.addAll(guarded(participant, one -> one.check(transaction, request)));
        }
        return result;
    }

    /** Lets all of them lock what they need for these items; whoever fails refuses. */
    List<Refusal> moving(Transaction transaction, SortedSet<ItemId> items) {
        List<Refusal> result = new ArrayList<>();
        for (PostingParticipant participant : list()) {
            result.addAll(guarded(participant, one -> {
                one.moving(transaction, items);
                return List.of();
            }));
        }
        return result;
    }

    /** One participant's objections to movements that are written. */
    static List<Refusal> posted(PostingParticipant participant, PostedBatch batch) {
        return guarded(participant, one -> one.posted(batch));
    }

    static Refusal refuses(String name, String why) {
        return Refusal.of(LedgerRefusal.PARTICIPANT_REFUSED, name, why)
            .hint("Nothing was stored. Tell the maker of " + name + ", or uninstall it.");
    }

    private static List<Refusal> guarded(PostingParticipant participant,
        Function<PostingParticipant, List<Refusal>> call) {
        try {
            return List.copyOf(call.apply(participant));
        } catch (StoreException | LostRace | Progress.Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            String name = name(participant);
            LOG.error("{}: posting participant {} failed", LedgerRefusal.PARTICIPANT_REFUSED, name, e);
            return List.of(refuses(name, e.toString()));
        }
    }

    private static String name(PostingParticipant participant) {
        try {
            return participant.name();
        } catch (RuntimeException e) {
            return participant.getClass().getName();
        }
    }

}
