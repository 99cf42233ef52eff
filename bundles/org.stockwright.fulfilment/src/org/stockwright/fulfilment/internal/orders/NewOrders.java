package org.stockwright.fulfilment.internal.orders;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
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
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceLists;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.kits.KitBook;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Checks orders and makes documents of them; stores nothing. */
@Component(service = NewOrders.class)
public final class NewOrders {

    private final UnitOfWork work;
    private final DocumentBook book;
    private final Partners partners;
    private final Addresses addresses;
    private final Locations locations;
    private final PriceLists priceLists;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public NewOrders(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Partners partners,
        @Reference Addresses addresses, @Reference Locations locations, @Reference PriceLists priceLists,
        @Reference CompanyProfiles profiles) {
        this.work = work;
        this.book = book;
        this.partners = partners;
        this.addresses = addresses;
        this.locations = locations;
        this.priceLists = priceLists;
        this.profiles = profiles;
    }

    /** The orders, or all that speaks against them; refusals carry the order's key and the line's number. */
    Outcome<List<PreparedOrder>> prepare(List<OrderRequest> requests) {
        Checked checked = check(requests);
        return checked.refusals().isEmpty() ? Outcome.done(checked.orders()) : Outcome.refused(checked.refusals());
    }

    /**
     * What can be placed of many orders.
     *
     * @param orders those that nothing speaks against
     * @param refusals what speaks against the others; each has the order's key and the line's number
     */
    record Checked(List<PreparedOrder> orders, List<Refusal> refusals) {
    }

    /** Checks each order by itself. */
    Checked check(List<OrderRequest> requests) {
        Optional<CompanyProfile> company = profiles.current();
        if (company.isEmpty()) {
            return new Checked(List.of(), List.of(noCompany()));
        }
        List<PreparedOrder> result = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Set<ItemId> items = new HashSet<>();
        requests.forEach(request -> request.lines().forEach(line -> items.add(line.item())));
        Map<LocalDate, Wares> wares = new java.util.HashMap<>();
        for (OrderRequest request : requests) {
            LocalDate day = dayOf(request, company.get());
            Wares known = wares.computeIfAbsent(day, date -> work.read(transaction -> Wares.read(transaction, date,
                items)));
            Outcome<PreparedOrder> order = prepare(request, company.get(), known);
            order.refusals().forEach(refusal -> refusals
                .add(refusal.at(new Refusal.Place(request.key(), refusal.place().line(), refusal.place().column()))));
            if (order.isDone()) {
                result.add(order.value());
            }
        }
        return new Checked(result, refusals);
    }

    static Refusal noCompany() {
        return Refusal.of(FulfilmentRefusal.COMPANY_MISSING).hint("Save the company's profile first.");
    }

    private LocalDate dayOf(OrderRequest request, CompanyProfile company) {
        return LocalDate.ofInstant(request.ordered().orElseGet(() -> work.clock().instant()), company.zone());
    }

    /**
     * What the lines of orders of a day may name.
     *
     * @param day the day
     * @param items the items, and those that kits among them are made of
     * @param kits the kits that hold on the day
     */
    record Wares(LocalDate day, Map<ItemId, ItemFacts> items, KitBook kits) {

        static Wares read(Transaction transaction, LocalDate day, Set<ItemId> items) throws SQLException {
            KitBook kits = KitBook.read(transaction, day, items);
            Set<ItemId> all = new HashSet<>(items);
            all.addAll(kits.partItems());
            return new Wares(day, ItemFacts.read(transaction, all), kits);
        }

    }

