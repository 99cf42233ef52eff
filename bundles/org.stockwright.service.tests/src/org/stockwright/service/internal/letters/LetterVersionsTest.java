package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** At most one version of a letter template holds on a day. */
class LetterVersionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final byte[] TEXT = "<p>Dear ${name}</p>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = World.open(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private LetterTemplates templates() {
        return world.service(LetterTemplates.class);
    }

    private Outcome<LetterTemplate> drafted(LocalDate from) {
        return templates().save(LetterTemplate
            .draft("WELCOME", "Welcome", LetterFormat.HTML, from, LetterData.of(Map.of("name", "Ada"))), TEXT);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.code().name()).toList();
    }

    @Test
    void eightWhoDraftTheSameNewTemplateMakeEightVersions() throws InterruptedException {
        List<Outcome<LetterTemplate>> outcomes = Together.run(8, thread -> () -> drafted(DAY));
        assertThat(outcomes.stream().map(one -> one.value().version())).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7,
            8);
    }

    @Test
    void aVersionIsNotUsedLongerThanItWasApprovedFor() {
        templates().approve("WELCOME", drafted(DAY).value().version()).value();
        templates().approve("WELCOME", drafted(DAY.plusDays(10)).value().version()).value();
        Outcome<LetterTemplate> beside = templates().retire("WELCOME", 1, DAY.plusDays(20));
        assertThat(codes(beside)).as("it would be used beside the next").containsExactly("ENDS_ALREADY");
        assertThat(beside.refusals().getFirst().hint()).isNotEmpty();
        assertThat(templates().versions("WELCOME").getFirst().until()).contains(DAY.plusDays(9));
        assertThat(codes(templates().retire("WELCOME", 2, LocalDate.MAX))).containsExactly("ENDS_ALREADY");
        assertThat(templates().retire("WELCOME", 1, DAY.plusDays(3)).value().until()).contains(DAY.plusDays(3));
        assertThat(templates().on("WELCOME", DAY.plusDays(4))).isEqualTo(Optional.empty());
    }

}
