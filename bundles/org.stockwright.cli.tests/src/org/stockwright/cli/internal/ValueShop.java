package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A real store with four movements of one item, for the commands about values. */
abstract class ValueShop {

    @TempDir
    static Path template;

    @TempDir
    Path folder;

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A copy of the shop; making it anew for each test would take a minute. */
    Shell shop() throws IOException {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(template.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new Shell("--db", folder.resolve("db").toString(), "--user", "anna");
    }

    /** By moving average the issues cost 30.00 and 100.00 and 40 pieces at 1.25 are left; by FIFO 40 at 1.60. */
    @BeforeAll
    static void makeTheShop() throws IOException {
        Shell shell = new Shell("--db", template.resolve("db").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.run("import", "items", Files.writeString(template.resolve("items.csv"), """
            item,name,category,unit,list_price
            BOLT,Bolt M8,Fasteners/Bolts,EA,1.00
            NUT,Nut M8,Fasteners,EA,
            """).toString())).as(shell::err).isZero();
        assertThat(shell.run("post", Files.writeString(template.resolve("moves.csv"), """
            key,effective,type,item,quantity,unit_cost,reference
            M1,2026-01-10,receipt,BOLT,100,1.00,PO-1
            M2,2026-01-12T10:00,issue,BOLT,30,,SO-1
            M3,2026-01-20,receipt,BOLT,50,1.60,PO-2
            M4,2026-01-22,issue,BOLT,80,,SO-2
            """).toString())).as(shell::err).isZero();
    }

    static List<String> rows(Shell shell, String... words) {
        assertThat(shell.run(words)).as(() -> shell.err() + shell.out()).isZero();
        return shell.rows();
    }

    static String movement(Shell shell, String key) {
        return rows(shell, "movements").stream().filter(row -> row.contains("," + key + ",")).findFirst().orElseThrow()
            .split(",")[0];
    }

}
