package org.stockwright.company.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Refusal;
import org.stockwright.company.Companies;
import org.stockwright.ui.Troubles;

/** Tells the workbench what is wrong with the open book's database and what is safe meanwhile, and which modules are missing. */
@Component
public final class BookTroubles implements Troubles {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
        .withZone(ZoneId.systemDefault());

    private final Companies companies;

    @Activate
    public BookTroubles(@Reference Companies companies) {
        this.companies = companies;
    }

    /** With the server's name instead of its whole address, and the time as a clock shows it. */
    private static Refusal forPeople(Refusal refusal) {
        List<Object> arguments = refusal.arguments().stream().map(BookTroubles::forPeople).toList();
        return new Refusal(refusal.code(), arguments, refusal.hint(), refusal.place());
    }

    private static Object forPeople(Object argument) {
        return argument instanceof Instant instant ? TIME.format(instant)
            : argument.toString().replaceFirst("^jdbc:postgresql:/*([^?]*).*", "$1"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public Optional<Trouble> now() {
        return companies.trouble().map(trouble -> new Trouble(forPeople(trouble.refusal()).sentence() + '.',
            (trouble.refusal().hint() + ' ' + Messages.Trouble_safe).strip(), trouble.readable())).or(this::missing);
    }

    /** The book works, but for what modules own that are missing. */
    private Optional<Trouble> missing() {
        List<Refusal> missing = companies.modules().stream().flatMap(module -> module.missing().stream()).toList();
        return missing.isEmpty() ? Optional.empty()
            : Optional.of(new Trouble(
                missing.stream().map(refusal -> refusal.sentence() + '.').collect(Collectors.joining(" ")), //$NON-NLS-1$
                missing.getFirst().hint(), true));
    }

}
