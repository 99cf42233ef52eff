package org.stockwright.service.internal.capacity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Resource;
import org.stockwright.service.Resources;
import org.stockwright.service.internal.capacity.ResourceSaving.Change;

/** The resources of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Resources")
public final class ResourcesComponent implements Resources, Guarded {

    private final UnitOfWork work;
    private final DocumentBook book;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public ResourcesComponent(@Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference CompanyProfiles companies) {
        this.work = work;
        this.book = book;
        this.companies = companies;
    }

    @Override
    public List<Resource> list() {
        return work.read(transaction -> new ResourceRows(transaction.connection()).all()).values().stream()
            .sorted(Comparator.comparing(Resource::code)).toList();
    }

    @Override
    public Optional<Resource> get(String code) {
        return list().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    public Map<String, List<String>> pools() {
        Map<String, List<String>> result = new TreeMap<>();
        list().forEach(one -> one.pools()
            .forEach(pool -> result.computeIfAbsent(pool, code -> new ArrayList<>()).add(one.code())));
        return result;
    }

    private ZoneId zone() {
        return companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    private UnitOfWork.Work<Outcome<Saved>> saving(List<Change> changes) {
        ZoneId zone = zone();
        return transaction -> {
            transaction.changes(Topic.DOCUMENTS);
            return new ResourceSaving(transaction, book, zone).save(changes);
        };
    }

    @Override
    public Outcome<Saved> save(List<Resource> resources) {
        return work.write(saving(resources.stream().map(Change::to).toList()));
    }

    @Override
    public Outcome<Saved> edit(List<Edit> edits) {
        return work.write(saving(edits.stream().map(Change::of).toList()));
    }

    @Override
    public Outcome<Saved> rehearse(List<Edit> edits) {
        return work.attempt(saving(edits.stream().map(Change::of).toList()));
    }

    @Override
    public Outcome<Resource> remove(String code) {
        ZoneId zone = zone();
        return work.write(transaction -> {
            transaction.changes(Topic.DOCUMENTS);
            return new ResourceSaving(transaction, book, zone).remove(code);
        });
    }

}
