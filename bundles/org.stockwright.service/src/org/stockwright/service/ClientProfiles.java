package org.stockwright.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.security.Requires;
import org.stockwright.service.DecisionTable.Type;

/** What is known of clients, in typed fields that a company names itself. Thread-safe; never called on the UI's thread. */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface ClientProfiles {

    /** The most fields. */
    int MOST_FIELDS = 200;

    /**
     * A field.
     *
     * @param name how formulas and files call it: letters, digits and {@code _}, beginning with a letter
     * @param type what it is; it never changes, since formulas rely on it
     * @param choices for words: all that there are; empty when anything can stand there. They can become more, not fewer
     */
    record Field(String name, Type type, List<String> choices) {

        /** Takes a copy. */
        public Field {
            choices = List.copyOf(choices);
        }

    }

    /**
     * What is known of a client.
     *
     * @param client who
     * @param values by the names of fields
     */
    record Profile(PartnerId client, Map<String, String> values) {

        /** Takes a copy. */
        public Profile {
            values = Map.copyOf(values);
        }

    }

    /** All fields, by name. */
    List<Field> fields();

    /** Stores fields, new ones or ones with more choices, all or none; refusals carry the index (from 1) as their line. */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<List<Field>> saveFields(List<Field> fields);

    /** What is known of a client; empty when nothing is. */
    Optional<Profile> get(PartnerId client);

    /** The profiles of clients behind one in the order of their identities (empty for the first ones), so many at most. */
    List<Profile> page(Optional<PartnerId> behind, int limit);

    /**
     * Stores what is known of clients, all or none: values that are named are changed, or taken away when they are empty; others
     * stay. Refusals carry the index (from 1) as their line.
     *
     * @return of how many clients something changed
     */
    @Requires(ServicePermission.CASES)
    Outcome<Integer> saveAll(List<Profile> profiles);

}
