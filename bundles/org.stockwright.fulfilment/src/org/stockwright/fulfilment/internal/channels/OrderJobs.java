package org.stockwright.fulfilment.internal.channels;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.PricePolicy;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.internal.orders.OrderIntake;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** Makes customer orders of messages. */
@Component(service = OrderJobs.class)
public final class OrderJobs {

    private final OrderIntake intake;
    private final Items items;
    private final Units units;
    private final Partners partners;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public OrderJobs(@Reference OrderIntake intake, @Reference Items items, @Reference Units units,
        @Reference Partners partners, @Reference Locations locations) {
        this.intake = intake;
        this.items = items;
        this.units = units;
        this.partners = partners;
        this.locations = locations;
    }

    Outcome<Job> prepare(Channel channel, ChannelMessage message) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<PartnerId> customer = customer(channel, message, refusals);
        Optional<LocationId> place = place(channel, message, refusals);
        Optional<Currency> currency = currency(channel, message, refusals);
        List<OrderRequest.Line> lines = lines(channel, message, refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        OrderRequest request = OrderRequest
            .customer("channel:" + channel.code() + ":" + message.id(), customer.orElseThrow(), lines)
            .about(message.reference().isEmpty() ? message.id() : message.reference()).shippedTo(message.address())
            .in(currency).from(place).wanted(message.due(), 0);
        return intake.check(message.date().map(request::ordered).orElse(request))
            .map(order -> step -> order.store(step).map(document -> document.number()));
    }

    private Optional<PartnerId> customer(Channel channel, ChannelMessage message, List<Refusal> refusals) {
        Optional<PartnerId> found = message.customer().isEmpty() ? channel.customer()
            : partners.byCode(message.customer()).map(Partner::id);
        if (found.isEmpty()) {
            refusals.add(message.customer().isEmpty()
                ? Refusal.of(FulfilmentRefusal.NO_CUSTOMER, channel.code())
                    .hint("Give the channel a customer for anonymous sales, or name one.")
                : Refusal.of(FulfilmentRefusal.UNKNOWN_CUSTOMER, message.customer())
                    .hint("Import the partner first."));
        }
        return found;
    }

    private Optional<LocationId> place(Channel channel, ChannelMessage message, List<Refusal> refusals) {
        if (message.place().isEmpty()) {
            return channel.place();
        }
        Optional<LocationId> place = locations.byCode(message.place()).map(Location::id);
        if (place.isEmpty()) {
            refusals.add(
                Refusal.of(FulfilmentRefusal.BAD_PLACE, message.place(), "where goods come from")
                    .hint("Name one of your locations."));
        }
        return place;
    }

    private static Optional<Currency> currency(Channel channel, ChannelMessage message, List<Refusal> refusals) {
        if (message.currency().isEmpty()) {
            return channel.currency();
        }
        String code = message.currency().toUpperCase(Locale.ROOT);
        Optional<Currency> found = Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getCurrencyCode().equals(code)).findFirst();
        if (found.isEmpty()) {
            refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_CURRENCY, message.currency())
                .hint("Use the three letters of ISO 4217, such as EUR."));
        }
        return found;
    }

    private List<OrderRequest.Line> lines(Channel channel, ChannelMessage message, List<Refusal> refusals) {
        ItemFinder finder = new ItemFinder(items, units, List.of());
        List<OrderRequest.Line> result = new ArrayList<>();
        long number = 0;
        for (ChannelMessage.Line line : message.lines()) {
            number++;
            Outcome<OrderRequest.Line> made = found(finder, line, number).map(found -> OrderRequest.Line
                .of(found.item().id(), found.quantity())
                .priced(channel.prices() == PricePolicy.CHANNEL ? line.price() : Optional.empty()).ofLot(line.lot())
                .noted(line.note()));
            refusals.addAll(made.refusals());
            if (made.isDone()) {
                result.add(made.value());
            }
        }
        return result;
    }

    /** An item with the quantity that a line says. */
    record Found(Item item, Quantity quantity) {
    }

    /** What a line says, in the unit that it names; refusals carry its number and field. */
    static Outcome<Found> found(ItemFinder finder, ChannelMessage.Line line, long number) {
        return at(number, "item", finder.find(line.item()))
            .then(found -> at(number, "unit", finder.unit(found, line.unit()))
                .then(unit -> at(number, "quantity", Quantity.checked(line.quantity(), unit)))
                .map(quantity -> new Found(found.item(), quantity)));
    }

    /** The outcome, its refusals told to stand in a field of a line. */
    static <T> Outcome<T> at(long number, String field, Outcome<T> outcome) {
        return outcome.isDone() ? outcome
            : Outcome.refused(outcome.refusals().stream()
                .map(refusal -> refusal.at(Refusal.Place.field(number, field))).toList());
    }

}
