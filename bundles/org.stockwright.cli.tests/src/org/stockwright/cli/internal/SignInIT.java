package org.stockwright.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Users and roles by commands alone. */
class SignInIT {

    private static final String ROOTS = "seven quiet forklifts";
    private static final String ANNAS = "nine yellow pallets";
    private static final String BETTER = "eleven red crates";

    @TempDir
    Path folder;

    private Shell shell(String user, String password) {
        Shell shell = new Shell("--db", folder.resolve("db").toString(), "--format", "csv");
        Shell named = user == null ? shell
            : new Shell("--db", folder.resolve("db").toString(), "--format", "csv", "--user", user);
        return named.with(Passwords.OWN, password);
    }

    @Test
    void aBookGetsUsersAndRolesAndIsClosedToAllOthers() throws Exception {
        Shell nobody = shell(null, null);
        assertThat(nobody.run("init", "--company", "Acme")).as(nobody::err).isZero();
        assertThat(nobody.run("user", "list")).as(nobody::err).isZero();
        assertThat(nobody.rows())
            .containsExactly("user,name,active,roles,last_sign_in,wrong_tries,waits_until,password_changed");
        assertThat(nobody.run("user", "add", "root")).isEqualTo(1);
        assertThat(nobody.err()).startsWith("PASSWORD_MISSING: New password of root is missing.")
            .contains("STOCKWRIGHT_NEW_PASSWORD");
        assertThat(nobody.with(Passwords.FRESH, "short").run("user", "add", "root")).isEqualTo(1);
        assertThat(nobody.err()).startsWith("PASSWORD_TOO_SHORT: ");
        assertThat(nobody.with(Passwords.FRESH, ROOTS).run("user", "add", "root", "--role", "Nonsense")).isEqualTo(1);
        assertThat(nobody.run("user", "add", "root")).as(nobody::err).isZero();
        assertThat(nobody.err()).contains("root was added: Administrator.");

        assertThat(nobody.run("on-hand")).isEqualTo(1);
        assertThat(nobody.err()).startsWith("NOT_SIGNED_IN: ").contains("--user NAME");
        Shell guess = shell("root", "wrong and long enough");
        assertThat(guess.run("on-hand")).isEqualTo(1);
        assertThat(guess.err()).startsWith("WRONG_PASSWORD: ");
        assertThat(shell("root", null).run("on-hand")).isEqualTo(1);

        Shell root = shell("root", ROOTS).with(Passwords.FRESH, ANNAS);
        assertThat(root.run("role", "save", "Looker", "--permission", "ledger.view", "--permission", "catalog.view",
            "--permission", "exchange.export")).as(root::err).isZero();
        assertThat(root.run("user", "add", "anna", "--name", "Anna Marsh", "--role", "looker")).as(root::err).isZero();
        assertThat(root.run("user", "list")).as(root::err).isZero();
        assertThat(root.rows()).hasSize(3).element(1).asString().startsWith("anna,Anna Marsh,yes,Looker,,0,,");
        assertThat(root.run("role", "show", "Looker")).as(root::err).isZero();
        assertThat(root.rows()).hasSize(4).anyMatch(row -> row.startsWith("ledger.view,See stock,"));
        assertThat(root.run("role", "list")).as(root::err).isZero();
        assertThat(root.rows()).hasSize(7).anyMatch(row -> row.equals("Looker,,no,3,,1"));
        assertThat(root.run("role", "save", "Looker", "--permission", "ledger.veiw")).isEqualTo(1);
        assertThat(root.err()).startsWith("UNKNOWN_PERMISSION: There is no permission ledger.veiw.");

        annaWorks(root);
    }

    private void annaWorks(Shell root) throws Exception {
        Shell anna = shell("anna", ANNAS);
        assertThat(anna.run("on-hand")).as(anna::err).isZero();
        Path moves = Files.writeString(folder.resolve("moves.csv"), "key,effective,type,item,quantity\n"
            + "K1,2026-01-10,receipt,BOLT,1\n");
        assertThat(anna.run("post", moves.toString())).isEqualTo(1);
        assertThat(anna.err()).startsWith("NOT_ALLOWED: anna has no permission for this: ");
        assertThat(anna.run("user", "list")).isEqualTo(1);
        assertThat(anna.err()).startsWith("NOT_ALLOWED: ").contains("security.users");
        assertThat(anna.with(Passwords.FRESH, BETTER).run("user", "password")).as(anna::err).isZero();
        assertThat(anna.run("on-hand")).isEqualTo(1);
        assertThat(anna.with(Passwords.OWN, BETTER).run("on-hand")).as(anna::err).isZero();

        assertThat(root.run("user", "lock", "anna")).as(root::err).isZero();
        assertThat(anna.run("on-hand")).isEqualTo(1);
        assertThat(anna.err()).startsWith("USER_LOCKED: ");
        assertThat(root.run("user", "unlock", "anna")).as(root::err).isZero();
        assertThat(root.run("user", "roles", "anna", "--grant", "Clerk", "--withdraw", "Looker")).as(root::err)
            .isZero();
        assertThat(root.rows()).hasSize(2).element(1).asString().startsWith("anna,Clerk,root,");
        assertThat(root.run("user", "password", "anna")).as(root::err).isZero();
        assertThat(anna.with(Passwords.OWN, ANNAS).run("on-hand")).as(anna::err).isZero();
        assertThat(root.run("user", "lock", "root")).isEqualTo(1);
        assertThat(root.err()).startsWith("LAST_ADMINISTRATOR: ");
    }

}
