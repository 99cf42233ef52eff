package org.stockwright.service.cli;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.testkit.CommandShell;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceUsageTest {

    private static final CommandShell SHELL = ServiceShell.plain();

    /** The words behind a word, as its own complaint lists them. */
    private static List<String> behind(String words) {
        assertThat(SHELL.run(words.split(" "))).isEqualTo(2);
        String list = SHELL.err().lines().findFirst().orElseThrow();
        assertThat(list).startsWith("A command is missing behind ");
        return List.of(list.substring(list.indexOf(": ") + 2, list.length() - 1).split(", "));
    }

    static List<String> commands() {
        List<String> all = new ArrayList<>(List.of("service"));
        for (String noun : behind("service")) {
            all.add("service " + noun);
            behind("service " + noun).forEach(verb -> all.add("service " + noun + " " + verb));
        }
        return all;
    }

    @Test
    void theNounsOfServiceInventoryAreThere() {
        assertThat(behind("service")).containsExactlyInAnyOrder("template", "prepare", "case", "capacity", "book",
            "decide", "score", "letters");
        assertThat(SHELL.run("--help")).isZero();
        assertThat(SHELL.out()).contains("  service ", "Service inventory", "on-hand");
        assertThat(SHELL.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        assertThat(SHELL.run(words.toArray(String[]::new))).isZero();
        // a group shows one of its commands
        assertThat(SHELL.out()).contains("Example", "stockwright " + command);
        assertThat(SHELL.err()).isEmpty();
    }

    /** All that show at most so many say so alike. */
    @ParameterizedTest
    @CsvSource({ "service prepare list,1000", "service case list,1000", "service decide log,1000",
        "service letters log,1000", "service book slots,100" })
    void whatIsLimitedSaysHowMany(String command, String usual) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        assertThat(SHELL.run(words.toArray(String[]::new))).isZero();
        assertThat(SHELL.out()).contains("--limit").contains("at most so many; default: " + usual);
        assertThat(SHELL.run((command + " --limit 0").split(" "))).isEqualTo(2);
        if (!command.endsWith("slots")) {
            assertThat(SHELL.err()).contains("--limit is 1 or more.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "service nonsense", "service template", "service template draft L --material X",
        "service template boundary L --mean 3 --days 4", "service template boundary L --deviation 4",
        "service template boundary L --days 0", "service template move L", "service template retire L",
        "service prepare make L", "service prepare make L 0 --key K", "service prepare make L 5",
        "service prepare plan L 5 --key K --data nonsense", "service prepare finish SP-1 --failed 3=bad",
        "service prepare cancel SP-1", "service prepare write-off --key K", "service prepare proposals --by moon",
        "service prepare list --limit 0", "service case open L --key K",
        "service case open L --customer C --data A=1 --data A=2 --key K",
        "service case done SV-1", "service case cancel SV-1", "service capacity show L --period month",
        "service capacity away ANNA --from 2026-01-01", "service capacity shifts A --shift someday=08:00-16:00",
        "service capacity shifts A --shift mon=08:00", "service capacity shifts A --shift mon=08:00-25:00",
        "service book make L --customer C --key K",
        "service book slots L --minutes 0", "service book move SB-1 --at 2026-01-01T10:00", "service book cancel SB-1",
        "service decide make T --input A", "service decide make T --input A=1",
        "service decide file T f.csv --dry-run --keep-good", "service decide draft T --input A",
        "service decide draft T --output A:colour", "service decide log T --key K",
        "service decide retire T", "service letters make T --key K", "service letters merge T f.csv --key K",
        "service score try S --value A", "service score set C", "service score field income:money",
        "service letters draft T letter.txt", "service letters draft T letter.html --table rows",
        "service letters make T --key K --to a.html --table =rows.csv",
        "service letters draft T letter.html --uses PAPER" })
    void wrongUsageIsExitCodeTwoAndSaidOnStandardError(String words) {
        assertThat(SHELL.run(words.split(" "))).isEqualTo(2);
        assertThat(SHELL.out()).isEmpty();
        assertThat(SHELL.err()).isNotBlank();
    }

}
