package org.stockwright.company.ui.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Company;
import org.stockwright.ui.StatusField;

/** The status field that names the database. */
@Component(service = StatusField.class)
public final class DatabaseField extends BookField {

    @Activate
    public DatabaseField(@Reference BookState book) {
        super(book, 30, Messages.Status_database);
    }

    @Override
    State of(Company company) {
        // The version is for the tool tip: the status line has no room to spare.
        String name = company.engine().replaceFirst(" \\d.*", ""); //$NON-NLS-1$ //$NON-NLS-2$
        return new State(name, company.engine() + '\n' + company.location(), Tone.PLAIN);
    }

}
