package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** The company's profile, answered from memory. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.CompanyProfiles")
public final class CompanyProfilesComponent implements CompanyProfiles, Guarded {

    private final UnitOfWork work;
    private final CatalogMemory memory;

    @Activate
    public CompanyProfilesComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        this.work = work;
        this.memory = memory;
    }

    @Override
    public Optional<CompanyProfile> current() {
        return memory.profile();
    }

    @Override
    public Outcome<CompanyProfile> save(CompanyProfile profile) {
        Outcome<CompanyProfile> outcome = work.write(Races.guarded(tx -> store(tx, profile)));
        memory.changed(Set.of(Topic.SETTINGS));
        return outcome;
    }

    private static Outcome<CompanyProfile> store(Transaction tx, CompanyProfile profile) throws SQLException {
        Findings findings = new Findings(field -> Place.field(0, field));
        findings.required("name", profile.name(), 200);
        findings.optional("zone", profile.zone().getId(), 64);
        Optional<CompanyProfile> before = CompanyTable.load(tx.connection());
        if (before.isPresent() && !before.get().currency().equals(profile.currency())
            && Chunks.any(tx.connection(), "SELECT 1 FROM posting FETCH FIRST ROW ONLY")) {
            findings.add("currency", Refusal.of(CatalogRefusal.IN_USE, "The currency", profile.name())
                .hint("Its books are kept in " + before.get().currency() + "; make a new company for another one."));
        }
        if (!findings.isClean()) {
            return Outcome.refused(findings.refusals());
        }
        if (before.isEmpty()) {
            CompanyTable.insert(tx, profile);
            tx.changes(Topic.SETTINGS);
        } else if (!before.get().equals(profile)) {
            CompanyTable.update(tx, profile);
            tx.changes(Topic.SETTINGS);
        }
        return Outcome.done(profile);
    }

}
