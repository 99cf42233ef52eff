package org.stockwright.ui.grid;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.ui.grid.GridQuery.Sort;
import org.stockwright.ui.grid.GridState.Place;

import static org.assertj.core.api.Assertions.assertThat;

class GridStateTest {

    @Test
    void whatWasWrittenIsReadAgain() {
        GridState state = new GridState(List.of(new Place("on hand", 120, true), new Place("lot", 80, false)),
            new GridQuery(Map.of("item", "bolt & >5\n%", "site", "größe"), List.of(new Sort("item", false))),
            List.of("site"), 2);
        assertThat(GridState.parse(state.text())).contains(state);
    }

    @Test
    void anEmptyStateIsAStateToo() {
        GridState state = new GridState(List.of(), GridQuery.ALL, List.of(), 0);
        assertThat(GridState.parse(state.text())).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2\ncolumn a 1 shown\n", "1\ncolumn a", "1\nwidth 7\n", "1\nfrozen many\n",
        "1\nfilter a %zz\n" })
    void whatIsNotOursIsNoState(String text) {
        assertThat(GridState.parse(text)).isEmpty();
    }

}
