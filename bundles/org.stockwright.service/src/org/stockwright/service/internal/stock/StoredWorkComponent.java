package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Batch;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Preparations;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.StoredWork;
import org.stockwright.service.Template;
import org.stockwright.service.internal.boundary.CurrentCosts;

/** The stock of stored work, read from the ledger. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.StoredWork")
public final class StoredWorkComponent implements StoredWork, Guarded {

    private static final int LONGEST_REASON = 200;

    private final WorkDesk desk;
    private final Preparations preparations;
    private final List<CurrentCosts> costs;

    /** Lives as long as the open book. */
    @Activate
    public StoredWorkComponent(@Reference WorkDesk desk, @Reference Preparations preparations,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<CurrentCosts> costs) {
        this.desk = desk;
        this.preparations = preparations;
        this.costs = List.copyOf(costs);
    }

    @Override
    public List<Lot> lots(Optional<String> template) {
        Outcome<List<Lot>> lots = desk.terms().map(terms -> lots(template, terms.day(desk.now())));
        return lots.isDone() ? lots.value() : List.of();
    }

    /** What lies in stock. */
    private record Lying(List<LotRows.Row> rows, Map<DocumentId, Batch> batches, Map<ItemId, ItemFacts> items) {

        private Batch batch(LotRows.Row row) {
            return Objects.requireNonNull(batches.get(row.batch()));
        }

    }

    private Lying lying(Optional<String> template) {
        return desk.work().read(transaction -> {
            List<LotRows.Row> rows = new LotRows(transaction).read(template);
            Set<ItemId> items = rows.stream().map(LotRows.Row::item).collect(Collectors.toSet());
            return new Lying(rows, new BatchRows(transaction).heads(rows.stream().map(LotRows.Row::batch).toList()),
                ItemFacts.read(transaction, items));
        });
    }

    private List<Lot> lots(Optional<String> template, LocalDate today) {
        Lying read = lying(template);
        Map<ItemId, BigDecimal> worth = new HashMap<>();
        for (ItemId item : read.items().keySet()) {
            costs.stream().flatMap(one -> one.of(item).stream()).findFirst().ifPresent(cost -> worth.put(item, cost));
        }
        Map<String, List<Template>> versions = new HashMap<>();
        List<Lot> result = new ArrayList<>();
        for (LotRows.Row row : read.rows()) {
            Batch batch = read.batch(row);
            ItemFacts item = Objects.requireNonNull(read.items().get(row.item()));
            String stage = versions.computeIfAbsent(batch.template(), desk.templates()::versions).stream()
                .filter(one -> one.version() == batch.version()).findFirst()
                .map(one -> one.stages().get(batch.stages() - 1).name()).orElse("");
            result.add(new Lot(batch.template(), batch.version(), batch.stages(), stage, row.batch(), batch.number(),
                row.item(), item.code(), row.lot(), row.place(), row.placeCode(), row.expires(),
                freshness(row.expires(), today), new Quantity(row.onHand(), item.unit()),
                new Quantity(row.reserved(), item.unit()), Optional.ofNullable(worth.get(row.item()))));
        }
        result.sort(Comparator.comparing((Lot lot) -> lot.expires().orElse(LocalDate.MAX)).thenComparing(Lot::number)
            .thenComparing(Lot::place));
        return result;
    }

    /** How fresh something with this last day is. */
    static Freshness freshness(Optional<LocalDate> last, LocalDate today) {
        if (last.filter(today::isAfter).isPresent()) {
            return Freshness.EXPIRED;
        }
        return last.filter(day -> !day.isAfter(today.plusDays(SOON_DAYS))).isPresent() ? Freshness.EXPIRING
            : Freshness.FRESH;
    }

    @Override
    public List<Level> levels() {
        Outcome<List<Level>> levels = desk.terms().map(this::levels);
        return levels.isDone() ? levels.value() : List.of();
    }

    private List<Level> levels(WorkTerms terms) {
        LocalDate today = terms.day(desk.now());
        Lying read = lying(Optional.empty());
        Map<String, List<LotRows.Row>> lots = read.rows().stream()
            .collect(Collectors.groupingBy(row -> read.batch(row).template()));
        Map<String, Integer> inWork = desk.work().read(transaction -> new BatchRows(transaction).inWork());
        Map<String, Template> current = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, Set<LocationId>> queues = new HashMap<>();
        for (Template one : desk.templates().list()) {
            names.put(one.code(), one.name());
            one.queue().ifPresent(queue -> queues.computeIfAbsent(one.code(), code -> new HashSet<>()).add(queue));
            if (one.holds(today) && one.boundary() > 0) {
                current.put(one.code(), one);
            }
        }
        Set<String> codes = new TreeSet<>(current.keySet());
        codes.addAll(lots.keySet());
        codes.addAll(inWork.keySet());
        List<Level> result = new ArrayList<>();
        for (String code : codes) {
            List<LotRows.Row> all = lots.getOrDefault(code, List.of());
            Set<LocationId> roots = queues.getOrDefault(code, Set.of());
            // as for cases: what lies elsewhere, or is locked, is on hand, but nobody can be served with it
            List<LotRows.Row> some = all.stream()
                .filter(row -> terms.places().isUsable(row.place()) && terms.places().isWithin(row.place(), roots))
                .toList();
            Template.Replenishment wanted = Optional.ofNullable(current.get(code)).map(Template::replenishment)
                .orElse(new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO));
            result.add(new Level(code, names.getOrDefault(code, code),
                sum(some, today, Set.of(Freshness.FRESH), LotRows.Row::available),
                sum(some, today, Set.of(Freshness.EXPIRING), LotRows.Row::available),
                sum(all, today, Set.of(Freshness.EXPIRED), LotRows.Row::onHand),
                sum(some, today, Set.of(Freshness.FRESH, Freshness.EXPIRING), LotRows.Row::availableReserved),
                BigDecimal.valueOf(inWork.getOrDefault(code, 0)), wanted.minimum(), wanted.target()));
        }
        return result;
    }

    private static BigDecimal sum(List<LotRows.Row> rows, LocalDate today, Set<Freshness> fresh,
        Function<LotRows.Row, BigDecimal> figure) {
        return rows.stream().filter(row -> fresh.contains(freshness(row.expires(), today))).map(figure)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Outcome<List<Proposal>> proposals(Basis basis, int days) {
        return desk.terms().then(terms -> {
            LocalDate today = terms.day(desk.now());
            List<Proposal> result = new ArrayList<>();
            for (Level level : levels(terms)) {
                Optional<Template> template = desk.templates().on(level.template(), today)
                    .filter(one -> one.boundary() > 0);
                if (template.isPresent()) {
                    Outcome<Template.Replenishment> wanted = basis == Basis.TEMPLATE
                        ? Outcome.done(template.get().replenishment()) : byDemand(template.get(), days);
                    // one template of which nobody said what a missing unit costs does not hide what others need
                    boolean unknown = wanted.refusals().stream()
                        .anyMatch(refusal -> refusal.code() == ServiceRefusal.NO_MISMATCH_COST);
                    if (!wanted.isDone() && !unknown) {
                        return Outcome.refused(wanted.refusals());
                    }
                    proposal(level, unknown ? template.get().replenishment() : wanted.value(),
                        unknown ? Basis.TEMPLATE : basis).ifPresent(result::add);
                }
            }
            return Outcome.done(result);
        });
    }

    /** The stock of the template's boundary by recorded demand: the level that is filled up to whenever something is missing. */
    private Outcome<Template.Replenishment> byDemand(Template template, int days) {
        return desk.templates().boundaries(template, desk.templates().recorded(template.service(), days))
            .map(effects -> effects.stream().filter(one -> one.boundary() == template.boundary())
                .map(BoundaryEffect::stock).findFirst().orElse(BigDecimal.ZERO))
            .map(stock -> new Template.Replenishment(stock, stock));
    }

    private Optional<Proposal> proposal(Level level, Template.Replenishment wanted, Basis basis) {
        BigDecimal position = level.position();
        if (position.compareTo(wanted.minimum()) >= 0) {
            return Optional.empty();
        }
        int units = wanted.target().subtract(position).setScale(0, RoundingMode.CEILING)
            .min(BigDecimal.valueOf(Preparations.MOST_UNITS)).intValue();
        Outcome<Preparations.QuietTime> quiet = preparations.quietTime(level.template(), units);
        return Optional.of(new Proposal(level.template(), units, position, wanted.minimum(), wanted.target(), basis,
            quiet.isDone() ? Optional.of(quiet.value()) : Optional.empty()));
    }

    @Override
    public Outcome<List<WrittenOff>> writeOff(String key, Optional<String> template, String reason, Instant effective) {
        List<Refusal> refusals = new ArrayList<>();
        ActionKeys.bad(key).ifPresent(refusals::add);
        if (reason.isBlank()) {
            refusals.add(Refusal.of(ServiceRefusal.REASON_MISSING).hint("For example: expired."));
        } else if (!ResultRows.fits(reason, LONGEST_REASON)) {
            refusals.add(ResultRows.unfit("reason", LONGEST_REASON));
        }
        return refusals.isEmpty()
            ? desk.terms().then(terms -> desk.stockWork()
                .write(step -> new WritingOff(desk.book(), step, terms).run(key, template, reason, effective)))
            : Outcome.refused(refusals);
    }

}
