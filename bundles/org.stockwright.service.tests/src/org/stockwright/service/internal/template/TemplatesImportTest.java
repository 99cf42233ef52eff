package org.stockwright.service.internal.template;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.service.Performer;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Template.State;
import org.stockwright.testkit.ImportFile;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatesImportTest extends TemplateWorld {

    private static final String HEADER = "template,name,service,stored,queue,valid_from,valid_until,boundary,minimum,target,"
        + "under_cost,over_cost,stage,stage_name,performer,automation,minutes,cost,validity_days,gate,due_minutes,"
        + "materials,needs";
    private static final String FIRST = "LETTER,Letter to an insurer,LETTER,LETTER-DRAFT,Q1,2026-02-01,,2,5,20,25,,COLLECT,"
        + "Collect findings,staff,,6,4,30,The findings are there,,,CLERK=6";
    private static final String SECOND = "LETTER,,LETTER,,,,,,,,,,WRITE,,,letter:INSURER-LETTER,0.5,0.05,14,,,,";
    private static final String THIRD = "LETTER,,LETTER,,,,,,,,,,NAME,,client,,3,,,,,,";
    private static final String FOURTH = "LETTER,,LETTER,,,,,,,,,,SIGN,Sign and send,STAFF,,2,1.5,,,60,"
        + "PAPER=2|OTHER=1,CLERK=2|PHYSICIAN=1.5";

    private static ImportResult run(ImportMode mode, String... lines) {
        return ImportFile.run("service-templates", mode, HEADER, lines);
    }

    @Test
    void theRowsOfATemplateAreItsStages() {
        ImportResult dry = run(ImportMode.DRY_RUN, FIRST, SECOND, THIRD, FOURTH);
        assertThat(dry.refusals()).isEmpty();
        assertThat(dry.stored()).isEqualTo(4);
        assertThat(templates().list()).isEmpty();
        assertThat(run(ImportMode.ALL_OR_NOTHING, FIRST, SECOND, THIRD, FOURTH).stored()).isEqualTo(4);
        Template made = templates().versions("LETTER").getFirst();
        assertThat(made.state()).isEqualTo(State.DRAFT);
        assertThat(made.name()).isEqualTo("Letter to an insurer");
        assertThat(made.stored()).contains(stored);
        assertThat(made.queue()).contains(queue);
        assertThat(made.from()).isEqualTo("2026-02-01");
        assertThat(made.boundary()).isEqualTo(2);
        assertThat(made.replenishment()).isEqualTo(new Template.Replenishment(number("5"), number("20")));
        assertThat(made.mismatch()).isEqualTo(new Template.Mismatch(number("25"), Optional.empty()));
        assertThat(made.stages()).hasSize(4);
        assertThat(made.stages().get(0)).isEqualTo(new Stage("COLLECT", "Collect findings", Performer.STAFF,
            Optional.empty(), number("6"), number("4"), Optional.of(30), "The findings are there", Optional.empty(),
            List.of(), List.of(new Stage.Need("CLERK", number("6")))));
        assertThat(made.stages().get(1).performer()).as("by what does it").isEqualTo(Performer.AUTOMATION);
        assertThat(made.stages().get(1).name()).isEqualTo("WRITE");
        assertThat(made.stages().get(3).materials()).containsExactlyInAnyOrder(
            new Stage.Material(warehouse.itemOf("PAPER"), number("2")),
            new Stage.Material(warehouse.itemOf("OTHER"), number("1")));
        assertThat(made.stages().get(3).needs()).containsExactly(new Stage.Need("CLERK", number("2")),
            new Stage.Need("PHYSICIAN", number("1.5")));
        assertThat(templates().approve("LETTER", 1).isDone()).isTrue();
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherMakesADraft() {
        run(ImportMode.ALL_OR_NOTHING, FIRST, SECOND, THIRD, FOURTH);
        ImportResult again = run(ImportMode.ALL_OR_NOTHING, FIRST, SECOND, THIRD, FOURTH);
        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(again.stored()).isZero();
        assertThat(
            run(ImportMode.ALL_OR_NOTHING, FIRST.replace(",2,5,20,", ",1,5,20,"), SECOND, THIRD, FOURTH).stored())
            .isEqualTo(4);
        assertThat(templates().versions("LETTER")).as("the draft was changed").singleElement()
            .extracting(Template::boundary).isEqualTo(1);
        templates().approve("LETTER", 1).value();
        assertThat(run(ImportMode.ALL_OR_NOTHING, FIRST.replace(",2,5,20,", ",1,5,20,"), SECOND, THIRD, FOURTH)
            .unchanged()).as("it is what is approved").isEqualTo(4);
        String undated = FIRST.replace("2026-02-01", "");
        assertThat(run(ImportMode.ALL_OR_NOTHING, undated.replace(",2,5,20,", ",1,5,20,"), SECOND, THIRD, FOURTH)
            .unchanged()).as("whenever it begins").isEqualTo(4);
        run(ImportMode.ALL_OR_NOTHING, undated, SECOND, THIRD, FOURTH);
        assertThat(templates().versions("LETTER")).extracting(Template::state).containsExactly(State.APPROVED,
            State.DRAFT);
        assertThat(templates().versions("LETTER").get(1).from()).as("today").isEqualTo(TODAY);
    }

    @Test
    void eachCellThatIsWrongIsNamed() {
        ImportResult result = run(ImportMode.ALL_OR_NOTHING,
            "LETTER,,NOTHING,LETTER-DRAFT,NOWHERE,soon,,many,x,,,,A,,robot,letter,1.2.3,,1.5,,,PAPER,CLERK=x",
            "LETTER,,LETTER,,,,,,,,,,B,,,,,,,,,,", "bad code,,OTHER,,,,,1,,,,,b,,staff,,-1,,0,,,,clerk=1",
            "GOOD,,OTHER,,,,,,,,,,A,,,,,,,,,,");
        assertThat(ImportFile.told(result)).containsExactlyInAnyOrder("2 service UNKNOWN_ITEM",
            "2 queue UNKNOWN_LOCATION", "2 valid_from NOT_AN_INSTANT", "2 boundary NOT_A_NUMBER",
            "2 minimum NOT_A_NUMBER", "2 performer UNKNOWN_VALUE", "2 automation BAD_AUTOMATION",
            "2 minutes NOT_A_NUMBER", "2 validity_days UNKNOWN_VALUE", "2 materials UNKNOWN_VALUE",
            "2 needs NOT_A_NUMBER", "3 service UNKNOWN_VALUE", "4 template BAD_CODE", "4 stored NO_STORED_ITEM",
            "4 stage BAD_CODE", "4 minutes NEGATIVE", "4 validity_days BAD_VALIDITY", "4 needs BAD_CODE");
        assertThat(result.refusals()).allSatisfy(refusal -> assertThat(refusal.hint()).isNotEmpty());
        assertThat(result.stored()).isZero();
        assertThat(templates().list()).isEmpty();
        assertThat(run(ImportMode.KEEP_GOOD, "bad code,,OTHER,,,,,,,,,,A,,,,,,,,,,", "GOOD,,OTHER,,,,,,,,,,A,,,,,,,,,,")
            .stored()).isEqualTo(1);
        assertThat(templates().list()).extracting(Template::code).containsExactly("GOOD");
    }

    @Test
    void whatMasterDataRefuseStandsAtTheStageOrTheTemplate() {
        ImportResult result = run(ImportMode.ALL_OR_NOTHING,
            "LETTER,,LETTER,OTHER,Q1,,,1,,,,,A,,,,,,,,,,", "LETTER,,LETTER,,,,,,,,,,B,,,,,,,,,PAPER=0.5,");
        assertThat(ImportFile.told(result)).containsExactly("2 template STORED_NOT_BY_LOT",
            "3 stage MATERIAL_DOES_NOT_FIT");
        run(ImportMode.ALL_OR_NOTHING, "LETTER,,LETTER,,,,,,,,,,A,,,,,,,,,,");
        assertThat(ImportFile.told(run(ImportMode.ALL_OR_NOTHING, "TAKEN,,LETTER,,,,,,,,,,A,,,,,,,,,,")))
            .containsExactly("2 template ITEM_TAKEN");
    }

}
