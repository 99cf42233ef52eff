package org.stockwright.valuation.internal.book;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.internal.book.Components.Node;

import static org.assertj.core.api.Assertions.assertThat;

/** Groups of nodes that go round in a circle, each after what can be reached from it. */
class ComponentsTest {

    private static List<Set<Long>> of(Map<Long, List<Long>> edges, long... from) throws SQLException {
        return Components.of(java.util.Arrays.stream(from).mapToObj(Node::of).toList(),
            node -> edges.getOrDefault(node.item(), List.of()).stream().map(Node::of).toList()).stream()
            .map(component -> component.stream().map(Node::item).collect(Collectors.toSet())).toList();
    }

    @Test
    void whatIsReachedComesFirst() throws SQLException {
        assertThat(of(Map.of(1L, List.of(2L, 3L), 2L, List.of(4L), 3L, List.of(4L)), 1))
            .containsExactly(Set.of(4L), Set.of(2L), Set.of(3L), Set.of(1L));
    }

    @Test
    void aCircleIsOneGroup() throws SQLException {
        assertThat(of(Map.of(1L, List.of(2L), 2L, List.of(3L), 3L, List.of(2L, 4L)), 1))
            .containsExactly(Set.of(4L), Set.of(2L, 3L), Set.of(1L));
    }

    @Test
    void tenThousandLevelsNeedNoStack() throws SQLException {
        List<List<Node>> found = Components.of(List.of(Node.of(1)),
            node -> node.item() < 10_000 ? List.of(Node.of(node.item() + 1)) : List.of());
        assertThat(found).hasSize(10_000);
        assertThat(found.getFirst()).containsExactly(Node.of(10_000));
    }

}
