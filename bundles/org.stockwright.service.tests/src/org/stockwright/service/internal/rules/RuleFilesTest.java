package org.stockwright.service.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.Template.State;
import org.stockwright.testkit.ImportFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Decision tables, their samples and profiles of clients from files. */
class RuleFilesTest extends RulesWorld {

    private static final String TABLES = "table,name,policy,from,inputs,outputs,conditions,outcomes,note";
    private static final String SAMPLES = "table,sample,inputs,outcomes";
    private static final String PROFILES = "client,field,value,type,choices";

    private static ImportResult tables(ImportMode mode, String... lines) {
        return ImportFile.run("decision-tables", mode, TABLES, lines);
    }

    @Test
    void aTableComesAsADraftARuleInARow() {
        String[] lines = { "CHECK,Check it,first,2026-01-15,score number; country text: DE/FR; since date,"
            + "decision text; limit number,[500..700); DE; -,look; 1000,by hand",
            "CHECK,,,,,,\">= 700; FR; < 2026-01-01\",approve; 5000,", "CHECK,,,,,,-; -; -,\"refuse; 0\",the rest" };
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].replace("DE/FR", "DE").replace("\"", "").replace("FR;", "DE;");
        }
        assertThat(ImportFile.told(tables(ImportMode.DRY_RUN, lines))).isEmpty();
        assertThat(tables().list()).isEmpty();
        ImportResult result = tables(ImportMode.ALL_OR_NOTHING, lines);
        assertThat(result.stored()).isEqualTo(3);
        DecisionTable table = tables().get("CHECK", 1).orElseThrow();
        assertThat(table.inputs()).containsExactly(new Input("score", Type.NUMBER, List.of()),
            new Input("country", Type.TEXT, List.of("DE")), new Input("since", Type.DATE, List.of()));
        assertThat(table.rules()).contains(
            new Rule(List.of("[500..700)", "DE", "-"), List.of("look", "1000"), "by hand"),
            new Rule(List.of("-", "-", "-"), List.of("refuse", "0"), "the rest"));
        assertThat(table.state()).isEqualTo(State.DRAFT);
        assertThat(tables(ImportMode.ALL_OR_NOTHING, lines).unchanged()).as("the same again").isEqualTo(3);
        assertThat(told(tables().approve("CHECK", 1))).containsExactly("0  NO_SAMPLES");
        assertThat(ImportFile.told(ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "CHECK,the rest,score=1; country=DE; since=2026-01-01,refuse; 0"))).isEmpty();
        tables().approve("CHECK", 1).value();
        assertThat(tables(ImportMode.ALL_OR_NOTHING, lines).unchanged()).as("also when it is approved").isEqualTo(3);
        lines[2] = lines[2].replace("the rest", "all others");
        assertThat(tables(ImportMode.ALL_OR_NOTHING, lines).stored()).isEqualTo(3);
        assertThat(tables().versions("CHECK")).extracting(DecisionTable::state).containsExactly(State.APPROVED,
            State.DRAFT);
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertThat(ImportFile.told(tables(ImportMode.ALL_OR_NOTHING,
            "A,A,sometimes,soon,score numbers,out text,> 1,x,", "A,B,,,,,\"> 1,x,")))
            .containsExactlyInAnyOrder("2 policy BAD_DECLARATION", "2 from NOT_AN_INSTANT", "2 inputs BAD_DECLARATION",
                "3 name BAD_DECLARATION", "3 conditions BAD_DECLARATION");
        assertThat(ImportFile.told(tables(ImportMode.ALL_OR_NOTHING,
            "B,B,,2026-01-15,score number,out text,> 1,x,", "B,,,,,,>> 1,x,", "B,,,,,,1; 2,x,")))
            .containsExactly("3 conditions BAD_CONDITION", "4 conditions CELLS_MISSING");
        assertThat(ImportFile.told(tables(ImportMode.ALL_OR_NOTHING, "C,C,,,score number,out text,> 1,x,")))
            .containsExactly("2 from BAD_DECLARATION");
        assertThat(tables().list()).isEmpty();
    }

    @Test
    void outcomesThatAreMadeOneComeFromFilesToo() {
        assertThat(ImportFile.told(tables(ImportMode.ALL_OR_NOTHING,
            "P,Points,sum,2026-01-15,score number,points number,-,1,", "P,,,,,,> 5,2.50,"))).isEmpty();
        assertThat(ImportFile.told(ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "P,both,score=6,3.5"))).isEmpty();
        assertThat(tables().approve("P", 1).value().policy()).isEqualTo(DecisionTable.HitPolicy.SUM);
        assertThat(ImportFile.told(tables(ImportMode.ALL_OR_NOTHING,
            "W,Words,min,2026-01-15,score number,words text,-,a,"))).containsExactly("2 table BAD_AGGREGATE");
    }

    @Test
    void samplesJoinTheDraft() {
        tables().save(credit(TODAY, "500")).value();
        ImportResult result = ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "CREDIT,good,score=900; country=FR,approve; 5000", "CREDIT,new,score = 650; country = DE,look; 1000");
        assertThat(ImportFile.told(result)).isEmpty();
        List<Sample> samples = tables().get("CREDIT", 1).orElseThrow().samples();
        assertThat(samples).extracting(Sample::name).containsExactly("good", "poor", "new");
        assertThat(samples.getFirst().inputs()).isEqualTo(Map.of("score", "900", "country", "FR"));
        assertThat(samples.get(2).outcomes()).containsExactly(List.of("look", "1000"));
        assertThat(ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "CREDIT,good,score=900; country=FR,approve; 5000").unchanged()).isEqualTo(1);
        assertThat(ImportFile.told(ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "CREDIT,x,score,approve; 1", "CREDIT,y,score=1,\"approve")))
            .containsExactly("2 inputs BAD_SAMPLE", "3 outcomes BAD_SAMPLE");
        assertThat(ImportFile.told(ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "CREDIT,ok,score=1; country=DE,refuse; 0", "CREDIT,x,points=1,approve; 1", "CREDIT,z,score=1,approve")))
            .containsExactly("3 sample BAD_SAMPLE", "4 sample BAD_SAMPLE");
        tables().approve("CREDIT", 1).value();
        assertThat(ImportFile.told(ImportFile.run("decision-samples", ImportMode.ALL_OR_NOTHING, SAMPLES,
            "CREDIT,more,score=1; country=DE,refuse; 0", "NOBODY,x,a=1,b"))).containsExactly("2 table NOT_A_DRAFT",
                "3 table UNKNOWN_TABLE");
    }

    @Test
    void profilesComeAFieldInARow() {
        PartnerId anna = world.service(Partners.class).saveAll(List.of(new Partners.Draft("ANNA", "Anna",
            Set.of(Partner.Role.CUSTOMER), Optional.empty(), true))).value().getFirst();
        ClientProfiles profiles = world.service(ClientProfiles.class);
        String[] lines = { "ANNA,income,3200.50,number,", "ANNA,kind,private,text,private|company",
            "ANNA,größe,180,number,",
            "ANNA,vip,YES,yes-no," };
        ImportResult result = ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES, lines);
        assertThat(ImportFile.told(result)).isEmpty();
        assertThat(profiles.fields()).extracting(Field::name).containsExactly("größe", "income", "kind", "vip");
        assertThat(profiles.get(anna).orElseThrow().values()).isEqualTo(Map.of("income", "3200.5", "kind", "private",
            "größe", "180", "vip", "yes"));
        assertThat(ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES, lines).unchanged())
            .isEqualTo(4);
        assertThat(ImportFile.told(ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES,
            "ANNA,income,much,,", "ANNA,vip,,number,", "ANNA,shoe,42,,", "NOBODY,income,1,,", "ANNA,kind,club,,",
            "ANNA,kind,private,,", "ANNA,new,1,size,"))).containsExactlyInAnyOrder("5 client UNKNOWN_CLIENT",
                "7 field NAME_TWICE", "8 type BAD_DECLARATION");
        assertThat(ImportFile.told(ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES,
            "ANNA,income,much,,", "ANNA,shoe,42,,", "ANNA,kind,club,,"))).containsExactlyInAnyOrder(
                "2 field BAD_FIELD_VALUE", "3 field UNKNOWN_FIELD", "4 field BAD_FIELD_VALUE");
        assertThat(ImportFile.told(ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES,
            "ANNA,income,1,,", "ANNA,vip,,number,"))).containsExactly("3 field FIELD_TYPE_FIXED");
        assertThat(ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES, "ANNA,income,,,").stored())
            .isEqualTo(1);
        assertThat(profiles.get(anna).orElseThrow().values()).doesNotContainKey("income");
    }

    @Test
    void aRowThatNamesTheTypeOfAFieldDoesNotTakeItsChoicesAway() {
        world.service(Partners.class).saveAll(List.of(
            new Partners.Draft("ANNA", "Anna", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true),
            new Partners.Draft("BEN", "Ben", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true))).value();
        ImportResult result = ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES,
            "ANNA,kind,private,text,private|company", "BEN,kind,company,text,");
        assertThat(ImportFile.told(result)).isEmpty();
        assertThat(world.service(ClientProfiles.class).fields()).extracting(Field::choices)
            .containsExactly(List.of("private", "company"));
        assertThat(ImportFile.told(ImportFile.run("client-profiles", ImportMode.ALL_OR_NOTHING, PROFILES,
            "BEN,kind,club,text,"))).containsExactly("2 field BAD_FIELD_VALUE");
    }

}
