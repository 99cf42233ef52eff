package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.security.Role;
import org.stockwright.security.RoleId;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Sessions;
import org.stockwright.security.User;
import org.stockwright.security.Users;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group of commands about users. */
@Command(name = "user", description = "Manages who may sign in. The first user that is added is the administrator.", footer = {
    "", "Examples:", "  stockwright user add root --db ./acme", "  stockwright user list --user root --db ./acme" })
final class UserCommand extends CommandGroup {

    /** The group with its commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new UserCommand());
        group.addSubcommand(new ListUsers(invocation));
        group.addSubcommand(new Add(invocation));
        group.addSubcommand(new RolesOf(invocation));
        group.addSubcommand(new Lock(invocation));
        group.addSubcommand(new Unlock(invocation));
        group.addSubcommand(new Password(invocation));
        return group;
    }

    /** The role that a word names. */
    private static Role role(Users users, String name) {
        return users.roles().stream().filter(role -> role.name().equalsIgnoreCase(name.strip())).findFirst()
            .orElseThrow(() -> new RefusedException(Refusal.of(SecurityRefusal.UNKNOWN_ROLE, name)
                .hint("See 'stockwright role list'.")));
    }

    private static String names(User user) {
        return user.roles().stream().map(User.Grant::name).collect(Collectors.joining("|"));
    }

    /** Shows users. */
    @Command(name = "list", description = "Lists users.", footer = { "", "Example:",
        "  stockwright user list --user root --db ./acme" })
    static final class ListUsers extends BookCommand {

        private static final List<String> COLUMNS = List.of("user", "name", "active", "roles", "last_sign_in",
            "wrong_tries", "waits_until", "password_changed");

        ListUsers(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<User> users = session.service(Users.class).list();
            try (RowWriter rows = invocation().result(options, "users", COLUMNS)) {
                for (User user : users) {
                    rows.write(user.name(), user.displayName(), user.active() ? "yes" : "no", names(user),
                        user.lastSignIn().map(Object::toString).orElse(""), user.wrongTries(),
                        user.waitsUntil().map(Object::toString).orElse(""), user.passwordChanged().toString());
                }
            }
            return DONE;
        }

    }

    /** Adds a user. */
    @Command(name = "add", description = "Adds a user, whose password comes from STOCKWRIGHT_NEW_PASSWORD or a prompt. The first user of a book is its administrator; from then on everybody has to say --user.", footer = {
        "", "Example:", "  stockwright user add anna --name \"Anna Marsh\" --role Clerk --user root --db ./acme" })
    static final class Add extends BookCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "the name to sign in with")
        String name;

        @Option(names = "--name", paramLabel = "TEXT", description = "what the person is called; default: NAME")
        String displayName = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "what the user may do; may be repeated")
        List<String> roles = new ArrayList<>();

        Add(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) {
            Users users = session.service(Users.class);
            Set<RoleId> given = roles.stream().map(role -> role(users, role).id()).collect(Collectors.toSet());
            User added = RefusedException
                .orRefuse(users.add(name, displayName, invocation().passwords().fresh(name), given));
            console().remark(added.name() + " was added: "
                + (added.roles().isEmpty() ? "without roles" : names(added)) + '.');
            return DONE;
        }

    }

    /** Shows a user's roles, gives and takes them. */
    @Command(name = "roles", description = "Shows a user's roles, after giving and taking some.", footer = { "",
        "Example:",
        "  stockwright user roles anna --grant \"Warehouse lead\" --withdraw Clerk --user root --db ./acme" })
    static final class RolesOf extends BookCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "the user")
        String name;

        @Option(names = "--grant", paramLabel = "ROLE", description = "gives a role; may be repeated")
        List<String> grant = new ArrayList<>();

        @Option(names = "--withdraw", paramLabel = "ROLE", description = "takes a role away; may be repeated")
        List<String> withdraw = new ArrayList<>();

        RolesOf(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Users users = session.service(Users.class);
            List<RoleId> given = grant.stream().map(role -> role(users, role).id()).toList();
            List<RoleId> taken = withdraw.stream().map(role -> role(users, role).id()).toList();
            User user = users.byName(name).orElseThrow(() -> new RefusedException(
                Refusal.of(SecurityRefusal.UNKNOWN_USER, name).hint("See 'stockwright user list'.")));
            for (RoleId role : given) {
                user = RefusedException.orRefuse(users.grant(name, role));
            }
            for (RoleId role : taken) {
                user = RefusedException.orRefuse(users.withdraw(name, role));
            }
            try (RowWriter rows = invocation().result(options, "user-roles",
                List.of("user", "role", "granted_by", "granted_at"))) {
                for (User.Grant has : user.roles()) {
                    rows.write(user.name(), has.name(), has.grantedBy(), has.grantedAt().toString());
                }
            }
            return DONE;
        }

    }

    /** Keeps a user out. */
    @Command(name = "lock", description = "Lets a user sign in no more.", footer = { "", "Example:",
        "  stockwright user lock anna --user root --db ./acme" })
    static final class Lock extends BookCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "the user")
        String name;

        Lock(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) {
            RefusedException.orRefuse(session.service(Users.class).lock(name));
            console().remark(name + " is locked.");
            return DONE;
        }

    }

    /** Lets a user in again. */
    @Command(name = "unlock", description = "Lets a user sign in again, at once if wrong passwords cost a wait.", footer = {
        "", "Example:", "  stockwright user unlock anna --user root --db ./acme" })
    static final class Unlock extends BookCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "the user")
        String name;

        Unlock(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) {
            RefusedException.orRefuse(session.service(Users.class).unlock(name));
            console().remark(name + " can sign in.");
            return DONE;
        }

    }

    /** Changes passwords. */
    @Command(name = "password", description = "Changes your own password, or resets that of the user NAME. The new one comes from STOCKWRIGHT_NEW_PASSWORD or a prompt.", footer = {
        "", "Examples:", "  stockwright user password --user anna --db ./acme",
        "  stockwright user password anna --user root --db ./acme" })
    static final class Password extends BookCommand {

        @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "whose; default: your own")
        String name;

        Password(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) {
            Passwords passwords = invocation().passwords();
            Outcome<?> changed;
            if (name == null) {
                if (options.user == null) {
                    throw new RefusedException(Refusal.of(SecurityRefusal.NOT_SIGNED_IN)
                        .hint("Say whose password by --user NAME."));
                }
                changed = session.service(Sessions.class).changePassword(passwords.own(options.user),
                    passwords.fresh(options.user));
            } else {
                changed = session.service(Users.class).resetPassword(name, passwords.fresh(name));
            }
            RefusedException.orRefuse(changed);
            console().remark("The password of " + (name == null ? options.user : name) + " was changed.");
            return DONE;
        }

    }

}
