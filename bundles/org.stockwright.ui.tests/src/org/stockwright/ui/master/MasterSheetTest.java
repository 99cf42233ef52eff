package org.stockwright.ui.master;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.QuantityRefusal;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of a page while they are edited. */
class MasterSheetTest {

    private final MasterSheet sheet = new MasterSheet(List.of(MasterColumn.text("code", "Code", 8).kept(),
        MasterColumn.number("price", "Price", 8), MasterColumn.word("active", "Active", 8, List.of("yes", "no"))));

    MasterSheetTest() {
        sheet.read(List.of(MasterRow.of("code", "A", "price", "1"), MasterRow.of("code", "B", "price", "2")));
    }

    @Test
    void whatIsChangedBackIsNotUnsaved() {
        assertThat(sheet.isDirty()).isFalse();
        assertThat(sheet.set(0, "price", " 3 ")).isTrue();
        assertThat(sheet.isDirty()).isTrue();
        assertThat(sheet.rows().getFirst().get("price")).isEqualTo("3");
        sheet.set(0, "price", "1");
        assertThat(sheet.isDirty()).isFalse();
        assertThat(sheet.set(0, "price", "1 ")).as("nothing was changed").isFalse();
        sheet.undo();
        assertThat(sheet.rows().getFirst().get("price")).isEqualTo("3");
        sheet.undo();
        assertThat(sheet.canUndo()).isFalse();
        sheet.redo();
        assertThat(sheet.isDirty()).isTrue();
    }

    @Test
    void aNewRowCountsOnlyWhenSomebodyTypedIntoIt() {
        int row = sheet.add(0);
        assertThat(row).isEqualTo(1);
        assertThat(sheet.rows()).extracting(one -> one.get("code")).containsExactly("A", "", "B");
        assertThat(sheet.rows().get(row).get("active")).as("it begins with the first word").isEqualTo("yes");
        assertThat(sheet.isDirty()).isFalse();
        assertThat(sheet.isStored(row)).isFalse();
        sheet.set(row, "code", "C");
        assertThat(sheet.filled()).hasSize(3);
        assertThat(sheet.isDirty()).isTrue();
        sheet.remove(List.of(row, 0));
        assertThat(sheet.rows()).extracting(one -> one.get("code")).containsExactly("B");
        assertThat(sheet.isStored(0)).isTrue();
    }

    @Test
    void refusalsStandAtTheirRowsEvenBehindAnEmptyOne() {
        sheet.add(-1);
        sheet.set(2, "price", "x");
        Refusal bad = Refusal.of(QuantityRefusal.NOT_A_NUMBER, "x").hint("Use digits.").at(Place.field(2, "price"));
        Refusal whole = Refusal.of(QuantityRefusal.NOT_A_NUMBER, "all");
        sheet.refuse(sheet.filled(), List.of(bad, whole));
        assertThat(sheet.firstBad()).isEqualTo(2);
        assertThat(sheet.isBad(2, "price")).isTrue();
        assertThat(sheet.isBad(2, "code")).isFalse();
        assertThat(sheet.badColumn(2)).isEqualTo(1);
        assertThat(sheet.problem(2)).isEqualTo("'x' is no number. Use digits.");
        sheet.set(2, "price", "7");
        assertThat(sheet.firstBad()).as("a corrected row is no longer wrong").isEqualTo(-1);
    }

}
