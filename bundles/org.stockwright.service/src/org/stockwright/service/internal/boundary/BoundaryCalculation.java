package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.BoundaryEffect.Model;
import org.stockwright.service.Demand;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

/**
 * What each position of the push-pull boundary does.
 * <p>
 * Units that can be used no longer than until the batch after the next could be there (validity &le; R + L) are bought for one
 * season of min(validity, R) days: the newsvendor's Q is the smallest with F(Q) &ge; Cu/(Cu+Co); who comes between their end and
 * the next batch finds none. Units that keep longer are
 * filled up to the base-stock level S = F<sup>-1</sup>(service) of the demand in R + L days; of these, as expected, those
 * expire that are not used within their validity: E[(S - D(validity))+] in that time.
 */
public final class BoundaryCalculation {

    private static final int MOST_DAYS = 1000;
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(1_000_000_000);

    private final Template template;
    private final Demand demand;
    private final Map<ItemId, BigDecimal> costs;

    /**
     * Of one template.
     *
     * @param costs what a base unit of each material costs; 0 for those that are missing
     */
    public BoundaryCalculation(Template template, Demand demand, Map<ItemId, BigDecimal> costs) {
        this.template = template;
        this.demand = demand;
        this.costs = Map.copyOf(costs);
    }

    /** The effect of every position, from 0 to the number of stages. */
    public Outcome<List<BoundaryEffect>> all() {
        List<Refusal> refusals = problems();
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<BoundaryEffect> result = new ArrayList<>();
        for (int boundary = 0; boundary <= template.stages().size(); boundary++) {
            result.add(boundary == 0 ? nothing() : at(boundary));
        }
        return Outcome.done(result);
    }

    private List<Refusal> problems() {
        List<Refusal> result = new ArrayList<>();
        if (demand.mean().signum() < 0 || demand.deviation().signum() < 0
            || demand.days().stream().anyMatch(units -> units.signum() < 0)) {
            result.add(Refusal.of(ServiceRefusal.NEGATIVE_DEMAND).hint("Write 0 or more units."));
        }
        if (demand.mean().max(demand.deviation()).compareTo(MOST_UNITS) > 0) {
            result.add(Refusal.of(ServiceRefusal.TOO_MUCH_DEMAND, MOST_UNITS).hint("Count larger units."));
        }
        if (demand.reviewDays().signum() <= 0 || demand.leadDays().signum() < 0
            || demand.reviewDays().add(demand.leadDays()).compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            result.add(Refusal.of(ServiceRefusal.BAD_PERIOD, MOST_DAYS)
                .hint("Use 1 for every day, 7 for every week."));
        }
        if (demand.service().signum() <= 0 || demand.service().compareTo(BigDecimal.ONE) >= 0) {
            result.add(Refusal.of(ServiceRefusal.BAD_SERVICE_LEVEL).hint("Use a share such as 0.95."));
        }
        if (template.mismatch().under().signum() < 0 || template.mismatch().under().signum() == 0 && isAnyPerishing()) {
            result.add(Refusal.of(ServiceRefusal.NO_MISMATCH_COST)
                .hint("Enter what it costs when a customer comes and no unit is stored."));
        }
        return result;
    }

