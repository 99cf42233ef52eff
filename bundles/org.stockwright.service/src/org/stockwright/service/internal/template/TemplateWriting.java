package org.stockwright.service.internal.template;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.VersionPeriods;
import org.stockwright.service.internal.template.TemplateRows.Stored;

/** Drafts, approves and retires versions of templates in one transaction; versions of one template one after the other. */
final class TemplateWriting {

    private final Transaction transaction;
    private final TemplateRows rows;

    TemplateWriting(Transaction transaction) {
        this.transaction = transaction;
        this.rows = new TemplateRows(transaction);
    }

    /**
     * Stores a draft; the version 0 makes the next one.
     *
     * @param draft one that {@link TemplateCheck} let pass
     */
    Outcome<Template> save(Template draft) throws SQLException {
        rows.lock(draft.code());
        return save(draft, rows.versions(draft.code()));
    }

    private Outcome<Template> save(Template draft, List<Stored> versions) throws SQLException {
        int version = draft.version();
        if (version == 0) {
            version = versions.stream().mapToInt(one -> one.template().version()).max().orElse(0) + 1;
        } else {
            Optional<Stored> before = find(versions, version);
            if (before.isEmpty()) {
                return unknown(draft.code(), version);
            }
            if (before.get().template().state() != State.DRAFT) {
                return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DRAFT, draft.code(), version)
                    .hint("Save it as a new version."));
            }
            rows.delete(before.get().id());
        }
        List<Refusal> refusals = new MasterData(transaction).check(draft);
        if (refusals.isEmpty()) {
            refusals = claim(draft);
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Template made = draft.numbered(version);
        rows.insert(made);
        tell("DRAFT_SERVICE_TEMPLATE", made);
        return read(made.code(), version);
    }

    /** An item belongs to one template: its units and cases say by their item which one they are of. */
    private List<Refusal> claim(Template draft) throws SQLException {
        SortedMap<ItemId, String> parts = new TreeMap<>();
        parts.put(draft.service(), "SERVICE");
        draft.stored().ifPresent(item -> parts.put(item, "STORED"));
        List<Refusal> refusals = new ArrayList<>();
        rows.release(draft.code());
        for (Map.Entry<ItemId, String> one : parts.entrySet()) {
            Optional<String> other = rows.claim(one.getKey(), draft.code(), one.getValue());
            if (other.isPresent()) {
                String code = ItemFacts.read(transaction, List.of(one.getKey())).get(one.getKey()).code();
                refusals.add(Refusal.of(ServiceRefusal.ITEM_TAKEN, code, other.get())
                    .hint("Give this one another item, or work on that template.")
                    .at(Refusal.Place.field(0, one.getValue().toLowerCase(Locale.ROOT))));
            }
        }
        return refusals;
    }

    /**
     * What became of a draft from a file.
     *
     * @param same whether the newest version says the same
     */
    record Kept(Template template, boolean same) {
    }

    /**
     * Stores what a file says as the newest draft, unless the newest version that is not past says the same.
     *
     * @param dated whether the file says on which day it begins; if not, the day of the newest draft or else that of the draft
     */
    Outcome<Kept> keep(Template draft, boolean dated) throws SQLException {
        rows.lock(draft.code());
        List<Stored> versions = rows.versions(draft.code());
        Optional<Template> newest = versions.isEmpty() ? Optional.empty()
            : Optional.of(versions.getLast().template()).filter(one -> one.state() != State.RETIRED);
        if (newest.isEmpty()) {
            return save(draft.numbered(0), versions).map(made -> new Kept(made, false));
        }
        Template known = newest.get();
        Template wanted = TemplateRows.normal(dated ? draft : draft.beginning(known.from())).numbered(known.version());
        if (wanted.equals(known.numbered(known.version()))) {
            return Outcome.done(new Kept(known, true));
        }
        return save(known.state() == State.DRAFT ? wanted : draft.numbered(0), versions)
            .map(made -> new Kept(made, false));
    }

    /** Throws a draft away. */
    Outcome<Template> discard(String code, int version) throws SQLException {
        rows.lock(code);
        Optional<Stored> draft = find(rows.versions(code), version);
        if (draft.isEmpty()) {
            return unknown(code, version);
        }
        if (draft.get().template().state() != State.DRAFT) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DRAFT, code, version)
                .hint("What was in use is retired, not thrown away."));
        }
        rows.delete(draft.get().id());
        rows.release(code);
        tell("DISCARD_SERVICE_TEMPLATE", draft.get().template());
        return Outcome.done(draft.get().template());
    }

    /** Moves the boundary of a draft, or drafts a version that begins on a day. */
    Outcome<Template> move(String code, int version, int boundary, LocalDate from) throws SQLException {
        rows.lock(code);
        List<Stored> versions = rows.versions(code);
        Optional<Stored> found = find(versions, version);
        if (found.isEmpty()) {
            return unknown(code, version);
        }
        Template template = found.get().template();
        Template moved = template.state() == State.DRAFT ? template.at(boundary)
            : template.at(boundary).beginning(from).numbered(0);
        List<Refusal> refusals = new TemplateCheck(moved).run();
        return refusals.isEmpty() ? save(moved, versions) : Outcome.refused(refusals);
    }

    /**
     * Approves a draft.
     *
     * @param seen the draft as it was looked through
     * @param alone whether whoever wrote it may approve it
     * @param today what was used on days before stays
     * @return empty when the draft is another one meanwhile
     */
    Outcome<Optional<Template>> approve(Template seen, boolean alone, LocalDate today) throws SQLException {
        String code = seen.code();
        int version = seen.version();
        rows.lock(code);
        List<Stored> versions = rows.versions(code);
        Optional<Stored> found = find(versions, version);
        if (found.isEmpty() || !found.get().template().equals(seen)) {
            return Outcome.done(Optional.empty());
        }
        Template draft = found.get().template();
        if (draft.state() != State.DRAFT) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DRAFT, code, version)
                .hint("It is approved already, or past: draft a new version."));
        }
        if (!alone && found.get().writer().equals(transaction.user())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.SECOND_PERSON, code, version)
                .hint("Ask somebody else who may approve templates."));
        }
        MasterData known = new MasterData(transaction);
        List<Refusal> refusals = known.check(draft);
        refusals.addAll(known.checkPools(draft));
        Outcome<List<VersionPeriods.Version>> ended = VersionPeriods.ended(period(found.get()),
            versions.stream().map(TemplateWriting::period).toList(), Optional.of(today));
        ended.refusals().forEach(refusal -> refusals.add(refusal.at(Refusal.Place.field(0, "from"))));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        for (VersionPeriods.Version other : ended.value()) {
            rows.end(other.id(), draft.from().minusDays(1), State.APPROVED);
        }
        rows.approve(found.get().id());
        tell("APPROVE_SERVICE_TEMPLATE", draft);
        return read(code, version).map(Optional::of);
    }

    private static VersionPeriods.Version period(Stored one) {
        Template template = one.template();
        return new VersionPeriods.Version(one.id(), template.version(), template.state(), template.from(),
            template.until());
    }

    /** Uses a version no more after a day; one that never was used is past at once. */
    Outcome<Template> retire(String code, int version, LocalDate last, LocalDate today) throws SQLException {
        rows.lock(code);
        Optional<Stored> found = find(rows.versions(code), version);
        if (found.isEmpty()) {
            return unknown(code, version);
        }
        Outcome<VersionPeriods.Version> retired = VersionPeriods.retired(code, period(found.get()), last,
            Optional.of(today));
        if (!retired.isDone()) {
            return Outcome.refused(retired.refusals());
        }
        rows.end(retired.value().id(), retired.value().until().orElseThrow(), retired.value().state());
        tell("RETIRE_SERVICE_TEMPLATE", found.get().template());
        return read(code, version);
    }

    private Outcome<Template> read(String code, int version) throws SQLException {
        return find(rows.versions(code), version).map(one -> Outcome.done(one.template()))
            .orElseGet(() -> unknown(code, version));
    }

    private static Optional<Stored> find(List<Stored> versions, int version) {
        return versions.stream().filter(one -> one.template().version() == version).findFirst();
    }

    static Outcome<Template> unknown(String code, int version) {
        return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_TEMPLATE, code, version)
            .hint("Look at the versions that there are."));
    }

    private void tell(String action, Template template) {
        transaction.changes(Topic.SETTINGS);
        transaction.tell(action, "service template", template.code(), Map.of("version",
            Integer.toString(template.version()), "from", template.from().toString(), "boundary",
            Integer.toString(template.boundary())));
    }

}
