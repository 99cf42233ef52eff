package org.stockwright.service.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.CommandShell;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command is called once as it should be and once as it should not, by the table in {@code commands.txt}. */
class ServiceCommandsIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern REFUSAL = Pattern.compile("[A-Z][A-Z_]+: .+", Pattern.DOTALL);
    private static final Pattern HINTED = Pattern.compile("^[A-Z_]+: .+\\. ['A-Z-].+", Pattern.DOTALL);
    private static final Set<String> SHOWING = Set.of("list", "show", "starters", "levels", "stock", "proposals",
        "history", "resources", "utilisation", "slots", "waiting", "offers", "tables", "rules", "log", "by-rule",
        "models", "supply", "profile", "boundary");

    @TempDir
    Path folder;

    private CommandShell shell;

    /** A line of the table. */
    private record Line(int number, int code, String words, String text) {
    }

    @BeforeEach
    void files() throws IOException {
        shell = ServiceShell.on(folder.resolve("db"));
        file("items.csv", """
            item,name,unit,tracking,standard_cost
            INSURER,Letter to the insurer,EA,none,
            INSURER-READY,Letter that is reviewed,EA,lot,
            CREDIT,Credit check,EA,none,
            CREDIT-READY,Credit check that is prepared,EA,lot,
            PAPER,Sheet of paper,EA,none,0.10
            """);
        file("locations.csv", "location,name,parent,kind\nDESK,Desk,MAIN,zone\n");
        file("partners.csv", "partner,name,roles\nP1,Berg,customer\nP2,Otieno,customer\nP3,Weiss,customer\n");
        file("stock.csv", "item,location,quantity,unit_cost\nPAPER,DESK,500,0.10\n");
        file("script.html", "<html><body><script>1</script></body></html>");
        try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("huge.html").toFile(), "rw")) {
            huge.setLength(3L << 30);
        }
        file("twice.csv", "client,first name,first-name\nP1,Anna,Berta\n");
        file("patients.csv", "patient,diagnosis\nBerg,flu\nOtieno,cough\n");
        file("units.csv", "client,patient,diagnosis\nP1,Berg,flu\n,nobody yet,\n");
        file("strangers.csv", "client,patient\nP77,Unknown\n");
        file("clients.csv", "client\nP1\nP2\n");
        file("rules.csv", """
            score,member,decision,note
            >= 700,-,approve,good enough
            [500..700),yes,approve,known to us
            [500..700),no,refer,look closer
            < 500,-,decline,too low
            """);
        file("bad-rules.csv", "score,colour,decision\n>= 700,-,approve\n");
        file("samples.csv", "sample,score,member,decision\nedge,700,no,approve\n");
        file("cases.csv", "key,score,member\nF-1,499,no\nF-2,800,yes\n");
        file("bad-cases.csv", "key,score,member\nG-1,nonsense,no\n");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<Line> table() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = ServiceCommandsIT.class.getResourceAsStream("commands.txt")) {
            List<String> all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
            for (int i = 0; i < all.size(); i++) {
                String line = all.get(i);
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split(" \\| ?", 3);
                    lines.add(new Line(i + 1, Integer.parseInt(cells[0].strip()), cells[1].strip(),
                        cells.length < 3 ? "" : cells[2].strip()));
                }
            }
        }
        return lines;
    }

    private String[] words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(filled(word.group(1) != null ? word.group(1) : word.group(2)));
        }
        return words.toArray(String[]::new);
    }

    private String filled(String word) {
        if (word.startsWith("@")) {
            return folder.resolve(word.substring(1)).toString();
        }
        String text = word.replace("{soon}",
            LocalDateTime.now(ZONE).plusMinutes(2).truncatedTo(ChronoUnit.MINUTES).toString());
        return Pattern.compile("\\{(\\d+)\\}").matcher(text)
            .replaceAll(match -> LocalDate.now(ZONE).plusDays(Long.parseLong(match.group(1))).toString());
    }

    private static String named(String words) {
        String[] each = words.split(" ");
        return String.join(" ", List.of(each).subList(0, Math.min(each.length, 3)));
    }

    @Test
    void everyCommandDoesWhatItShouldAndRefusesWhatItShouldNot() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> good = new TreeSet<>();
        Set<String> bad = new TreeSet<>();
        Set<String> json = new TreeSet<>();
        for (Line line : table()) {
            String[] words = words(line.words());
            int code = shell.run(words);
            (line.code() == 0 ? good : bad).add(named(line.words()));
            String said = line.code() == 0 ? shell.out() : shell.err();
            if (code != line.code() || !said.contains(filled(line.text()))) {
                wrong.add("line " + line.number() + ": " + line.words() + "\n  ended with " + code + ": "
                    + shell.out() + shell.err());
            } else if (code == 1 && (!shell.out().isEmpty() || !REFUSAL.matcher(shell.err().strip()).matches())
                && !line.words().contains("decide file")) {
                wrong.add("line " + line.number() + ": " + line.words() + "\n  refused with " + shell.out()
                    + shell.err());
            } else if (code == 1 && !HINTED.matcher(shell.err().strip()).find()) {
                wrong.add(
                    "line " + line.number() + ": " + line.words() + "\n  is refused without a hint: " + shell.err());
            } else if (code != 0 && shell.err().contains("\tat ")) {
                wrong.add("line " + line.number() + ": " + line.words() + "\n  shows how it is built");
            } else if (code == 0 && words.length > 2 && SHOWING.contains(words[2]) && json.add(words[1])) {
                json(line, words, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        Set<String> all = new TreeSet<>(ServiceUsageTest.commands());
        all.removeIf(words -> words.split(" ").length < 3);
        assertThat(good).as("called as they should be").containsAll(all.stream()
            // nobody is missed before his time has come
            .filter(words -> !words.equals("service book no-show")).toList());
        assertThat(bad).as("called as they should not be").containsAll(all);
    }

    /** The same result as JSON: one object for each row, with decimals as they are. */
    private void json(Line line, String[] words, List<String> wrong) {
        boolean any = !shell.rows().isEmpty();
        List<String> more = new ArrayList<>(List.of(words));
        more.addAll(List.of("--format", "json"));
        int code = shell.run(more.toArray(String[]::new));
        if (code != 0 || any == shell.out().isBlank()
            || !shell.out().lines().allMatch(row -> row.startsWith("{") && row.endsWith("}"))) {
            wrong.add("line " + line.number() + " as JSON: " + shell.out() + shell.err());
        }
    }

    /** What the document shows is what happens, word for word but for the folders of files. */
    @Test
    void theDaysOfTheDocumentAreDone() throws IOException {
        shell.done("init", "--company", "Practice", "--zone", "Europe/Berlin");
        for (String kind : List.of("items", "locations", "partners")) {
            shell.done("import", kind, folder.resolve(kind + ".csv").toString());
        }
        shell.done("import", "opening-stock", folder.resolve("stock.csv").toString());
        file("clients.csv", "client\nP1\n");
        List<String> lines = Files
            .readString(Path.of(System.getProperty("stockwright.root"), "docs", "service-commands.md"))
            .replace("\\\n", " ").lines().filter(line -> line.startsWith("    stockwright ")).map(String::strip)
            .toList();
        assertThat(lines).hasSizeGreaterThan(20).allMatch(line -> line.endsWith(" --db ./acme"));
        for (String line : lines) {
            String[] words = words(line.substring("stockwright ".length(), line.length() - " --db ./acme".length()));
            for (int i = 1; i < words.length; i++) {
                if (List.of("--output", "--each", "--to").contains(words[i - 1])) {
                    words[i] = folder.resolve(words[i]).toString();
                }
            }
            assertThat(shell.run(words)).as(() -> line + ": " + shell.err()).isZero();
        }
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

    @Test
    void aCreditCheckIsUsedAsItComes() throws IOException {
        shell.done("init", "--company", "Bank", "--zone", "Europe/Berlin");
        for (String kind : List.of("items", "locations", "partners")) {
            shell.done("import", kind, folder.resolve(kind + ".csv").toString());
        }
        shell.done("service", "template", "draft", "CREDIT", "--starter", "credit-check", "--item", "CREDIT",
            "--stored", "CREDIT-READY", "--queue", "DESK", "--dry-run");
        assertThat(shell.err()).contains("Nothing was stored");
        assertThat(shell.done("service", "decide", "tables")).isEmpty();
        shell.done("service", "template", "draft", "CREDIT", "--starter", "credit-check", "--item", "CREDIT",
            "--stored", "CREDIT-READY", "--queue", "DESK");
        assertThat(shell.err()).contains("score CREDIT-SCORE", "decision CREDIT-LIMIT", "decision CREDIT-CHECK",
            "letter CREDIT-DECISION");
        assertThat(shell.done("service", "template", "starters")).anyMatch(row -> row.startsWith("credit-check,")
            && row.contains("decision CREDIT-LIMIT: draft") && row.contains("letter CREDIT-DECISION: draft"));
        // what is there is left alone
        shell.done("service", "template", "draft", "CREDIT", "--starter", "credit-check");
        assertThat(shell.err()).doesNotContain("Drafted");
        assertThat(shell.done("service", "decide", "tables")).hasSize(2);
        shell.done("service", "score", "approve", "CREDIT-SCORE");
        shell.done("service", "decide", "approve", "CREDIT-LIMIT");
        shell.done("service", "decide", "approve", "CREDIT-CHECK");
        shell.done("service", "letters", "approve", "CREDIT-DECISION");
        shell.done("service", "capacity", "save", "EVA", "--pool", "ANALYST");
        shell.done("service", "template", "approve", "CREDIT");
        for (String client : List.of("P1", "P2")) {
            shell.done("service", "score", "set", client, "--value", "years_known=4", "--value", "orders_a_year=16",
                "--value", "late_payments=" + (client.equals("P1") ? "0" : "4"));
        }
        assertThat(shell.done("service", "prepare", "make", "CREDIT", "--each",
            folder.resolve("clients.csv").toString(), "--key", "B-1").getFirst()).contains(",done,CREDIT,1,3,")
            .contains(",2,2,");
        // nothing was prepared for a third one
        assertThat(shell.run("service", "case", "open", "CREDIT", "--customer", "P3", "--stored-only", "--key", "C-3"))
            .isEqualTo(1);
        assertThat(shell.err()).startsWith("NO_STORED_UNIT");
        assertThat(decided("P2", "2000")).contains("cannot grant you", "Otieno");
        assertThat(decided("P1", "2000")).contains("glad to grant you the credit of 2000", "Your limit is 10000",
            "Berg");
        assertThat(shell.done("service", "decide", "by-rule", "CREDIT-LIMIT")).hasSize(4);
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

    /** A client applies for an amount; what the letter says. */
    private String decided(String client, String amount) throws IOException {
        String opened = shell.done("service", "case", "open", "CREDIT", "--customer", client, "--key", "C-" + client)
            .getFirst();
        String number = opened.substring(0, opened.indexOf(','));
        assertThat(shell.done("service", "case", "done", number, "REQUEST", "--data", "amount=" + amount, "--data",
            "income=1000").getFirst()).contains(",ready,");
        shell.done("service", "case", "deliver", number);
        assertThat(shell.done("service", "letters", "log", "--case", number)).hasSize(1);
        Path files = folder.resolve("of " + client);
        String file = shell.done("service", "case", "files", number, "--to", files.toString()).getFirst();
        return Files.readString(files.resolve(file.split(",")[1]));
    }

}
