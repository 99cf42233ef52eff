package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.PriceLists;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** Customers' price lists of the open store. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.PriceLists")
public final class PriceListsComponent implements PriceLists, Guarded {

    private static final Comparator<PriceLine> ORDER = Comparator.comparing(PriceLine::item)
        .thenComparing(line -> line.customer().orElse(PartnerId.SELF)).thenComparing(PriceLine::terms, PriceKey.ORDER);

    private final UnitOfWork work;
    private final PriceBook book;

    @Activate
    public PriceListsComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory,
        @Reference Access access) {
        this.work = work;
        book = new PriceBook(work, memory, access);
    }

    @Override
    public Optional<ListPrice> price(PartnerId customer, ItemId item, Quantity quantity, LocalDate day) {
        return prices(customer, List.of(new Wanted(item, quantity)), day).getFirst();
    }

    @Override
    public List<Optional<ListPrice>> prices(PartnerId customer, List<Wanted> wanted, LocalDate day) {
        return wanted.isEmpty() ? List.of() : work.read(tx -> {
            List<Optional<PriceQuestion>> questions = PriceQuestion.of(tx, wanted, day);
            Map<ItemId, List<PriceLine>> lines = new HashMap<>();
            ListTable.forCustomer(tx.connection(), questions.stream().flatMap(Optional::stream)
                .map(question -> question.item().id().value()).toList(), customer)
                .forEach(line -> lines.computeIfAbsent(line.item(), item -> new ArrayList<>()).add(line));
            Optional<CompanyProfile> company = CompanyTable.load(tx.connection());
            return questions.stream().map(question -> question
                .flatMap(one -> price(one, lines.getOrDefault(one.item().id(), List.of()), company))).toList();
        });
    }

    private static Optional<ListPrice> price(PriceQuestion question, List<PriceLine> found,
        Optional<CompanyProfile> company) {
        List<PriceLine> lines = found.stream().sorted(Comparator.comparing(PriceLine::priceList)).toList();
        for (int rank = 0; rank <= 2; rank++) {
            int wanted = rank;
            Optional<ListPrice> price = question
                .choose(lines.stream().filter(line -> rank(line) == wanted).toList(), PriceLine::terms)
                .map(choice -> new ListPrice(choice.value().priceList(), choice.terms().price(), choice.unit(),
                    choice.terms().fromQuantity()));
            if (price.isPresent()) {
                return price;
            }
        }
        return company.flatMap(profile -> question.item().listPrice().map(
            amount -> new ListPrice("", new Money(amount, profile.currency()), question.item().unit(),
                BigDecimal.ZERO)));
    }

    /** 0 for a line of the customer's own, 1 for one of his lists, 2 for one of the standard list. */
    private static int rank(PriceLine line) {
        if (line.customer().isPresent()) {
            return 0;
        }
        return line.priceList().equals(STANDARD) ? 2 : 1;
    }

    @Override
    public List<String> lists() {
        return book.ask(List.of(), tx -> ListTable.codes(tx.connection()));
    }

    @Override
    public List<PriceLine> list(String priceList) {
        return book.ask(List.of(), tx -> ListTable.ofList(tx.connection(), priceList).stream().sorted(ORDER).toList());
    }

    @Override
    public Outcome<Integer> saveAll(List<PriceLine> lines) {
        return book.change(tx -> saving(tx, lines).saveAll(lines));
    }

    @Override
    public Outcome<Integer> change(List<PriceLine> removed, List<PriceLine> stored) {
        return book.change(tx -> {
            int gone = saving(tx, removed).removeAll(removed);
            return saving(tx, stored).saveAll(stored).map(changed -> gone + changed);
        });
    }

    @Override
    public Outcome<Integer> removeAll(List<PriceLine> lines) {
        return book.change(tx -> Outcome.done(saving(tx, lines).removeAll(lines)));
    }

    private static ListSaving saving(Transaction tx, List<PriceLine> lines) throws SQLException {
        return new ListSaving(tx, lines.stream().map(line -> line.item().value()).toList());
    }

}
