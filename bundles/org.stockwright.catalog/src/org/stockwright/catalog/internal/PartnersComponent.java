package org.stockwright.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** The partners, answered from memory. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.Partners")
public final class PartnersComponent implements Partners, Guarded {

    private final UnitOfWork work;
    private final CatalogMemory memory;

    @Activate
    public PartnersComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        this.work = work;
        this.memory = memory;
    }

    @Override
    public Outcome<List<PartnerId>> saveAll(List<Draft> drafts) {
        Outcome<List<PartnerId>> outcome = work.write(Races.guarded(tx -> {
            PartnerSaving saving = new PartnerSaving(tx, PartnerTable.load(tx.connection()));
            List<Refusal> refusals = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                int line = i + 1;
                Findings findings = new Findings(field -> Place.field(line, field));
                saving.add(drafts.get(i), findings);
                refusals.addAll(findings.refusals());
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            saving.store();
            return Outcome.done(List.copyOf(saving.ids()));
        }));
        memory.changed(Set.of(Topic.PARTNERS));
        return outcome;
    }

    @Override
    public Optional<Partner> byCode(String code) {
        return Optional.ofNullable(memory.partners().byCode().get(code));
    }

    @Override
    public Optional<Partner> get(PartnerId id) {
        return memory.partners().get(id);
    }

    @Override
    public List<Partner> list() {
        return memory.partners().byCode().values().stream().filter(partner -> !partner.id().equals(PartnerId.SELF))
            .toList();
    }

}
