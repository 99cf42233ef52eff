package org.stockwright.valuation.internal.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.valuation.internal.book.Valuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages in docs/scenarios: what they calculate by hand is what the program finds, in whatever order it is entered. */
class ScenariosTest {

    private static final int ORDERS = Integer.getInteger("stockwright.scenarios.orders", 2);
    private static final String ONLY = System.getProperty("stockwright.scenarios.only", "");

    @TempDir
    Path folder;

    static Stream<Path> pages() throws IOException {
        Path docs = Path.of(System.getProperty("stockwright.root"), "docs", "scenarios");
        try (Stream<Path> files = Files.list(docs)) {
            return files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
                .filter(file -> file.getFileName().toString().contains(ONLY)).sorted().toList().stream();
        }
    }

    @BeforeEach
    void start() throws Exception {
        FrameworkUtil.getBundle(Valuer.class).start();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theBookAgreesWithThePage(Path page) {
        Scenario scenario = ScenarioReader.read(page);
        Playing playing = new Playing(scenario);
        List<String> differences = new ArrayList<>(
            playing.play(folder.resolve("written"), scenario.steps(), "entered as written"));
        long seed = Long.getLong("stockwright.seed", 20260101);
        for (int i = 1; !scenario.asWritten() && i <= ORDERS; i++) {
            List<Step> order = OrderOfEntry.shuffled(scenario.steps(), new Random(seed + i));
            differences.addAll(playing.play(folder.resolve("order" + i), order,
                "entered as " + order.stream().map(step -> step.row().line() + "").toList()));
        }
        if (scenario.different()) {
            assertThat(differences).as("the page says that there is a known difference, and there is none any more")
                .isNotEmpty();
        } else {
            assertThat(differences).as(scenario.title()).isEmpty();
        }
    }

}
