package org.stockwright.service.internal.rules;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.Decisions.Decision;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.ServiceDays;
import org.stockwright.service.internal.rules.DecisionRows.Logged;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;

/** Decides in a transaction. What a version says never changes under its identity, so that it is read once. Thread-safe. */
final class Deciding {

    /** The most characters of a key. */
    static final int LONGEST_KEY = 128;
    private static final int MOST_KEPT = 50;

    private final ServiceDays days;
    private final Map<Long, ReadTable> known = new ConcurrentHashMap<>();

    Deciding(ServiceDays days) {
        this.days = days;
    }

    /**
     * A case.
     *
     * @param key names its decision
     * @param inputs what is known
     */
    record Case(String key, Map<String, String> inputs) {
    }

    ReadTable table(Transaction transaction, Head head) throws SQLException {
        ReadTable read = known.get(head.id());
        if (read == null) {
            // what was stored was read before it was stored
            read = ReadTable.of(new TableRows(transaction).whole(head)).value();
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(head.id(), read);
        }
        return read;
    }

    /** The version that decides today. */
    Outcome<Head> today(Transaction transaction, String code) throws SQLException {
        LocalDate day = days.of(transaction.now());
        List<Head> heads = new Versions(transaction, Kind.DECISION).of(code);
        if (heads.isEmpty()) {
            return Outcome.refused(Kind.DECISION.unknown(code, 0));
        }
        return heads.stream().filter(head -> head.holds(day)).findFirst().map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.NO_TABLE_THEN, code, day)
                .hint("Approve a version that holds on that day.")));
    }

    /** What would be decided; one outcome for each case. */
    List<Outcome<Decision>> tryOut(Transaction transaction, Head head, List<Case> cases) throws SQLException {
        ReadTable read = table(transaction, head);
        List<Outcome<Decision>> result = new ArrayList<>();
        for (Case one : cases) {
            result.add(tried(read, one.key(), one.inputs(), transaction.now(), transaction.user()));
        }
        return result;
    }

    static Outcome<Decision> tried(ReadTable read, String key, Map<String, String> inputs, Instant now, String user) {
        return read.decide(inputs).map(hits -> decision(read, new Logged(0, key, read.table().code(),
            read.table().version(), 0, hits.inputs(), hits.rules(),
            hits.outcomes().stream().flatMap(List::stream).toList(), user, now), false));
    }

    /** Decides cases and appends what was decided; one outcome for each case. */
    List<Outcome<Decision>> decide(Transaction transaction, String code, List<Case> cases) throws SQLException {
        DecisionRows rows = new DecisionRows(transaction);
        Map<String, Logged> before = new HashMap<>(rows.byKeys(cases.stream().map(Case::key).toList()));
        Optional<Outcome<Head>> head = Optional.empty();
        List<Logged> made = new ArrayList<>();
        List<Outcome<Decision>> result = new ArrayList<>();
        for (Case one : cases) {
            Optional<Refusal> bad = badKey(one.key());
            Logged first = before.get(one.key());
            if (bad.isPresent()) {
                result.add(Outcome.refused(bad.get()));
                continue;
            }
            if (first != null) {
                result.add(again(transaction, first, code, one));
                continue;
            }
            if (head.isEmpty()) {
                head = Optional.of(today(transaction, code));
            }
            if (!head.get().isDone()) {
                result.add(Outcome.refused(head.get().refusals()));
                continue;
            }
            ReadTable read = table(transaction, head.get().value());
            long table = head.get().value().id();
            Outcome<ReadTable.Hits> hits = read.decide(one.inputs());
            if (hits.isDone()) {
                Logged logged = new Logged(0, one.key(), code, read.table().version(), table, hits.value().inputs(),
                    hits.value().rules(), hits.value().outcomes().stream().flatMap(List::stream).toList(),
                    transaction.user(), transaction.now());
                made.add(logged);
                before.put(one.key(), logged);
                result.add(Outcome.done(decision(read, logged, false)));
            } else {
                result.add(Outcome.refused(hits.refusals()));
            }
        }
        rows.append(made);
        return result;
    }

    static Optional<Refusal> badKey(String key) {
        boolean good = !key.isBlank() && key.length() <= LONGEST_KEY && StoredText.isSound(key)
            && key.chars().noneMatch(Character::isISOControl);
        return good ? Optional.empty() : Optional.of(Refusal.of(ServiceRefusal.BAD_DECISION_KEY, LONGEST_KEY)
            .hint("Give something that is used once, such as the case's number.").at(Place.field(0, "key")));
    }

    private Outcome<Decision> again(Transaction transaction, Logged first, String code, Case one) throws SQLException {
        ReadTable read = table(transaction, head(first));
        boolean same = first.code().equals(code) && read.table().inputs().stream().allMatch(
            input -> ReadTable.plain(input.type(), input.choices(), one.inputs().getOrDefault(input.name(), ""))
                .filter(text -> text.equals(first.inputs().get(input.name()))).isPresent());
        return same ? Outcome.done(decision(read, first, true))
            : Outcome.refused(Refusal.of(ServiceRefusal.DECISION_KEY_USED, one.key())
                .hint("It stands for one of " + first.at() + "; use another key.").at(Place.field(0, "key")));
    }

    /** Enough of a head to read what the version says. */
    private static Head head(Logged logged) {
        return new Head(logged.table(), logged.code(), logged.version(), "", State.APPROVED, LocalDate.EPOCH,
            Optional.empty(), "");
    }

    /** Kept decisions with their reasons. */
    List<Decision> told(Transaction transaction, List<Logged> logged) throws SQLException {
        List<Decision> result = new ArrayList<>();
        for (Logged one : logged) {
            result.add(decision(table(transaction, head(one)), one, false));
        }
        return result;
    }

    private static Decision decision(ReadTable read, Logged logged, boolean repeated) {
        return new Decision(logged.key(), logged.code(), logged.version(), logged.inputs(), logged.rules(),
            TableRows.parts(logged.outcomes(), logged.outcomes().size() / read.table().outputs().size()),
            read.table().outputs().stream().map(Output::name).toList(),
            logged.rules().stream().map(rule -> read.reason(rule, logged.inputs())).toList(), logged.at(), logged.by(),
            repeated);
    }

}
