package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.security.Permission;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityRefusal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group of commands about roles. */
@Command(name = "role", description = "Manages roles: sets of permissions that users are given.", footer = { "",
    "Examples:", "  stockwright role list --user root --db ./acme",
    "  stockwright role show Clerk --user root --db ./acme" })
final class RoleCommand extends CommandGroup {

    /** The group with its commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new RoleCommand());
        group.addSubcommand(new ListRoles(invocation));
        group.addSubcommand(new Show(invocation));
        group.addSubcommand(new Save(invocation));
        return group;
    }

    /** The codes of a role's sites; nothing when it is limited to none. */
    private static String sites(Session session, Role role) {
        if (role.sites().isEmpty()) {
            return "";
        }
        Locations locations = session.service(Locations.class);
        return role.sites().stream().map(site -> locations.get(site).map(Location::code).orElse(site.toString()))
            .sorted().collect(Collectors.joining("|"));
    }

    /** Shows roles. */
    @Command(name = "list", description = "Lists roles.", footer = { "", "Example:",
        "  stockwright role list --user root --db ./acme" })
    static final class ListRoles extends BookCommand {

        ListRoles(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<Role> roles = session.service(Roles.class).list();
            try (RowWriter rows = invocation().result(options, "roles",
                List.of("role", "description", "administrator", "permissions", "sites", "users"))) {
                for (Role role : roles) {
                    rows.write(role.name(), role.description(), role.administrator() ? "yes" : "no",
                        role.permissions().size(), sites(session, role), role.users());
                }
            }
            return DONE;
        }

    }

    /** Shows what a role allows. */
    @Command(name = "show", description = "Shows what a role allows, or without ROLE all permissions that a role can have.", footer = {
        "", "Example:", "  stockwright role show Clerk --user root --db ./acme" })
    static final class Show extends BookCommand {

        @Parameters(index = "0", arity = "0..1", paramLabel = "ROLE", description = "the role")
        String name;

        Show(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Roles roles = session.service(Roles.class);
            Map<String, Permission> known = roles.permissions().stream()
                .collect(Collectors.toMap(Permission::id, Function.identity()));
            Set<String> ids = new TreeSet<>(known.keySet());
            String sites = "";
            if (name != null) {
                Role role = roles.byName(name).orElseThrow(() -> new RefusedException(
                    Refusal.of(SecurityRefusal.UNKNOWN_ROLE, name).hint("See 'stockwright role list'.")));
                ids = new TreeSet<>(role.permissions());
                sites = sites(session, role);
            }
            try (RowWriter rows = invocation().result(options, "role",
                List.of("permission", "name", "description", "by_site", "sites"))) {
                for (String id : ids) {
                    Permission permission = known.getOrDefault(id,
                        new Permission(id, "", "The module that brings it is not installed.", false));
                    rows.write(id, permission.name(), permission.description(), permission.bySite() ? "yes" : "no",
                        permission.bySite() ? sites : "");
                }
            }
            return DONE;
        }

    }

    /** Makes or changes a role. */
    @Command(name = "save", description = "Makes a role, or changes the one of this name: what is not given stays as it is.", footer = {
        "", "Example:",
        "  stockwright role save \"Clerk north\" --permission ledger.view --permission ledger.post --site NORTH --user root --db ./acme" })
    static final class Save extends BookCommand {

        @Parameters(index = "0", paramLabel = "ROLE", description = "what the role is called")
        String name;

        @Option(names = "--description", paramLabel = "TEXT", description = "what it is for")
        String description;

        @Option(names = "--permission", paramLabel = "ID", description = "what it allows, instead of what it allowed before; may be repeated")
        List<String> permissions;

        @Option(names = "--site", paramLabel = "LOCATION", description = "a place with its parts, to which it is limited, instead of those before; may be repeated")
        List<String> sites;

        @Option(names = "--everywhere", description = "takes the limit to sites away")
        boolean everywhere;

        Save(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) {
            Roles roles = session.service(Roles.class);
            Optional<Role> before = roles.byName(name);
            Set<String> allowed = permissions == null ? before.map(Role::permissions).orElse(Set.of())
                : Set.copyOf(permissions);
            Role saved = RefusedException.orRefuse(roles.save(new RoleDraft(before.map(Role::id),
                before.map(Role::version).orElse(0L), name,
                description == null ? before.map(Role::description).orElse("") : description, allowed,
                places(session, before))));
            console().remark("The role " + saved.name() + " has " + saved.permissions().size() + " permissions"
                + (saved.sites().isEmpty() ? "" : " at " + sites(session, saved)) + '.');
            return DONE;
        }

        private Set<LocationId> places(Session session, Optional<Role> before) {
            if (everywhere || sites == null) {
                return everywhere ? Set.of() : before.map(Role::sites).orElse(Set.of());
            }
            List<LocationId> places = new ArrayList<>();
            for (String site : sites) {
                session.location(site).ifPresent(places::add);
            }
            return Set.copyOf(places);
        }

    }

}
