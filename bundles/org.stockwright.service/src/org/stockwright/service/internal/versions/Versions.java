package org.stockwright.service.internal.versions;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.VersionPeriods;
import org.stockwright.service.internal.VersionPeriods.Version;

/**
 * Versions of decision tables and scores in one transaction. Whoever writes any of a kind waits for whoever does the same, so
 * that of one code at most one approved version is used on a day.
 */
public final class Versions {

    /** A code that there can be. */
    public static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");
    private static final int LONGEST_NAME = 200;
    private static final String SELECT = "SELECT id, code, version, name, state, valid_from, valid_until, written_by "
        + "FROM service_rule_version WHERE kind = ?";
    private static final String ORDER = " ORDER BY code, version";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Transaction transaction;
    private final Kind kind;

    /** What has versions. */
    public enum Kind {
        /** Decision tables. */
        DECISION("decision table", ServiceRefusal.UNKNOWN_TABLE),
        /** Scores. */
        SCORE("score", ServiceRefusal.UNKNOWN_MODEL);

        private final String word;
        private final ServiceRefusal unknown;

        Kind(String word, ServiceRefusal unknown) {
            this.word = word;
            this.unknown = unknown;
        }

        /** That there is none, or no such version (0 for any). */
        public Refusal unknown(String code, int version) {
            return Refusal.of(unknown, code, version == 0 ? "" : " with a version " + version)
                .hint("Look it up in the list of " + word + "s.");
        }
    }

    /** Of one kind. */
    public Versions(Transaction transaction, Kind kind) {
        this.transaction = transaction;
        this.kind = kind;
    }

