package org.stockwright.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The partners of one role, to look a code up that somebody typed.
 *
 * @param partners those of the role, by code
 */
public record KnownPartners(List<Partner> partners) {

    private static final int MOST = 5;

    /** Takes a copy. */
    public KnownPartners {
        partners = List.copyOf(partners);
    }

    /** Those of these partners that have a role. */
    public static KnownPartners of(List<Partner> partners, Partner.Role role) {
        return new KnownPartners(partners.stream().filter(one -> one.roles().contains(role))
            .sorted(Comparator.comparing(Partner::code)).toList());
    }

    /** The one with this code. */
    public Optional<Partner> find(String code) {
        return partners.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** What to write instead of a code that nobody has. */
    public String hint() {
        return partners.isEmpty() ? "There is none yet."
            : "Codes are written as in the list of partners, for example "
                + String.join(", ", partners.stream().limit(MOST).map(Partner::code).toList()) + ".";
    }

}
