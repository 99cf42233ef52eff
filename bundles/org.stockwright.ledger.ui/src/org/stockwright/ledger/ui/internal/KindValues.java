package org.stockwright.ledger.ui.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.commands.IParameterValues;
import org.stockwright.ledger.MovementKind;

/** The kinds of movement that can be entered, for the key preferences. */
public final class KindValues implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> values = new HashMap<>();
        for (MovementKind kind : MovementKind.values()) {
            values.put(Kinds.title(kind), kind.name());
        }
        return values;
    }

}
