package org.stockwright.purchasing.internal.receiving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;

/** Lines of documents and those that they go on with, as far as receiving follows them. */
public final class SourceChain {

    /** A line, its document and the line before it. */
    record Node(DocumentId document, Optional<LineId> source) {
    }

    private final Map<LineId, Node> nodes;

    SourceChain(Map<LineId, Node> nodes) {
        this.nodes = new HashMap<>(nodes);
    }

    /** A line, if it is followed, and those before it, the nearest first. */
    public List<LineId> from(LineId line) {
        List<LineId> lines = new ArrayList<>();
        Optional<LineId> at = Optional.of(line);
        while (at.isPresent() && nodes.containsKey(at.get())) {
            lines.add(at.get());
            at = nodes.get(at.get()).source();
        }
        return lines;
    }

    /** The document of a line that is followed. */
    public Optional<DocumentId> documentOf(LineId line) {
        return Optional.ofNullable(nodes.get(line)).map(Node::document);
    }

    /** The documents of the lines and of all those before them. */
    public Set<DocumentId> documents(Collection<LineId> lines) {
        Set<DocumentId> documents = new LinkedHashSet<>();
        lines.forEach(line -> from(line).forEach(one -> documents.add(nodes.get(one).document())));
        return documents;
    }

}
