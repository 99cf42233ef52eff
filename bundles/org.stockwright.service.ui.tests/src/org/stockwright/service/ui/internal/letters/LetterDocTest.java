package org.stockwright.service.ui.internal.letters;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Items;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.LetterTemplates.Sketch;
import org.stockwright.service.Template;
import org.stockwright.service.ui.internal.Calls;
import org.stockwright.service.ui.internal.letters.LetterDoc.Bytes;
import org.stockwright.service.ui.internal.letters.LetterDoc.Head;
import org.stockwright.service.ui.internal.letters.LetterDoc.Read;
import org.stockwright.ui.master.MasterRow;

import static org.assertj.core.api.Assertions.assertThat;

/** A letter while it is edited, with a service that keeps one version. */
class LetterDocTest {

    private static final LetterField NAME = new LetterField("name", false, Set.of(), true);
    private static final LetterField TOWN = new LetterField("town", false, Set.of(), true);

    private final AtomicReference<Optional<LetterTemplate>> kept = new AtomicReference<>(
        Optional.of(version("Letter")));
    private byte[] content = "Dear ${name}".getBytes();
    private Runnable whileSaving = () -> {
        // nobody types
    };
    private final LetterTemplates templates = Calls.of(LetterTemplates.class, Map.of(
        "versions", arguments -> kept.get().stream().toList(),
        "content", arguments -> Outcome.done(content),
        "sketch", arguments -> new Sketch(List.of(NAME), Optional.empty(), List.of()),
        "save", arguments -> save((LetterTemplate) arguments[0], (byte[]) arguments[1])));
    private final LetterDoc doc = new LetterDoc("L/1", templates, Calls.of(Items.class, Map.of()));

    private static LetterTemplate version(String name) {
        return new LetterTemplate("L", 1, name, Template.State.DRAFT, LetterFormat.HTML, LocalDate.of(2026, 1, 5),
            Optional.empty(), Optional.empty(), LetterData.of(Map.of("name", "Ada")), List.of(NAME), "");
    }

    private Outcome<LetterTemplate> save(LetterTemplate draft, byte[] text) {
        whileSaving.run();
        content = text;
        kept.set(Optional.of(new LetterTemplate("L", 1, draft.name(), Template.State.DRAFT, draft.format(),
            draft.from(), draft.until(), draft.stored(), draft.sample(), List.of(NAME), "")));
        return Outcome.done(kept.get().orElseThrow());
    }

    private void type(String text) {
        Head now = doc.typed();
        doc.type(new Head(now.code(), now.name(), now.from(), now.until(), now.format(), Bytes.of(text)));
    }

    @Test
    void whatIsTypedWhileTheLetterIsBeingSavedStaysAndIsNotSavedYet() {
        assertThat(doc.take(doc.load())).isTrue();
        type("Dear ${name}, hello");
        whileSaving = () -> type("Dear ${name}, hello again");
        doc.store("", doc.read("")).value();
        assertThat(doc.typed().content().text()).isEqualTo("Dear ${name}, hello again");
        assertThat(doc.stored().content().text()).isEqualTo("Dear ${name}, hello");
        assertThat(doc.isChanged()).isTrue();
        whileSaving = () -> {
            // nobody types
        };
        doc.store("", doc.read("")).value();
        assertThat(doc.isChanged()).isFalse();
        assertThat(new String(content)).isEqualTo("Dear ${name}, hello again");
    }

    @Test
    void whatWasReadBeforeSomethingWasSavedIsNotShownAfterwards() {
        doc.take(doc.load());
        Read early = doc.load();
        type("Dear ${name}, hello");
        doc.store("", doc.read("")).value();
        assertThat(doc.take(early)).isFalse();
        assertThat(doc.typed().content().text()).isEqualTo("Dear ${name}, hello");
        assertThat(doc.take(doc.load())).isTrue();
    }

    @Test
    void readingAloneChangesNothingOfWhatIsTyped() {
        doc.take(doc.load());
        type("Dear ${name}, hello");
        doc.load();
        assertThat(doc.typed().content().text()).isEqualTo("Dear ${name}, hello");
    }

    @Test
    void theSampleOfAFieldThatIsAskedForAgainComesAgain() {
        doc.take(doc.load());
        List<MasterRow> without = doc.begin(doc.rows(List.of(TOWN), doc.read("")));
        assertThat(LetterDoc.texts(without)).containsOnlyKeys("town");
        List<MasterRow> again = doc.begin(doc.rows(List.of(NAME, TOWN), without));
        assertThat(LetterDoc.texts(again)).containsEntry("name", "Ada");
        assertThat(doc.isChanged()).isFalse();
    }

    @Test
    void aSampleThatDiffersFromTheStoredOneIsUnsavedAlsoWhenTheFieldsWereFoundAnew() {
        doc.take(doc.load());
        doc.begin(
            doc.rows(List.of(NAME, TOWN), doc.read("").stream().map(row -> row.with("sample", "Grace")).toList()));
        assertThat(doc.isChanged()).isTrue();
        doc.discard();
        assertThat(doc.isChanged()).isFalse();
        assertThat(LetterDoc.texts(doc.read(""))).containsEntry("name", "Ada");
    }

    @Test
    void aPageOfAProgramForWindowsKeepsItsLetters(@TempDir Path folder) throws IOException {
        for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_8)) {
            Path page = Files.write(folder.resolve("page.html"), "Grüße, 3 €".getBytes(charset));
            LetterDoc fresh = new LetterDoc(LetterDoc.NEW + page, templates, Calls.of(Items.class, Map.of()));
            fresh.take(fresh.load());
            assertThat(fresh.typed().content().text()).as(charset.name()).isEqualTo("Grüße, 3 €");
        }
    }

    @Test
    void aVersionThatSomebodyThrewAwayIsGone() {
        Read before = doc.load();
        assertThat(before.isGone()).isFalse();
        kept.set(Optional.empty());
        assertThat(doc.load().isGone()).isTrue();
    }

}
