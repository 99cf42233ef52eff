package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods come, are inspected, put away and sent back, by commands alone. */
class ReceivingCommandsIT {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void goodsComeAreInspectedPutAwayAndSentBack() throws IOException {
        Shell shell = new Shell("--db", folder.resolve("db").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", file("items.csv", "item,name,unit\nBOLT,Bolt,EA\nNUT,Nut,EA\n")
            .toString())).as(shell::err).isZero();
        assertThat(shell.run("import", "partners",
            file("partners.csv", "partner,name,roles\nZETA,Zeta,supplier\n").toString())).as(shell::err).isZero();
        assertThat(shell.run("import", "locations", file("places.csv", """
            location,name,parent,kind,pick_sequence
            DOCK,Dock,MAIN,zone,
            A1,Bin 1,MAIN,bin,1
            A2,Bin 2,MAIN,bin,2
            """).toString())).as(shell::err).isZero();
        assertThat(shell.run("receiving-rules", "--receiving", "DOCK")).as(shell::err).isZero();
        assertThat(shell.rows()).contains("receiving,MAIN,DOCK", "excess,,refuse");
        assertThat(shell.run("import", "quality-plans",
            file("plans.csv", "item,supplier,inspect,every\nNUT,ZETA,all,\n").toString())).as(shell::err).isZero();
        assertThat(shell.run("import", "put-away-rules",
            file("rules.csv", "rule,priority,item,target\nBOLTS,1,BOLT,A2\n").toString())).as(shell::err).isZero();
        String[] receive = { "receive", "--key", "R1", "--supplier", "ZETA", "--item", "BOLT=10", "--item", "NUT=5",
            "--effective", "2026-01-10" };
        assertThat(shell.run(receive)).as(shell::err).isZero();
        assertThat(shell.rows()).contains("GR-000001,1,BOLT,10,EA,,DOCK,10,0,RECEIVED",
            "GR-000001,2,NUT,5,EA,,DOCK,0,0,RECEIVED");
        assertThat(shell.run(receive)).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(3).element(1).asString().startsWith("GR-000001,");
        assertThat(shell.run("inspect", "--key", "Q1", "--receipt", "GR-000001", "--line", "2", "--accept", "3",
            "--reject", "1", "--reason", "cracked")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("GR-000001,2,ZETA,NUT,,DOCK,INSPECTION,1,EA,");
        assertThat(shell.run("put-away", "--all", "--key", "P1")).as(shell::err).isZero();
        assertThat(shell.rows()).element(1).asString().startsWith("BOLT,,10,EA,DOCK,A2,,");
        assertThat(shell.rows()).element(2).asString().startsWith("NUT,,3,EA,DOCK,A1,,");
        assertThat(shell.run("return", "supplier", "--key", "S1", "--receipt", "GR-000001", "--line", "2",
            "--quantity", "1", "--reason", "cracked")).as(shell::err).isZero();
        assertThat(shell.rows()).contains("SR-000001,1,NUT,1,EA,,DOCK,CREDIT_EXPECTED");
        Path more = file("more.csv", """
            key,supplier,item,quantity,rejected,reason,effective
            R2,ZETA,BOLT,10,2,bent,2026-01-11
            R2,ZETA,BOLT,x,,,
            """);
        assertThat(shell.run("receive", more.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("more.csv:3").contains("nothing was stored");
        Files.writeString(more, Files.readString(more).replace("BOLT,x", "BOLT,4"));
        assertThat(shell.run("receive", more.toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 2 received, 0 repeated");
        assertThat(shell.run("receive", more.toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 0 received, 2 repeated");
        assertThat(shell.run("put-away", "--propose", "--warehouse", "A1")).isEqualTo(0);
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

}
