package org.stockwright.security.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Access;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;
import org.stockwright.security.User;
import org.stockwright.security.Users;
import org.stockwright.testkit.World;

/** A fresh book with what its users need. */
final class Book implements AutoCloseable {

    static final String PASSWORD = "three blue pallets";

    private final World world;

    private Book(Path folder) {
        this.world = World.open(folder);
    }

    static Book open(Path folder) {
        return new Book(folder);
    }

    World world() {
        return world;
    }

    Access access() {
        return world.service(Access.class);
    }

    Sessions sessions() {
        return world.service(Sessions.class);
    }

    Users users() {
        return world.service(Users.class);
    }

    Roles roles() {
        return world.service(Roles.class);
    }

    /** The first user, signed in. */
    Session administrator() {
        add("root").value();
        return signIn("root").value();
    }

    Outcome<User> add(String name, Role... roles) {
        return users().add(name, "", PASSWORD.toCharArray(), Set.copyOf(Arrays.stream(roles).map(Role::id).toList()));
    }

    Outcome<Session> signIn(String name) {
        return sessions().signIn(name, PASSWORD.toCharArray());
    }

    Role role(String name, Set<String> permissions, LocationId... sites) {
        return roles().save(RoleDraft.of(name, "", permissions, Set.of(sites))).value();
    }

    Role named(String name) {
        return roles().byName(name).orElseThrow();
    }

    @Override
    public void close() {
        world.close();
    }

}
