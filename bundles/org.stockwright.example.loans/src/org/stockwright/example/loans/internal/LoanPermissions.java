package org.stockwright.example.loans.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.example.loans.LoanPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles of users are made of, in the words of a person. */
@Component
public final class LoanPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(LoanPermission.VIEW, "See loans", "What is lent is shown.", false),
            new Permission(LoanPermission.LEND, "Lend", "Items are lent and taken back.", false));
    }

}
