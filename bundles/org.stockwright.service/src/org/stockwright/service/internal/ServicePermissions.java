package org.stockwright.service.internal;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.stockwright.security.Permission;
import org.stockwright.security.RoleDraft;
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

    @Override
    public List<RoleDraft> readyMadeRoles() {
        return List.of(
            role("Service clerk",
                "Prepares and serves: prepares units and computes scores ahead of demand, works on cases with their decisions and "
                    + "letters, books capacity.",
                "catalog.view", "documents.view", "documents.edit", "documents.print", "ledger.view", "ledger.post",
                "ledger.reserve", "exchange.import", "exchange.export", "reporting.run", ServicePermission.VIEW,
                ServicePermission.PREPARE, ServicePermission.CASES, ServicePermission.BOOK),
            role("Service planner",
                "Drafts templates of services and letters, decision tables and scores, and plans resources; somebody else "
                    + "approves.",
                "catalog.view", "documents.view", "ledger.view", "security.costs", "exchange.import", "exchange.export",
                "reporting.run", "company.share", ServicePermission.VIEW, ServicePermission.TEMPLATES,
                ServicePermission.RESOURCES),
            role("Controller", "Sees services, and approves their templates, decision tables and scores.",
                "documents.view", ServicePermission.VIEW, ServicePermission.APPROVE));
    }

    private static RoleDraft role(String name, String description, String... permissions) {
        return RoleDraft.of(name, description, Set.of(permissions), Set.of());
    }

}
