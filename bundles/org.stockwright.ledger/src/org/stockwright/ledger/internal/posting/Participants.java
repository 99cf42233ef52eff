package org.stockwright.ledger.internal.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ContributionRefusal;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.NoFault;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.KeepsToItsTables;
import org.stockwright.ledger.spi.PostedBatch;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.Transaction;

/** Those who join postings; one that throws or is late is named and refuses. They come and go while the ledger stays. */
@Component(service = Participants.class)
public final class Participants {

    private static final Logger LOG = LoggerFactory.getLogger(Participants.class);

    private final Contributions contributions;

    /** Replaced as a whole by the component runtime when one comes or goes, which is why it is not final. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PostingParticipant> participants = List.of();

    /** Made by Declarative Services. */
    @Activate
    public Participants(@Reference Contributions contributions) {
        this.contributions = contributions;
    }

    /** Those that take part; one that failed too often does not. */
    List<PostingParticipant> list() {
        return participants.stream().filter(one -> !contributions.isDisabled(one)).toList();
    }

    /** The bundles whose participants do not take part because they failed too often. */
    Set<String> disabledBundles() {
        Set<String> bundles = new TreeSet<>();
        for (PostingParticipant participant : participants) {
            if (contributions.isDisabled(participant)) {
                Optional.ofNullable(FrameworkUtil.getBundle(participant.getClass())).map(Bundle::getSymbolicName)
                    .ifPresent(bundles::add);
            }
        }
        return bundles;
    }

    /** All objections to a request, before anything is written. */
    List<Refusal> check(Transaction transaction, PostingRequest request) {
        List<Refusal> result = new ArrayList<>();
        for (PostingParticipant participant : list()) {
            result.addAll(guarded(participant, transaction, one -> one.check(transaction, request)));
        }
        return result;
    }

    /** Lets all of them lock what they need for these items; whoever fails refuses. */
    List<Refusal> moving(Transaction transaction, SortedSet<ItemId> items) {
        List<Refusal> result = new ArrayList<>();
        for (PostingParticipant participant : list()) {
            result.addAll(guarded(participant, transaction, one -> {
                one.moving(transaction, items);
                return List.of();
            }));
        }
        return result;
    }

    /** One participant's objections to movements that are written. */
    List<Refusal> posted(PostingParticipant participant, Transaction transaction, PostedBatch batch) {
        return guarded(participant, transaction, one -> one.posted(batch));
    }

    /** Refuses in the name of a participant that is not one of ours. */
    Refusal refuses(PostingParticipant participant, String why) {
        Outcome<String> name = contributions.callInTime(participant, Contributions.CHECK, PostingParticipant::name);
        return refuses(name.isDone() ? name.value() : participant.getClass().getName(), why);
    }

    private static Refusal refuses(String name, String why) {
        return Refusal.of(LedgerRefusal.PARTICIPANT_REFUSED, name, why)
            .hint("Nothing was stored. Tell the maker of " + name + ", or uninstall it.");
    }

    /** One of ours is trusted with the calling thread; any other has its time, and refuses when it fails or is late. */
    private List<Refusal> guarded(PostingParticipant participant, Transaction transaction,
        Function<PostingParticipant, List<Refusal>> call) {
        if (participant instanceof KeepsToItsTables) {
            return trusted(participant, call);
        }
        // its name is asked where the rest is, since that may hang as well
        AtomicReference<String> name = new AtomicReference<>(participant.getClass().getName());
        Outcome<List<Refusal>> answer;
        try (Transaction.Loan loan = transaction.lend()) {
            answer = contributions.callInTime(participant, Contributions.CHECK, one -> {
                name.set(one.name());
                return loan.use(lent -> List.copyOf(call.apply(one)));
            });
        }
        return answer.isDone() ? answer.value()
            : answer.refusals().stream()
                .map(why -> Refusal.of(LedgerRefusal.PARTICIPANT_REFUSED, name.get(), reason(why))
                    .hint("Nothing was stored. " + why.hint()))
                .toList();
    }

    /** Its name stands before already. */
    private static Object reason(Refusal why) {
        return why.code() == ContributionRefusal.FAILED ? why.arguments().get(1) : why.sentence();
    }

    private static List<Refusal> trusted(PostingParticipant participant,
        Function<PostingParticipant, List<Refusal>> call) {
        try {
            return List.copyOf(call.apply(participant));
        } catch (RuntimeException e) {
            if (e instanceof NoFault) {
                throw e;
            }
            String name = participant.name();
            LOG.error("{}: posting participant {} failed", LedgerRefusal.PARTICIPANT_REFUSED, name, e);
            return List.of(refuses(name, e.toString()));
        }
    }

}
