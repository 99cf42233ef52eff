package org.stockwright.documents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.stockwright.documents.DocumentLine;

/** Says in the words of the trail what a revision changed in a line: {@code Line 2: quantity 5 EA → 7 EA.} */
record LineDifference(DocumentLine before, DocumentLine after) {

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "quantity", before.quantity(), after.quantity());
        add(parts, "price", shown(before.price().map(price -> price.toPlainString())),
            shown(after.price().map(price -> price.toPlainString())));
        add(parts, "wanted", shown(before.due()), shown(after.due()));
        add(parts, "promised", shown(before.promised()), shown(after.promised()));
        return parts.isEmpty() ? "" : "Line " + before.line() + ": " + String.join(", ", parts) + ".";
    }

    private static String shown(Optional<?> value) {
        return value.map(Object::toString).orElse("none");
    }

    private static void add(List<String> parts, String what, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            parts.add(what + " " + was + " → " + is);
        }
    }

}
