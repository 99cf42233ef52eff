package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners.Draft;
import org.stockwright.persistence.Transaction;

/** Checks partners and stores those that differ from what is stored. */
final class PartnerSaving {

    private final Transaction tx;
    private final PartnerBook book;
    private final Set<String> seen = new HashSet<>();
    private final List<Partner> changed = new ArrayList<>();
    private final List<PartnerId> ids = new ArrayList<>();

    PartnerSaving(Transaction tx, PartnerBook book) {
        this.tx = tx;
        this.book = book;
    }

    /** Checks a partner; takes it to be stored when it is sound and differs. Tells whether it was taken. */
    boolean add(Draft draft, Findings findings) {
        findings.code("partner", draft.code(), 64);
        findings.required("name", draft.name(), 200);
        if (draft.roles().isEmpty()) {
            findings.add("roles", Refusal.of(CatalogRefusal.MISSING, "roles")
                .hint("Name at least one of supplier, customer, carrier, owner."));
        }
        Partner old = book.byCode().get(draft.code());
        if (old != null && old.id().equals(PartnerId.SELF)) {
            findings.add("partner", Refusal.of(CatalogRefusal.CODE_TAKEN, draft.code(), "the company itself")
                .hint("Choose another code."));
        } else if (findings.isClean() && !seen.add(draft.code())) {
            findings.add("partner", Refusal.of(CatalogRefusal.CODE_TAKEN, draft.code(), "an earlier line")
                .hint("Keep one of the two lines."));
        }
        if (!findings.isClean()) {
            return false;
        }
        Partner partner = new Partner(old == null ? new PartnerId(tx.nextId("catalog_seq")) : old.id(), draft.code(),
            draft.name(), copy(draft.roles()), draft.currency(), draft.active());
        ids.add(partner.id());
        return !partner.equals(old) && changed.add(partner);
    }

    private static Set<Role> copy(Set<Role> roles) {
        Set<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return Collections.unmodifiableSet(copy);
    }

    /** The identities of the sound ones, in their order. */
    List<PartnerId> ids() {
        return ids;
    }

    /** Stores what was taken. */
    void store() throws SQLException {
        if (!changed.isEmpty()) {
            PartnerTable.store(tx, book, changed);
            tx.changes(Topic.PARTNERS);
        }
    }

}
