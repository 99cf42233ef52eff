package org.stockwright.service.internal.starters;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Scores;
import org.stockwright.service.StarterParts;
import org.stockwright.service.StarterParts.Part;
import org.stockwright.service.StarterParts.Standing;
import org.stockwright.service.Templates;
import org.stockwright.service.Templates.Starter;
import org.stockwright.service.internal.rules.RulesWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** A ready template comes with the letters, tables and scores that its stages name. */
class StarterPartsTest extends RulesWorld {

    private StarterParts parts() {
        return world.service(StarterParts.class);
    }

    private List<Starter> starters() {
        return world.service(Templates.class).starters();
    }

    private void approve(Part part) {
        switch (part.kind()) {
            case "letter" -> world.service(LetterTemplates.class).approve(part.code(), 1).value();
            case "decision" -> tables().approve(part.code(), 1).value();
            default -> world.service(Scores.class).approve(part.code(), 1).value();
        }
    }

    @Test
    void whatTheStagesNameIsDraftedAndCanBeApprovedAsItIs() {
        for (Starter starter : starters()) {
            List<String> named = starter.template().stages().stream().flatMap(stage -> stage.automation().stream())
                .map(one -> one.kind() + " " + one.code()).distinct().toList();
            List<Part> before = parts().of(starter.id());
            assertThat(before).as(starter.id()).extracting(one -> one.kind() + " " + one.code())
                .containsExactlyElementsOf(named);
            assertThat(before).isNotEmpty().allMatch(one -> one.standing() == Standing.MISSING);
            assertThat(parts().draft(starter.id()).value()).extracting(Part::code)
                .containsExactlyElementsOf(before.stream().map(Part::code).toList());
            assertThat(parts().of(starter.id())).allMatch(one -> one.standing() == Standing.DRAFT);
            before.forEach(this::approve);
            assertThat(parts().of(starter.id())).allMatch(one -> one.standing() == Standing.READY);
            assertThat(parts().draft(starter.id()).value()).as("what there is stays").isEmpty();
        }
    }

    @Test
    void onlyWhatIsMissingIsDrafted() {
        tables().save(credit(TODAY, "500")).value();
        parts().draft("credit-check").value();
        assertThat(tables().versions("CREDIT")).hasSize(1);
        tables().discard("CREDIT-LIMIT", 1).value();
        assertThat(parts().draft("credit-check").value()).extracting(Part::code).containsExactly("CREDIT-LIMIT");
        assertThat(tables().versions("CREDIT-CHECK")).hasSize(1);
    }

    @Test
    void anUnknownReadyTemplateIsRefused() {
        assertThat(parts().of("nonsense")).isEmpty();
        assertThat(parts().draft("nonsense").refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code().name()).isEqualTo("UNKNOWN_STARTER");
            assertThat(refusal.hint()).contains("credit-check");
        });
    }

    /** Letters that are drafted before anybody comes leave open what nobody knows yet. */
    @Test
    void lettersThatAreWrittenAheadNeedNothing() {
        for (Starter starter : starters()) {
            parts().draft(starter.id()).value();
            starter.template().stages().subList(0, starter.template().boundary()).stream()
                .flatMap(stage -> stage.automation().stream()).filter(one -> one.kind().equals("letter"))
                .forEach(one -> {
                    world.service(LetterTemplates.class).approve(one.code(), 1).value();
                    assertThat(world.service(Letters.class).make(new Letters.Request("k-" + one.code(), one.code(),
                        TODAY, LetterData.of(Map.of()), Optional.empty(), Letters.Output.AS_WRITTEN)).value()
                        .content()).asString().contains("____");
                });
        }
    }

}
