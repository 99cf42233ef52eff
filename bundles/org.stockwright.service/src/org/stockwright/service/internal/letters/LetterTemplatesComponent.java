package org.stockwright.service.internal.letters;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.Sha256;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.VersionPeriods;
import org.stockwright.service.internal.letters.LetterTemplateRows.Stored;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;

/** The library of letter templates. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.LetterTemplates")
public final class LetterTemplatesComponent implements LetterTemplates, Guarded {

    private final UnitOfWork work;
    private final LetterShelf shelf;
    private final Sessions sessions;

    /** Lives as long as the open book. */
    @Activate
    public LetterTemplatesComponent(@Reference UnitOfWork work, @Reference LetterShelf shelf,
        @Reference Sessions sessions) {
        this.work = work;
        this.shelf = shelf;
        this.sessions = sessions;
    }

    @Override
    public List<LetterTemplate> list() {
        return work.read(transaction -> new LetterTemplateRows(transaction).all()).stream().map(Stored::template)
            .toList();
    }

    @Override
    public List<LetterTemplate> versions(String code) {
        return work.read(transaction -> new LetterTemplateRows(transaction).versions(code)).stream()
            .map(Stored::template)
            .toList();
    }

    @Override
    public Optional<LetterTemplate> on(String code, LocalDate day) {
        return shelf.on(code, day).map(Stored::template);
    }

    @Override
    public Outcome<byte[]> content(String code, int version) {
        return shelf.version(code, version).map(shelf::content);
    }

    @Override
    public Outcome<LetterTemplate> check(LetterTemplate draft, byte[] content) {
        List<Refusal> refusals = head(draft);
        Outcome<PreparedLetter> read = PreparedLetter.of(draft.format(), content);
        refusals.addAll(read.refusals());
        read.then(letter -> letter.trial(draft.sample())).refusals().stream().filter(refusal -> read.isDone())
            .forEach(refusal -> refusals.add(refusal.at(Place.field(0, "sample"))));
        return refusals.isEmpty()
            ? Outcome.done(new LetterTemplate(draft.code(), draft.version(), draft.name(), State.DRAFT,
                draft.format(), draft.from(), draft.until(), draft.stored(), draft.sample(), read.value().fields(),
                Sha256.hex(Sha256.digest().digest(content))))
            : Outcome.refused(refusals);
    }

    @Override
    public Sketch sketch(LetterFormat format, byte[] content, LetterData sample) {
        Outcome<PreparedLetter> read = PreparedLetter.of(format, content);
        if (!read.isDone()) {
            return new Sketch(List.of(), Optional.empty(), read.refusals());
        }
        Outcome<byte[]> filled = read.value().fill(sample);
        return new Sketch(read.value().fields(), Optional.of(filled).filter(Outcome::isDone).map(Outcome::value),
            filled.refusals());
    }

    private static List<Refusal> head(LetterTemplate draft) {
        List<Refusal> refusals = new ArrayList<>(Versions
            .check(Head.draft(draft.code(), draft.version(), draft.name(), draft.from(), draft.until())));
        Predicate<Map<String, String>> tooLong = texts -> texts.values().stream()
            .anyMatch(text -> text.length() > LetterTemplateRows.LONGEST_TEXT || !StoredText.isSound(text));
        if (tooLong.test(draft.sample().fields()) || draft.sample().tables().values().stream()
            .anyMatch(rows -> rows.stream().anyMatch(tooLong))) {
            refusals.add(Refusal.of(ServiceRefusal.TEXT_TOO_LONG, LetterTemplateRows.LONGEST_TEXT)
                .hint("Shorten the texts of the sample.")
                .at(Place.field(0, "sample")));
        }
        return refusals;
    }

    @Override
    public Outcome<LetterTemplate> save(LetterTemplate draft, byte[] content) {
        return check(draft, content).then(checked -> work.write(transaction -> save(transaction, checked, content)));
    }

    private Outcome<LetterTemplate> save(Transaction transaction, LetterTemplate draft, byte[] content)
        throws SQLException {
        LetterTemplateRows rows = new LetterTemplateRows(transaction);
        if (draft.stored().isPresent() && !rows.isKnown(draft.stored().get())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_STORED)
                .hint("Name an item and a place that there are.").at(Place.field(0, "stored")));
        }
        rows.lock(draft.code());
        List<Stored> versions = rows.versions(draft.code());
        int version = draft.version();
        if (version == 0) {
            version = versions.stream().mapToInt(one -> one.template().version()).max().orElse(0) + 1;
        } else {
            Outcome<Stored> before = draft(versions, draft.code(), version);
            if (!before.isDone()) {
                return Outcome.refused(before.refusals());
            }
            rows.delete(before.value().id());
        }
        LetterTemplate made = new LetterTemplate(draft.code(), version, draft.name(), State.DRAFT, draft.format(),
            draft.from(), draft.until(), draft.stored(), draft.sample(), draft.fields(), draft.hash());
        rows.insert(made, content);
        tell(transaction, "DRAFT_LETTER_TEMPLATE", made);
        return Outcome.done(made);
    }

    private static Outcome<Stored> draft(List<Stored> versions, String code, int version) {
        return find(versions, code, version).then(one -> one.template().state() == State.DRAFT ? Outcome.done(one)
            : Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DRAFT, code, version).hint("Save it as a new version.")));
    }

    private static Outcome<Stored> find(List<Stored> versions, String code, int version) {
        return versions.stream().filter(one -> one.template().version() == version).findFirst().map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_LETTER_VERSION, code, version)
                .hint("Look it up in the list of letter templates.")));
    }

    @Override
    public Outcome<LetterTemplate> discard(String code, int version) {
        return work.write(transaction -> {
            LetterTemplateRows rows = new LetterTemplateRows(transaction);
            rows.lock(code);
            Outcome<Stored> draft = draft(rows.versions(code), code, version);
            if (draft.isDone()) {
                rows.delete(draft.value().id());
                tell(transaction, "DISCARD_LETTER_TEMPLATE", draft.value().template());
            }
            return draft.map(Stored::template);
        });
    }

    @Override
    public Outcome<LetterTemplate> approve(String code, int version) {
        boolean alone = !sessions.hasUsers();
        return work.write(transaction -> {
            LetterTemplateRows rows = new LetterTemplateRows(transaction);
            rows.lock(code);
            List<Stored> versions = rows.versions(code);
            Outcome<Stored> draft = draft(versions, code, version)
                .then(one -> alone || !one.writer().equals(transaction.user()) ? Outcome.done(one)
                    : Outcome.refused(Versions.needsAnother(code, version)));
            Outcome<List<VersionPeriods.Version>> ended = draft.then(one -> VersionPeriods.ended(period(one),
                versions.stream().map(LetterTemplatesComponent::period).toList(), Optional.empty()));
            if (!ended.isDone()) {
                return Outcome.refused(ended.refusals());
            }
            for (VersionPeriods.Version other : ended.value()) {
                rows.end(other.id(), draft.value().template().from().minusDays(1), State.APPROVED);
            }
            rows.approve(draft.value().id());
            tell(transaction, "APPROVE_LETTER_TEMPLATE", draft.value().template());
            return find(rows.versions(code), code, version).map(Stored::template);
        });
    }

    private static VersionPeriods.Version period(Stored one) {
        LetterTemplate template = one.template();
        return new VersionPeriods.Version(one.id(), template.version(), template.state(), template.from(),
            template.until());
    }

    @Override
    public Outcome<LetterTemplate> retire(String code, int version, LocalDate last) {
        return work.write(transaction -> {
            LetterTemplateRows rows = new LetterTemplateRows(transaction);
            rows.lock(code);
            Outcome<Stored> found = find(rows.versions(code), code, version);
            Outcome<VersionPeriods.Version> retired = found
                .then(one -> VersionPeriods.retired(code, period(one), last, Optional.empty()));
            if (!retired.isDone()) {
                return Outcome.refused(retired.refusals());
            }
            rows.end(retired.value().id(), retired.value().until().orElseThrow(), retired.value().state());
            tell(transaction, "RETIRE_LETTER_TEMPLATE", found.value().template());
            return find(rows.versions(code), code, version).map(Stored::template);
        });
    }

    private static void tell(Transaction transaction, String action, LetterTemplate template) {
        transaction.tell(action, "letter template", template.code(), Map.of("version",
            Integer.toString(template.version()), "from", template.from().toString(), "hash", template.hash()));
    }

}
