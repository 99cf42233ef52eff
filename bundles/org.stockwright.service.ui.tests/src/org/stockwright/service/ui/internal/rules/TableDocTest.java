package org.stockwright.service.ui.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Items;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Template;
import org.stockwright.service.ui.internal.Calls;
import org.stockwright.service.ui.internal.rules.TableDoc.Content;
import org.stockwright.service.ui.internal.rules.TableDoc.Head;
import org.stockwright.service.ui.internal.rules.TableDoc.Part;
import org.stockwright.service.ui.internal.rules.TableDoc.Read;

import static org.assertj.core.api.Assertions.assertThat;

/** A decision table while it is edited, with a service that keeps one version. */
class TableDocTest {

    private final AtomicReference<Optional<DecisionTable>> kept = new AtomicReference<>(
        Optional.of(new DecisionTable("T", 1, "Table", Template.State.DRAFT, HitPolicy.UNIQUE, LocalDate.of(2026, 1, 5),
            Optional.empty(), List.of(new Input("amount", Type.NUMBER, List.of())),
            List.of(new Output("decision", Type.TEXT, List.of())),
            List.of(new Rule(List.of("-"), List.of("ask"), "")), List.of())));
    private Runnable whileSaving = () -> {
        // nobody types
    };
    private final TableDoc doc = new TableDoc("T/1", Calls.of(DecisionTables.class, Map.of(
        "get", arguments -> kept.get(),
        "save", arguments -> save((DecisionTable) arguments[0]))), Calls.of(Items.class, Map.of()));

    private Outcome<DecisionTable> save(DecisionTable draft) {
        whileSaving.run();
        kept.set(Optional.of(draft));
        return Outcome.done(draft);
    }

    private void name(String name) {
        Content now = doc.typed();
        Head head = now.head();
        doc.type(new Content(new Head(head.code(), name, head.policy(), head.from(), head.until()), now.rows()));
    }

    @Test
    void whatIsTypedWhileTheTableIsBeingSavedStaysAndIsNotSavedYet() {
        assertThat(doc.take(doc.load())).isTrue();
        int shown = doc.generation();
        name("Limits");
        whileSaving = () -> name("Limits of tests");
        doc.save(Part.RULES, doc.typed().of(Part.RULES)).value();
        assertThat(doc.typed().head().name()).isEqualTo("Limits of tests");
        assertThat(doc.stored().head().name()).isEqualTo("Limits");
        assertThat(doc.generation()).as("what is shown stays").isEqualTo(shown);
        whileSaving = () -> {
            // nobody types
        };
        doc.save(Part.RULES, doc.typed().of(Part.RULES)).value();
        assertThat(kept.get().orElseThrow().name()).isEqualTo("Limits of tests");
        assertThat(doc.typed()).isEqualTo(doc.stored());
    }

    @Test
    void whatWasReadBeforeSomethingWasSavedIsNotShownAfterwards() {
        doc.take(doc.load());
        Read early = doc.load();
        name("Limits");
        doc.save(Part.RULES, doc.typed().of(Part.RULES)).value();
        assertThat(doc.take(early)).isFalse();
        assertThat(doc.typed().head().name()).isEqualTo("Limits");
        kept.set(Optional.empty());
        assertThat(doc.load().isGone()).isTrue();
        assertThat(doc.typed().head().name()).as("reading alone changes nothing").isEqualTo("Limits");
    }

}
