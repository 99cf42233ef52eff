package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.documents.Document;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.Kits.Assembly;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockStep;

/** Puts kits together or takes them apart, in one step. */
final class Assembling {

    private final DocumentBook book;
    private final StockStep step;
    private final Assembly assembly;
    private final boolean together;
    private final Terms terms;

    /**
     * How it is done.
     *
     * @param places the tree of places
     * @param currency of the company
     * @param day of which versions of kits are taken
     * @param effective when it happened
     */
    record Terms(PlaceTree places, Currency currency, LocalDate day, Instant effective) {
    }

    Assembling(DocumentBook book, StockStep step, Assembly assembly, boolean together, Terms terms) {
        this.book = book;
        this.step = step;
        this.assembly = assembly;
        this.together = together;
        this.terms = terms;
    }

    private String hash() {
        Canonical text = new Canonical(together ? "assemble" : "disassemble").add(assembly.kit())
            .add(assembly.quantity()).add(assembly.from()).add(assembly.to()).add(assembly.effective());
        assembly.lots().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .forEach(lot -> text.add(lot.getKey()).add(lot.getValue()));
        return text.hash();
    }

    Outcome<Document> run() throws SQLException {
        String hash = hash();
        Optional<Outcome<Document>> known = book.known(step.transaction(), assembly.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        KitBook kits = KitBook.read(step.transaction(), terms.day(), List.of(assembly.kit()));
        Map<ItemId, BigDecimal> parts = kits.parts(assembly.kit());
        Set<ItemId> all = new java.util.HashSet<>(parts.keySet());
        all.add(assembly.kit());
        Map<ItemId, ItemFacts> items = ItemFacts.read(step.transaction(), all);
        ItemFacts kit = items.get(assembly.kit());
        if (kit == null) {
            return Outcome.refused(FulfilmentRefusal.UNKNOWN_ITEM, assembly.kit());
        }
        if (parts.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.UNKNOWN_KIT, kit.code(), terms.day())
                .hint("Define the kit, or an earlier version of it."));
        }
        if (kits.isVirtual(assembly.kit())) {
            return Outcome.refused(FulfilmentRefusal.KIT_IS_VIRTUAL, kit.code());
        }
        Outcome<Quantity> wanted = assembly.quantity().in(kit.unit(), Rounding.EXACT);
        if (!wanted.isDone()) {
            return Outcome.refused(wanted.refusals());
        }
        if (wanted.value().signum() <= 0) {
            return Outcome.refused(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, assembly.quantity());
        }
        // whoever assembles waits here for whoever did just now: also for a second sender of the same key
        String number = step.number(AssemblyOrderKind.SERIES);
        if (book.known(step.transaction(), assembly.key(), hash).isPresent()) {
            throw new LostRace();
        }
        List<Refusal> refusals = new ArrayList<>();
        List<NewDocument.Line> lines = new ArrayList<>();
        List<MovementLine> used = new ArrayList<>();
        List<MovementLine> made = new ArrayList<>();
        lines.add(NewDocument.Line.of(kit.id(), wanted.value()).ofLot(lot(kit.id(), together)).at(
            Optional.of(together ? assembly.to() : assembly.from())));
        move(kit, wanted.value(), together ? made : used, together, false, refusals);
        for (Map.Entry<ItemId, BigDecimal> one : parts.entrySet()) {
            ItemId item = one.getKey();
            ItemFacts part = items.get(item);
            Quantity quantity = new Quantity(one.getValue().multiply(wanted.value().amount()),
                java.util.Objects.requireNonNull(part).unit());
            lines.add(NewDocument.Line.of(item, quantity).ofLot(lot(item, !together))
                .at(Optional.of(together ? assembly.from() : assembly.to())).partOf(0));
            move(part, quantity, together ? used : made, !together, !together, refusals);
        }
        NewDocument document = NewDocument
            .of(Kits.ASSEMBLY, assembly.key(), hash,
                together ? AssemblyOrderKind.ASSEMBLED : AssemblyOrderKind.DISASSEMBLED, terms.currency(),
                terms.effective(), lines)
            .at(Optional.of(assembly.from()), Optional.of(assembly.to()));
        refusals.addAll(book.check(document));
        return refusals.isEmpty() ? post(document, number, used, made) : Outcome.refused(refusals);
    }

    private String lot(ItemId item, boolean isMade) {
        return isMade ? assembly.lots().getOrDefault(item, "") : "";
    }

    /** The movements of an item: from free stock into the conversion, or out of it. */
    private void move(ItemFacts item, Quantity quantity, List<MovementLine> lines, boolean isMade, boolean atStandard,
        List<Refusal> refusals) throws SQLException {
        if (!isMade) {
            FreeStock.Found found = new FreeStock(step.transaction(), terms.places(), Optional.empty()).take(item.id(),
                quantity.amount(), Set.of(assembly.from()), terms.day(), false);
            if (found.missing().signum() > 0) {
                refusals.add(Refusal.of(FulfilmentRefusal.TOO_FEW_COMPONENTS,
                    new Quantity(found.missing(), item.unit()), item.code(), terms.places().code(assembly.from()),
                    quantity)
                    .hint("What is held for orders, locked or expired is not used up."));
            }
            found.parts().forEach(part -> lines.add(MovementLine.of(MovementKind.CONSUME, item.id(),
                new Quantity(part.quantity(), item.unit()), Optional.of(part.stock().place().id()), Optional.empty())
                .withLot(part.stock().lot()).withStatus(part.stock().status(), "")));
            return;
        }
        MovementLine line = MovementLine
            .of(MovementKind.PRODUCE, item.id(), quantity, Optional.empty(), Optional.of(assembly.to()))
            .withLot(lot(item.id(), true));
        if (!atStandard) {
            lines.add(line);
        } else if (item.standardCost().isPresent()) {
            lines.add(line.withUnitCost(item.standardCost().get()));
        } else {
            refusals.add(Refusal.of(FulfilmentRefusal.NO_STANDARD_COST, item.code())
                .hint("Give it one: a component comes back at its standard cost."));
        }
    }

    private Outcome<Document> post(NewDocument document, String number, List<MovementLine> used,
        List<MovementLine> made) throws SQLException {
        List<MovementLine> lines = new ArrayList<>(used);
        lines.addAll(made);
        Outcome<PostingReceipt> posted = step.post(new PostingRequest(document.key() + ":assembly",
            terms.effective(), lines, number, "", ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        return Outcome.done(book.store(step.transaction(), document.posted(Optional.of(posted.value().id())), number));
    }

}
