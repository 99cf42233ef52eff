package org.stockwright.purchasing.ui.internal.rules;

/** The editors that the pages of rules are tabs of; the same words stand in {@code plugin.xml}. */
@SuppressWarnings("nls")
final class RuleAreas {

    /** Rules of requisitions, orders and invoices. */
    static final String PURCHASING = "purchasing";
    /** Rules of what arrives. */
    static final String RECEIVING = "receiving";
    /** What the ids of the pages' help begin with. */
    static final String HELP = "org.stockwright.purchasing.ui.";

    private RuleAreas() {
    }

}
