package org.stockwright.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/** The library of service templates. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Templates {

    /** All versions of all templates, by code and version. */
    List<Template> list();

    /** All versions of a template, by version. */
    List<Template> versions(String code);

    /** The approved version that is used on a day. */
    Optional<Template> on(String code, LocalDate day);

    /** The approved version of the service of an item that is used on a day. */
    Optional<Template> of(ItemId service, LocalDate day);

    /**
     * Stores a draft: a new template, a new version of one, or a changed draft. The version 0 makes the next one. What does
     * not fit is refused with the stage (from 1; 0 for the head) as its line.
     */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<Template> save(Template draft);

    /** Throws a draft away. */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<Template> discard(String code, int version);

    /**
     * Approves a draft: from its first day on it is used in place of the version before, which ends the day before. Whoever
     * wrote it cannot approve it when the company asks for a second person.
     */
    @Requires(ServicePermission.APPROVE)
    Outcome<Template> approve(String code, int version);

    /** Uses a version no more after a day; stored units that it made are still used up. */
    @Requires(ServicePermission.APPROVE)
    Outcome<Template> retire(String code, int version, LocalDate last);

    /**
     * Moves the push-pull boundary. A draft is changed; of a version that is in use, or past, a new draft is made, which begins on
     * this day and is approved like any other. What was prepared at the old boundary is used up: see {@link Template#behind}.
     *
     * @param from the first day of the new draft; of no meaning when a draft is changed
     */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<Template> move(String code, int version, int boundary, LocalDate from);

    /** The ready templates that come with the product, to begin a draft with. */
    List<Starter> starters();

    /** What moving the boundary to each stage would do, from 0 (all on demand) to all stages ahead. */
    Outcome<List<BoundaryEffect>> boundaries(Template template, Demand demand);

    /**
     * What the materials of a template cost, as {@link #boundaries} takes it: the current cost of our stock where values are
     * kept and there is stock, else the item's standard cost. Refused to whoever may not see costs.
     */
    Outcome<List<MaterialCost>> materialCosts(Template template);

    /**
     * The demand for a service: the cases that were opened on each of so many days before today, cancelled ones too, since the
     * customer came. Days before the first case ever do not count: the service was not offered. Batches every day without a lead
     * time, and a service of 95 %, are what it begins with.
     *
     * @param days between 1 and {@value #MOST_DAYS}; what is beyond counts as that
     */
    Demand recorded(ItemId service, int days);

    /** How many days of demand are looked at. */
    int MOST_DAYS = 3650;

    /**
     * How long customers waited for it from arrival to delivery, by the boundary that held then; both days included, by the day
     * of delivery.
     */
    List<LeadTime> leadTimes(String code, LocalDate from, LocalDate until);

    /**
     * How long customers of all services waited with and without stored work, by template, version and how much had been done
     * ahead for them; both days included, by the day of delivery.
     */
    List<ResponseTime> responseTimes(LocalDate from, LocalDate until);

    /** What became of the stored units of all templates between two days, both included. */
    List<Obsolescence> obsolescence(LocalDate from, LocalDate until);

    /**
     * A template that comes with the product.
     *
     * @param id its stable id
     * @param name what people call it
     * @param about what it is for
     * @param template a draft without items and places of a company: its service has the number 0, and its boundary says how
     *     much is usually done ahead
     * @param materials what its stages usually use up, to be replaced by items of the company
     */
    record Starter(String id, String name, String about, Template template, List<Suggestion> materials) {

        /** Takes a copy. */
        public Starter {
            materials = List.copyOf(materials);
        }

    }

    /**
     * A material that a stage usually uses up.
     *
     * @param stage the code of the stage
     * @param material what, in words
     * @param quantity how much for one unit
     */
    record Suggestion(String stage, String material, BigDecimal quantity) {
    }

    /**
     * What a material costs.
     *
     * @param item which
     * @param cost of a base unit in the company's currency; 0 when nobody knows
     * @param basis from where it is known
     */
    record MaterialCost(ItemId item, BigDecimal cost, Basis basis) {

        /** From where a cost is known. */
        public enum Basis {
            /** Our stock is worth that now. */
            CURRENT,
            /** The item's standard cost. */
            STANDARD,
            /** Nobody knows: it counts as nothing. */
            UNKNOWN
        }

    }

    /**
     * Measured waiting, with or without stored work.
     *
     * @param code the template's code
     * @param name what people call it
     * @param version which version the cases followed
     * @param done how many stages had been done ahead for these cases; 0 for those that found no stored unit
     * @param cases how many were delivered
     * @param meanMinutes the mean from arrival to delivery
     * @param longestMinutes the longest
     * @param standardMinutes the standard times of the stages that were left
     */
    record ResponseTime(String code, String name, int version, int done, int cases, BigDecimal meanMinutes,
        BigDecimal longestMinutes, BigDecimal standardMinutes) {
    }

    /**
     * What became of stored units.
     *
     * @param code the template's code
     * @param name what people call it
     * @param item the stored item
     * @param prepared how many were prepared
     * @param used how many cases took, less those that were given back
     * @param writtenOff how many were thrown away
     * @param expired how many lie there expired now and can only be thrown away
     * @param cost what one unit costs: its current cost where values are kept, else what its preparation costs; empty for whoever
     *     may not see costs
     */
    record Obsolescence(String code, String name, String item, BigDecimal prepared, BigDecimal used,
        BigDecimal writtenOff, BigDecimal expired, Optional<BigDecimal> cost) {

        /** What was thrown away cost; empty for whoever may not see costs. */
        public Optional<BigDecimal> lost() {
            return cost.map(writtenOff::multiply);
        }

    }

    /**
     * Measured waiting.
     *
     * @param boundary how many stages were done ahead
     * @param cases how many were delivered
     * @param meanMinutes the mean from arrival to delivery
     * @param longestMinutes the longest
     */
    record LeadTime(int boundary, int cases, BigDecimal meanMinutes, BigDecimal longestMinutes) {
    }

}
