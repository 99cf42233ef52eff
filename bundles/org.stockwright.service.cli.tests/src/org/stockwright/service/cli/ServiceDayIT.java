package org.stockwright.service.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Outcome;
import org.stockwright.cli.internal.CommandRun;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.CommandShell;

import static org.assertj.core.api.Assertions.assertThat;

/** From a template to reports, by commands alone: 50 letters are prepared, three customers come, the boundary moves. */
class ServiceDayIT {

    private static final List<String> WEEK = List.of("--shift", "mon-sun=00:00-24:00");

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** A company with a service, its materials, people, and a letter. */
    private CommandShell company() throws IOException {
        CommandShell shell = ServiceShell.on(folder.resolve("db"));
        shell.done("init", "--company", "Practice", "--zone", "Europe/Berlin");
        shell.done("import", "items", file("items.csv", """
            item,name,unit,tracking,standard_cost
            INSURER,Letter to the insurer,EA,none,
            INSURER-READY,Letter that is reviewed,EA,lot,
            PAPER,Sheet of paper,EA,none,0.10
            ENVELOPE,Envelope,EA,none,0.20
            """));
        shell.done("import", "locations", file("locations.csv",
            "location,name,parent,kind\nDESK,Desk,MAIN,zone\n"));
        shell.done("import", "partners", file("partners.csv",
            "partner,name,roles\nP1,Berg,customer\nP2,Otieno,customer\nP3,Weiss,customer\n"));
        shell.done("import", "opening-stock", file("stock.csv",
            "item,location,quantity,unit_cost\nPAPER,DESK,500,0.10\nENVELOPE,DESK,200,0.20\n"));
        resource(shell, "ANNA", "CLERK");
        resource(shell, "WEBER", "PHYSICIAN");
        shell.done("service", "letters", "draft", "INSURER-LETTER", file("letter.html",
            "<html><body><p>Findings of ${practice}.</p></body></html>"), "--data", "practice=Practice");
        shell.done("service", "letters", "approve", "INSURER-LETTER");
        return shell;
    }

    private static void resource(CommandShell shell, String code, String pool) {
        shell.done("service", "capacity", "save", code, "--pool", pool);
        List<String> words = new ArrayList<>(List.of("service", "capacity", "shifts", code));
        words.addAll(WEEK);
        shell.done(words.toArray(String[]::new));
    }

    private static void template(CommandShell shell) {
        shell.done("service", "template", "draft", "INSURER", "--starter", "medical-letter", "--item", "INSURER",
            "--stored", "INSURER-READY", "--queue", "DESK", "--target", "50", "--material", "SEND:PAPER=2",
            "--material", "SEND:ENVELOPE=1");
        assertThat(shell.rows()).singleElement().asString()
            .startsWith("INSURER,1,draft,").contains(",INSURER,INSURER-READY,DESK,").contains(",3,5,10,50,25,");
        shell.done("service", "template", "approve", "INSURER", "--dry-run");
        assertThat(shell.err()).contains("Nothing was stored");
        assertThat(shell.done("service", "template", "list")).singleElement().asString().contains(",1,draft,");
        shell.done("service", "template", "approve", "INSURER");
        assertThat(shell.done("service", "template", "list")).singleElement().asString().contains(",1,approved,");
    }

