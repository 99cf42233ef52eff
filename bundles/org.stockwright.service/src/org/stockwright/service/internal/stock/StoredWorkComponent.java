package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.ItemId;
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
        Outcome<List<Lot>> lots = desk.terms().map(terms -> lots(template, terms.day(desk.now()), true));
        return lots.isDone() ? lots.value() : List.of();
    }

    private List<Lot> lots(Optional<String> template, LocalDate today, boolean valued) {
        record Read(List<LotRows.Row> rows, Map<DocumentId, Batch> batches, Map<ItemId, ItemFacts> items) {
        }
        Read read = desk.work().read(transaction -> {
            List<LotRows.Row> rows = new LotRows(transaction).read(template);
            Set<ItemId> items = rows.stream().map(LotRows.Row::item).collect(Collectors.toSet());
            return new Read(rows, new BatchRows(transaction).heads(rows.stream().map(LotRows.Row::batch).toList()),
                ItemFacts.read(transaction, items));
        });
        Map<ItemId, BigDecimal> worth = new HashMap<>();
        if (valued) {
            for (ItemId item : read.items().keySet()) {
                costs.stream().flatMap(one -> one.of(item).stream()).findFirst()
                    .ifPresent(cost -> worth.put(item, cost));
            }
        }
        Map<String, List<Template>> versions = new HashMap<>();
        List<Lot> result = new ArrayList<>();
        for (LotRows.Row row : read.rows()) {
            Batch batch = Objects.requireNonNull(read.batches().get(row.batch()));
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
        Outcome<List<Level>> levels = desk.terms().map(terms -> levels(terms.day(desk.now())));
        return levels.isDone() ? levels.value() : List.of();
    }

    private List<Level> levels(LocalDate today) {
        Map<String, List<Lot>> lots = lots(Optional.empty(), today, false).stream()
            .collect(Collectors.groupingBy(Lot::template));
        Map<String, Integer> inWork = desk.work().read(transaction -> new BatchRows(transaction).inWork());
        Map<String, Template> current = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        for (Template one : desk.templates().list()) {
            names.put(one.code(), one.name());
            if (one.holds(today) && one.boundary() > 0) {
                current.put(one.code(), one);
            }
        }
        Set<String> codes = new TreeSet<>(current.keySet());
        codes.addAll(lots.keySet());
        codes.addAll(inWork.keySet());
        List<Level> result = new ArrayList<>();
        for (String code : codes) {
            List<Lot> some = lots.getOrDefault(code, List.of());
            Template.Replenishment wanted = Optional.ofNullable(current.get(code)).map(Template::replenishment)
                .orElse(new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO));
            result.add(new Level(code, names.getOrDefault(code, code), onHand(some, Freshness.FRESH),
                onHand(some, Freshness.EXPIRING), onHand(some, Freshness.EXPIRED),
                some.stream().filter(lot -> lot.freshness() != Freshness.EXPIRED).map(lot -> lot.reserved().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.valueOf(inWork.getOrDefault(code, 0)), wanted.minimum(), wanted.target()));
        }
        return result;
    }

    private static BigDecimal onHand(List<Lot> lots, Freshness freshness) {
        return lots.stream().filter(lot -> lot.freshness() == freshness).map(lot -> lot.onHand().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Outcome<List<Proposal>> proposals(Basis basis, int days) {
        return desk.terms().then(terms -> {
            LocalDate today = terms.day(desk.now());
            List<Proposal> result = new ArrayList<>();
            for (Level level : levels(today)) {
                Optional<Template> template = desk.templates().on(level.template(), today)
                    .filter(one -> one.boundary() > 0);
                if (template.isPresent()) {
                    Outcome<Template.Replenishment> wanted = basis == Basis.TEMPLATE
                        ? Outcome.done(template.get().replenishment()) : byDemand(template.get(), days);
                    if (!wanted.isDone()) {
                        return Outcome.refused(wanted.refusals());
                    }
                    proposal(level, wanted.value(), basis).ifPresent(result::add);
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
            refusals.add(Refusal.of(ServiceRefusal.BAD_WORDS, "reason", LONGEST_REASON));
        }
        return refusals.isEmpty()
            ? desk.terms().then(terms -> desk.stockWork()
                .write(step -> new WritingOff(desk.book(), step, terms).run(key, template, reason, effective)))
            : Outcome.refused(refusals);
    }

}
