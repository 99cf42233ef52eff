package org.stockwright.company.ui.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Company;
import org.stockwright.ui.StatusField;

/** The status field that names the company, and shouts when its data are only a demo. */
@Component(service = StatusField.class)
public final class CompanyField extends BookField {

    @Activate
    public CompanyField(@Reference BookState book) {
        super(book, 10, Messages.Status_company);
    }

    @Override
    State of(Company company) {
        boolean demo = company.profile().demo();
        String name = company.profile().name();
        return new State(demo ? Messages.bind(Messages.Status_demo, name) : name,
            demo ? Messages.Status_demoTip : company.location(), demo ? Tone.DEMO : Tone.PLAIN);
    }

}
