package org.stockwright.company.ui.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Company;
import org.stockwright.ui.StatusField;

/** The status field that names who acts. */
@Component(service = StatusField.class)
public final class UserField extends BookField {

    @Activate
    public UserField(@Reference BookState book) {
        super(book, 20, Messages.Status_user);
    }

    @Override
    State of(Company company) {
        return new State(company.user(), Messages.bind(Messages.Status_userTip, company.user()), Tone.PLAIN);
    }

}
