package org.stockwright.service.internal.rules;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;

/** Keeps the versions of decision tables. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.DecisionTables")
public final class DecisionTablesComponent implements DecisionTables, Guarded {

    private final UnitOfWork work;
    private final Sessions sessions;

    /** Lives as long as the open book. */
    @Activate
    public DecisionTablesComponent(@Reference UnitOfWork work, @Reference Sessions sessions) {
        this.work = work;
        this.sessions = sessions;
    }

    @Override
    public List<DecisionTable> list() {
        return work.read(transaction -> new TableRows(transaction).heads(versions(transaction).all()));
    }

    @Override
    public List<DecisionTable> versions(String code) {
        return work.read(transaction -> new TableRows(transaction).whole(versions(transaction).of(code)));
    }

    @Override
    public Optional<DecisionTable> get(String code, int version) {
        return work.read(transaction -> new TableRows(transaction).whole(versions(transaction).of(code).stream()
            .filter(head -> head.version() == version).findFirst()));
    }

    @Override
    public Optional<DecisionTable> on(String code, LocalDate day) {
        return work.read(transaction -> new TableRows(transaction).whole(versions(transaction).on(code, day)));
    }

    private static Versions versions(Transaction transaction) {
        return new Versions(transaction, Kind.DECISION);
    }

    @Override
    public Outcome<Checked> check(DecisionTable table) {
        return ReadTable.of(table).map(DecisionTablesComponent::checked);
    }

    private static Checked checked(ReadTable read) {
        ReadTable.Findings findings = read.findings();
        return new Checked(findings.problems(), findings.warnings(), read.failedSamples());
    }

    @Override
    public Outcome<DecisionTable> save(DecisionTable draft) {
        Head head = Head.draft(draft.code(), draft.version(), draft.name(), draft.from(), draft.until());
        List<Refusal> refusals = new ArrayList<>(Versions.check(head));
        refusals.addAll(ReadTable.of(draft).refusals());
        return refusals.isEmpty() ? write(transaction -> {
            TableRows rows = new TableRows(transaction);
            Outcome<Head> made = versions(transaction).save(head, rows::delete);
            if (made.isDone()) {
                rows.insert(made.value().id(), draft);
            }
            return made;
        }) : Outcome.refused(refusals);
    }

    /** Something that is done to a version. */
    @FunctionalInterface
    private interface Change {

        Outcome<Head> in(Transaction transaction) throws SQLException;

    }

    private Outcome<DecisionTable> write(Change change) {
        return work.write(transaction -> {
            versions(transaction).lock();
            Outcome<Head> done = change.in(transaction);
            transaction.changes(Topic.SETTINGS);
            return done.isDone() ? Outcome.done(new TableRows(transaction).whole(done.value()))
                : Outcome.refused(done.refusals());
        });
    }

    @Override
    public Outcome<DecisionTable> discard(String code, int version) {
        return work.write(transaction -> {
            versions(transaction).lock();
            TableRows rows = new TableRows(transaction);
            Outcome<Head> draft = versions(transaction).draft(code, version);
            if (!draft.isDone()) {
                return Outcome.refused(draft.refusals());
            }
            DecisionTable table = rows.whole(draft.value());
            transaction.changes(Topic.SETTINGS);
            return versions(transaction).discard(code, version, rows::delete).map(head -> table);
        });
    }

    @Override
    public Outcome<DecisionTable> approve(String code, int version) {
        // looked through before anybody waits: that may take seconds
        Outcome<DecisionTable> looked = work.read(transaction -> {
            Outcome<Head> draft = versions(transaction).draft(code, version);
            return draft.isDone() ? Outcome.done(new TableRows(transaction).whole(draft.value()))
                : Outcome.refused(draft.refusals());
        });
        Outcome<Checked> checked = looked.then(this::check);
        if (!checked.isDone()) {
            return Outcome.refused(checked.refusals());
        }
        if (!checked.value().isClean()) {
            List<Refusal> refusals = new ArrayList<>(checked.value().problems());
            refusals.addAll(checked.value().failedSamples());
            return Outcome.refused(refusals);
        }
        if (looked.value().samples().isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NO_SAMPLES, code)
                .hint("Add at least one case whose outcome is known."));
        }
        boolean alone = !sessions.hasUsers();
        return write(transaction -> {
            Outcome<Head> draft = versions(transaction).draft(code, version);
            if (draft.isDone() && !new TableRows(transaction).whole(draft.value()).equals(looked.value())) {
                // changed since it was looked through
                return Outcome.refused(Refusal.of(ServiceRefusal.CHANGED_MEANWHILE, code, version)
                    .hint("Look at it again."));
            }
            return versions(transaction).approve(code, version, alone);
        });
    }

    @Override
    public Outcome<DecisionTable> retire(String code, int version, LocalDate last) {
        return write(transaction -> versions(transaction).retire(code, version, last));
    }

}
