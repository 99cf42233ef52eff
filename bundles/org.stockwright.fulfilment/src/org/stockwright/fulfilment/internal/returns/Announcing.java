package org.stockwright.fulfilment.internal.returns;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.shipping.CustomerReturnKind;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.ShipmentKind;
import org.stockwright.ledger.spi.StockStep;

/** Announces a return, in one step. */
final class Announcing {

    private final DocumentBook book;
    private final StockStep step;
    private final CustomerReturns.Announcement asked;

    Announcing(DocumentBook book, StockStep step, CustomerReturns.Announcement asked) {
        this.book = book;
        this.step = step;
        this.asked = asked;
    }

    Outcome<Document> announce(String hash, Currency currency) throws SQLException {
        Optional<Outcome<Document>> known = book.known(step.transaction(), asked.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Document> shipment = Optional.empty();
        if (asked.shipment().isPresent()) {
            Outcome<Document> found = new GoodsWork(book, step).find(asked.shipment().get(), Shipping.KIND);
            if (!found.isDone()) {
                return found;
            }
            shipment = book.lock(step.transaction(), found.value().id());
            // a second sender of the same key waited for the lock
            known = book.known(step.transaction(), asked.key(), hash);
            if (known.isPresent()) {
                return known.get();
            }
            if (!ShipmentKind.SHIPPED.equals(shipment.orElseThrow().state())) {
                return GoodsWork.notNow(shipment.orElseThrow(), "returned");
            }
        }
        Outcome<List<NewDocument.Line>> lines = shipment.isPresent() ? of(shipment.get()) : blind();
        if (!lines.isDone()) {
            return Outcome.refused(lines.refusals());
        }
        NewDocument made = NewDocument
            .of(CustomerReturns.KIND, asked.key(), hash, CustomerReturnKind.ANNOUNCED,
                shipment.map(Document::currency).orElse(currency), asked.effective(), lines.value())
            .with(shipment.map(Document::partner).orElse(asked.customer()),
                shipment.map(Document::address).orElse(""), asked.reason().strip())
            .madeOf(asked.shipment());
        List<Refusal> refusals = book.check(made);
        return refusals.isEmpty() ? Outcome.done(book.store(step.transaction(), made, step.number("RT")))
            : Outcome.refused(refusals);
    }

    private Outcome<List<NewDocument.Line>> of(Document shipment) throws SQLException {
        Map<LineId, BigDecimal> open = new ReturnRows(step.transaction()).returnable(book, shipment);
        List<NewDocument.Line> lines = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        int at = 0;
        for (CustomerReturns.Line line : asked.lines()) {
            at++;
            Optional<DocumentLine> shipped = shipment.line(line.shipmentLine());
            if (shipped.isEmpty()) {
                refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, shipment.number(), line.shipmentLine())
                    .at(Refusal.Place.line(at)));
                continue;
            }
            DocumentLine from = shipped.get();
            Outcome<Quantity> quantity = line.quantity().in(from.quantity().unit(),
                org.stockwright.base.Rounding.EXACT);
            if (!quantity.isDone()) {
                refusals.add(quantity.refusals().getFirst().at(Refusal.Place.line(at)));
                continue;
            }
            BigDecimal left = open.merge(from.id(), quantity.value().amount().negate(), BigDecimal::add);
            if (quantity.value().signum() <= 0 || left.signum() < 0) {
                refusals.add(Refusal.of(FulfilmentRefusal.MORE_THAN_SHIPPED, from.line(), shipment.number(),
                    plain(left.add(quantity.value().amount())), plain(quantity.value().amount()))
                    .hint("What came back or is announced by another return counts.").at(Refusal.Place.line(at)));
                continue;
            }
            lines.add(NewDocument.Line.of(from.itemId(), quantity.value()).ofLot(from.lot()).priced(from.price())
                .noted(line.note()).from(Optional.of(from.id())));
        }
        return refusals.isEmpty() ? Outcome.done(lines) : Outcome.refused(refusals);
    }

    private Outcome<List<NewDocument.Line>> blind() {
        List<NewDocument.Line> lines = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        int at = 0;
        for (CustomerReturns.Line line : asked.lines()) {
            at++;
            if (line.item().isEmpty()) {
                refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_ITEM, "").hint("Without a shipment name the item.")
                    .at(Refusal.Place.line(at)));
            } else if (line.quantity().signum() <= 0) {
                refusals.add(Refusal.of(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, line.quantity())
                    .at(Refusal.Place.line(at)));
            } else {
                lines.add(NewDocument.Line.of(line.item().get(), line.quantity()).ofLot(line.lot())
                    .noted(line.note()));
            }
        }
        return refusals.isEmpty() ? Outcome.done(lines) : Outcome.refused(refusals);
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

}
