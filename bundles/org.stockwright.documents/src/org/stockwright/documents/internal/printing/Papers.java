package org.stockwright.documents.internal.printing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Handling;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.LogisticUnit;
import org.stockwright.documents.spi.LogisticUnitSource;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.UnitOfWork;

/** Reads what stands on the forms of a document. */
@Component(service = Papers.class)
public final class Papers {

    private static final int PRICE_DECIMALS = 9;

    private final UnitOfWork work;
    private final Documents documents;
    private final Addresses addresses;
    private final Handling handling;
    private final Locations locations;
    private final CompanyProfiles profiles;
    private final List<LogisticUnitSource> sources;
    private final Contributions contributions;

    @Activate
    public Papers(@Reference UnitOfWork work, @Reference Documents documents, @Reference Addresses addresses,
        @Reference Handling handling, @Reference Locations locations, @Reference CompanyProfiles profiles,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<LogisticUnitSource> sources,
        @Reference Contributions contributions) {
        this.work = work;
        this.documents = documents;
        this.addresses = addresses;
        this.handling = handling;
        this.locations = locations;
        this.profiles = profiles;
        this.sources = List.copyOf(sources);
        this.contributions = contributions;
    }

    /** The document with this number, if it may be seen: one that the form is for before others. */
    Optional<Document> find(Form form, String number) {
        return form.view().kinds().stream().sorted().flatMap(kind -> documents.find(kind, number).stream()).findFirst()
            .or(() -> documents.find(number));
    }

    /** Who did what to a document, if it may be seen. */
    List<DocumentEvent> trail(DocumentId document) {
        return documents.trail(document);
    }

    /** What people call a kind. */
    String titleOf(String kind) {
        return documents.kinds().stream().filter(one -> one.id().equals(kind)).map(one -> one.title()).findFirst()
            .orElse(kind);
    }

    Optional<CompanyProfile> company() {
        return profiles.current();
    }

    /** How the goods of a document are packed. */
    List<LogisticUnit> units(Document document) {
        return sources.stream()
            .map(source -> contributions.call(source, one -> List.copyOf(one.units(document))))
            .filter(Outcome::isDone).map(Outcome::value).filter(units -> !units.isEmpty()).findFirst()
            .orElse(List.of());
    }

    /** All that stands on a form. */
    Paper read(Form form, Document document) {
        List<LogisticUnit> units = units(document);
        Map<Long, Document> before = before(document);
        Set<ItemId> items = Stream.concat(document.lines().stream().map(DocumentLine::itemId),
            units.stream().flatMap(unit -> unit.contents().stream()).map(LogisticUnit.Content::itemId))
            .collect(Collectors.toSet());
        Set<String> numbers = new LinkedHashSet<>();
        document.source().flatMap(documents::get).map(Document::number).ifPresent(numbers::add);
        before.values().stream().map(Document::number).sorted().forEach(numbers::add);
        String company = company().map(CompanyProfile::name).orElse("");
        return new Paper(document, company, company().map(CompanyProfile::zone).orElse(ZoneOffset.UTC),
            form == Form.PURCHASE_ORDER ? delivery(company, document) : ours(company, document.place()),
            theirs(company, document), carrier(document), List.copyOf(numbers),
            ordered(form, document.lines()), handling.of(items), expiry(items, lots(document, units)),
            prices(document, before), units);
    }

    /**
     * Where a supplier is to deliver: to our place, or, where that is only a place of transit, to the customer whose order
     * it is for. Nobody who may not see that order prints an address in its place.
     */
    private String delivery(String company, Document order) {
        boolean straight = order.place().flatMap(locations::get)
            .filter(place -> place.kind() == LocationKind.TRANSIT).isPresent();
        Optional<DocumentId> source = order.source();
        if (!straight || source.isEmpty()) {
            return ours(company, order.place());
        }
        return documents.get(source.get()).map(customer -> theirs(company, customer)).orElse("");
    }

    private String ours(String company, Optional<LocationId> place) {
        Optional<LocationId> at = place;
        while (at.isPresent()) {
            Optional<Location> location = at.flatMap(locations::get);
            Optional<Address> found = location.flatMap(one -> addresses.find(PartnerId.SELF, one.code()))
                .filter(address -> !address.code().isEmpty());
            if (found.isPresent()) {
                return AddressText.of(company, found);
            }
            at = location.flatMap(Location::parent);
        }
        return AddressText.of(company, addresses.find(PartnerId.SELF, ""));
    }

