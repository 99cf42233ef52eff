package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.stockwright.base.Outcome;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Letters.Made;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Output;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** A book of its own for each test of letters. */
abstract class LettersWorld {

    static final String PASSWORD = "long enough, I hope";
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    static final LetterData SAMPLE = LetterData.of(Map.of("name", "Ada", "city", "Porto"));
    static final byte[] TEXT = bytes("<p>Dear <b>${name}</b> of ${city!\"nowhere\"},</p><p>all is well.</p>");

    @TempDir
    Path folder;

    World world;
    Warehouse warehouse;

    @BeforeEach
    void open() {
        world = World.open(folder.resolve("book"));
        warehouse = new Warehouse(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    LetterTemplates templates() {
        return world.service(LetterTemplates.class);
    }

    Letters letters() {
        return world.service(Letters.class);
    }

    static LetterTemplate draft(String code) {
        return LetterTemplate.draft(code, "Welcome", LetterFormat.HTML, LocalDate.of(2026, 1, 1), SAMPLE);
    }

    LetterTemplate approved(LetterTemplate draft, byte[] content) {
        LetterTemplate saved = templates().save(draft, content).value();
        return templates().approve(saved.code(), saved.version()).value();
    }

    Outcome<Made> make(String key, String name) {
        return letters().make(new Letters.Request(key, "WELCOME", DAY, LetterData.of(Map.of("name", name)),
            Optional.of("SV-1"), Output.AS_WRITTEN));
    }

    static List<LetterRecord> records(int count) {
        return IntStream.rangeClosed(1, count)
            .mapToObj(i -> new LetterRecord("r" + i, LetterData.of(Map.of("name", "Client " + i)), i + 1)).toList();
    }

    Merge merge(String key, String target) {
        return new Merge(key, "WELCOME", DAY, Output.AS_WRITTEN, folder.resolve(target));
    }

    long recorded() {
        return letters().list("", "", "", 10_000).size();
    }

    void paper(int sheets) {
        warehouse.items("PAPER");
        warehouse.bins("A1");
        warehouse.ledger().post(warehouse.request("PO", warehouse.line("SUPPLIER", "A1", "PAPER", sheets))).value();
        approved(draft("WELCOME")
            .using(new LetterTemplate.Stored(warehouse.itemOf("PAPER"), warehouse.place("A1").id())), TEXT);
    }

    void approved(LetterTemplate draft, byte[] content, LetterData sample) {
        approved(LetterTemplate.draft(draft.code(), draft.name(), draft.format(), draft.from(), sample), content);
    }

    /** Two people of one role; root is signed in. */
    void people(String... permissions) {
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        RoleId role = world.service(Roles.class).save(RoleDraft.of("Desk", "", Set.of(permissions), Set.of())).value()
            .id();
        users.add("anna", "", PASSWORD.toCharArray(), Set.of(role)).value();
        users.add("ben", "", PASSWORD.toCharArray(), Set.of(role)).value();
    }

    void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    static List<String> pages(byte[] pdf) throws Exception {
        List<String> pages = new ArrayList<>();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " ").strip());
            }
        }
        return pages;
    }

}
