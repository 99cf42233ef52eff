package org.stockwright.fulfilment.ui.internal.channel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.PricePolicy;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/**
 * A channel as it is typed; a field that is empty is empty.
 *
 * @param code the channel's code
 * @param title what people call it
 * @param connector the connector's id
 * @param settings the connector's settings
 * @param customer the code of who buys when a message names nobody
 * @param place the code of the place where its goods come from
 * @param currency three letters
 * @param fromLists whether orders cost what the price lists say, whatever a message says
 * @param buffer how much of each item it is never told of
 * @param percent how much of what can be promised it is not told of besides
 * @param active whether messages are taken and processed
 * @param items the codes of what it sells; all finished goods when there are none
 */
@SuppressWarnings("nls")
record ChannelTexts(String code, String title, String connector, String settings, String customer, String place,
    String currency, boolean fromLists, String buffer, String percent, boolean active, List<String> items) {

    /** Takes a copy. */
    ChannelTexts {
        items = List.copyOf(items);
    }

    /** A channel that is not there yet. */
    static ChannelTexts fresh(String connector) {
        return new ChannelTexts("", "", connector, "", "", "", "", false, "0", "0", true, List.of());
    }

    /** A channel as it is stored; reads master data. */
    static ChannelTexts of(Channel channel, Partners partners, Locations locations, Items items) {
        return new ChannelTexts(channel.code(), channel.title(), channel.connector(), channel.settings(),
            channel.customer().flatMap(partners::get).map(Partner::code).orElse(""),
            channel.place().flatMap(locations::get).map(Location::code).orElse(""),
            channel.currency().map(Currency::getCurrencyCode).orElse(""), channel.prices() == PricePolicy.LISTS,
            channel.bufferQuantity().toPlainString(), channel.bufferPercent().toPlainString(), channel.active(),
            channel.assortment().stream().flatMap(id -> items.get(id).stream()).map(Item::code).sorted().toList());
    }

    /** The channel, or all that is wrong with the texts; reads master data. */
    Outcome<Channel> read(Partners partners, Locations locations, Items masters) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Partner> buyer = partners.byCode(customer.strip());
        if (buyer.isEmpty() && !customer.isBlank()) {
            refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_CUSTOMER, customer.strip())
                .hint("Type a part of its name to choose from a list.").at(Place.field(0, "customer")));
        }
        Optional<Location> from = locations.byCode(place.strip());
        if (from.isEmpty() && !place.isBlank()) {
            refusals.add(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, place.strip())
                .hint("Type a part of its name to choose from a list.").at(Place.field(0, "place")));
        }
        String letters = currency.strip().toUpperCase(Locale.ROOT);
        Optional<Currency> money = Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getCurrencyCode().equals(letters)).findFirst();
        if (money.isEmpty() && !letters.isEmpty()) {
            refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_CURRENCY, letters)
                .hint("Use the three letters of ISO 4217, such as EUR.").at(Place.field(0, "currency")));
        }
        BigDecimal least = number(buffer, "buffer", refusals);
        BigDecimal share = number(percent, "percent", refusals);
        Map<String, Item> known = masters.byCodes(items);
        Set<ItemId> assortment = new HashSet<>();
        for (String item : items) {
            Optional.ofNullable(known.get(item)).ifPresentOrElse(one -> assortment.add(one.id()),
                () -> refusals.add(Refusal.of(CatalogRefusal.UNKNOWN_ITEM, item).at(Place.field(0, "items"))));
        }
        return refusals.isEmpty()
            ? Outcome.done(new Channel(code.strip(), title.isBlank() ? code.strip() : title.strip(), connector,
                settings.strip(), buyer.map(Partner::id), from.map(Location::id), money,
                fromLists ? PricePolicy.LISTS : PricePolicy.CHANNEL, least, share, active, assortment))
            : Outcome.refused(refusals);
    }

    private static BigDecimal number(String text, String column, List<Refusal> refusals) {
        if (text.isBlank()) {
            return BigDecimal.ZERO;
        }
        Outcome<BigDecimal> number = Decimals.parse(text);
        number.refusals().forEach(refusal -> refusals.add(refusal.at(Place.field(0, column))));
        return number.isDone() ? number.value() : BigDecimal.ZERO;
    }

}
