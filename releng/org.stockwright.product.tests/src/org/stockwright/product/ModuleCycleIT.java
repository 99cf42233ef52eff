package org.stockwright.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules are installed into the finished program, used, taken away, and installed again: without one the book opens, says
 * which feature is missing, and lets nothing go by that the module would have checked.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ModuleCycleIT {

    private static final String EXAMPLE = "org.stockwright.example.feature";
    private static final String SERVICE = "org.stockwright.service.feature";
    private static final String MISSING = "Loans is not installed: this book's data of the feature " + EXAMPLE
        + " can only be read";

    @TempDir
    static Path folder;

    private Installed installed;
    private Path book;

    @BeforeAll
    void aBookOfTheProgramAsItIsSold() throws IOException, InterruptedException {
        installed = Installed.copy(folder);
        book = installed.home().resolve("company");
        done("init", "--company", "Acme", "--zone", "Europe/Berlin");
        done("import", "items", file("items.csv", "item,name,unit", "BOLT,Bolt,EA"));
        done("post", receipt("M1", "BOLT"));
    }

    private String file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
    }

    private String receipt(String key, String item) throws IOException {
        return file(key + ".csv", "key,effective,type,item,quantity,unit",
            key + ",2026-01-10,receipt," + item + ",5,EA");
    }

    private String issue(String key, String item) throws IOException {
        return file(key + ".csv", "key,effective,type,item,quantity,unit", key + ",2026-02-10,issue," + item + ",1,EA");
    }

    private Installed.Ran ran(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", book.toString()));
        return installed.command(all.toArray(String[]::new));
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
    void aPartnersModuleIsInstalledUsedTakenAwayAndInstalledAgain() throws Exception {
        assertThat(ran("loan", "list").status()).as("the program does not know the command").isEqualTo(2);
        succeeded(installed.install(Installed.repository("org.stockwright.example.repository"), EXAMPLE));
        used();
        succeeded(installed.uninstall(EXAMPLE));
        missing();
        succeeded(installed.install(Installed.repository("org.stockwright.example.repository"), EXAMPLE));
        assertThat(done("loan", "list").out()).contains("DRILL", "Ann Lee");
        done("loan", "back", "DRILL");
        done("post", issue("M6", "DRILL"));
        assertThat(done("verify").err()).doesNotContain("not installed");
        assertThat(done("modules").out()).contains("org.stockwright.example.loans").doesNotContain("missing");
    }

    private void used() throws IOException, InterruptedException {
        done("import", "items", file("lent.csv", "item,name,unit,roles", "DRILL,Hammer drill,EA,LOANED"));
        done("post", receipt("M2", "DRILL"));
        assertThat(done("loan", "lend", "DRILL", "--to", "Ann Lee", "--until", "2099-01-31").out()).contains("DRILL",
            "Ann Lee", "2099-01-31");
        Installed.Ran refused = ran("post", issue("M3", "DRILL"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains("DRILL is lent to Ann Lee until 2099-01-31");
        Path report = folder.resolve("lent.csv.out.csv");
        done("report", "run", "lent-items", "--output", report.toString());
        assertThat(report).content().contains("DRILL", "Hammer drill", "Ann Lee", "2099-01-31");
        assertThat(done("loan", "--help").out()).contains("lend", "back", "list");
    }

    private void missing() throws IOException, InterruptedException {
        assertThat(ran("loan", "list").status()).as("the command went with it").isEqualTo(2);
        Installed.Ran verified = done("verify");
        assertThat(verified.err()).contains(MISSING, "Install the feature " + EXAMPLE);
        assertThat(done("modules").out()).contains("missing");
        assertThat(done("on-hand", "--by", "item").out()).as("everything can be read").contains("DRILL", "BOLT");
        Installed.Ran refused = ran("post", issue("M4", "DRILL"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains("DRILL is checked by Loans", EXAMPLE);
        done("post", issue("M5", "BOLT"));
    }

    @Test
    void serviceInventoryIsTakenAwayAndInstalledAgain() throws Exception {
        assertThat(done("modules").out()).contains("org.stockwright.service").doesNotContain("missing");
        succeeded(installed.uninstall(SERVICE));
        Installed.Ran verified = done("verify");
        assertThat(verified.err()).contains("Service inventory is not installed", SERVICE);
        done("post", receipt("M7", "BOLT"));
        succeeded(installed.install(Installed.repository("org.stockwright.product"), SERVICE));
        assertThat(done("verify").err()).doesNotContain("not installed");
        assertThat(done("modules").out()).contains("org.stockwright.service").doesNotContain("missing");
    }

}