    /** Whether units of any position perish before they are replaced: then their number depends on what mismatches cost. */
    private boolean isAnyPerishing() {
        for (int boundary = 1; boundary <= template.stages().size(); boundary++) {
            List<Stage> pushed = template.stages().subList(0, boundary);
            if (perishes(validity(pushed)) && over(pushed).signum() > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean perishes(Optional<Integer> validity) {
        return validity.filter(days -> BigDecimal.valueOf(days).compareTo(protection()) <= 0).isPresent();
    }

    private BigDecimal protection() {
        return demand.reviewDays().add(demand.leadDays());
    }

    private static Optional<Integer> validity(List<Stage> pushed) {
        return pushed.stream().flatMap(stage -> stage.validityDays().stream()).min(Integer::compare);
    }

    private BigDecimal over(List<Stage> pushed) {
        return template.mismatch().over().orElseGet(() -> preparation(pushed, costs));
    }

    private BoundaryEffect nothing() {
        BigDecimal all = minutes(template.stages());
        BigDecimal zero = BigDecimal.ZERO;
        return new BoundaryEffect(0, Model.NONE, zero, zero, zero, all, all, all, zero, zero, zero, zero,
            Optional.empty());
    }

    private BoundaryEffect at(int boundary) {
        List<Stage> pushed = template.stages().subList(0, boundary);
        Optional<Integer> validity = validity(pushed);
        BigDecimal preparation = preparation(pushed, costs);
        BigDecimal over = over(pushed);
        // units that cost nothing when they are left over are bought for the wanted service
        return perishes(validity) && over.signum() > 0 ? newsvendor(boundary, validity, preparation, over)
            : baseStock(boundary, validity, preparation);
    }

    private BoundaryEffect newsvendor(int boundary, Optional<Integer> validity, BigDecimal preparation,
        BigDecimal over) {
        BigDecimal under = template.mismatch().under();
        Share ratio = new Share(under, under.add(over));
        BigDecimal days = BigDecimal.valueOf(validity.orElseThrow()).min(demand.reviewDays());
        Season season = Season.of(demand, days);
        BigDecimal stock = season.quantile(ratio);
        BigDecimal left = season.leftover(stock);
        // units that perish before the next batch are wanting for the rest of the period
        BigDecimal customers = Season.of(demand, demand.reviewDays()).mean();
        BigDecimal wanting = customers.subtract(season.mean()).max(BigDecimal.ZERO).add(season.shortage(stock));
        return effect(boundary, Model.NEWSVENDOR, ratio.decimal(), stock, fill(wanting, customers), left, preparation,
            validity);
    }

    private BoundaryEffect baseStock(int boundary, Optional<Integer> validity, BigDecimal preparation) {
        Season season = Season.of(demand, protection());
        BigDecimal stock = season.quantile(Share.of(demand.service()));
        BigDecimal cycle = demand.mean().multiply(demand.reviewDays());
        BigDecimal left = validity.map(days -> Season.of(demand, BigDecimal.valueOf(days)).leftover(stock)
            .multiply(demand.reviewDays()).divide(BigDecimal.valueOf(days), Season.SCALE, RoundingMode.HALF_EVEN))
            .orElse(BigDecimal.ZERO);
        return effect(boundary, Model.BASE_STOCK, demand.service(), stock, fill(season.shortage(stock), cycle), left,
            preparation, validity);
    }

    /** The share of customers who find a unit: 1 - wanting / those who come. */
    private static BigDecimal fill(BigDecimal wanting, BigDecimal customers) {
        if (customers.signum() == 0) {
            return BigDecimal.ONE;
        }
        return BigDecimal.ONE.subtract(wanting.divide(customers, Season.SCALE, RoundingMode.HALF_EVEN))
            .max(BigDecimal.ZERO);
    }

    private BoundaryEffect effect(int boundary, Model model, BigDecimal ratio, BigDecimal stock, BigDecimal fill,
        BigDecimal left, BigDecimal preparation, Optional<Integer> validity) {
        BigDecimal stored = minutes(template.stages().subList(boundary, template.stages().size()));
        BigDecimal all = minutes(template.stages());
        BigDecimal wait = fill.multiply(stored).add(BigDecimal.ONE.subtract(fill).multiply(all));
        return new BoundaryEffect(boundary, model, ratio, stock, fill, stored, all, wait, preparation, left,
            left.multiply(preparation), stock.multiply(preparation), validity);
    }

    private static BigDecimal minutes(List<Stage> stages) {
        return stages.stream().map(Stage::minutes).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What preparing one unit costs: the stages, and their materials.
     *
     * @param stages those that are done ahead
     * @param costs what a base unit of each material costs; 0 for those that are missing
     */
    public static BigDecimal preparation(List<Stage> stages, Map<ItemId, BigDecimal> costs) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Stage stage : stages) {
            sum = sum.add(stage.cost());
            for (Stage.Material material : stage.materials()) {
                sum = sum.add(material.quantity().multiply(costs.getOrDefault(material.item(), BigDecimal.ZERO)));
            }
        }
        return sum;
    }

}
