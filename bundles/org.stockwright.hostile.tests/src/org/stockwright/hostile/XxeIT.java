package org.stockwright.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;

import static org.assertj.core.api.Assertions.assertThat;

/** No part of a workbook makes the program read a file or call a computer; what tries is refused within a second. */
class XxeIT extends HostileBook {

    private static final String SECRET = "CANARY-7f3a";

    @Test
    void noPartOfAWorkbookReadsOrCalls() throws IOException, InterruptedException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread accepting = Thread.ofPlatform().daemon().start(() -> accept(listener, calls));
            String url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            int tried = 0;
            for (String doctype : doctypes(canary.toUri().toString(), url)) {
                for (String part : Workbooks.sound().keySet()) {
                    Map<String, String> parts = Workbooks.sound();
                    parts.computeIfPresent(part, (name, text) -> text.replace("?>", "?>" + doctype)
                        .replaceFirst("<t>[^<]*</t>", "<t>&x;</t>"));
                    tried++;
                    harmless(doctype + " in " + part, part, Workbooks.write(folder.resolve("xxe.xlsx"), parts));
                }
            }
            for (String inside : List.of("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                + canary.toUri() + "\" parse=\"text\"/>", "<?xml-stylesheet href=\"" + url + "\"?>",
                "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"u " + url + "\"/>")) {
                Map<String, String> parts = Workbooks.sound();
                parts.computeIfPresent(Workbooks.SHEET, (name, text) -> text.replace("<sheetData>",
                    inside + "<sheetData>"));
                tried++;
                harmless(inside, "", Workbooks.write(folder.resolve("xxe.xlsx"), parts));
            }
            Thread.sleep(Duration.ofMillis(300));
            System.out.println("XxeIT: " + tried + " workbooks, " + calls + " connections");
            assertThat(calls).hasValue(0);
            listener.close();
            accepting.join();
        }
    }

    private static void accept(ServerSocket listener, AtomicInteger calls) {
        while (!listener.isClosed()) {
            try {
                listener.accept().close();
                calls.incrementAndGet();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> doctypes(String file, String url) {
        String lol = "<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
            + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY x \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">";
        return List.of("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + file + "\">]>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + url + "\">]>", "<!DOCTYPE a SYSTEM \"" + url + "\">",
            "<!DOCTYPE a PUBLIC \"-//x\" \"" + url + "\">", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + url + "\">%p;]>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"jar:" + url + "!/a\">]>", "<!DOCTYPE a [" + lol + "]>",
            "<!DOCTYPE a [<!ENTITY x \"" + "y".repeat(50_000) + "\">]>");
    }

    private void harmless(String what, String part, Path file) throws IOException {
        Imports imports = world.service(Imports.class);
        long start = System.nanoTime();
        Outcome<SourceTable> table = imports.read(file, Progress.NONE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(Duration.ofSeconds(10));
        // the list of content types is not needed to find the sheet, and is not read at all
        if (!part.isEmpty() && !part.equals("[Content_Types].xml")) {
            assertThat(table.isDone()).as(what).isFalse();
        }
        String text = table.isDone() ? table.value().rows().stream().map(java.util.Arrays::toString).toList().toString()
            : table.refusals().toString();
        assertThat(text).as(what).doesNotContain(SECRET);
    }

}
