package org.stockwright.service.internal.scores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.KeyedImport;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.rules.Declarations;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** What is known of clients, from a file: one field of one client in a row. */
@Component(service = ImportKind.class)
public final class ClientProfilesImport extends KeyedImport<ClientProfilesImport.Client> {

    private static final String CLIENT = "client";
    private static final String FIELD = "field";

    private final ClientProfiles profiles;
    private final Partners partners;

    /** Lives as long as the open book. */
    @Activate
    public ClientProfilesImport(@Reference UnitOfWork work, @Reference ClientProfiles profiles,
        @Reference Partners partners) {
        super(work, FIELD);
        this.profiles = profiles;
        this.partners = partners;
    }

    @Override
    public String id() {
        return "client-profiles";
    }

    @Override
    public String title() {
        return "Client Profiles";
    }

    @Override
    public String permission() {
        return ServicePermission.CASES;
    }

    @Override
    protected String keyColumn() {
        return CLIENT;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(CLIENT, "code of the partner"), required(FIELD, "name of the field"),
            optional("value", "what is known; an empty one takes the value away"),
            optional("type", "number, text, yes-no or date; for a field that is new"),
            optional("choices", "for words: all that there are, separated by |; for a field that is new or gets more"));
    }

    /**
     * The rows of a client.
     *
     * @param client who
     * @param values by field, in the order of the rows
     * @param fields those that the rows declare, by the index of their row (from 1)
     */
    record Client(PartnerId client, Map<String, String> values, Map<Integer, Field> fields) {
    }

    @Override
    protected Optional<Client> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        Optional<PartnerId> client = partners.byCode(key).map(Partner::id);
        if (client.isEmpty()) {
            errors.add(rows.getFirst(), CLIENT, Refusal.of(ServiceRefusal.UNKNOWN_CLIENT, key)
                .hint("Import partners first, or look for a slip."));
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<Integer, Field> fields = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = rows.get(i);
            if (values.putIfAbsent(row.get(FIELD), row.get("value")) != null) {
                errors.add(row, FIELD, Refusal.of(ServiceRefusal.NAME_TWICE, row.get(FIELD))
                    .hint("Delete one of the two rows of this client."));
            }
            Optional<Field> field = field(row, errors);
            int line = i + 1;
            field.ifPresent(one -> fields.put(line, one));
        }
        return client.isPresent() && errors.count() == before
            ? Optional.of(new Client(client.get(), values, fields)) : Optional.empty();
    }

    private static Optional<Field> field(ImportRow row, RowErrors errors) {
        if (!row.has("type")) {
            if (row.has("choices")) {
                errors.add(row, "type", Refusal.of(ServiceRefusal.FIELD_TYPE_MISSING, row.get(FIELD))
                    .hint("Choices stand with their type."));
            }
            return Optional.empty();
        }
        Optional<Type> type = Declarations.type(row.get("type"));
        if (type.isEmpty()) {
            errors.add(row, "type", Refusal.of(ServiceRefusal.BAD_DECLARATION, row.get("type"))
                .hint("Write number, text, yes-no or date."));
            return Optional.empty();
        }
        List<String> choices = row.has("choices")
            ? List.of(row.get("choices").split("\\|", -1)).stream().map(String::strip).toList() : List.of();
        return Optional.of(new Field(row.get(FIELD), type.get(), choices));
    }

    /** A row that names the type alone says nothing about the choices of a field that is there. */
    private static boolean isKnown(Field field, Optional<Field> known) {
        return known.filter(one -> one.equals(field) || field.choices().isEmpty() && one.type() == field.type())
            .isPresent();
    }

    @Override
    protected Outcome<Made> make(Client request) {
        Map<String, Field> known = new HashMap<>();
        profiles.fields().forEach(field -> known.put(field.name(), field));
        List<Refusal> refusals = new ArrayList<>();
        List<Field> changed = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        request.fields().forEach((line, field) -> {
            if (!isKnown(field, Optional.ofNullable(known.get(field.name())))) {
                changed.add(field);
                lines.add(line);
            }
        });
        boolean fieldsChanged = !changed.isEmpty();
        if (fieldsChanged) {
            profiles.saveFields(changed).refusals()
                .forEach(refusal -> refusals.add(refusal.place().line() == 0 ? refusal
                    : refusal.at(Place.line(lines.get((int) refusal.place().line() - 1)))));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<String> names = List.copyOf(request.values().keySet());
        Outcome<Integer> saved = profiles.saveAll(List.of(new Profile(request.client(), request.values())));
        return saved.isDone() ? Outcome.done(new Made(!fieldsChanged && saved.value() == 0, List.of()))
            : Outcome.refused(saved.refusals().stream().map(refusal -> refusal
                .at(Place.line(Math.max(1, names.indexOf(refusal.place().column()) + 1L)))).toList());
    }

}