    @Test
    void aTemplateABatchThreeCasesTheBoundaryAndReports() throws IOException {
        CommandShell shell = company();
        template(shell);

        String[] fifty = { "service", "prepare", "make", "INSURER", "50", "--key", "B-1", "--data", "practice=Berlin" };
        List<String> rehearsal = new ArrayList<>(List.of(fifty));
        rehearsal.add("--dry-run");
        assertThat(shell.done(rehearsal.toArray(String[]::new))).singleElement().asString().contains(",done,INSURER,");
        assertThat(shell.done("service", "prepare", "stock")).isEmpty();
        assertThat(shell.done("service", "letters", "log")).isEmpty();
        assertThat(shell.done(fifty)).singleElement().asString().contains(",done,INSURER,1,3,INSURER-READY,")
            .contains(",50,50,");
        // the same again prepares nothing more
        assertThat(shell.done(fifty)).singleElement().asString().contains(",50,50,");
        assertThat(shell.done("service", "prepare", "stock")).singleElement().asString()
            .startsWith("INSURER,1,3,").contains(",DESK,").contains(",fresh,50,0,50,EA");
        assertThat(shell.done("service", "letters", "log")).hasSize(50);
        assertThat(shell.done("service", "prepare", "levels")).singleElement().asString()
            .startsWith("INSURER,").contains(",50,0,0,0,0,50,10,50");

        String first = serve(shell, "P1");
        serve(shell, "P2");
        serve(shell, "P3");
        assertThat(shell.done("service", "case", "list")).isEmpty();
        assertThat(shell.done("service", "case", "list", "--all")).hasSize(3)
            .allMatch(row -> row.contains(",delivered,INSURER,1,"));
        assertThat(shell.done("service", "case", "show", first)).hasSize(5)
            .filteredOn(row -> row.contains(",ahead,")).hasSize(3);
        assertThat(shell.done("service", "case", "history", first)).hasSizeGreaterThanOrEqualTo(4)
            .first().asString().contains(",opened,");
        assertThat(shell.done("service", "prepare", "stock")).singleElement().asString().contains(",fresh,47,0,47,EA");
        assertThat(shell.done("on-hand", "--item", "PAPER")).singleElement().asString().contains(",494,");
        assertThat(shell.done("on-hand", "--item", "ENVELOPE")).singleElement().asString().contains(",197,");

        boundary(shell);
        reports(shell);
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

    /** Opens a case, does its stages, delivers it; answers with its number. */
    private static String serve(CommandShell shell, String customer) {
        String[] open = { "service", "case", "open", "INSURER", "--customer", customer, "--key", "C-" + customer };
        String opened = shell.done(open).getFirst();
        assertThat(opened).contains(",in-work,INSURER,1," + customer + ",").contains(",CONSENT,");
        String number = opened.substring(0, opened.indexOf(','));
        // the same again opens nothing more
        assertThat(shell.done(open).getFirst()).startsWith(number + ",");
        assertThat(shell.run("service", "case", "deliver", number)).isEqualTo(1);
        assertThat(shell.done("service", "case", "done", number, "CONSENT", "--summary", "signed", "--data",
            "insurer=Nordstern").getFirst()).contains(",SEND,");
        assertThat(shell.done("service", "case", "done", number, "SEND").getFirst()).contains(",ready,");
        assertThat(shell.done("service", "case", "deliver", number, "--dry-run").getFirst()).contains(",delivered,");
        assertThat(shell.done("service", "case", "list").getFirst()).contains(",ready,");
        assertThat(shell.done("service", "case", "deliver", number).getFirst()).contains(",delivered,");
        return number;
    }

    private static void boundary(CommandShell shell) {
        List<String> effects = shell.done("service", "template", "boundary", "INSURER", "--mean", "20", "--deviation",
            "5", "--lead-days", "1");
        // the customer does the fourth stage himself: no boundary is behind it
        assertThat(effects).hasSize(4).first().asString().startsWith("0,,false,none,");
        assertThat(effects.get(3)).startsWith("3,REVIEW,true,");
        String moved = shell.done("service", "template", "move", "INSURER", "2", "--from", tomorrow()).getFirst();
        assertThat(moved).startsWith("INSURER,2,draft,").contains(",2,5,");
        assertThat(shell.done("service", "template", "approve", "INSURER").getFirst())
            .startsWith("INSURER,2,approved,");
        assertThat(shell.done("service", "template", "list", "INSURER")).hasSize(2);
        assertThat(shell.done("service", "template", "response")).singleElement().asString()
            .startsWith("INSURER,1,").contains(",3,3,");
    }

    private static String tomorrow() {
        return LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1).toString();
    }

    private void reports(CommandShell shell) {
        List<String> reports = shell.done("report", "list").stream().map(row -> row.substring(0, row.indexOf(',')))
            .filter(id -> id.startsWith("service-")).toList();
        assertThat(reports).contains("service-response", "service-obsolescence");
        for (String report : reports) {
            Path pdf = folder.resolve(report + ".pdf");
            shell.done("report", "run", report, "--output", pdf.toString());
            assertThat(pdf).isNotEmptyFile();
        }
    }

