package org.stockwright.valuation.internal.scenarios;

import java.util.List;

/**
 * A page that explains a rule and gives the figures that follow from it.
 *
 * @param file its name
 * @param title its heading
 * @param asWritten whether its steps can only be entered in the order in which they are written
 * @param different whether the program is known not to do yet what the page explains
 * @param settings what holds from the beginning, one row each
 * @param sites sites besides the standard places, one row each
 * @param transits places of transit with terms of their own, one row each
 * @param groups groups of lots, one row each
 * @param items its items, one row each
 * @param rules accounts of categories, one row each
 * @param steps what happens
 * @param expected the tables of what is to be found then
 */
record Scenario(String file, String title, boolean asWritten, boolean different, List<Table.Row> settings,
    List<Table.Row> sites, List<Table.Row> transits, List<Table.Row> groups, List<Table.Row> items,
    List<Table.Row> rules, List<Step> steps,
    List<Table> expected) {
}
