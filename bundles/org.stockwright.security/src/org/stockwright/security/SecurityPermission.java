package org.stockwright.security;

/** Permissions of users, and those that no single area owns. */
public final class SecurityPermission {

    /** Costs, prices and values are shown, in views, reports and exports. */
    public static final String COSTS = "security.costs";

    /** Users are made, changed, locked and given roles. */
    public static final String USERS = "security.users";

    /** Roles are made and changed. */
    public static final String ROLES = "security.roles";

    /** Who did what when is shown. */
    public static final String AUDIT = "security.audit";

    private SecurityPermission() {
        // only constants
    }

}
