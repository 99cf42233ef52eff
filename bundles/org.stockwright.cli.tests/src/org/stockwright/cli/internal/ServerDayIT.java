package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.testkit.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A small day on a server's database, by the commands. */
class ServerDayIT {

    @TempDir
    private Path folder;

    private StoreLocation.Server database;

    @BeforeEach
    void makeDatabase() {
        assumeTrue(TestDatabases.server().isPresent(), "no PostgreSQL server for tests");
        System.setProperty("stockwright.home", folder.toString());
        database = TestDatabases.empty();
    }

    @AfterEach
    void dropDatabase() {
        if (database != null) {
            TestDatabases.drop(database);
        }
    }

    @Test
    void aDayFromInitToVerify() throws IOException {
        Shell shell = new Shell("--db", database.url(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.rows().get(1)).contains("jdbc:postgresql:");
        assertThat(shell.run("init", "--company", "Acme")).isEqualTo(1);
        assertThat(shell.err()).contains("COMPANY_EXISTS");
        assertThat(shell.run("import", "items", file("items.csv", """
            item,name,unit
            BOLT,Bolt M8,EA
            NUT,Nut M8,EA
            """))).as(shell::err).isZero();
        assertThat(shell.run("post", file("moves.csv", """
            key,effective,type,item,quantity,unit,reference
            M1,2026-01-10,receipt,BOLT,100,EA,PO-1
            M2,2026-01-12T10:00,issue,BOLT,30,EA,SO-1
            """))).as(shell::err).isZero();
        assertThat(shell.run("post", folder.resolve("moves.csv").toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 0 posted, 2 repeated");
        assertThat(shell.run("on-hand", "--by", "item")).as(shell::err).isZero();
        assertThat(shell.rows().get(1)).startsWith("BOLT,").contains(",70,0,70,");
        assertThat(shell.run("on-hand", "--item", "BOLT", "--as-of", "2026-01-11")).as(shell::err).isZero();
        assertThat(shell.rows().get(1)).contains(",100,");
        assertThat(shell.run("reverse", "M2", "--reason", "never shipped")).as(shell::err).isZero();
        assertThat(shell.run("verify", "--rebuild")).as(shell::out).isZero();
        assertThat(shell.rows().stream().skip(1)).isNotEmpty().allMatch(row -> row.contains(",ok,"));
        assertThat(shell.run("verify", "--chain")).as(shell::out).isZero();
        assertThat(shell.run("backup", folder.resolve("b.zip").toString())).isEqualTo(1);
        assertThat(shell.err()).contains("pg_dump");
        assertThat(folder.resolve("b.zip")).doesNotExist();
    }

    @Test
    void aBookThatIsCopiedKeepsTheHeadOfItsChain() throws IOException {
        Shell shell = new Shell("--db", folder.resolve("book").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", file("items.csv", "item,name,unit\nBOLT,Bolt M8,EA\n"))).as(shell::err)
            .isZero();
        assertThat(shell.run("post", file("moves.csv", "key,effective,type,item,quantity,unit\n"
            + "M1,2026-01-10,receipt,BOLT,100,EA\n"))).as(shell::err).isZero();
        assertThat(shell.run("verify", "--chain")).as(shell::out).isZero();
        assertThat(shell.run("promote", database.url())).as(shell::err).isZero();
        String head = shell.rows().getLast();
        assertThat(head).matches("chain head: blocks,1,1,([0-9a-f]{64} up to movement \\d+),\\1,equal");
        Shell copy = new Shell("--db", database.url(), "--user", "ben");
        assertThat(copy.run("verify", "--chain")).as(copy::out).isZero();
        assertThat(copy.err()).contains(head.split(",")[3].split(" ")[0]);
    }

    @Test
    void theBenchRunsOnAServer() {
        Shell shell = new Shell("--db", database.url(), "--user", "anna");
        assertThat(shell.run("bench", "post-batch", "--n", "500", "--ledger", "1000", "--rounds", "1"))
            .as(shell::err).isZero();
        assertThat(shell.out()).contains("\"per_second\"");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

}
