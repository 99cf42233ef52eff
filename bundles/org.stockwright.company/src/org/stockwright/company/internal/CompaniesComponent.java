package org.stockwright.company.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.BookClosed;
import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Refused;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.company.Companies;
import org.stockwright.company.Company;
import org.stockwright.company.CompanyRefusal;
import org.stockwright.company.CopiedBook;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.HomeFolder;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Stores;
import org.stockwright.security.spi.AuditTeller;
import org.stockwright.security.spi.Guarded;

/** Makes and opens books by way of the stores, and fills new ones with what every company has. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.company.Companies")
public final class CompaniesComponent implements Companies, Guarded {

    private final Stores stores;
    private final AuditTeller audit;
    private final OpenAreas areas;

    @Activate
    public CompaniesComponent(@Reference Stores stores, @Reference AuditTeller audit, BundleContext context) {
        this.audit = audit;
        this.stores = stores;
        this.areas = new OpenAreas(context);
    }

    @Override
    public synchronized Outcome<Company> create(String location, String user, Draft draft, Progress progress) {
        return create(location, draft, place -> opened(place, user, true, progress), progress);
    }

    @Override
    public synchronized Outcome<Company> createEncrypted(String location, String user, Draft draft, char[] password,
        Progress progress) {
        return create(location, draft, place -> {
            stores.close();
            return stores.createEncrypted(place, user, new Password(password), progress);
        }, progress);
    }

    private Outcome<Company> create(String location, Draft draft, Function<StoreLocation, Outcome<StoreInfo>> making,
        Progress progress) {
        if (draft.name().isBlank()) {
            return Outcome.refused(Refusal.of(CompanyRefusal.MISSING, "The company's name"));
        }
        return StoreLocation.parse(location).then(making).then(info -> found(draft, info, progress));
    }

    private Outcome<StoreInfo> opened(StoreLocation place, String user, boolean create, Progress progress) {
        stores.close();
        return stores.open(place, user, create, progress);
    }

    private Outcome<Company> found(Draft draft, StoreInfo info, Progress progress) {
        CompanyProfiles profiles = areas.get(CompanyProfiles.class);
        Optional<CompanyProfile> there = profiles.current();
        if (there.isPresent()) {
            stores.close();
            return Outcome.refused(Refusal.of(CompanyRefusal.COMPANY_EXISTS, info.location(), there.get().name())
                .hint("Open it, or choose another folder."));
        }
        CompanyProfile profile = new CompanyProfile(draft.name().strip(), draft.currency(), draft.zone(),
            draft.demo());
        boolean complete = false;
        try {
            StandardUnits.saveMissing(areas);
            areas.get(Locations.class).createStandard();
            DemoCompany demo = new DemoCompany(areas, profile);
            if (draft.demo()) {
                demo.install(progress);
            }
            // The profile comes last: a book without one was not finished, and open() says so.
            Outcome<Company> company = profiles.save(profile).map(saved -> describe(saved, info));
            if (draft.demo() && company.isDone()) {
                demo.order(progress);
                new DemoModules(areas, profile).install(progress);
            }
            complete = company.isDone();
            return company;
        } finally {
            if (!complete) {
                stores.close();
            }
        }
    }

    @Override
    public synchronized Outcome<Company> open(String location, String user, Progress progress) {
        return StoreLocation.parse(location).then(place -> opened(place, user, false, progress)).then(info -> {
            Optional<CompanyProfile> profile = areas.get(CompanyProfiles.class).current();
            if (profile.isEmpty()) {
                stores.close();
                return Outcome.refused(Refusal.of(CompanyRefusal.NO_COMPANY, info.location())
                    .hint(
                        "Making it did not come to an end and nobody has posted in it. Remove the folder or the database, or make the company elsewhere."));
            }
            return Outcome.done(describe(profile.get(), info));
        });
    }

    @Override
    public Outcome<ServerBook> look(String url, String user, Progress progress) {
        return server(url).then(server -> stores.look(server, user, progress))
            .map(state -> new ServerBook(state.engine(), state.older()));
    }

    private static Outcome<StoreLocation.Server> server(String url) {
        return StoreLocation.parse(url).then(place -> place instanceof StoreLocation.Server server
            ? Outcome.done(server)
            : Outcome.refused(Refusal.of(StoreRefusal.NOT_A_LOCATION, url)
                .hint("Give the address of a PostgreSQL database: jdbc:postgresql://host/database?user=name")));
    }

    @Override
    public void close() {
        stores.close();
    }

    @Override
    public Optional<Company> current() {
        try {
            return stores.current()
                .flatMap(info -> areas.find(CompanyProfiles.class, () -> stores.current().isPresent())
                    .flatMap(CompanyProfiles::current).map(profile -> describe(profile, info)));
        } catch (BookClosed e) {
            return Optional.empty();
        }
    }

    private static Company describe(CompanyProfile profile, StoreInfo info) {
        return new Company(profile, info.location().toString(), info.engine(), info.user(), info.lastBackup());
    }

    @Override
    public Optional<Trouble> trouble() {
        return stores.trouble()
            .map(refusal -> new Trouble(refusal, refusal.code() != StoreRefusal.DISCONNECTED));
    }

    @Override
    public List<Module> modules() {
        return stores.modules().stream()
            .map(module -> new Module(module.id(), module.title(), module.feature(), module.version(),
                module.isMissing() ? Optional.of(module.refusal()) : Optional.empty()))
            .toList();
    }

    @Override
    public Outcome<Path> backup(Path file, Progress progress) {
        if (stores.current().isEmpty()) {
            return Outcome.refused(Refusal.of(CompanyRefusal.NOTHING_OPEN).hint("Open the company first."));
        }
        String name = String.valueOf(file.getFileName());
        return audit.tell(AuditAction.BACKED_UP, "book", name, Map.of()).then(told -> stores.backup(file, progress));
    }

    @Override
    public Outcome<CopiedBook> promote(String url, Progress progress) {
        return server(url).then(server -> stores.promote(server, progress))
            .map(done -> new CopiedBook(done.target().toString(), done.proofs().stream()
                .map(proof -> new CopiedBook.Proof(proof.name(), proof.sourceRows(), proof.targetRows(),
                    proof.sourceHash(), proof.targetHash()))
                .toList()));
    }

    @Override
    public Outcome<String> restore(Path file, String location, Progress progress) {
        Outcome<StoreLocation> place = StoreLocation.parse(location);
        if (place instanceof Refused<StoreLocation> refused) {
            return Outcome.refused(refused.refusals());
        }
        return stores.restore(file, place.value(), progress).map(StoreLocation::toString);
    }

    @Override
    public String defaultLocation() {
        return HomeFolder.path().resolve("company").toString();
    }

    @Override
    public Path waitingFolder() {
        String book = stores.current().map(info -> info.location().toString()).orElse("");
        return HomeFolder.path().resolve("waiting")
            .resolve(UUID.nameUUIDFromBytes(book.getBytes(StandardCharsets.UTF_8)).toString());
    }

}
