package org.stockwright.service.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;
import org.stockwright.service.ServicePermission;

/** What roles are made of, in the words of a person. */
@Component
public final class ServicePermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(ServicePermission.VIEW, "See services",
                "Templates, stored work, cases, capacity, letters and decisions are shown.", true),
            new Permission(ServicePermission.TEMPLATES, "Draft templates",
                "Templates of services and letters, decision tables and scores are drafted.", false),
            new Permission(ServicePermission.APPROVE, "Approve templates", "Drafts are approved for use.", false),
            new Permission(ServicePermission.PREPARE, "Prepare services",
                "Units are prepared ahead of demand, and written off when they have expired.", true),
            new Permission(ServicePermission.CASES, "Work on cases",
                "Cases are opened, worked on, delivered and cancelled, with their decisions and letters.", true),
            new Permission(ServicePermission.BOOK, "Book capacity", "Services are booked at a time.", true),
            new Permission(ServicePermission.RESOURCES, "Plan resources",
                "Resources, their shifts and absences are changed.", false));
    }

}
