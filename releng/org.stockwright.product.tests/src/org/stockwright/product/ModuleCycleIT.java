package org.stockwright.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules are installed into the finished program, used, taken away, and installed again: without one the book opens, says
 * which feature is missing, and lets nothing go by that the module would have checked. Service inventory, which is a part of the
 * program, and a partner's module go the same way together: each start of the program takes seconds.
 */
class ModuleCycleIT {

    private static final String EXAMPLE = "org.stockwright.example.feature";
    private static final String SERVICE = "org.stockwright.service.feature";
    private static final List<String> BOTH = List.of(EXAMPLE, SERVICE);

    @TempDir
    Path folder;

    private Installed installed;
    private List<String> repositories;
    private Path book;

    @BeforeEach
    void theProgramAsItIsSold() throws IOException {
        installed = Installed.copy(folder);
        book = installed.home().resolve("company");
        repositories = List.of(Installed.repository("org.stockwright.example.repository"),
            Installed.repository("org.stockwright.product"));
    }

    private String file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
    }

    /** A file of movements, each with its key, day, type and item. */
    private String movements(String name, String... movements) throws IOException {
        List<String> lines = new ArrayList<>(List.of("key,effective,type,item,quantity,unit"));
        for (String movement : movements) {
            lines.add(movement + ",1,EA");
        }
        return file(name, lines.toArray(String[]::new));
    }

    private Installed.Ran ran(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", book.toString()));
        return installed.shortCommand(all.toArray(String[]::new));
    }

    private Installed.Ran done(String... words) throws IOException, InterruptedException {
        Installed.Ran ran = ran(words);
        assertThat(ran.status()).as("%s: %s", String.join(" ", words), ran).isZero();
        return ran;
    }

    private static void succeeded(Installed.Ran ran) {
        assertThat(ran.status()).as(ran.toString()).isZero();
    }

    @Test
    void modulesAreInstalledUsedTakenAwayAndInstalledAgain() throws Exception {
        succeeded(installed.uninstall(List.of(SERVICE)));
        aBookOfBefore();
        succeeded(installed.install(repositories, BOTH));
        used();
        succeeded(installed.uninstall(BOTH));
        missing();
        succeeded(installed.install(repositories, BOTH));
        usedAgain();
    }

    /** The program starts without the module, and its book knows nothing of it. */
    private void aBookOfBefore() throws IOException, InterruptedException {
        done("init", "--company", "Acme", "--zone", "Europe/Berlin");
        done("import", "items", file("items.csv", "item,name,unit", "BOLT,Bolt,EA", "LETTER,Medical letter,EA"));
        assertThat(done("modules").out()).doesNotContain("org.stockwright.service", "org.stockwright.example");
    }

    /** Migrations ran in the book that was there; what they brought is used. */
    private void used() throws IOException, InterruptedException {
        done("import", "items", file("lent.csv", "item,name,unit,roles", "DRILL,Hammer drill,EA,LOANED"));
        done("post",
            movements("in.csv", "M1,2026-01-10,receipt,BOLT", "M2,2026-01-10,receipt,DRILL"));
        assertThat(done("loan", "lend", "DRILL", "--to", "Ann Lee", "--until", "2099-01-31").out()).contains("DRILL",
            "Ann Lee", "2099-01-31");
        Installed.Ran refused = ran("post", movements("lent-out.csv", "M3,2026-02-10,issue,DRILL"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains("DRILL is lent to Ann Lee until 2099-01-31");
        Path report = folder.resolve("report.csv");
        done("report", "run", "lent-items", "--output", report.toString());
        assertThat(report).content().contains("DRILL", "Hammer drill", "Ann Lee", "2099-01-31");
        assertThat(done("service", "template", "draft", "LETTER", "--starter", "medical-letter", "--item", "LETTER",
            "--stored", "-", "--queue", "-", "--boundary", "0").out()).contains("LETTER");
    }

    /** Everything can be read, what nobody checks now does not move, and the rest does. */
    private void missing() throws IOException, InterruptedException {
        assertThat(ran("loan", "list").status()).as("the command went with it").isEqualTo(2);
        Installed.Ran verified = done("verify");
        assertThat(verified.err()).contains(
            "Loans is not installed: this book's data of the feature " + EXAMPLE + " can only be read",
            "Service inventory is not installed: this book's data of the feature " + SERVICE + " can only be read",
            "Install the feature " + EXAMPLE, "Install the feature " + SERVICE);
        assertThat(done("on-hand", "--by", "item").out()).contains("DRILL", "BOLT");
        Installed.Ran refused = ran("post", movements("unchecked.csv", "M4,2026-02-10,issue,DRILL"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains("DRILL is checked by Loans", EXAMPLE);
        done("post", movements("free.csv", "M5,2026-02-10,issue,BOLT"));
    }

    /** What they knew is there again, and they go on. */
    private void usedAgain() throws IOException, InterruptedException {
        assertThat(done("loan", "back", "DRILL").out()).contains("DRILL", "Ann Lee");
        done("post", movements("returned.csv", "M6,2026-02-10,issue,DRILL"));
        assertThat(done("service", "template", "list").out()).contains("LETTER");
        Installed.Ran modules = done("modules");
        assertThat(modules.out()).contains("org.stockwright.service", "org.stockwright.example.loans")
            .doesNotContain("missing");
        assertThat(done("verify").err()).doesNotContain("not installed");
    }

}
