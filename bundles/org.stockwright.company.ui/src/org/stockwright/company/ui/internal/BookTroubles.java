package org.stockwright.company.ui.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Companies;
import org.stockwright.ui.Troubles;

/** Tells the workbench what is wrong with the open book's database, and what is safe meanwhile. */
@Component
public final class BookTroubles implements Troubles {

    private final Companies companies;

    @Activate
    public BookTroubles(@Reference Companies companies) {
        this.companies = companies;
    }

    @Override
    public Optional<Trouble> now() {
        return companies.trouble().map(trouble -> new Trouble(trouble.refusal().sentence() + '.',
            (trouble.refusal().hint() + ' ' + Messages.Trouble_safe).strip(), trouble.readable()));
    }

}
