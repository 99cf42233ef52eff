package org.stockwright.valuation.internal.book;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The strongly connected components of the graph of items and production orders, each after all that can be reached from
 * it (Tarjan 1972, without recursion). Used once.
 */
final class Components {

    private final Neighbours neighbours;
    private final Map<Node, Visit> visits = new HashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final List<List<Node>> found = new ArrayList<>();

    private Components(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * An item or a production order.
     *
     * @param item the item, or 0
     * @param order the reference of the order, or empty
     */
    record Node(long item, String order) {

        static Node of(long item) {
            return new Node(item, "");
        }

        static Node of(String order) {
            return new Node(0, order);
        }

    }

    /** Where the edges of a node go. */
    interface Neighbours {

        Collection<Node> of(Node node) throws SQLException;

    }

    private static final class Visit {

        private final Node node;
        private final Iterator<Node> edges;
        private final int index;
        private int low;
        private boolean closed;

        Visit(Node node, Iterator<Node> edges, int index) {
            this.node = node;
            this.edges = edges;
            this.index = index;
            this.low = index;
        }

    }

    /** The components that can be reached from these nodes. */
    static List<List<Node>> of(Collection<Node> nodes, Neighbours neighbours) throws SQLException {
        Components components = new Components(neighbours);
        for (Node node : nodes) {
            if (!components.visits.containsKey(node)) {
                components.walk(node);
            }
        }
        return components.found;
    }

    private Visit enter(Node node) throws SQLException {
        Visit visit = new Visit(node, neighbours.of(node).iterator(), visits.size());
        visits.put(node, visit);
        open.push(visit);
        return visit;
    }

    private void walk(Node start) throws SQLException {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            Visit here = path.peek();
            if (here.edges.hasNext()) {
                Node next = here.edges.next();
                Visit known = visits.get(next);
                if (known == null) {
                    path.push(enter(next));
                } else if (!known.closed) {
                    here.low = Math.min(here.low, known.index);
                }
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    path.peek().low = Math.min(path.peek().low, here.low);
                }
                if (here.low == here.index) {
                    close(here);
                }
            }
        }
    }

    private void close(Visit root) {
        List<Node> component = new ArrayList<>();
        Visit visit;
        do {
            visit = open.pop();
            visit.closed = true;
            component.add(visit.node);
        } while (visit != root);
        found.add(component);
    }

}
