package org.stockwright.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.Outcome;
import org.stockwright.security.spi.AuditTeller;

/** Remembers what was told to the audit trail. */
final class Told implements AuditTeller {

    private final List<String> events = new ArrayList<>();

    @Override
    public Outcome<String> tell(String action, String subject, String key, Map<String, String> details) {
        events.add(action + ' ' + subject + ' ' + key + ' ' + new TreeMap<>(details));
        return Outcome.done(key);
    }

    /** The events in their order. */
    List<String> events() {
        return events;
    }

}
