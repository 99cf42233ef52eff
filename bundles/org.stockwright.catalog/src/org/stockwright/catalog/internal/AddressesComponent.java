package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.internal.KeyedTable.Stored;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** The addresses of the open store. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.Addresses")
public final class AddressesComponent implements Addresses, Guarded {

    private final UnitOfWork work;
    private final CatalogMemory memory;

    @Activate
    public AddressesComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        this.work = work;
        this.memory = memory;
    }

    @Override
    public List<Address> list(PartnerId partner) {
        return work.read(tx -> AddressTable.load(tx.connection(), List.of(partner.value()))).values().stream()
            .map(Stored::value).sorted(Comparator.comparing(Address::code)).toList();
    }

    @Override
    public Optional<Address> find(PartnerId partner, String code) {
        return list(partner).stream().filter(address -> address.code().equals(code)).findFirst();
    }

    @Override
    public Outcome<Integer> saveAll(List<Address> addresses) {
        return change(tx -> saving(tx, addresses).saveAll(addresses));
    }

    private static AddressSaving saving(Transaction tx, List<Address> addresses) throws SQLException {
        return new AddressSaving(tx, PartnerTable.load(tx.connection()),
            addresses.stream().map(address -> address.partner().value()).toList());
    }

    @Override
    public Outcome<Integer> change(List<Address> removed, List<Address> stored) {
        return change(tx -> {
            int gone = saving(tx, removed).removeAll(removed);
            return saving(tx, stored).saveAll(stored).map(changed -> gone + changed);
        });
    }

    @Override
    public Outcome<Boolean> remove(PartnerId partner, String code) {
        return change(tx -> {
            AddressSaving saving = new AddressSaving(tx, PartnerTable.load(tx.connection()),
                List.of(partner.value()));
            return Outcome.done(saving.removeAll(saving.stored(new AddressTable.Key(partner, code)).stream().toList()));
        }).map(count -> count > 0);
    }

    private Outcome<Integer> change(UnitOfWork.Work<Outcome<Integer>> change) {
        Outcome<Integer> outcome = work.write(Races.guarded(change));
        memory.changed(Set.of(Topic.PARTNERS));
        return outcome;
    }

}
