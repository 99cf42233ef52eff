package org.stockwright.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** The units of measure, answered from memory. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.Units")
public final class UnitsComponent implements Units, Guarded {

    private final UnitOfWork work;
    private final CatalogMemory memory;

    @Activate
    public UnitsComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        this.work = work;
        this.memory = memory;
    }

    @Override
    public Outcome<UnitView> save(UnitView unit) {
        Outcome<UnitView> outcome = work.write(Races.guarded(tx -> {
            Findings findings = new Findings(field -> Place.field(0, field));
            UnitSaving saving = new UnitSaving(tx, UnitTable.load(tx.connection()));
            saving.add(unit, findings);
            if (!findings.isClean()) {
                return Outcome.refused(findings.refusals());
            }
            saving.store();
            return Outcome.done(unit);
        }));
        memory.changed(Set.of(Topic.ITEMS));
        return outcome;
    }

    @Override
    public Optional<Unit> byCode(String code) {
        return Optional.ofNullable(memory.units().get(code)).map(StoredUnit::unit);
    }

    @Override
    public List<UnitView> list() {
        return memory.units().values().stream().map(StoredUnit::view).toList();
    }

    @Override
    public Outcome<Unit> unitFor(Item item, String unitCode) {
        return ItemUnits.find(item, unitCode, memory.units());
    }

}