    private Outcome<PreparedOrder> prepare(OrderRequest request, CompanyProfile company, Wares wares) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Partner> customer = customer(request, refusals);
        carrier(request, refusals);
        places(request, refusals);
        if (request.priority() < 0 || request.priority() > OrderRequest.MOST_URGENT) {
            refusals.add(Refusal.of(FulfilmentRefusal.BAD_PRIORITY, request.priority(), OrderRequest.MOST_URGENT));
        }
        if (request.kind() == OrderKind.INTERNAL && request.department().isBlank()) {
            refusals.add(Refusal.of(FulfilmentRefusal.DEPARTMENT_MISSING).hint("Name the department."));
        }
        Currency currency = request.currency().or(() -> customer.flatMap(Partner::currency))
            .orElse(company.currency());
        List<NewDocument.Line> lines = lines(request, currency, wares, refusals);
        NewDocument document = NewDocument
            .of(request.kind().id(), request.key(), OrderHash.of(request), OrderState.OPEN.name(), currency,
                request.ordered().orElseGet(() -> work.clock().instant()), lines)
            .with(request.customer(), request.address(), request.reference()).at(request.place(), request.target())
            .wanted(request.due(), request.priority()).wantedBy(request.department(), request.costCentre())
            .carried(request.carrier(), "");
        boolean refused = !refusals.isEmpty();
        // lines that were refused are missing for a reason that was told
        book.check(document).stream().filter(refusal -> !refused || refusal.code() != DocumentRefusal.NO_LINES)
            .forEach(refusals::add);
        return refusals.isEmpty() ? Outcome.done(new PreparedOrder(request, document)) : Outcome.refused(refusals);
    }

    private Optional<Partner> customer(OrderRequest request, List<Refusal> refusals) {
        if (request.kind() != OrderKind.CUSTOMER) {
            return Optional.empty();
        }
        Optional<Partner> customer = partners.get(request.customer());
        if (customer.isEmpty() || request.customer().equals(PartnerId.SELF)) {
            refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_CUSTOMER, request.customer()));
        } else if (!customer.get().active() || !customer.get().roles().contains(Partner.Role.CUSTOMER)) {
            refusals.add(Refusal.of(FulfilmentRefusal.NOT_A_CUSTOMER, customer.get().code())
                .hint("Give the partner the role of a customer."));
        } else if (!request.address().isEmpty()
            && addresses.find(request.customer(), request.address()).isEmpty()) {
            refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_ADDRESS, customer.get().code(), request.address())
                .hint("Import the address first, or leave it empty for the main one."));
        }
        return customer;
    }

    private void carrier(OrderRequest request, List<Refusal> refusals) {
        if (request.carrier().equals(PartnerId.SELF)) {
            return;
        }
        Optional<Partner> carrier = partners.get(request.carrier());
        if (carrier.filter(one -> one.active() && one.roles().contains(Partner.Role.CARRIER)).isEmpty()) {
            refusals.add(Refusal
                .of(FulfilmentRefusal.NOT_A_CARRIER, carrier.map(Partner::code).orElse(request.carrier().toString()))
                .hint("Give the partner the role of a carrier."));
        }
    }

    private void places(OrderRequest request, List<Refusal> refusals) {
        Optional<Location> from = request.place().flatMap(place -> place(place, "where goods come from", refusals));
        if (from.isPresent() && !from.get().kind().isPickable()) {
            refusals.add(Refusal.of(FulfilmentRefusal.BAD_PLACE, from.get().code(), "where goods come from")
                .hint("Name a warehouse, or a zone, aisle or bin of one."));
        }
        Optional<Location> to = request.target().flatMap(place -> place(place, "where goods go to", refusals));
        boolean fits = switch (request.kind()) {
            case CUSTOMER -> request.target().isEmpty();
            case INTERNAL -> to.isEmpty() || to.get().kind() == LocationKind.PRODUCTION;
            case TRANSFER -> to.isEmpty() || to.get().kind().isPickable() && !to.equals(from);
        };
        if (!fits) {
            refusals.add(Refusal.of(FulfilmentRefusal.BAD_PLACE, to.map(Location::code).orElse(""), "where "
                + (request.kind() == OrderKind.CUSTOMER ? "a customer's goods go to" : "goods of this order go to"))
                .hint(switch (request.kind()) {
                    case CUSTOMER -> "Goods of customer orders go to the customer.";
                    case INTERNAL -> "Name a place of production, or none for a department.";
                    case TRANSFER -> "Name another place where stock lies.";
                }));
        }
        if (request.kind() == OrderKind.TRANSFER) {
            if (request.place().isEmpty()) {
                refusals.add(Refusal.of(FulfilmentRefusal.PLACE_MISSING, "that goods come from"));
            }
            if (request.target().isEmpty()) {
                refusals.add(Refusal.of(FulfilmentRefusal.PLACE_MISSING, "that goods go to"));
            }
        }
    }

    private Optional<Location> place(LocationId id, String what, List<Refusal> refusals) {
        Optional<Location> place = locations.get(id);
        if (place.filter(Location::active).isEmpty()) {
            refusals.add(Refusal.of(FulfilmentRefusal.BAD_PLACE,
                place.map(Location::code).orElse(id.toString()), what).hint("It is not in use."));
        }
        return place;
    }

    private List<NewDocument.Line> lines(OrderRequest request, Currency currency, Wares wares,
        List<Refusal> refusals) {
        NewLines made = new NewLines(wares, currency, priceLists, request.customer(),
            request.kind() == OrderKind.CUSTOMER, request.lines());
        int number = 0;
        for (OrderRequest.Line line : request.lines()) {
            number++;
            int at = number;
            made.add(line, request.kind() == OrderKind.TRANSFER ? request.arrival() : Optional.empty())
                .forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(at))));
        }
        return made.lines();
    }

    /** Lines that are added to an order later. */
    Outcome<List<NewDocument.Line>> more(OrderKind kind, PartnerId customer, Currency currency,
        List<OrderRequest.Line> added) {
        Optional<CompanyProfile> company = profiles.current();
        if (company.isEmpty()) {
            return Outcome.refused(noCompany());
        }
        Set<ItemId> items = new HashSet<>();
        added.forEach(line -> items.add(line.item()));
        LocalDate today = LocalDate.ofInstant(work.clock().instant(), company.get().zone());
        Wares wares = work.read(transaction -> Wares.read(transaction, today, items));
        NewLines made = new NewLines(wares, currency, priceLists, customer, kind == OrderKind.CUSTOMER,
            added);
        List<Refusal> refusals = new ArrayList<>();
        for (OrderRequest.Line line : added) {
            refusals.addAll(made.add(line, Optional.empty()));
        }
        return refusals.isEmpty() ? Outcome.done(made.lines()) : Outcome.refused(refusals);
    }

}
