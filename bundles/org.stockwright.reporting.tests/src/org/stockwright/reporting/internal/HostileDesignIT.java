package org.stockwright.reporting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.birt.core.exception.BirtException;
import org.eclipse.birt.report.engine.api.IRunAndRenderTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportHeading;

import static org.assertj.core.api.Assertions.assertThat;

/** What designs of other people may try: the check refuses it, and the guard stops it where the check is left out. */
class HostileDesignIT {

    private static final BirtEngine ENGINE = new BirtEngine();
    private static final Path CANARY = Path.of(System.getProperty("java.io.tmpdir"), "stockwright-canary");

    @TempDir
    Path folder;

    private static String good() throws IOException {
        try (InputStream in = TestReport.listDesign().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String withExpression(String expression) throws IOException {
        return good().replace("dataSetRow[\"name\"]",
            expression.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String withBody(String element) throws IOException {
        return good().replace("<body>", "<body>" + element);
    }

    private record Hostile(String name, String design) {

        @Override
        public String toString() {
            return name;
        }

    }

    static Stream<Hostile> designs() throws IOException {
        Map<String, String> designs = new LinkedHashMap<>();
        int number = 0;
        for (String script : scripts()) {
            designs.put("script " + ++number + ": " + script, withExpression(script));
        }
        designs.put("event handler class", good().replace("<body>",
            "<property name=\"eventHandlerClass\">org.example.Evil</property><body>"));
        designs.put("initialize script", good().replace("<data-sources>",
            "<method name=\"initialize\"><![CDATA[java.lang.System.exit(1)]]></method><data-sources>"));
        designs.put("fetch script of its own", good().replace("<property name=\"dataSource\">rows</property>",
            "<property name=\"dataSource\">rows</property><method name=\"fetch\"><![CDATA[while(true){}]]></method>"));
        designs.put("JDBC data source", good().replace("<data-sources>",
            "<data-sources><oda-data-source extensionID=\"org.eclipse.birt.report.data.oda.jdbc\" name=\"db\" "
                + "id=\"901\"><property name=\"odaURL\">jdbc:derby:memory:x;create=true</property>"
                + "</oda-data-source>"));
        designs.put("SQL data set", good().replace("<data-sets>",
            "<data-sets><oda-data-set extensionID=\"org.eclipse.birt.report.data.oda.jdbc.JdbcSelectDataSet\" "
                + "name=\"sql\" id=\"902\"/>"));
        designs.put("image from the network", withBody("<image id=\"903\"><property name=\"source\">url</property>"
            + "<expression name=\"uri\" type=\"constant\">http://127.0.0.1:9/x.png</expression></image>"));
        designs.put("image from a file", withBody("<image id=\"904\"><property name=\"source\">file</property>"
            + "<expression name=\"uri\" type=\"constant\">file:/etc/passwd</expression></image>"));
        designs.put("image of a source that is not said", withBody("<image id=\"906\">"
            + "<expression name=\"uri\" type=\"constant\">file:/etc/passwd</expression></image>"));
        designs.put("background image", good().replace("<header>",
            "<property name=\"backgroundImage\">http://127.0.0.1:9/x.png</property><header>"));
        designs.put("HTML text", withBody("<text id=\"905\"><property name=\"contentType\">html</property>"
            + "<text-property name=\"content\"><![CDATA[<script>alert(1)</script>]]></text-property></text>"));
        designs.put("HTML of a cell", withBody("<text-data id=\"910\"><expression name=\"valueExpr\" "
            + "type=\"javascript\">\"&lt;img src='http://127.0.0.1:9/x.png'>\"</expression>"
            + "<property name=\"contentType\">html</property></text-data>"));
        designs.put("script file", good().replace("<data-sources>",
            "<list-property name=\"includeScripts\"><property>file:/tmp/x.js</property></list-property>"
                + "<data-sources>"));
        designs.put("jar of classes", good().replace("<data-sources>", "<list-property name=\"scriptLibs\">"
            + "<structure><property name=\"name\">x.jar</property></structure></list-property><data-sources>"));
        designs.put("another library", good().replace("stockwright.rptlibrary", "http://127.0.0.1:9/x.rptlibrary"));
        designs.put("style sheet", good().replace("<data-sources>", "<list-property name=\"cssStyleSheets\">"
            + "<structure><property name=\"fileName\">file:/tmp/x.css</property></structure></list-property>"
            + "<data-sources>"));
        designs.put("entity", good().replace("<report ",
            "<!DOCTYPE report [<!ENTITY x SYSTEM \"file:/etc/passwd\">]><report ").replace(">List<", ">&x;<"));
        designs.put("link", withBody("<label id=\"906\"><structure name=\"action\">"
            + "<expression name=\"uri\" type=\"constant\">javascript:alert(1)</expression></structure>"
            + "<text-property name=\"text\">x</text-property></label>"));
        designs.put("chart with a script", withBody("<extended-item extensionName=\"Chart\" name=\"c\" id=\"907\">"
            + "<xml-property name=\"xmlRepresentation\"><![CDATA[<c><Script>function beforeRendering(){}</Script>"
            + "</c>]]></xml-property></extended-item>"));
        designs.put("chart with an expression", withBody(
            "<extended-item extensionName=\"Chart\" name=\"c\" id=\"908\"><xml-property name=\"xmlRepresentation\">"
                + "<![CDATA[<c><Definition>java.lang.System.exit(1)</Definition></c>]]></xml-property>"
                + "</extended-item>"));
        designs.put("cross table", withBody("<extended-item extensionName=\"Crosstab\" name=\"x\" id=\"909\"/>"));
        designs.put("older version", good().replace("version=\"3.2.23\"", "version=\"3.2.1\""));
        return designs.entrySet().stream().map(entry -> new Hostile(entry.getKey(), entry.getValue()));
    }

    private static List<String> scripts() {
        String canary = "'" + CANARY + "'";
        return List.of("java.lang.Runtime.getRuntime().exec(['touch', " + canary + "])",
            "new java.io.FileWriter(" + canary + ").close()",
            "Packages.java.nio.file.Files.writeString(Packages.java.nio.file.Path.of(" + canary + "), 'x')",
            "row.getClass().forName('java.lang.Runtime')",
            "''.constructor.constructor('return java.lang.System.getProperty(\"user.home\")')()",
            "new java.net.URL('http://127.0.0.1:9/').openStream()",
            "reportContext.getReportRunnable().getDesignHandle().saveAs(" + canary + ")",
            "reportContext.getDesignHandle().saveAs(" + canary + ")",
            "importPackage(java.io); new FileWriter(" + canary + ").close()",
            "new JavaAdapter(java.lang.Thread, {run: function() { }}).start()",
            "_jsContext.getClass().getClassLoader().loadClass('java.lang.Runtime')",
            "(function() { while (true) { } })()",
            "(function f() { try { while (true) { } } finally { f(); } })()",
            "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
            "eval('java.lang.System.getenv()')");
    }

    @ParameterizedTest
    @MethodSource("designs")
    void aHostileDesignIsRefusedBeforeItIsOpened(Hostile hostile) throws Exception {
        Path output = folder.resolve("a.pdf");
        try (PartnerBundle partner = new PartnerBundle("hostile", hostile.design());
            TestReport report = partner.report("hostile")) {
            Outcome<Path> outcome = TestReport.reports().render("hostile", Map.of(), output, Progress.NONE);
            assertThat(outcome.refusals()).singleElement().satisfies(
                refusal -> assertThat(refusal.code()).isEqualTo(ReportRefusal.DESIGN_NOT_TRUSTED));
        }
        assertThat(output).doesNotExist();
        assertThat(CANARY).doesNotExist();
    }

    @Test
    void aPartnersHarmlessDesignRuns() throws Exception {
        try (PartnerBundle partner = new PartnerBundle("harmless", good());
            TestReport report = partner.report("harmless")) {
            Path output = folder.resolve("a.pdf");
            TestReport.reports().render("harmless", Map.of(), output, Progress.NONE).value();
            assertThat(ReportFormatsIT.pdfText(output)).contains("ITEM-2");
        }
    }

    @Test
    void aDesignOutsideOfTheContributingBundleIsRefused() throws Exception {
        Path file = folder.resolve("design.rptdesign");
        Files.writeString(file, good());
        for (URL url : new URL[] { file.toUri().toURL(), new URL("http://127.0.0.1:9/x.rptdesign"), null }) {
            try (TestReport report = new TestReport("elsewhere", TestReport.host(), url, List::of)) {
                assertThat(TestReport.reports()
                    .render("elsewhere", Map.of(), folder.resolve("a.pdf"), Progress.NONE).refusals()).singleElement()
                    .satisfies(
                        refusal -> assertThat(refusal.code()).isEqualTo(ReportRefusal.DESIGN_NOT_TRUSTED));
            }
        }
    }

    /** The second line of defence: BIRT opens the design unchecked, and the guard alone is left. */
    @ParameterizedTest
    @MethodSource("guardedScripts")
    void theGuardStopsAScriptThatTheCheckDidNotSee(String script) throws Exception {
        Instant start = Instant.now();
        assertThat(failsUnchecked(script)).as("the script failed").isTrue();
        assertThat(CANARY).doesNotExist();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void theSameDesignWithAHarmlessScriptRunsUnderTheGuard() throws Exception {
        assertThat(failsUnchecked("'' + (1 + 2)")).isFalse();
        assertThat(Files.readString(folder.resolve("a.html"))).contains(">3<");
    }

    private boolean failsUnchecked(String script) throws Exception {
        String design = withBody("<data id=\"999\"><list-property name=\"boundDataColumns\"><structure>"
            + "<property name=\"name\">evil</property><expression name=\"expression\" type=\"javascript\">"
            + script.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            + "</expression><property name=\"dataType\">string</property></structure></list-property>"
            + "<property name=\"resultSetColumn\">evil</property></data>")
            .replaceAll("(?s)<table .*</table>", "");
        IRunAndRenderTask task = ENGINE.engine()
            .createRunAndRenderTask(ENGINE.open(design.getBytes(StandardCharsets.UTF_8), TestReport.listDesign()));
        task.setRenderOption(Rendering.option(Format.HTML, folder.resolve("a.html")));
        task.setLocale(Locale.ENGLISH);
        task.setAppContext(new HashMap<>(Map.of("heading", new HeadingValues("Unchecked",
            new ReportHeading("", ZoneOffset.UTC, ""), Instant.EPOCH))));
        AtomicBoolean stopped = new AtomicBoolean();
        try {
            task.run();
        } catch (BirtException | ScriptGuard.Stopped e) {
            stopped.set(true);
        } finally {
            stopped.compareAndSet(false, !task.getErrors().isEmpty());
            task.close();
        }
        return stopped.get();
    }

    static Stream<String> guardedScripts() {
        return scripts().stream();
    }

}
