package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.ledger.internal.places.PremisesIndex;
import org.stockwright.ledger.internal.places.Sites;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;

/** Posts one document in one transaction; what ledger and reservations have in common. Thread-safe. */
@Component(service = PostingEngine.class, immediate = true)
public final class PostingEngine {

    private final UnitOfWork work;
    private final PremisesIndex premisesIndex;
    private final Participants participants;
    private final BalanceIndex balances;
    private final Access access;

    @Activate
    public PostingEngine(@Reference UnitOfWork work, @Reference PremisesIndex premisesIndex,
        @Reference Participants participants, @Reference Access access) {
        this.work = work;
        this.premisesIndex = premisesIndex;
        this.participants = participants;
        this.access = access;
        this.balances = new BalanceIndex(premisesIndex);
    }

    /** Turns a command into a document, inside the transaction that posts it. */
    @FunctionalInterface
    interface Preparation {

        Outcome<Prepared> in(Transaction transaction, Premises premises) throws SQLException;

    }

    /**
     * A document ready to be written.
     *
     * @param document with its checked lines
     * @param facts what its lines name, with what is to be made
     * @param asRequest as participants see it
     * @param taking what is given back of a reservation
     * @param warnings what is allowed but deserves a look
     */
    record Prepared(Document document, Facts facts, PostingRequest asRequest, Optional<Taking> taking,
        List<Refusal> warnings) {
    }

    /** Gives back what a reservation holds. */
    interface Taking {

        /** Reduces the reservation; it is locked before any balance that exists is. */
        Optional<Refusal> from(Transaction transaction, PostingWriter writer) throws SQLException;

        /** The posting was appended: the reservation's history names it. */
        void posted(Transaction transaction, long posting) throws SQLException;

    }

    UnitOfWork work() {
        return work;
    }

    /** Where whoever acts may do something. */
    Sites sites(String permission) {
        return Sites.of(access, permission);
    }

    /** Why whoever acts may not do something; empty when he may. */
    Optional<Refusal> denied(String permission) {
        return access.refusal(permission);
    }

    PremisesIndex premisesIndex() {
        return premisesIndex;
    }

    Participants participants() {
        return participants;
    }

    BalanceIndex balances() {
        return balances;
    }

    /** Runs a command again when somebody else was quicker. */
    <T> Outcome<T> again(Supplier<Outcome<T>> command) {
        return Races.again(command, balances::forget);
    }

    /** Checks a request and makes it a document. */
    Preparation preparation(PostingRequest request, String hash, Optional<Taking> taking) {
        return (transaction, premises) -> {
            Facts facts = Facts.of(transaction, premises, List.of(request), true);
            LineChecks checks = new LineChecks(facts, request, sites(LedgerPermission.POST));
            return checks.check().map(lines -> new Prepared(document(request, hash, lines), facts, request, taking,
                checks.warnings()));
        };
    }

    static Document document(PostingRequest request, String hash, List<CheckedLine> lines) {
        return new Document(request.key(), hash, request.effective(), request.reference(), request.note(),
            request.series(), 0, lines);
    }

    /** Posts what a command says in a transaction that does more, once. */
    Outcome<PostingReceipt> postIn(Transaction transaction, String key, String hash, Preparation preparation,
        AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used) throws SQLException {
        Optional<Refusal> badKey = RequestChecks.key(key);
        if (badKey.isPresent()) {
            return Outcome.refused(badKey.get());
        }
        Optional<Outcome<PostingReceipt>> known = KnownPostings.answer(transaction, key, hash);
        return known.isPresent() ? known.get() : post(transaction, preparation, used);
    }

    /** Posts what a command says, once. */
    Outcome<PostingReceipt> post(String key, String hash, Preparation preparation) {
        Optional<Refusal> badKey = RequestChecks.key(key);
        if (badKey.isPresent()) {
            return Outcome.refused(badKey.get());
        }
        return again(() -> {
            AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used = new AtomicReference<>(Map.of());
            Outcome<PostingReceipt> outcome = work.write(transaction -> {
                Optional<Outcome<PostingReceipt>> known = KnownPostings.answer(transaction, key, hash);
                if (known.isPresent()) {
                    return known.get();
                }
                transaction.whenStored(() -> balances.remember(used.get()));
                return post(transaction, preparation, used);
            });
            if (outcome.isDone()) {
                return outcome;
            }
            if (outcome.refusals().stream().anyMatch(refusal -> refusal.code() instanceof StoreRefusal)) {
                return outcome;
            }
            // whoever waited for a lock may have been refused for what the same command took before him; asked in
            // another transaction, since this one has been rolled back with all that it had written
            return work.read(transaction -> KnownPostings.answer(transaction, key, hash)).orElse(outcome);
        });
    }

