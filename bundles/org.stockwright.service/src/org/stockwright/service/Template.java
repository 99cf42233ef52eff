package org.stockwright.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;

/**
 * A version of a service template: how a service is done, and how much of it ahead of demand.
 *
 * @param code the template's code, the same in all versions
 * @param version from 1
 * @param name what people call it
 * @param state whether it is worked on, in use or past
 * @param service the item that customers get
 * @param stored the item that stands in the ledger for a unit whose stages up to the boundary are done; empty while the
 *     boundary is 0
 * @param queue the place where stored units lie; there when there is a stored item
 * @param from the first day on which cases are opened by it
 * @param until the last such day; empty for no end
 * @param boundary the push-pull boundary: how many of the stages are done ahead
 * @param replenishment when stored units are prepared
 * @param mismatch what too few and too many of them cost
 * @param stages in their order, at least one
 */
public record Template(String code, int version, String name, State state, ItemId service, Optional<ItemId> stored,
    Optional<LocationId> queue, LocalDate from, Optional<LocalDate> until, int boundary, Replenishment replenishment,
    Mismatch mismatch, List<Stage> stages) {

    /** Takes a copy. */
    public Template {
        stages = List.copyOf(stages);
    }

    /** How far a version is. */
    public enum State {
        /** It can be changed and is not used. */
        DRAFT,
        /** It cannot be changed and is used on its days. */
        APPROVED,
        /** It is used no more. */
        RETIRED
    }

    /**
     * When stored units are prepared: the position below which a batch is proposed, and up to what.
     *
     * @param minimum not negative
     * @param target at least the minimum
     */
    public record Replenishment(BigDecimal minimum, BigDecimal target) {
    }

    /**
     * What a mismatch of supply and demand costs, in the company's currency for one unit.
     *
     * @param under what it costs when a customer comes and no unit is stored (Cu)
     * @param over what it costs when a stored unit expires unused (Co); empty for what its preparation costs
     */
    public record Mismatch(BigDecimal under, Optional<BigDecimal> over) {
    }

    /** The same with other stages. */
    public Template with(List<Stage> others) {
        return new Template(code, version, name, state, service, stored, queue, from, until, boundary, replenishment,
            mismatch, others);
    }

    /** The same draft as another version. */
    public Template numbered(int other) {
        return new Template(code, other, name, State.DRAFT, service, stored, queue, from, until, boundary,
            replenishment,
            mismatch, stages);
    }

    /** Whether it is approved and used on a day. */
    public boolean holds(LocalDate day) {
        return state == State.APPROVED && !day.isBefore(from) && !until.map(day::isAfter).orElse(false);
    }

    /** The stages that are done ahead of demand. */
    public List<Stage> pushed() {
        return stages.subList(0, boundary);
    }

    /** The stages that are done when the customer is there, if a unit is stored. */
    public List<Stage> pulled() {
        return stages.subList(boundary, stages.size());
    }

    /** How far the boundary can be moved: the stages before the first one that the customer does himself. */
    public int furthest() {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).performer() == Performer.CLIENT) {
                return i;
            }
        }
        return stages.size();
    }

    /** The same, beginning on another day; an end before that day is left out. */
    public Template beginning(LocalDate day) {
        return new Template(code, version, name, state, service, stored, queue, day,
            until.filter(last -> !last.isBefore(day)), boundary, replenishment, mismatch, stages);
    }

    /** The same for a service of ours: what customers get, what stands for a prepared unit, and where those lie. */
    public Template given(ItemId item, Optional<ItemId> prepared, Optional<LocationId> place) {
        return new Template(code, version, name, state, item, prepared, place, from, until, boundary, replenishment,
            mismatch, stages);
    }

    /** The same with its boundary at another stage. */
    public Template at(int other) {
        return new Template(code, version, name, state, service, stored, queue, from, until, other, replenishment,
            mismatch, stages);
    }

    /**
     * With how many of this version's stages done a case begins that takes a unit which another version prepared: the boundary
     * may have been moved meanwhile. The unit is used when the stages that were done, by their codes, are the first ones of this
     * version in the same order; then only those behind them are left.
     *
     * @param made the version that prepared the unit
     * @param done how many of its stages were done
     * @return empty when the unit does not fit this version any more: it is used up by cases of its own version or written off
     */
    public Optional<Integer> behind(Template made, int done) {
        if (!made.code().equals(code) || done > made.stages().size() || done > stages.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < done; i++) {
            if (!made.stages().get(i).code().equals(stages.get(i).code())) {
                return Optional.empty();
            }
        }
        return Optional.of(done);
    }

    /** How many days a stored unit can be used: the least of the stages that are done ahead. Empty when it does not age. */
    public Optional<Integer> validityDays() {
        return pushed().stream().flatMap(stage -> stage.validityDays().stream()).min(Integer::compare);
    }

}
