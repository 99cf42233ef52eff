package org.stockwright.company.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Refused;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.persistence.spi.DemoContribution;
import org.stockwright.persistence.spi.DemoContribution.DemoBook;

/** Adds the shares of the installed modules to a demo company. One that fails is named and left out. */
final class DemoModules {

    private static final Logger LOG = LoggerFactory.getLogger(DemoModules.class);

    private final OpenAreas areas;
    private final CompanyProfile profile;
    private final Contributions contributions;

    DemoModules(OpenAreas areas, CompanyProfile profile) {
        this.areas = areas;
        this.contributions = areas.get(Contributions.class);
        this.profile = profile;
    }

    void install(Progress progress) {
        List<Share> shares = areas.all(DemoContribution.class).stream().map(this::share)
            .sorted(Comparator.comparing(Share::title)).toList();
        LocalDate today = LocalDate.ofInstant(areas.get(UnitOfWork.class).clock().instant(), profile.zone());
        for (Share share : shares) {
            progress.begin("Demo company: " + share.title(), -1);
            install(share, new OpenDemo(areas, today, progress));
        }
    }

    private record Share(String title, DemoContribution contribution) {
    }

    private Share share(DemoContribution contribution) {
        Outcome<String> said = contributions.call(contribution, DemoContribution::title);
        return new Share(said.isDone() && said.value() != null ? said.value() : contribution.getClass().getName(),
            contribution);
    }

    private void install(Share share, DemoBook book) {
        Outcome<Integer> stored = contributions.call(share.contribution(),
            asked -> areas.get(UnitOfWork.class).together(() -> asked.install(book), true)).then(outcome -> outcome);
        if (stored instanceof Refused<Integer> refused) {
            LOG.warn("The demo company has nothing of '{}': {}", share.title(), refused.refusals());
        }
    }

    private record OpenDemo(OpenAreas areas, LocalDate today, Progress progress) implements DemoBook {

        @Override
        public <T> T service(Class<T> type) {
            return areas.get(type);
        }

    }

}