    /**
     * Posts what is not known yet. Whoever waited for a lock to reverse a posting may be refused for what another
     * reversal took: preparing again tells. Only that it was reversed counts then, since the stock that is seen now is
     * what this attempt has made of it.
     */
    private Outcome<PostingReceipt> post(Transaction transaction, Preparation preparation,
        AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used) throws SQLException {
        Premises premises = premisesIndex.current(transaction);
        Outcome<Prepared> prepared = preparation.in(transaction, premises);
        if (!prepared.isDone()) {
            return Outcome.refused(prepared.refusals());
        }
        Outcome<PostingReceipt> written = write(transaction, premises, prepared.value(), used);
        if (!written.isDone() && prepared.value().document().reverses() != 0) {
            List<Refusal> reversed = preparation.in(transaction, premises).refusals().stream()
                .filter(refusal -> refusal.code() == LedgerRefusal.REVERSED_ALREADY).toList();
            return reversed.isEmpty() ? written : Outcome.refused(reversed);
        }
        return written;
    }

    private Outcome<PostingReceipt> write(Transaction transaction, Premises premises, Prepared prepared,
        AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used) throws SQLException {
        Outcome<PostingWriter> moved = move(transaction, premises, prepared);
        if (!moved.isDone()) {
            return Outcome.refused(moved.refusals());
        }
        PostingWriter writer = moved.value();
        List<Refusal> early = participants.moving(transaction, writer.items());
        if (!early.isEmpty()) {
            return Outcome.refused(early);
        }
        List<PostingReceipt> receipts = writer.append();
        if (prepared.taking().isPresent()) {
            prepared.taking().get().posted(transaction, receipts.get(0).id().value());
        }
        List<Refusal> objections = writer.participate(participants, receipts);
        if (!objections.isEmpty()) {
            return Outcome.refused(objections);
        }
        used.set(writer.balances());
        List<Refusal> warnings = new ArrayList<>(prepared.warnings());
        warnings.addAll(writer.warnings());
        PostingReceipt receipt = receipts.get(0);
        return Outcome.done(new PostingReceipt(receipt.id(), receipt.key(), receipt.number(), receipt.firstSeq(),
            receipt.lines(), receipt.recorded(), false, warnings));
    }

    /** What is against a request: modules that would have to check it and are not there or failed too often, then the participants. */
    List<Refusal> objections(Transaction transaction, PostingRequest request) throws SQLException {
        Set<String> disabled = participants.disabledBundles();
        List<InstalledModule> missing = work.modules().stream()
            .filter(module -> module.isMissing() || disabled.contains(module.bundle())).toList();
        List<Refusal> unguarded = missing.isEmpty() ? List.of()
            : new GuardedStock(transaction, missing).refusals(request);
        return unguarded.isEmpty() ? participants.check(transaction, request) : unguarded;
    }

    /** Asks the participants and changes the balances; nothing is appended to the ledger yet. */
    Outcome<PostingWriter> move(Transaction transaction, Premises premises, Prepared prepared) throws SQLException {
        List<Refusal> objections = objections(transaction, prepared.asRequest());
        if (!objections.isEmpty()) {
            return Outcome.refused(objections);
        }
        PostingWriter writer = new PostingWriter(transaction, premises, balances, List.of(prepared.document()),
            new NewRows(transaction, prepared.facts()));
        Optional<Taking> taking = prepared.taking();
        if (taking.isPresent()) {
            Optional<Refusal> misfit = taking.get().from(transaction, writer);
            if (misfit.isPresent()) {
                return Outcome.refused(misfit.get());
            }
        }
        List<StockChanges.Change> tooLittle = writer.changes().write(transaction);
        return tooLittle.isEmpty() ? Outcome.done(writer)
            : Outcome.refused(new Shortages(transaction, premises.zone()).refusals(writer.documents().get(0),
                tooLittle));
    }

}
