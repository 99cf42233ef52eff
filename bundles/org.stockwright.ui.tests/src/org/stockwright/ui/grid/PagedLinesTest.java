package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class PagedLinesTest {

    private final List<Integer> asked = new ArrayList<>();
    private int recounts;
    private final PagedLines<Integer> lines = new PagedLines<>(asked::add, () -> recounts++);

    private static List<Integer> page(int page) {
        return IntStream.range(page * PagedLines.PAGE, (page + 1) * PagedLines.PAGE).boxed().toList();
    }

    @Test
    void aPageIsAskedForOnceWhenItComesIntoSight() {
        lines.counted(1_000_000);
        assertThat(lines.size()).isEqualTo(1_000_000);
        assertThat(lines.line(999_999)).isInstanceOf(Line.Loading.class);
        assertThat(lines.line(999_998)).isInstanceOf(Line.Loading.class);
        assertThat(asked).containsExactly(4_999);
        lines.loaded(4_999, lines.generation(), page(4_999));
        assertThat(lines.line(999_999)).isEqualTo(new Line.Row<>(999_999));
        assertThat(asked).hasSize(1);
    }

    @Test
    void peekingAsksForNothing() {
        lines.counted(1_000);
        assertThat(lines.peek(7)).isInstanceOf(Line.Loading.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void onlyThePagesSeenLastAreKept() {
        lines.counted(1_000_000);
        for (int page = 0; page <= PagedLines.KEPT; page++) {
            lines.line(page * PagedLines.PAGE);
            lines.loaded(page, lines.generation(), page(page));
        }
        asked.clear();
        assertThat(lines.line(PagedLines.KEPT * PagedLines.PAGE)).isInstanceOf(Line.Row.class);
        assertThat(lines.line(0)).isInstanceOf(Line.Loading.class);
        assertThat(asked).containsExactly(0);
    }

    @Test
    void aPageOfBeforeTheCountIsNotShown() {
        lines.counted(1_000);
        int before = lines.generation();
        lines.line(0);
        lines.counted(999);
        lines.loaded(0, before, page(0));
        assertThat(lines.line(0)).isInstanceOf(Line.Loading.class);
    }

    @Test
    void aPageThatFailedIsAskedForAgain() {
        lines.counted(1_000);
        lines.line(0);
        lines.failed(0, lines.generation());
        lines.line(0);
        assertThat(asked).containsExactly(0, 0);
    }

    @Test
    void aPageThatCameShortShowsNoWrongRow() {
        lines.counted(200);
        lines.loaded(0, lines.generation(), List.of(1, 2));
        assertThat(lines.line(1)).isEqualTo(new Line.Row<>(2));
        assertThat(lines.line(2)).isInstanceOf(Line.Loading.class);
    }

    @Test
    void anotherQueryCountsAgain() {
        lines.query(new GridQuery(Map.of("a", "b"), List.of()));
        assertThat(recounts).isEqualTo(1);
        assertThat(lines.query().filter("a")).isEqualTo("b");
    }

    @Test
    void exportReadsAllPagesAndEnds() {
        PagedRows<Integer> source = new PagedRows<>() {

            @Override
            public long count(GridQuery query, Progress progress) {
                return 2_500;
            }

            @Override
            public List<Integer> page(GridQuery query, long offset, int rows, Progress progress) {
                return IntStream.range((int) offset, (int) Math.min(2_500, offset + rows)).boxed().toList();
            }

        };
        List<Integer> all = new ArrayList<>();
        RowSource.of(source, GridQuery.ALL, 2_500).rows(Progress.NONE).forEachRemaining(all::add);
        assertThat(all).isEqualTo(IntStream.range(0, 2_500).boxed().toList());
    }

}
