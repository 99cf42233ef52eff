package org.stockwright.ledger.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.ledger.Verification.Head;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.ledger.internal.stock.Findings;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** The chain's part of the verification. Thread-safe. */
@Component(service = ChainVerification.class)
public final class ChainVerification {

    private final UnitOfWork work;
    private final ChainAnchor anchor;
    private final Sealer sealer;

    /** Made by Declarative Services. */
    @Activate
    public ChainVerification(@Reference UnitOfWork work, @Reference ChainAnchor anchor, @Reference Sealer sealer) {
        this.work = work;
        this.anchor = anchor;
        this.sealer = sealer;
    }

    /** Seals what is settled now and returns the end of the chain. */
    public Optional<Head> seal(Progress progress) {
        sealer.seal(progress);
        return work.read(transaction -> {
            Block newest = BlockRows.newest(transaction.connection());
            return newest.number() == 0 ? Optional.empty() : Optional.of(new Head(newest.number(), newest.lastSeq(),
                newest.hash(), Micros.toInstant(newest.sealedAt())));
        });
    }

    /** Checks the chain up to what is settled now; that is sealed first. */
    public List<Result> verify(Progress progress) {
        HeadCheck head = HeadCheck.of(anchor);
        long settled = Sealing.settled(work);
        sealer.seal(progress);
        return work.read(transaction -> results(transaction, settled, head, progress));
    }

    static List<Result> results(Transaction transaction, long settled, HeadCheck head, Progress progress)
        throws SQLException {
        Connection connection = transaction.connection();
        List<Result> results = new ArrayList<>(
            new ChainCheck(connection, transaction.dialect(), settled, progress).run());
        results.add(head.run(connection, progress));
        results.add(postingsHaveMovements(connection, progress));
        return results;
    }

    /** Movements seal their postings; a posting without any would be sealed by nothing. */
    private static Result postingsHaveMovements(Connection connection, Progress progress) throws SQLException {
        Findings findings = new Findings("postings-have-movements", progress);
        try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM posting");
            ResultSet row = count.executeQuery()) {
            row.next();
            findings.looked(row.getLong(1));
        }
        try (PreparedStatement select = connection.prepareStatement("""
            SELECT p.posting_key FROM posting p WHERE NOT EXISTS \
            (SELECT m.seq FROM movement m WHERE m.posting_id = p.id)"""); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                findings.wrong("the posting " + row.getString(1) + " has no movements");
            }
        }
        return findings.result();
    }

}