    @Test
    void aTemplateIsWrittenToAFileAndReadAgain() throws IOException {
        CommandShell shell = company();
        template(shell);
        shell.run("service", "template", "show", "INSURER", "--format", "csv");
        String shown = shell.out();
        assertThat(shown.lines()).hasSize(6);
        // what is approved already changes nothing
        shell.done("import", "service-templates", file("same.csv", shown));
        assertThat(shell.done("service", "template", "list")).hasSize(1);
        shell.done("import", "service-templates", file("dearer.csv", shown.replace(",25,", ",30,")));
        assertThat(shell.done("service", "template", "list")).hasSize(2).last().asString()
            .startsWith("INSURER,2,draft,").contains(",30,");
        assertThat(shell.done("service", "template", "discard", "INSURER").getFirst()).startsWith("INSURER,2,");
        assertThat(shell.done("service", "template", "list")).hasSize(1);
    }

    @Test
    void capacityIsBookedAndGivenBack() throws IOException {
        CommandShell shell = company();
        template(shell);
        String day = tomorrow();
        List<String> figure = shell.done("service", "capacity", "show", "INSURER", "--from", day, "--to", day);
        assertThat(figure).singleElement().asString().startsWith(day + "," + day + ",INSURER,1,");
        assertThat(shell.done("service", "book", "slots", "INSURER", "--from", day, "--to", day, "--limit", "3"))
            .hasSize(3);
        String[] make = { "service", "book", "make", "INSURER", "--customer", "P1", "--at", day + "T10:00", "--key",
            "K-1" };
        List<String> rehearsal = new ArrayList<>(List.of(make));
        rehearsal.add("--dry-run");
        shell.done(rehearsal.toArray(String[]::new));
        assertThat(shell.done("service", "book", "list", "--from", day, "--to", day)).isEmpty();
        String booked = shell.done(make).getFirst();
        String number = booked.substring(0, booked.indexOf(','));
        assertThat(booked).contains(",booked,P1,INSURER,1,");
        assertThat(shell.done("service", "book", "list", "--from", day, "--to", day)).hasSize(1);
        assertThat(shell.done("service", "capacity", "show", "INSURER", "--from", day, "--to", day).getFirst())
            .isNotEqualTo(figure.getFirst());
        shell.done("service", "book", "move", number, "--at", day + "T11:00", "--reason", "customer asked");
        assertThat(shell.done("service", "book", "cancel", number, "--reason", "customer called").getFirst())
            .contains(",cancelled,");
        assertThat(shell.done("service", "capacity", "show", "INSURER", "--from", day, "--to", day).getFirst())
            .isEqualTo(figure.getFirst());
        shell.done("service", "capacity", "away", "WEBER", "--from", day, "--until", day, "--why", "ill");
        assertThat(shell.run(make[0], make[1], make[2], make[3], "--customer", "P2", "--at", day + "T10:00", "--key",
            "K-2")).isEqualTo(1);
        shell.done("service", "book", "wait", "INSURER", "--customer", "P2", "--from", day, "--key", "W-1");
        assertThat(shell.done("service", "book", "waiting")).hasSize(1);
        assertThat(shell.done("service", "book", "offers")).hasSize(1);
        shell.done("service", "capacity", "back", "WEBER", "--from", day, "--until", day);
        assertThat(shell.done("service", "capacity", "utilisation", "--from", day, "--to", day)).hasSize(4);
    }

