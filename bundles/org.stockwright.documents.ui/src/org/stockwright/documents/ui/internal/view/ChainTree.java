package org.stockwright.documents.ui.internal.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.osgi.util.NLS;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.Words;

/**
 * The chain of documents as a tree: a document, its lines, the steps that each line took with what is reached so far, and
 * below a step the document that did it with what became of that one's lines. What became of a document is told once below
 * a root, where it comes first: a put-away stands below its receipt, and again, without what follows, among the steps of the order.
 */
final class ChainTree {

    private final List<Link> links;
    private final Set<Told> told = new HashSet<>();

    /** What became of an item on a document. */
    private record Told(DocumentId document, String item) {
    }

    /**
     * A node.
     *
     * @param label document, line or step
     * @param document which document opens with it, if one does
     * @param number its number, or empty
     * @param quantity how much, or empty
     * @param reached how much of the whole so far, or empty
     * @param link the step, for when and who; empty above steps
     * @param children what follows
     */
    record Node(String label, Optional<DocumentId> document, String number, String quantity, String reached,
        Optional<Link> link, List<Node> children) {
    }

    /** Of links in the order in which they were recorded. */
    ChainTree(List<Link> links) {
        this.links = List.copyOf(links);
    }

    /** The documents with which the chain begins. */
    List<Node> roots() {
        Set<DocumentId> doers = new HashSet<>();
        links.forEach(link -> link.by().ifPresent(doers::add));
        Map<DocumentId, String> firsts = new LinkedHashMap<>();
        links.stream().filter(link -> !doers.contains(link.from()))
            .forEach(link -> firsts.putIfAbsent(link.from(), link.fromNumber()));
        if (firsts.isEmpty()) {
            // each follows from another: begin with the first that was recorded
            links.stream().findFirst().ifPresent(link -> firsts.put(link.from(), link.fromNumber()));
        }
        List<Node> roots = new ArrayList<>();
        firsts.forEach((id, number) -> {
            told.clear();
            roots.add(new Node(number, Optional.of(id), number, "", "", Optional.empty(), //$NON-NLS-1$ //$NON-NLS-2$
                lines(id, link -> true, Set.of(id))));
        });
        return roots;
    }

    private List<Node> lines(DocumentId document, Predicate<Link> wanted, Set<DocumentId> path) {
        Map<Integer, List<Link>> byLine = new LinkedHashMap<>();
        links.stream().filter(link -> link.from().equals(document)).filter(wanted)
            .sorted((a, b) -> Integer.compare(a.fromLine(), b.fromLine()))
            .forEach(link -> byLine.computeIfAbsent(Integer.valueOf(link.fromLine()), line -> new ArrayList<>())
                .add(link));
        List<Node> nodes = new ArrayList<>();
        byLine.forEach((line, its) -> {
            Link first = its.getFirst();
            nodes.add(new Node(NLS.bind(Messages.Chain_line, line, first.item()), Optional.of(document),
                first.fromNumber(), first.wanted().toString(), "", Optional.empty(), steps(its, path))); //$NON-NLS-1$
        });
        return nodes;
    }

    private List<Node> steps(List<Link> ofLine, Set<DocumentId> path) {
        List<Node> nodes = new ArrayList<>();
        for (Step step : Step.values()) {
            BigDecimal reached = BigDecimal.ZERO;
            for (Link link : ofLine) {
                if (link.step() == step) {
                    reached = reached.add(link.quantity());
                    nodes.add(step(link, reached, path));
                }
            }
        }
        return nodes;
    }

    private Node step(Link link, BigDecimal reached, Set<DocumentId> path) {
        String label = link.byNumber().isEmpty() ? Words.step(link.step())
            : Words.step(link.step()) + "  " + link.byNumber(); //$NON-NLS-1$
        return new Node(label, link.by().or(() -> Optional.of(link.from())), link.byNumber(),
            Figures.plain(link.quantity()).toPlainString(),
            NLS.bind(Messages.Chain_reached, Figures.plain(reached).toPlainString(), link.wanted()), Optional.of(link),
            link.by().map(by -> after(by, link.item(), path)).orElse(List.of()));
    }

    /** What became of the lines of the document that did it; of the same item only, once, and never in a circle. */
    private List<Node> after(DocumentId document, String item, Set<DocumentId> path) {
        if (path.contains(document) || !told.add(new Told(document, item))) {
            return List.of();
        }
        Set<DocumentId> longer = new LinkedHashSet<>(path);
        longer.add(document);
        return lines(document, link -> link.item().equals(item), longer);
    }

}
