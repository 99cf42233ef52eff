package org.stockwright.fulfilment.ui.internal;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ui.entry.History;
import org.stockwright.ui.entry.TextRows;

import static org.assertj.core.api.Assertions.assertThat;

/** What is being entered: counted by scans, taken back, copied, kept as a text. */
class EntryStateTest {

    private static final EntryRow BOLT = EntryRow.of("item", "BOLT", "unit", "");

    @Test
    void aSecondScanOfTheSameCountsAndOneInAnotherUnitIsALine() {
        EntryState two = EntryState.fresh().count("quantity", BOLT).count("quantity", BOLT);
        assertThat(two.lines()).containsExactly(EntryRow.of("item", "BOLT", "quantity", "2"));
        EntryState box = two.count("quantity", EntryRow.of("item", "BOLT", "unit", "BOX"));
        assertThat(box.lines()).hasSize(2);
        assertThat(box.lines().getLast().get("quantity")).isEqualTo("1");
    }

    @Test
    void aQuantityThatIsNoWholeNumberIsLeftAlone() {
        EntryState half = EntryState.fresh().plus(EntryRow.of("item", "BOLT", "quantity", "0.5"));
        assertThat(half.count("quantity", BOLT).lines()).extracting(row -> row.get("quantity"))
            .containsExactly("0.5", "1");
    }

    @Test
    void aCopyHasAnotherKeyAndTheSameLines() {
        EntryState first = EntryState.fresh().with("supplier", "S1").plus(BOLT);
        EntryState copy = first.asNew();
        assertThat(copy.key()).isNotEqualTo(first.key());
        assertThat(copy.head()).isEqualTo(first.head());
        assertThat(copy.lines()).isEqualTo(first.lines());
    }

    @Test
    void emptyFieldsAreNoDifference() {
        assertThat(EntryRow.of("item", "BOLT", "note", " ")).isEqualTo(EntryRow.of("item", " BOLT "));
        assertThat(EntryRow.of("note", "").isEmpty()).isTrue();
    }

    @Test
    void undoGoesBackAndANewChangeForgetsWhatWasTakenBack() {
        EntryState empty = EntryState.fresh();
        History<EntryState> history = new History<>(empty);
        EntryState one = empty.plus(BOLT);
        history.change(one);
        assertThat(history.undo()).isEqualTo(empty);
        assertThat(history.redo()).isEqualTo(one);
        history.undo();
        history.change(empty.with("supplier", "S2"));
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void rowsComeBackFromTheirTextWhateverIsInThem() {
        TextRows text = new TextRows();
        text.row("key", "a\tb", "c\\d");
        text.row(List.of("", "two\nlines", "\r"));
        assertThat(TextRows.read(text.toString())).containsExactly(List.of("key", "a\tb", "c\\d"),
            List.of("", "two\nlines", "\r"));
        assertThat(TextRows.key(text.toString())).isEqualTo("key");
    }

}