    /** What of a head is not right in itself. */
    public static List<Refusal> check(Head head) {
        List<Refusal> refusals = new ArrayList<>();
        if (!CODE.matcher(head.code()).matches()) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_CODE, head.code())
                .hint("Use capital letters, digits, - and _, at most 32.").at(Place.field(0, "code")));
        }
        if (head.name().isBlank() || head.name().length() > LONGEST_NAME || !StoredText.isSound(head.name())
            || head.name().chars().anyMatch(Character::isISOControl)) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_NAME_LENGTH, LONGEST_NAME)
                .hint("Give one line that says what it is for.").at(Place.field(0, "name")));
        }
        if (head.from().isBefore(FIRST) || head.from().isAfter(LAST)
            || head.until().map(day -> day.isBefore(head.from()) || day.isAfter(LAST)).orElse(false)) {
            refusals.add(Refusal.of(ServiceRefusal.ENDS_BEFORE_IT_BEGINS, head.until().map(LocalDate::toString)
                .orElse("no day")).hint("Give days from " + FIRST + " to " + LAST + ".").at(Place.field(0, "until")));
        }
        return refusals;
    }

    /** Waits for whoever writes versions of the same kind. */
    public void lock() throws SQLException {
        lock(transaction, kind.name());
    }

    /** Waits for whoever does something of a kind that has a row in {@code service_rule_lock}. */
    public static void lock(Transaction transaction, String kind) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE service_rule_lock SET kind = kind WHERE kind = ?")) {
            update.setString(1, kind);
            update.executeUpdate();
        }
    }

    /** All of the kind, by code and version. */
    public List<Head> all() throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + ORDER)) {
            select.setString(1, kind.name());
            return read(select);
        }
    }

    /** All of one code, by version. */
    public List<Head> of(String code) throws SQLException {
        if (!CODE.matcher(code).matches()) {
            return List.of();
        }
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " AND code = ?" + ORDER)) {
            select.setString(1, kind.name());
            select.setString(2, code);
            return read(select);
        }
    }

    /** The one that is used on a day. */
    public Optional<Head> on(String code, LocalDate day) throws SQLException {
        return of(code).stream().filter(head -> head.holds(day)).findFirst();
    }

    /** One of them. */
    public Outcome<Head> find(String code, int version) throws SQLException {
        return of(code).stream().filter(head -> head.version() == version).findFirst().map(Outcome::done)
            .orElseGet(() -> Outcome.refused(kind.unknown(code, version)));
    }

    private static List<Head> read(PreparedStatement select) throws SQLException {
        List<Head> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Head(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4),
                    State.valueOf(row.getString(5)), row.getDate(6).toLocalDate(),
                    Optional.ofNullable(row.getDate(7)).map(Date::toLocalDate), row.getString(8)));
            }
        }
        return result;
    }

    /**
     * Stores the head of a draft under a new identity, behind the last version when its own is 0, in place of the draft of its
     * version otherwise. To be locked before.
     *
     * @param dropped takes the identity of the draft whose place it takes, to delete what it said
     */
    public Outcome<Head> save(Head draft, Dropping dropped) throws SQLException {
        int version = draft.version();
        if (version == 0) {
            version = of(draft.code()).stream().mapToInt(Head::version).max().orElse(0) + 1;
        } else {
            Outcome<Head> before = discard(draft.code(), version, dropped);
            if (!before.isDone()) {
                return before;
            }
        }
        Head made = new Head(transaction.nextId("service_rule_seq"), draft.code(), version, draft.name(), State.DRAFT,
            draft.from(), draft.until(), transaction.user());
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_rule_version (id, kind, code, version, name, state, valid_from, valid_until, written_by, "
                + "written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, made.id());
            insert.setString(2, kind.name());
            insert.setString(3, made.code());
            insert.setInt(4, version);
            insert.setString(5, made.name());
            insert.setString(6, made.state().name());
            insert.setDate(7, Date.valueOf(made.from()));
            insert.setDate(8, made.until().map(Date::valueOf).orElse(null));
            insert.setString(9, made.writer());
            insert.setLong(10, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
        tell("DRAFT", made);
        return Outcome.done(made);
    }

    /** Deletes what a version said. */
    @FunctionalInterface
    public interface Dropping {

        /** Deletes the rows that belong to an identity. */
        void drop(long id) throws SQLException;

    }

    /** Throws a draft away; to be locked before. */
    public Outcome<Head> discard(String code, int version, Dropping dropped) throws SQLException {
        Outcome<Head> found = draft(code, version);
        if (found.isDone()) {
            dropped.drop(found.value().id());
            try (PreparedStatement delete = transaction.connection()
                .prepareStatement("DELETE FROM service_rule_version WHERE id = ?")) {
                delete.setLong(1, found.value().id());
                delete.executeUpdate();
            }
            tell("DISCARD", found.value());
        }
        return found;
    }

    /** A draft; refused when it is none any more. */
    public Outcome<Head> draft(String code, int version) throws SQLException {
        return find(code, version).then(head -> head.state() == State.DRAFT ? Outcome.done(head)
            : Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DRAFT, code, version).hint("Save it as a new version.")));
    }

    /**
     * Approves a draft; the version before ends the day before. To be locked before.
     *
     * @param alone whether whoever wrote it may approve it
     */
    public Outcome<Head> approve(String code, int version, boolean alone) throws SQLException {
        Outcome<Head> found = draft(code, version);
        if (!found.isDone()) {
            return found;
        }
        Head draft = found.value();
        if (!alone && draft.writer().equals(transaction.user())) {
            return Outcome.refused(needsAnother(code, version));
        }
        Outcome<List<Version>> ended = VersionPeriods.ended(period(draft),
            of(code).stream().map(Versions::period).toList(), Optional.empty());
        if (!ended.isDone()) {
            return Outcome.refused(ended.refusals());
        }
        for (Version other : ended.value()) {
            end(other.id(), draft.from().minusDays(1), State.APPROVED);
        }
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_rule_version SET state = 'APPROVED', approved_by = ?, approved_at = ? WHERE id = ?")) {
            update.setString(1, transaction.user());
            update.setLong(2, Micros.of(transaction.now()));
            update.setLong(3, draft.id());
            update.executeUpdate();
        }
        tell("APPROVE", draft);
        return find(code, version);
    }

    /** That whoever wrote a draft does not approve it where the company has users. */
    public static Refusal needsAnother(String code, int version) {
        return Refusal.of(ServiceRefusal.SECOND_PERSON, code, version).hint("Ask somebody else who may approve.");
    }

    private static Version period(Head head) {
        return new Version(head.id(), head.version(), head.state(), head.from(), head.until());
    }

    /** Uses a version no more after a day; never, when that is before its first. To be locked before. */
    public Outcome<Head> retire(String code, int version, LocalDate last) throws SQLException {
        Outcome<Head> found = find(code, version);
        if (!found.isDone()) {
            return found;
        }
        Head head = found.value();
        Outcome<Version> retired = VersionPeriods.retired(code, period(head), last, Optional.empty());
        if (!retired.isDone()) {
            return Outcome.refused(retired.refusals());
        }
        end(head.id(), retired.value().until().orElseThrow(), retired.value().state());
        tell("RETIRE", head);
        return find(code, version);
    }

    private void end(long id, LocalDate last, State state) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE service_rule_version SET valid_until = ?, state = ? WHERE id = ?")) {
            update.setDate(1, Date.valueOf(last));
            update.setString(2, state.name());
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    private void tell(String action, Head head) {
        transaction.tell(action + "_" + kind.word.toUpperCase(Locale.ROOT).replace(' ', '_'), kind.word,
            head.code(), Map.of("version", Integer.toString(head.version()), "from", head.from().toString()));
    }

}
