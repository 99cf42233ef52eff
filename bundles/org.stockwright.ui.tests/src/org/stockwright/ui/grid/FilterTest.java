package org.stockwright.ui.grid;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;

import static org.assertj.core.api.Assertions.assertThat;

class FilterTest {

    private static final Column<String> NAME = Column.text("name", "Name", row -> row);
    private static final Column<String> AMOUNT = Column.number("amount", "Amount",
        row -> row.isEmpty() ? null : new BigDecimal(row));
    private static final Column<String> PIECES = Column.quantity("pieces", "Pieces",
        row -> Quantity.of(row, Unit.EACH));

    @ParameterizedTest
    @CsvSource({ "bolt,Bolt M6,true", "m6,Bolt M6,true", "nut,Bolt M6,false", "=bolt m6,Bolt M6,true",
        "=bolt,Bolt M6,false", "<>bolt m6,Bolt M6,false", "=,'',true", "=,x,false", "<>,'',false", "<>,x,true",
        "bolt & m6,Bolt M6,true", "bolt & m8,Bolt M6,false", "&,Bolt M6,true", ">b,Bolt M6,true",
        ">=a & <c,Bolt M6,true" })
    void textsAreFilteredByWhatIsTyped(String typed, String row, boolean passes) {
        assertThat(Filter.of(NAME, typed).test(row)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({ ">9,10,true", ">10,10,false", ">=10,10.0,true", "<10,9.999,true", "=10,10.00,true", "<>10,10,false",
        ">5 & <20,10,true", ">5 & <20,20,false", ">0,'',false", "1,10,true" })
    void numbersAreComparedByValueAndNotByText(String typed, String row, boolean passes) {
        assertThat(Filter.of(AMOUNT, typed).test(row)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({ ">9,10,true", "ea,10,true", "<-1,-2,true" })
    void quantitiesAreComparedByTheirAmount(String typed, String row, boolean passes) {
        assertThat(Filter.of(PIECES, typed).test(row)).isEqualTo(passes);
    }

}
