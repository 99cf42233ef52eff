package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.Units;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchasingRefusal;

/** Makes a document of a draft: looks up items, units and the supplier's terms, and says all that is wrong. */
@Component(service = OrderDrafting.class)
public final class OrderDrafting {

    /** The most digits before the decimal point that a total may have. */
    private static final int MOST_DIGITS = 18;

    private final MasterData.Services services;
    private final CompanyProfiles profiles;
    private final Demands demands;

    @Activate
    public OrderDrafting(@Reference Items items, @Reference Units units, @Reference Partners partners,
        @Reference PriceBreaks prices, @Reference Locations places, @Reference CompanyProfiles profiles,
        @Reference Demands demands) {
        this.services = new MasterData.Services(items, units, partners, prices, places);
        this.profiles = profiles;
        this.demands = demands;
    }

    /** The kinds of documents of other areas whose lines are ordered. */
    Demands demands() {
        return demands;
    }

    /** In which a date becomes an instant. */
    public ZoneId zone() {
        return profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    /** The company's currency. */
    public Currency currency() {
        return profiles.current().map(CompanyProfile::currency).orElseGet(() -> Currency.getInstance("EUR"));
    }

    /** Items, suppliers and places for one piece of work. */
    MasterData data() {
        return new MasterData(services);
    }

    /** What tells a draft from another one with the same key. */
    public static String hash(String kind, Object draft) {
        return Sha256.of(kind + "\n" + draft);
    }

    /**
     * The document that a draft stands for, without its source.
     *
     * @param kind order or blanket order
     * @param now when nobody said of which day it is
     */
    Outcome<NewDocument> document(String kind, Draft draft, Instant now) {
        return document(kind, draft, now, data());
    }

    /** The same, one of many: each thing is looked up once. */
    Outcome<NewDocument> document(String kind, Draft draft, Instant now, MasterData data) {
        return document(kind, draft, now, data, false);
    }

    /**
     * The same.
     *
     * @param history whether another system has placed it: days are taken as they were then
     */
    Outcome<NewDocument> document(String kind, Draft draft, Instant now, MasterData data, boolean history) {
        Optional<Partner> supplier = data.partner(draft.supplier())
            .filter(partner -> partner.roles().contains(Partner.Role.SUPPLIER));
        if (supplier.isEmpty()) {
            return Outcome.refused(Refusal
                .of(PurchasingRefusal.NO_SUPPLIER,
                    data.partner(draft.supplier()).map(Partner::code).orElse(draft.supplier().toString()))
                .hint("Order from a partner with the role SUPPLIER."));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (!supplier.get().active()) {
            refusals.add(Refusal.of(PurchasingRefusal.SUPPLIER_NOT_ACTIVE, supplier.get().code())
                .hint("Order from somebody else, or make the partner active again."));
        }
        draft.shipTo().filter(place -> data.place(place).isEmpty())
            .ifPresent(place -> refusals.add(Refusal.of(PurchasingRefusal.UNKNOWN_PLACE, place)));
        Instant ordered = draft.ordered().orElse(now);
        Currency currency = draft.currency().or(() -> supplier.get().currency()).orElseGet(this::currency);
        OrderLines lines = new OrderLines(data, supplier.get(), currency,
            LocalDate.ofInstant(ordered, zone()), draft, history, refusals);
        List<NewDocument.Line> made = lines.all();
        NewDocument document = NewDocument
            .of(kind, draft.key(), hash(kind, draft), PurchaseOrders.OPEN, currency, ordered, made)
            .with(draft.supplier(), draft.address(), draft.reference()).at(draft.shipTo(), Optional.empty())
            .wanted(draft.due().or(() -> earliest(made)), 0).wantedBy(draft.department(), draft.costCentre());
        checkTotal(made, refusals);
        return refusals.isEmpty() ? Outcome.done(document) : Outcome.refused(refusals);
    }

    private static Optional<LocalDate> earliest(List<NewDocument.Line> lines) {
        return lines.stream().flatMap(line -> line.due().stream()).min(Comparator.naturalOrder());
    }

    /** A total that no column holds is a typing error. */
    static void checkTotal(List<NewDocument.Line> lines, List<Refusal> refusals) {
        BigDecimal total = lines.stream().map(line -> line.price().orElse(BigDecimal.ZERO).multiply(line.entered()))
            .reduce(BigDecimal.ZERO, BigDecimal::add).setScale(0, RoundingMode.DOWN);
        if (total.precision() > MOST_DIGITS) {
            refusals.add(Refusal.of(PurchasingRefusal.BAD_SETTING, total.toPlainString(), "the total of a document")
                .hint("A total has at most " + MOST_DIGITS + " digits before the decimal point."));
        }
    }

}
