package org.stockwright.ledger.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.FileRefusal;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementFiles;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Turns the rows of a file of movements into postings. Shared inside this bundle. */
@Component(service = { Guarded.class,
    MovementRows.class }, property = Guarded.SERVICES + "=org.stockwright.ledger.MovementFiles")
public final class MovementRows implements MovementFiles, Guarded {

    private static final Map<String, MovementKind> TYPES = Arrays.stream(MovementKind.values())
        .filter(kind -> kind != MovementKind.OPENING)
        .collect(Collectors.toMap(MovementKind::word, Function.identity()));
    /** What a file may say. */
    static final String TYPE_WORDS = Arrays.stream(MovementKind.values())
        .filter(kind -> kind != MovementKind.OPENING).map(MovementKind::word).collect(Collectors.joining(", "));

    private final UnitOfWork work;
    private final Locations locations;
    private final Items items;
    private final Units units;
    private final Partners partners;
    private final CompanyProfiles profiles;
    private final List<PriceConversion> conversions;

    /** Lives as long as the open book. */
    @Activate
    public MovementRows(@Reference UnitOfWork work, @Reference Locations locations, @Reference Items items,
        @Reference Units units, @Reference Partners partners, @Reference CompanyProfiles profiles,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PriceConversion> conversions) {
        this.work = work;
        this.locations = locations;
        this.items = items;
        this.units = units;
        this.partners = partners;
        this.profiles = profiles;
        this.conversions = List.copyOf(conversions);
    }

    @Override
    public Content read(List<ImportRow> rows, Progress progress) {
        RowErrors errors = new RowErrors();
        Postings postings = read(rows, errors, progress);
        return new Content(postings.entries(work), errors.list());
    }

    /** The postings of those rows in which nothing is wrong. */
    Postings read(List<ImportRow> rows, RowErrors errors, Progress progress) {
        progress.begin("Checking rows", rows.size());
        Postings postings = new Postings();
        FileInstants instants = new FileInstants(Zones.of(profiles));
        LineReader lines = new LineReader(new ItemFinder(items, units, rows), new PlaceFinder(locations), partners,
            new PriceReader(profiles.current(), conversions, errors), errors);
        Nearest nearest = new Nearest();
        Map<String, Instant> undated = undated(rows);
        for (ImportRow row : rows) {
            progress.check();
            Optional<MovementKind> kind = errors.value(row, "type", type(row.get("type"), nearest));
            int before = errors.count();
            Optional<Instant> effective = row.has("effective")
                ? errors.value(row, "effective", instants.parse(row.get("effective")))
                : Optional.ofNullable(undated.get(row.get("key")));
            boolean dated = errors.count() == before;
            // A row without a type is read as a transfer, which implies nothing, to tell what else is wrong with it.
            lines.read(row, kind.orElse(MovementKind.TRANSFER), "from", "to", effective)
                .filter(line -> kind.isPresent() && dated)
                .ifPresent(line -> postings.add(row, row.get("key"), effective, line, row.get("reference")));
            progress.worked(1);
        }
        return postings;
    }

    /** A price in another currency needs an instant: that of an earlier posting with the key, or now. */
    private Map<String, Instant> undated(List<ImportRow> rows) {
        List<String> keys = new ArrayList<>();
        rows.stream().filter(row -> !row.has("effective") && PriceReader.isForeign(row))
            .forEach(row -> keys.add(row.get("key")));
        Map<String, Instant> earlier = EarlierPostings.effective(work, keys);
        Instant now = work.clock().instant();
        return keys.stream().distinct()
            .collect(Collectors.toMap(Function.identity(), key -> earlier.getOrDefault(key, now)));
    }

    private static Outcome<MovementKind> type(String word, Nearest nearest) {
        MovementKind kind = TYPES.get(word.toLowerCase(Locale.ROOT).replace('_', '-'));
        return kind != null ? Outcome.done(kind) : Outcome.refused(Refusal.of(FileRefusal.UNKNOWN_TYPE, word)
            .hint(nearest.hint(word, TYPES.keySet(), "The types are " + TYPE_WORDS + ".")));
    }

}
