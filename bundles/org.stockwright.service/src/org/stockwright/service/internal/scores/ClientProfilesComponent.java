package org.stockwright.service.internal.scores;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.rules.Declarations;
import org.stockwright.service.internal.rules.ReadTable;
import org.stockwright.service.internal.scores.ProfileRows.Change;
import org.stockwright.service.internal.scores.ProfileRows.Stored;

/** Keeps what is known of clients. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.ClientProfiles")
public final class ClientProfilesComponent implements ClientProfiles, Guarded {

    private final UnitOfWork work;

    /** Lives as long as the open book. */
    @Activate
    public ClientProfilesComponent(@Reference UnitOfWork work) {
        this.work = work;
    }

    @Override
    public List<Field> fields() {
        return work.read(transaction -> new ProfileRows(transaction).fields().values().stream().map(Stored::field)
            .toList());
    }

    @Override
    public Outcome<List<Field>> saveFields(List<Field> fields) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            List<Refusal> found = new ArrayList<>();
            if (!ReadTable.isName(field.name())) {
                found.add(Refusal.of(ServiceRefusal.BAD_FIELD, field.name())
                    .hint(
                        "Use letters, digits and _, a letter first, at most 32, and no word of the language such as and."));
            } else if (!names.add(field.name())) {
                found.add(Refusal.of(ServiceRefusal.NAME_TWICE, field.name()).hint("Leave one of them out."));
            }
            ReadTable.choices(field.name(), field.type(), field.choices(), found);
            Place line = Place.field(i + 1L, field.name());
            found.forEach(refusal -> refusals.add(refusal.at(line)));
        }
        return refusals.isEmpty() ? work.write(transaction -> save(transaction, fields)) : Outcome.refused(refusals);
    }

    private static Outcome<List<Field>> save(Transaction transaction, List<Field> fields) throws SQLException {
        ProfileRows rows = new ProfileRows(transaction);
        rows.lock();
        SortedMap<String, Stored> stored = rows.fields();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Place line = Place.field(i + 1L, field.name());
            Stored before = stored.get(field.name());
            if (before == null) {
                rows.insert(field);
                transaction.tell("NEW_CLIENT_FIELD", "client field", field.name(), Map.of("type", field.type().name()));
            } else if (before.field().type() != field.type()) {
                refusals.add(Refusal.of(ServiceRefusal.FIELD_TYPE_FIXED, field.name(),
                    Declarations.word(before.field().type()), Declarations.word(field.type()))
                    .hint("Make a field of another name.").at(line));
            } else if (!field.choices().containsAll(before.field().choices()) && !field.choices().isEmpty()
                || before.field().choices().isEmpty() && !field.choices().isEmpty()) {
                refusals.add(Refusal.of(ServiceRefusal.FEWER_CHOICES, field.name())
                    .hint("Choices can become more, not fewer: values are kept by them.").at(line));
            } else if (!before.field().equals(field)) {
                rows.choices(before.id(), field.choices());
                transaction.tell("CHANGE_CLIENT_FIELD", "client field", field.name(), Map.of("choices",
                    String.join(", ", field.choices())));
            }
        }
        if (refusals.isEmpty() && rows.fields().size() > MOST_FIELDS) {
            refusals.add(Refusal.of(ServiceRefusal.TOO_MANY_FIELDS, MOST_FIELDS)
                .hint("Put into one field what is always used together."));
        }
        transaction.changes(Topic.SETTINGS);
        return refusals.isEmpty() ? Outcome.done(rows.fields().values().stream().map(Stored::field).toList())
            : Outcome.refused(refusals);
    }

    @Override
    public Optional<Profile> get(PartnerId client) {
        return work.read(transaction -> Optional
            .ofNullable(new ProfileRows(transaction).values(List.of(client.value())).get(client.value()))
            .map(values -> new Profile(client, values)));
    }

    @Override
    public List<Profile> page(Optional<PartnerId> behind, int limit) {
        return work.read(transaction -> {
            ProfileRows rows = new ProfileRows(transaction);
            List<Long> clients = rows.clients(behind.map(PartnerId::value).orElse(Long.MIN_VALUE), limit);
            Map<Long, SortedMap<String, String>> values = rows.values(clients);
            return clients.stream()
                .map(id -> new Profile(new PartnerId(id), values.getOrDefault(id, new TreeMap<>()))).toList();
        });
    }

    @Override
    public Outcome<Integer> saveAll(List<Profile> profiles) {
        return work.write(transaction -> {
            ProfileRows rows = new ProfileRows(transaction);
            rows.lock();
            SortedMap<String, Stored> fields = rows.fields();
            List<Long> clients = profiles.stream().map(profile -> profile.client().value()).toList();
            Map<Long, String> codes = rows.codes(clients);
            Map<Long, SortedMap<String, String>> before = rows.values(clients);
            List<Refusal> refusals = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            int changed = 0;
            for (int i = 0; i < profiles.size(); i++) {
                long client = clients.get(i);
                if (!codes.containsKey(client) || profiles.get(i).client().equals(PartnerId.SELF)) {
                    refusals.add(Refusal.of(ServiceRefusal.UNKNOWN_CLIENT, profiles.get(i).client())
                        .hint("Enter him as a partner first.")
                        .at(Place.line(i + 1L)));
                    continue;
                }
                SortedMap<String, String> known = before.computeIfAbsent(client, id -> new TreeMap<>());
                Map<String, String> was = Map.copyOf(known);
                List<Change> own = changes(client, profiles.get(i).values(), fields, known, i + 1, refusals);
                if (!own.isEmpty()) {
                    changed++;
                    changes.addAll(own);
                    transaction.tell("CHANGE_CLIENT_PROFILE", "client profile", codes.getOrDefault(client, ""),
                        differences(was, known));
                }
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            rows.write(changes);
            transaction.changes(Topic.PARTNERS);
            return Outcome.done(changed);
        });
    }

    /** By field, what was known and what is. */
    private static Map<String, String> differences(Map<String, String> was, SortedMap<String, String> is) {
        Map<String, String> result = new TreeMap<>();
        is.forEach((name, value) -> {
            if (!value.equals(was.getOrDefault(name, ""))) {
                result.put(name, was.getOrDefault(name, "") + " → " + value);
            }
        });
        return result;
    }

    private static List<Change> changes(long client, Map<String, String> values, Map<String, Stored> fields,
        Map<String, String> known, int line, List<Refusal> refusals) {
        List<Change> result = new ArrayList<>();
        new TreeMap<>(values).forEach((name, text) -> {
            Stored field = fields.get(name);
            if (field == null) {
                refusals.add(Refusal.of(ServiceRefusal.UNKNOWN_FIELD, name)
                    .hint("Define the field first, or look for a slip.").at(Place.field(line, name)));
                return;
            }
            Optional<String> plain = text.isBlank() ? Optional.of("")
                : ReadTable.plain(field.field().type(), field.field().choices(), text);
            if (plain.isEmpty()) {
                refusals.add(Refusal.of(ServiceRefusal.BAD_FIELD_VALUE, name, text)
                    .hint(Declarations.hint(field.field().type(), field.field().choices()))
                    .at(Place.field(line, name)));
            } else if (!plain.get().equals(known.getOrDefault(name, ""))) {
                result.add(new Change(client, field.id(), plain.get()));
                known.put(name, plain.get());
            }
        });
        return result;
    }

}
