package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.internal.SupplierTable.StoredTerms;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** Suppliers' prices of the open store. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.PriceBreaks")
public final class PriceBreaksComponent implements PriceBreaks, Guarded {

    private static final Comparator<PriceBreak> ORDER = Comparator.comparing(PriceBreak::supplier)
        .thenComparing(PriceBreak::terms, PriceKey.ORDER);

    private final PriceBook book;

    @Activate
    public PriceBreaksComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory,
        @Reference Access access) {
        book = new PriceBook(work, memory, access);
    }

    @Override
    public Optional<SupplierPrice> price(ItemId item, PartnerId supplier, Quantity quantity, LocalDate day) {
        return book.ask(Optional.empty(), tx -> {
            Optional<PriceQuestion> question = PriceQuestion.of(tx, item, quantity, day);
            return question.isEmpty() ? Optional.empty() : price(tx, question.get(), supplier);
        });
    }

    private static Optional<SupplierPrice> price(Transaction tx, PriceQuestion question, PartnerId supplier)
        throws SQLException {
        ItemId item = question.item().id();
        List<PriceBreak> lines = stored(tx, item).stream().filter(line -> line.supplier().equals(supplier)).toList();
        Optional<SupplierPrice> line = question.choose(lines, PriceBreak::terms)
            .map(choice -> new SupplierPrice(choice.terms().price(), choice.unit(), choice.terms().fromQuantity()));
        if (line.isPresent()) {
            return line;
        }
        return SupplierTable.load(tx.connection(), List.of(item.value())).stream().map(StoredTerms::terms)
            .filter(terms -> terms.supplier().equals(supplier)).findFirst()
            .flatMap(terms -> terms.price().flatMap(price -> question.unit(terms.unit())
                .map(unit -> new SupplierPrice(price, unit, BigDecimal.ZERO))));
    }

    private static List<PriceBreak> stored(Transaction tx, ItemId item) throws SQLException {
        return BreakTable.load(tx.connection(), List.of(item.value())).values().stream()
            .map(KeyedTable.Stored::value).sorted(ORDER).toList();
    }

    @Override
    public List<PriceBreak> list(ItemId item) {
        return book.ask(List.of(), tx -> stored(tx, item));
    }

    @Override
    public Outcome<Integer> saveAll(List<PriceBreak> breaks) {
        return book.change(tx -> saving(tx, breaks).saveAll(breaks));
    }

    @Override
    public Outcome<Integer> change(List<PriceBreak> removed, List<PriceBreak> stored) {
        return book.change(tx -> {
            int gone = saving(tx, removed).removeAll(removed);
            return saving(tx, stored).saveAll(stored).map(changed -> gone + changed);
        });
    }

    @Override
    public Outcome<Integer> removeAll(List<PriceBreak> breaks) {
        return book.change(tx -> Outcome.done(saving(tx, breaks).removeAll(breaks)));
    }

    private static BreakSaving saving(Transaction tx, List<PriceBreak> breaks) throws SQLException {
        return new BreakSaving(tx, breaks.stream().map(line -> line.item().value()).toList());
    }

}
