package org.stockwright.service.internal.cases;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.internal.stock.WorkWorld;
import org.stockwright.testkit.ImportFile;

import static org.assertj.core.api.Assertions.assertThat;

class CaseFilesTest extends WorkWorld {

    private static final String ARRIVALS = "key,template,customer,name,value,stored_only";
    private static final String RESULTS = "key,case,stage,summary,name,value";

    private static ImportResult arrive(ImportMode mode, String... rows) {
        return ImportFile.run("service-cases", mode, ARRIVALS, rows);
    }

    private static ImportResult results(ImportMode mode, String... rows) {
        return ImportFile.run("service-stage-results", mode, RESULTS, rows);
    }

    @Test
    void customersArriveByFileAndFillTheirFormsByFile() {
        receive("PAPER", 100, "1");
        receive("STAMP", 100, "1");
        approved(2, stages());
        prepared(1);
        String[] rows = { "a,LETTER,C1,age,40,", "a,LETTER,C1,doctor,Dr. No,", "b,LETTER,C1,,," };
        assertThat(arrive(ImportMode.DRY_RUN, rows).stored()).isEqualTo(3);
        assertThat(warehouse.rows("service_case")).isZero();
        assertThat(arrive(ImportMode.ALL_OR_NOTHING, rows).refusals()).isEmpty();
        ImportResult again = arrive(ImportMode.ALL_OR_NOTHING, rows);
        assertThat(again.refusals()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(3);
        List<ServiceCase> open = cases().list(Optional.empty(), true, 10);
        assertThat(open).hasSize(2);
        ServiceCase first = open.stream().filter(one -> one.number().equals("SV-000001")).findFirst().orElseThrow();
        assertThat(first.unit()).isPresent();
        assertThat(first.data()).containsEntry("age", "40").containsEntry("doctor", "Dr. No");
        String[] filled = { "n1,SV-000001,NAME,,insurer,AXA", "n1,SV-000001,NAME,,member,7",
            "c2,SV-000002,COLLECT,by phone,," };
        assertThat(results(ImportMode.ALL_OR_NOTHING, filled).refusals()).isEmpty();
        assertThat(results(ImportMode.ALL_OR_NOTHING, filled).unchanged()).isEqualTo(3);
        assertThat(cases().get(first.document()).orElseThrow().data()).containsEntry("member", "7");
        assertThat(cases().runAll(Progress.NONE).value().cases()).as("drafted behind COLLECT").isEqualTo(1);
    }

    @Test
    void eachErrorIsToldWithItsLineAndColumn() {
        approved(2, stages());
        ImportResult wrong = arrive(ImportMode.ALL_OR_NOTHING, "a,LETTER,NOBODY,,,", "b,LETTER,C1,age,40,",
            "b,LETTER,C1,age,41,", "c,LETTER,C1,,5,", "d,LETTER,C1,,,perhaps", "e,OTHER,C1,,,", "f,LETTER,S1,,,",
            "g,LETTER,C1,,,yes");
        assertThat(ImportFile.told(wrong)).containsExactlyInAnyOrder("2 customer NOT_A_CUSTOMER", "4 name NAME_TWICE",
            "5 name MISSING", "6 stored_only UNKNOWN_VALUE", "7 key NO_TEMPLATE_THAT_DAY", "8 key NOT_A_CUSTOMER",
            "9 key NO_STORED_UNIT");
        assertThat(warehouse.rows("service_case")).isZero();
        assertThat(arrive(ImportMode.KEEP_GOOD, "a,LETTER,C1,,,", "b,OTHER,C1,,,").stored()).isEqualTo(1);
        ImportResult results = results(ImportMode.ALL_OR_NOTHING, "a,SV-000009,NAME,,,", "b,SV-000001,SIGN,,,");
        assertThat(ImportFile.told(results)).containsExactlyInAnyOrder("2 case UNKNOWN_DOCUMENT", "3 key NOT_ITS_TURN");
    }

}
