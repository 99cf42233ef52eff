package org.stockwright.company.ui.internal;

import java.time.ZoneId;
import java.util.Currency;

import org.stockwright.company.Companies.Draft;

/** What the demo company is called and counts in. */
@SuppressWarnings("nls")
final class DemoDraft {

    static final Draft DRAFT = new Draft("Demo company", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), true);

    private DemoDraft() {
    }

}
