package org.stockwright.valuation.internal.scenarios;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ChangeListener;
import org.stockwright.base.Progress;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.internal.book.ItemMemory;

/** The book that a scenario is entered into, and what can be asked of it. */
final class ScenarioBook {

    /**
     * A posting.
     *
     * @param receipt what became of it
     * @param items the items of its lines
     */
    private record Document(PostingReceipt receipt, List<String> items) {
    }

    private final World world;
    private final Warehouse warehouse;
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    ScenarioBook(World world, Warehouse warehouse) {
        this.world = world;
        this.warehouse = warehouse;
    }

    World world() {
        return world;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /** Remembers a posting, so that its cost can be asked for. */
    void posted(String document, PostingReceipt receipt, List<String> items) {
        documents.put(document, new Document(receipt, items));
    }

    /** The items of a posting. */
    List<String> itemsOf(String document) {
        return documents.get(document).items();
    }

    private Valuation valuation() {
        return world.service(Valuation.class);
    }

    /** Notes that an item was made in a category. */
    void made(String item, String category) {
        categories.putIfAbsent(category, item);
    }

    /** The number of a category that an item of the page was made in. */
    long category(Table.Row row, String category) {
        if (category.isEmpty() || !categories.containsKey(category)) {
            throw row.wrong("no item was made in the category '" + category + "'");
        }
        return warehouse.categoryOf(categories.get(category));
    }

    /** What hears of changes of the catalog hears it now, and the next question takes them into account. */
    void catalogChanged() {
        world.service(ItemMemory.class).changed(Set.of(ChangeListener.Topic.ITEMS));
        valuation().value(ValueQuery.all(), Progress.NONE);
    }

    Optional<ValueRow> value(String item, Instant at, String site) {
        ValueQuery query = ValueQuery.all().of(warehouse.itemOf(item)).at(Optional.of(at), Optional.empty());
        ValueQuery asked = site.isEmpty() ? query
            : new ValueQuery(query.item(), query.category(), query.asOf(), query.knownAt(), query.method(), true);
        return valuation().value(asked, Progress.NONE).stream().filter(row -> row.site().equals(site)).findFirst();
    }

    List<CostLayer> layers(String item, Instant at) {
        return valuation().layers(warehouse.itemOf(item), Optional.of(at), Optional.empty(), Optional.empty());
    }

    /** Balances of accounts by code and name; debits are positive. */
    Map<String, BigDecimal> balances(Instant at) {
        Map<String, BigDecimal> result = new TreeMap<>();
        world.service(Journal.class).balances(Journal.Query.all().between(Optional.empty(), Optional.of(at)))
            .forEach(one -> result.put(one.account() + ' ' + one.name(), one.balance()));
        return result;
    }

    /** An item in the calculation of a period; empty when nothing is said of it. */
    Optional<PeriodicRow> period(LocalDate lastDay, String item) {
        return world.service(PeriodicInventory.class).calculate(lastDay, Progress.NONE).value().rows().stream()
            .filter(row -> row.item().equals(item)).findFirst();
    }

    BigDecimal cost(Table.Row row, String name, String item) {
        Document document = documents.get(name);
        if (document == null || !item.isEmpty() && !document.items().contains(item)) {
            throw row.wrong("there is no document " + name + " of " + item);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < document.items().size(); i++) {
            if (item.isEmpty() || item.equals(document.items().get(i))) {
                sum = sum.add(valuation().why(document.receipt().firstSeq() + i).map(CostReasons::cost)
                    .orElse(BigDecimal.ZERO));
            }
        }
        return sum;
    }

    /** What does not tie out, at an instant or now. */
    List<TieOutRow> untied(Optional<Instant> at) {
        return valuation().tieOut(at, Progress.NONE).stream().filter(row -> !row.agrees()).toList();
    }

    /** The closed periods whose figures are not what was sealed. */
    List<TieOutRow> broken() {
        return world.service(Periods.class).verify(Progress.NONE).stream().filter(row -> !row.agrees()).toList();
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

}
