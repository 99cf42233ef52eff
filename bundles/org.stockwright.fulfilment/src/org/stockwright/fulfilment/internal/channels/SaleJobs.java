package org.stockwright.fulfilment.internal.channels;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.UnitOfWork;

/**
 * Posts sales at tills: issues of what was sold, returns of what came back, with the receipt as their paper, or with the
 * original receipt when all comes back from that. The goods have left already: they are taken from the free stock of the
 * place, first what expires first; without enough, from the place itself, where the ledger decides whether it may go below
 * zero.
 */
@Component(service = SaleJobs.class)
public final class SaleJobs {

    private final UnitOfWork work;
    private final Items items;
    private final Units units;
    private final Locations locations;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public SaleJobs(@Reference UnitOfWork work, @Reference Items items, @Reference Units units,
        @Reference Locations locations, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.items = items;
        this.units = units;
        this.locations = locations;
        this.profiles = profiles;
    }

    /** What is moved together: one item and lot in one direction. */
    private record Ware(ItemId item, String lot, boolean back) {
    }

    /**
     * How much of it, in the item's base unit, and the line of the message that named it first.
     */
    private record Part(Quantity quantity, long line) {
    }

    /**
     * A sale that is ready to be posted.
     *
     * @param key of the posting
     * @param message what was sold
     * @param wares how much of what, in base units, positive
     * @param place where it lies
     * @param places the tree of places
     * @param zone the company's
     */
    private record Sale(String key, ChannelMessage message, Map<Ware, Part> wares, LocationId place,
        PlaceTree places, ZoneId zone) {
    }

    Outcome<Job> prepare(Channel channel, ChannelMessage message) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<LocationId> place = place(channel, message, refusals);
        Map<Ware, Part> wares = wares(message, refusals);
        boolean sells = wares.keySet().stream().anyMatch(ware -> !ware.back());
        if (sells && !message.original().isEmpty() && !message.original().equals(message.id())) {
            refusals.add(Refusal.of(FulfilmentRefusal.MIXED_RECEIPT, message.id(), message.original())
                .hint("Send what comes back as a sale of its own, such as " + message.id() + "-R."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        Sale sale = new Sale("channel:" + channel.code() + ":sale:" + message.id(), message, wares,
            place.orElseThrow(), new PlaceTree(locations), zone);
        return Outcome.done(step -> post(step, sale));
    }

    private Optional<LocationId> place(Channel channel, ChannelMessage message, List<Refusal> refusals) {
        Optional<LocationId> found = message.place().isEmpty() ? channel.place()
            : locations.byCode(message.place()).map(Location::id);
        if (found.isEmpty()) {
            refusals.add(message.place().isEmpty()
                ? Refusal.of(FulfilmentRefusal.NO_SALES_PLACE, channel.code())
                    .hint("Give the channel a place, or name one.")
                : Refusal.of(FulfilmentRefusal.BAD_PLACE, message.place(), "where goods are sold")
                    .hint("Name one of your locations."));
        }
        return found;
    }

    private Map<Ware, Part> wares(ChannelMessage message, List<Refusal> refusals) {
        ItemFinder finder = new ItemFinder(items, units, List.of());
        Map<Ware, Part> result = new LinkedHashMap<>();
        long number = 0;
        for (ChannelMessage.Line line : message.lines()) {
            number++;
            long at = number;
            refusals.addAll(OrderJobs.found(finder, line, number).then(found -> OrderJobs
                .at(at, "quantity", found.quantity().in(found.item().unit(), Rounding.EXACT)
                    .then(quantity -> add(result, new Ware(found.item().id(), line.lot(), quantity.signum() < 0),
                        quantity, at))))
                .refusals());
        }
        return result;
    }

    private static Outcome<Part> add(Map<Ware, Part> wares, Ware ware, Quantity quantity, long line) {
        Part before = wares.getOrDefault(ware, new Part(Quantity.zero(quantity.unit()), line));
        Outcome<Part> sum = Quantity.checked(before.quantity().amount().add(quantity.amount().abs()), quantity.unit())
            .map(all -> new Part(all, before.line()));
        if (sum.isDone()) {
            wares.put(ware, sum.value());
        }
        return sum;
    }

    private Outcome<String> post(StockStep step, Sale sale) throws SQLException {
        Instant effective = sale.message().date().orElseGet(() -> work.clock().instant());
        LocalDate day = LocalDate.ofInstant(effective, sale.zone());
        Map<ItemId, ItemFacts> facts = ItemFacts.read(step.transaction(),
            sale.wares().keySet().stream().map(Ware::item).toList());
        List<MovementLine> lines = new ArrayList<>();
        List<Long> origins = new ArrayList<>();
        boolean sells = false;
        for (Map.Entry<Ware, Part> one : sale.wares().entrySet()) {
            Ware ware = one.getKey();
            if (ware.back()) {
                lines.add(MovementLine.of(MovementKind.RETURN_IN, ware.item(), one.getValue().quantity(),
                    Optional.empty(), Optional.of(sale.place())).withLot(ware.lot()));
            } else {
                sells = true;
                issue(lines, ware, one.getValue().quantity(), sale.place(), free(step, facts, one, sale, day));
            }
            origins.addAll(Collections.nCopies(lines.size() - origins.size(), one.getValue().line()));
        }
        String paper = sells || sale.message().original().isEmpty() ? sale.message().id() : sale.message().original();
        Outcome<PostingReceipt> posted = step.post(new PostingRequest(sale.key(), effective, lines, paper,
            paper.equals(sale.message().id()) ? "" : sale.message().id(), ""));
        return posted.isDone() ? Outcome.done(sale.message().id())
            : Outcome.refused(posted.refusals().stream().map(refusal -> told(refusal, origins)).toList());
    }

    /** A refusal of a line of the posting, told of the line of the message that it is of. */
    private static Refusal told(Refusal refusal, List<Long> origins) {
        long line = refusal.place().line();
        return line < 1 || line > origins.size() ? refusal
            : refusal.at(Refusal.Place.line(origins.get((int) line - 1)));
    }

    /** Parts of free stock that make up the quantity; none when there is too little, or when the lot is known. */
    private static List<FreeStock.Part> free(StockStep step, Map<ItemId, ItemFacts> facts,
        Map.Entry<Ware, Part> one, Sale sale, LocalDate day) throws SQLException {
        ItemFacts item = facts.get(one.getKey().item());
        if (item == null || !one.getKey().lot().isEmpty()) {
            return List.of();
        }
        FreeStock.Found found = new FreeStock(step.transaction(), sale.places(), Optional.empty()).take(item.id(),
            one.getValue().quantity().amount(), Set.of(sale.place()), day, false);
        return found.missing().signum() > 0 ? List.of() : found.parts();
    }

    private static void issue(List<MovementLine> lines, Ware ware, Quantity quantity, LocationId place,
        List<FreeStock.Part> parts) {
        if (parts.isEmpty()) {
            lines.add(MovementLine
                .of(MovementKind.ISSUE, ware.item(), quantity, Optional.of(place), Optional.empty())
                .withLot(ware.lot()));
        }
        parts.forEach(part -> lines.add(MovementLine
            .of(MovementKind.ISSUE, ware.item(), new Quantity(part.quantity(), quantity.unit()),
                Optional.of(part.stock().place().id()), Optional.empty())
            .withLot(part.stock().lot()).withStatus(part.stock().status(), "")));
    }

}
