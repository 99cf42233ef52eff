package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Partner;
import org.stockwright.persistence.Transaction;

/** Checks addresses. */
final class AddressSaving extends KeyedSaving<AddressTable.Key, Address> {

    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 100;
    /** Enough to find what is no address at all; whether mail arrives only mail can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final PartnerBook partners;

    AddressSaving(Transaction tx, PartnerBook partners, Collection<Long> partnerIds) throws SQLException {
        super(tx, AddressTable.TABLE, AddressTable.load(tx.connection(), partnerIds), Topic.PARTNERS, "code");
        this.partners = partners;
    }

    @Override
    String key(Address value) {
        String partner = partners.get(value.partner()).map(Partner::code).orElseThrow();
        return value.code().isEmpty() ? partner : partner + " / " + value.code();
    }

    @Override
    Address checked(Address value, Findings findings) {
        Optional<Partner> partner = partners.get(value.partner());
        if (partner.isEmpty()) {
            findings.add("partner", Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, value.partner())
                .hint("Make the partner first."));
        }
        if (!value.code().isEmpty()) {
            findings.code("code", value.code(), 64);
        }
        List<String> lines = value.lines().stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Address address = new Address(value.partner(), value.code(), text("name", value.name(), 200, findings), lines,
            text("postal_code", value.postalCode(), 24, findings), text("city", value.city(), 100, findings),
            text("region", value.region(), 100, findings), findings.country("country", value.country()),
            text("phone", value.phone(), 50, findings), text("email", value.email(), 254, findings));
        if (lines.size() > MOST_LINES) {
            findings.outOfRange("lines", lines.size(), "at most " + MOST_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            text("line" + (i + 1), lines.get(i), LONGEST_LINE, findings);
        }
        if (lines.isEmpty() && address.city().isEmpty()) {
            findings.add("city", Refusal.of(CatalogRefusal.MISSING, "city").hint("Give a city or a line of address."));
        }
        if (!address.email().isEmpty() && !EMAIL.matcher(address.email()).matches()) {
            findings.add("email", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, address.email(), "e-mail address")
                .hint("Write it as name@example.com."));
        }
        return address;
    }

    /** A text in one line. */
    private static String text(String field, String text, int longest, Findings findings) {
        String stripped = text.strip();
        findings.optional(field, stripped, longest);
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            findings.add(field, Refusal.of(CatalogRefusal.BAD_TEXT, field).hint("Leave out tabs and line breaks."));
        }
        return stripped;
    }

}