    @Test
    void casesAreDecidedByATable() throws IOException {
        CommandShell shell = company();
        String rules = file("rules.csv", """
            score,member,decision,note
            >= 700,-,approve,good enough
            [500..700),yes,approve,known to us
            [500..700),no,refer,look closer
            < 500,-,decline,too low
            """);
        String samples = file("samples.csv",
            "sample,score,member,decision\nedge,700,no,approve\nknown,500,yes,approve\n");
        shell.done("service", "decide", "draft", "CREDIT", "--input", "score:number", "--input", "member:yes-no",
            "--output", "decision:text:approve|refer|decline", "--rules", rules, "--samples", samples);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.done("service", "decide", "check", "CREDIT")).isEmpty();
        assertThat(shell.done("service", "decide", "approve", "CREDIT")).singleElement().asString()
            .startsWith("CREDIT,1,approved,CREDIT,unique,");
        shell.run("service", "decide", "rules", "CREDIT", "--format", "csv");
        assertThat(shell.out())
            .isEqualToNormalizingNewlines(Files.readString(folder.resolve("rules.csv")).replace(",-,", ",,"));
        shell.done("service", "decide", "make", "CREDIT", "--input", "score=650", "--input", "member=no", "--key",
            "D-1",
            "--dry-run");
        assertThat(shell.done("service", "decide", "log")).isEmpty();
        assertThat(shell.done("service", "decide", "make", "CREDIT", "--input", "score=650", "--input", "member=no",
            "--key", "D-1")).singleElement().asString().startsWith("D-1,CREDIT,1,3,decision refer,");
        assertThat(shell.run("service", "decide", "make", "CREDIT", "--input", "score=650", "--key", "D-2"))
            .isEqualTo(1);
        Path decided = folder.resolve("decided.csv");
        assertThat(shell.done("service", "decide", "file", "CREDIT",
            file("cases.csv", "key,score,member\nF-1,499,no\nF-2,800,yes\n"), "--result", decided.toString()))
            .containsExactly("CREDIT,2,2,0,0");
        assertThat(decided).content().contains("F-1", "decline", "F-2", "approve");
        assertThat(shell.run("service", "decide", "file", "CREDIT",
            file("bad.csv", "key,score,member\nG-1,nonsense,no\nG-2,800,yes\n"))).isEqualTo(1);
        assertThat(shell.done("service", "decide", "log", "CREDIT")).hasSize(3);
        assertThat(shell.done("service", "decide", "by-rule", "CREDIT")).hasSize(4)
            .filteredOn(row -> row.contains(",1,3,")).isNotEmpty();
    }

    @Test
    void scoresAreComputedAheadAndPointsAreAddedUp() throws IOException {
        CommandShell shell = company();
        shell.done("service", "score", "field", "income:number", "kind:text:private|trade");
        shell.done("service", "score", "set", "P1", "--value", "income=2000", "--value", "kind=trade");
        shell.done("service", "score", "set", "P2", "--value", "income=1000");
        shell.done("service", "score", "draft", "RISK", "--name", "Risk", "--formula",
            "300 + income / 10 + (kind == 'trade' ? 50 : 0)", "--validity-days", "30");
        assertThat(shell.run("service", "score", "approve", "RISK", "--version", "9")).isEqualTo(1);
        assertThat(shell.err()).contains("There is no score 'RISK' with a version 9");
        shell.done("service", "score", "approve", "RISK");
        assertThat(shell.run("service", "score", "recompute", "RISK")).as("of one too little is known").isEqualTo(1);
        assertThat(shell.err()).contains("kind is not known of P2");
        shell.done("service", "score", "set", "P2", "--value", "kind=private");
        assertThat(shell.done("service", "score", "recompute", "RISK")).containsExactly("RISK,2,1,1,0,0");
        assertThat(shell.done("service", "score", "supply")).singleElement().asString()
            .startsWith("RISK,Risk,2,2,").endsWith(",2 of 2 scores are fresh");
        assertThat(shell.done("service", "score", "show", "RISK", "P1")).singleElement().asString()
            .startsWith("RISK,1,P1,550,fresh,");
        shell.done("service", "decide", "draft", "POINTS", "--policy", "sum", "--input", "score:number", "--output",
            "points:number", "--rules", file("points.csv", "score,points,note\n-,1.5,\n> 500,2,\n"), "--samples",
            file("known.csv", "sample,score,points\nboth,550,3.5\n"));
        assertThat(shell.run("service", "decide", "approve", "POINTS", "--version", "9")).isEqualTo(1);
        assertThat(shell.err()).contains("There is no decision table 'POINTS' with a version 9");
        shell.done("service", "decide", "approve", "POINTS");
        assertThat(shell.done("service", "decide", "make", "POINTS", "--input", "score=550", "--key", "P-1"))
            .singleElement().asString().startsWith("P-1,POINTS,1,1|2,points 3.5,");
    }

    private static String resource(CommandShell shell, String code) {
        return shell.done("service", "capacity", "resources").stream().filter(row -> row.startsWith(code + ","))
            .findFirst().orElseThrow();
    }

    @Test
    void shiftsOfATimeTakeThePlaceOfOthersInThatTimeOnly() throws IOException {
        CommandShell shell = company();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        shell.done("service", "capacity", "save", "EVA", "--pool", "CLERK");
        shell.done("import", "shifts", file("shifts.csv", "resource,day,from,to,since,until\n"
            + "EVA,mon,06:00,07:00,2020-01-01,2020-12-31\nEVA,mon,08:00,16:00,2021-01-01,\n"));
        assertThat(resource(shell, "EVA")).as("without what has ended").contains(",CLERK,mon=08:00-16:00,");
        shell.done("service", "capacity", "shifts", "EVA", "--shift", "tue=09:00-12:00", "--since",
            today.plusDays(10).toString(), "--until", today.plusDays(20).toString());
        assertThat(resource(shell, "EVA")).contains("mon=08:00-16:00 until " + today.plusDays(9),
            "tue=09:00-12:00 since " + today.plusDays(10) + " until " + today.plusDays(20),
            "mon=08:00-16:00 since " + today.plusDays(21)).doesNotContain("06:00");
        // nothing is there in a week in the middle
        shell.done("service", "capacity", "shifts", "EVA", "--since", today.plusDays(12).toString(), "--until",
            today.plusDays(18).toString());
        assertThat(resource(shell, "EVA")).contains(
            "tue=09:00-12:00 since " + today.plusDays(10) + " until " + today.plusDays(11),
            "tue=09:00-12:00 since " + today.plusDays(19) + " until " + today.plusDays(20));
        shell.done("service", "capacity", "shifts", "EVA", "--shift", "wed=10:00-11:00");
        assertThat(resource(shell, "EVA")).contains("wed=10:00-11:00").doesNotContain("tue=", "since");
    }

    /** Makes two files of one name, which would leave the folder. */
    private static final class Copies implements StageAutomation {

        @Override
        public String kind() {
            return "copies";
        }

        @Override
        public String title() {
            return "Copies";
        }

        @Override
        public List<Choice> choices() {
            return List.of(new Choice("TWICE", "Twice"));
        }

        @Override
        public Outcome<List<Result>> run(String code, List<Unit> units) {
            return Outcome.done(units.stream().map(unit -> new Result("copied", Map.of(),
                List.of(copy("../copy.txt", "one"), copy("../copy.txt", "two"), copy("..", "three")))).toList());
        }

        private static File copy(String name, String content) {
            return new File(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
        }

    }

    @Test
    void allFilesOfACaseAreWrittenIntoItsFolder() throws IOException {
        CommandShell shell = company();
        ServiceRegistration<StageAutomation> copies = FrameworkUtil.getBundle(CommandRun.class).getBundleContext()
            .registerService(StageAutomation.class, new Copies(), null);
        try {
            shell.done("import", "service-templates", file("copies.csv", "template,service,stage,performer,automation\n"
                + "COPIES,INSURER,COPY,automation,copies:TWICE\n"));
            shell.done("service", "template", "approve", "COPIES");
            String opened = shell.done("service", "case", "open", "COPIES", "--customer", "P1", "--key", "C-1")
                .getFirst();
            Path files = folder.resolve("files");
            assertThat(shell.done("service", "case", "files", opened.substring(0, opened.indexOf(',')), "--to",
                files.toString())).extracting(row -> row.split(",")[1]).containsExactly("__copy.txt", "__copy-2.txt",
                    "_");
            assertThat(files.resolve("__copy.txt")).hasContent("one");
            assertThat(files.resolve("__copy-2.txt")).hasContent("two");
            assertThat(files.resolve("_")).hasContent("three");
            assertThat(folder.resolve("copy.txt")).doesNotExist();
        } finally {
            copies.unregister();
        }
    }

    @Test
    void lettersAreMergedFromAFile() throws IOException {
        CommandShell shell = company();
        Path zip = folder.resolve("letters.zip");
        String data = file("data.csv", "who,practice\nBerg,North\nOtieno,South\n");
        String[] merge = { "service", "letters", "merge", "INSURER-LETTER", data, "--by", "who", "--to", zip.toString(),
            "--key", "M-1" };
        List<String> rehearsal = new ArrayList<>(List.of(merge));
        rehearsal.add("--dry-run");
        shell.done(rehearsal.toArray(String[]::new));
        assertThat(zip).doesNotExist();
        assertThat(shell.done(merge)).containsExactly("INSURER-LETTER,2,0,0,true");
        assertThat(shell.done(merge)).containsExactly("INSURER-LETTER,0,2,0,true");
        assertThat(zip).isNotEmptyFile();
        Path one = folder.resolve("one.html");
        shell.done("service", "letters", "make", "INSURER-LETTER", "--data", "practice=West", "--to", one.toString(),
            "--key", "L-1");
        assertThat(one).content().contains("Findings of West.");
        assertThat(shell.run("service", "letters", "make", "INSURER-LETTER", "--to", folder.resolve("none").toString(),
            "--key", "L-2")).isEqualTo(1);
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(shell.done("service", "letters", "log", "INSURER-LETTER")).hasSize(3);
        assertThat(shell.done("service", "letters", "fields", "INSURER-LETTER")).singleElement().asString()
            .startsWith("INSURER-LETTER,1,practice,");
        file("welcome.html", "<p>Dear ${name}</p>");
        shell.done("import", "letter-templates",
            file("templates.csv", "template,file,field,value\nWELCOME,welcome.html,name,Berg\n"));
        assertThat(shell.done("service", "letters", "approve", "WELCOME")).singleElement().asString()
            .startsWith("WELCOME,1,approved,");
    }

    @Test
    void aLetterHasTablesFromFiles() throws IOException {
        CommandShell shell = company();
        String content = file("order.html",
            "<p>${order}</p><ul>[#list lines as line]<li>${line.item}: ${line.Unit_price}</li>[/#list]</ul>");
        String[] draft = { "service", "letters", "draft", "ORDER", content, "--data", "order=SO-1", "--table", "" };
        draft[8] = "lines=" + file("twice.csv", "item,Unit price,Unit_price\nBolt,1,1\n");
        assertThat(shell.run(draft)).isEqualTo(1);
        assertThat(shell.err()).contains("Unit_price");
        draft[8] = "lines=" + file("lines.csv", "item,Unit price\nBolt,0.25\n\"Nut, M8 & co\",3\n");
        shell.done(draft);
        Path page = folder.resolve("order-page.html");
        shell.done("service", "letters", "preview", "ORDER", "--to", page.toString());
        assertThat(page).content().contains("<li>Bolt: 0.25</li><li>Nut, M8 &amp; co: 3</li>");
        shell.done("service", "letters", "approve", "ORDER");
        shell.done("service", "letters", "make", "ORDER", "--data", "order=SO-2", "--table",
            "lines=" + file("one.csv", "item,Unit price\nWasher,7\n"), "--to", page.toString(), "--key", "O-1");
        assertThat(page).content().contains("<p>SO-2</p><ul><li>Washer: 7</li></ul>");
        assertThat(shell.run("service", "letters", "make", "ORDER", "--data", "order=SO-3", "--to", page.toString(),
            "--key", "O-2")).as("without its table").isEqualTo(1);
        assertThat(shell.err()).contains("lines");
    }

    @Test
    void theDemoCompanyHasAWorkshop() {
        CommandShell shell = ServiceShell.on(folder.resolve("demo"));
        shell.done("init", "--company", "Alder & Finch", "--zone", "Europe/Berlin", "--demo");
        assertThat(shell.done("service", "template", "list")).hasSize(3).allMatch(row -> row.contains(",approved,"));
        assertThat(shell.done("service", "prepare", "levels")).hasSize(3)
            .anyMatch(row -> row.startsWith("CLAIM-LETTER,") && row.contains(",47,"))
            .anyMatch(row -> row.startsWith("CREDIT-CHECK,") && row.contains(",3,"))
            .anyMatch(row -> row.startsWith("FIELD-VISIT,") && row.contains(",6,"));
        assertThat(shell.done("service", "case", "list", "--all")).hasSize(8);
        assertThat(shell.done("service", "book", "list", "--to", LocalDate.now().plusDays(14).toString())).hasSize(2)
            .allMatch(row -> row.endsWith(",SP-000002"));
        assertThat(shell.done("service", "capacity", "resources")).hasSize(7);
        assertThat(shell.done("service", "decide", "log", "WARRANTY")).hasSize(4);
        assertThat(shell.done("service", "score", "supply")).hasSize(2)
            .anyMatch(row -> row.startsWith("CREDIT-SCORE,") && row.contains(",16,16,"))
            .anyMatch(row -> row.endsWith(",14 of 16 scores are fresh"));
        assertThat(shell.done("service", "decide", "log", "CREDIT-CHECK")).hasSize(1);
        assertThat(shell.done("service", "template", "starters")).filteredOn(row -> row.contains(": missing"))
            .hasSize(3);
        assertThat(shell.done("service", "template", "response")).anyMatch(row -> row.startsWith("CLAIM-LETTER,1,")
            && row.contains(",0,1,420"));
        assertThat(shell.run("verify")).as(shell::out).isZero();
    }

}
