package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.internal.seal.ChainVerification;
import org.stockwright.ledger.spi.BookCheck;
import org.stockwright.ledger.spi.NumberUse;
import org.stockwright.persistence.AcknowledgementJournal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Runs the checks one after the other while others go on posting. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.Verification")
public final class VerificationComponent implements Verification, Guarded {

    private final UnitOfWork work;
    private final ChainVerification chain;
    private final Checkpoints checkpoints;
    private final List<Check> checks;

    @Activate
    public VerificationComponent(@Reference UnitOfWork work, @Reference ChainVerification chain,
        @Reference Checkpoints checkpoints,
        @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) AcknowledgementJournal journal,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<NumberUse> numbers,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<BookCheck> more,
        @Reference Contributions contributions) {
        this.work = work;
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.checks = new ArrayList<>(BalanceChecks.all());
        checks.addAll(MovementChecks.all());
        checks.add(new Check("document-numbers-without-gaps", new DocumentNumbers(List.copyOf(numbers))::check));
        checks.add(new Check("checkpoints-equal-movements", CheckpointCheck::run));
        if (journal != null) {
            checks.add(new Check("acknowledged-in-database",
                (connection, findings) -> JournalCheck.run(journal, connection, findings)));
        }
        more.forEach(check -> {
            Outcome<String> name = contributions.call(check, BookCheck::name);
            checks.add(new Check(name.isDone() ? name.value() : check.getClass().getName(),
                (connection, findings) -> run(contributions, check, connection, findings)));
        });
    }

    /** One that fails leaves the others their results, and the book unproven. */
    private static void run(Contributions contributions, BookCheck check, Connection connection, Findings findings)
        throws SQLException {
        Outcome<BookCheck.Findings> answer;
        try {
            answer = contributions.call(check, one -> {
                try {
                    return one.run(connection);
                } catch (SQLException e) {
                    throw new StoreException(e.getMessage(), e);
                }
            });
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
        if (answer.isDone()) {
            findings.looked(answer.value().rows());
            answer.value().wrong().forEach(findings::wrong);
        } else {
            answer.refusals().forEach(refusal -> findings.wrong(refusal.sentence() + ". " + refusal.hint()));
        }
    }

    @Override
    public List<Result> verify(Progress progress) {
        progress.begin("Verifying", checks.size());
        List<Result> results = new ArrayList<>(checks.size());
        for (Check check : checks) {
            progress.check();
            results.add(run(check, progress));
            progress.worked(1);
        }
        return results;
    }

    /**
     * A posting that is committed in the middle of a check can look like an error. So what is wrong is looked at again
     * while nobody can post; what is right needs no second look.
     */
    private Result run(Check check, Progress progress) {
        Result result = work.read(transaction -> run(check, transaction, progress));
        return result.passed() ? result : work.read(transaction -> {
            SteadyRead.lock(transaction.connection());
            return run(check, transaction, progress);
        });
    }

    private static Result run(Check check, Transaction transaction, Progress progress) throws SQLException {
        Connection connection = transaction.connection();
        Findings findings = new Findings(check.name(), progress);
        check.body().run(connection, findings);
        return findings.result();
    }

    @Override
    public List<Result> rebuild(Progress progress) {
        List<Result> results = new ArrayList<>();
        results.add(work.write(transaction -> Rebuild.run(transaction, progress)).value());
        results.addAll(verify(progress));
        return results;
    }

    @Override
    public Optional<Head> seal(Progress progress) {
        return chain.seal(progress);
    }

    @Override
    public void catchUp(Progress progress) {
        chain.seal(progress);
        progress.check();
        checkpoints.makeNow();
    }

    @Override
    public List<Result> verifyChain(Progress progress) {
        return chain.verify(progress);
    }

}
