package org.stockwright.company.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.company.Companies;
import org.stockwright.company.Company;
import org.stockwright.company.CompanyRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.spi.DemoContribution;

import static org.assertj.core.api.Assertions.assertThat;

/** Shares of modules in the demo company: all or nothing each, and a bad one hurts nobody. */
class DemoModulesTest {

    @TempDir
    private Path folder;

    private final BundleContext context = FrameworkUtil.getBundle(CompaniesComponent.class).getBundleContext();
    private final OpenAreas areas = new OpenAreas(context);
    private final Companies companies = areas.get(Companies.class);
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void close() {
        companies.close();
        registered.forEach(ServiceRegistration::unregister);
        Contributions contributions = areas.get(Contributions.class);
        contributions.faulty().forEach(part -> contributions.enable(part.id()));
    }

    private void contribute(String title, Function<DemoContribution.DemoBook, Outcome<Integer>> share) {
        registered.add(context.registerService(DemoContribution.class, new DemoContribution() {

            @Override
            public String title() {
                return title;
            }

            @Override
            public Outcome<Integer> install(DemoBook book) {
                asked.add(title);
                return share.apply(book);
            }

        }, null));
    }

    private static Outcome<Integer> place(DemoContribution.DemoBook book, String code) {
        return book.service(Locations.class)
            .saveAll(List.of(Locations.Draft.of(code, code, "MAIN", LocationKind.ZONE))).map(List::size);
    }

    @Test
    void eachShareIsStoredAsAWholeOrNotAtAll() {
        Company company = companies.create(folder.resolve("book").toString(), "anna",
            new Companies.Draft("Alder & Finch", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), false),
            Progress.NONE).value();
        contribute("C good", book -> place(book, "GOOD"));
        contribute("A throws", book -> {
            place(book, "THROWN").value();
            throw new NoClassDefFoundError("com/example/Gone");
        });
        contribute("B is refused", book -> place(book, "REFUSED")
            .then(stored -> Outcome.refused(Refusal.of(CompanyRefusal.MISSING, "A reason"))));
        new DemoModules(areas, company.profile()).install(Progress.NONE);
        assertThat(asked).containsExactly("A throws", "B is refused", "C good");
        assertThat(areas.get(Locations.class).list()).extracting(Location::code).contains("MAIN", "GOOD")
            .doesNotContain("THROWN", "REFUSED");
    }

}