    private String theirs(String company, Document document) {
        if (document.partner().equals(PartnerId.SELF)) {
            return document.target().isPresent() ? ours(company, document.target()) : "";
        }
        return AddressText.of(document.partnerName(),
            addresses.find(document.partner(), document.address()).or(() -> addresses.find(document.partner(), "")));
    }

    private String carrier(Document document) {
        if (document.carrierCode().isEmpty()) {
            return "";
        }
        return work.read(transaction -> {
            List<String> names = new ArrayList<>();
            new BulkSelect(transaction).each("SELECT name FROM partner WHERE code IN ", List.of(document.carrierCode()),
                "", row -> names.add(row.getString(1)));
            return names.stream().findFirst().orElse(document.carrierCode());
        });
    }

    /** The documents that the lines go on with and that may be seen, by the identity of their lines. */
    private Map<Long, Document> before(Document document) {
        Set<Long> lines = document.lines().stream().flatMap(line -> line.source().stream()).map(line -> line.value())
            .collect(Collectors.toSet());
        Map<Long, Long> owners = work.read(transaction -> {
            Map<Long, Long> found = new LinkedHashMap<>();
            new BulkSelect(transaction).each("SELECT id, document_id FROM document_line WHERE id IN ", lines, "",
                row -> found.put(row.getLong(1), row.getLong(2)));
            return found;
        });
        Map<Long, Optional<Document>> read = new HashMap<>();
        Map<Long, Document> result = new LinkedHashMap<>();
        owners.forEach((line, owner) -> read.computeIfAbsent(owner, id -> documents.get(new DocumentId(id)))
            .ifPresent(found -> result.put(line, found)));
        return result;
    }

    private List<DocumentLine> ordered(Form form, List<DocumentLine> lines) {
        if (form != Form.PICK_LIST) {
            return lines;
        }
        Map<LocationId, Integer> way = new HashMap<>();
        locations.list().forEach(location -> way.put(location.id(), way.size()));
        return lines.stream()
            .sorted(Comparator.<DocumentLine>comparingInt(
                line -> line.location().map(place -> way.getOrDefault(place, way.size())).orElse(way.size()))
                .thenComparing(DocumentLine::item).thenComparing(DocumentLine::lot)
                .thenComparingInt(DocumentLine::line))
            .toList();
    }

    private static Set<String> lots(Document document, List<LogisticUnit> units) {
        return Stream.concat(document.lines().stream().map(DocumentLine::lot),
            units.stream().flatMap(unit -> unit.contents().stream()).map(LogisticUnit.Content::lot))
            .filter(lot -> !lot.isEmpty()).collect(Collectors.toSet());
    }

    private Map<Paper.LotKey, LocalDate> expiry(Collection<ItemId> items, Set<String> lots) {
        if (lots.isEmpty()) {
            return Map.of();
        }
        return work.read(transaction -> {
            Map<Paper.LotKey, LocalDate> found = new HashMap<>();
            new BulkSelect(transaction).each("SELECT item_id, code, expires_on FROM lot WHERE expires_on IS NOT NULL "
                + "AND item_id IN ", items.stream().map(ItemId::value).toList(), " AND code IN ", lots,
                row -> found.put(new Paper.LotKey(new ItemId(row.getLong(1)), row.getString(2)),
                    row.getDate(3).toLocalDate()));
            return found;
        });
    }

    /** A line's own price, or that of the line before it, in the line's own unit; none in another currency. */
    private static Map<Integer, BigDecimal> prices(Document document, Map<Long, Document> before) {
        Map<Integer, BigDecimal> result = new HashMap<>();
        for (DocumentLine line : document.lines()) {
            line.price().or(() -> line.source()
                .flatMap(source -> Optional.ofNullable(before.get(source.value()))
                    .filter(owner -> owner.currency().equals(document.currency()))
                    .flatMap(owner -> owner.lines().stream().filter(one -> one.id().equals(source)).findFirst()))
                .flatMap(ordered -> inUnitOf(line, ordered)))
                .ifPresent(price -> result.put(line.line(), price));
        }
        return result;
    }

    private static Optional<BigDecimal> inUnitOf(DocumentLine line, DocumentLine ordered) {
        if (line.enteredUnit().equals(ordered.enteredUnit())) {
            return ordered.price();
        }
        return ordered.price().map(price -> price.multiply(ordered.entered()).multiply(line.quantity().amount())
            .divide(ordered.quantity().amount().multiply(line.entered()), PRICE_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros());
    }

}
