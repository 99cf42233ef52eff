package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An encrypted book by commands: made, used, refused without its password, backed up and restored. */
class EncryptedBookIT {

    private static final String BOOK = "STOCKWRIGHT_BOOK_PASSWORD";
    private static final String PASSWORD = "wren copper nine ladder";

    @TempDir
    private Path folder;

    @Test
    void aBookIsMadeWithAPasswordAndOpensWithNothingElse() throws IOException {
        Path db = folder.resolve("db");
        Shell shell = new Shell("--db", db.toString(), "--user", "anna").with(BOOK, "too short");
        assertThat(shell.run("init", "--encrypt", "--company", "Acme")).isEqualTo(1);
        assertThat(shell.err()).contains("WEAK_BOOK_PASSWORD").contains("10");
        assertThat(Files.exists(db.resolve("derby"))).isFalse();

        shell.with(BOOK, PASSWORD);
        assertThat(shell.run("init", "--encrypt", "--company", "Acme")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", Files.writeString(folder.resolve("items.csv"), """
            item,name
            BOLT,Bolt
            """).toString())).as(shell::err).isZero();
        Path backup = folder.resolve("acme.zip");
        assertThat(shell.run("backup", backup.toString())).as(shell::err).isZero();

        assertThat(shell.with(BOOK, "another long password").run("on-hand")).isEqualTo(1);
        assertThat(shell.err()).contains("WRONG_BOOK_PASSWORD").doesNotContain("another long");
        assertThat(shell.with(BOOK, null).run("on-hand")).isEqualTo(1);
        assertThat(shell.err()).contains("NO_BOOK_PASSWORD").contains(BOOK);

        Shell restored = new Shell("--db", folder.resolve("restored").toString(), "--user", "anna").with(BOOK,
            PASSWORD);
        assertThat(restored.run("restore", backup.toString())).as(restored::err).isZero();
        assertThat(restored.run("verify", "--chain")).as(restored::err).isZero();
    }

    @Test
    void aServersDatabaseIsNotEncryptedByUs() {
        Shell shell = new Shell("--db", "jdbc:postgresql://127.0.0.1:1/none?user=nobody").with(BOOK, PASSWORD);
        assertThat(shell.run("init", "--encrypt")).isEqualTo(1);
        assertThat(shell.err()).contains("UNSUPPORTED");
    }

}
