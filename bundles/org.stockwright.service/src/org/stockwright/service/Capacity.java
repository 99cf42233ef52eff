package org.stockwright.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * How many services can be given within a time, and what limits it. Only what is done when the customer is there counts: the
 * stages behind the push-pull boundary. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Capacity {

    /** The most days that one question is about. */
    int MOST_DAYS = 400;

    /** How the days that are asked for are divided. */
    enum Period {
        /** Each day by itself. */
        DAY,
        /** Weeks from Monday to Sunday; the first and the last one are cut where the days begin and end. */
        WEEK
    }

    /**
     * The capacity for the service of a template, in the company's zone.
     *
     * @param template its code; of each period the version that is approved on its first day counts
     * @param first the first day
     * @param last the last day
     */
    Outcome<List<Figure>> of(String template, LocalDate first, LocalDate last, Period period);

    /** The same for a service item. */
    Outcome<List<Figure>> of(ItemId service, LocalDate first, LocalDate last, Period period);

    /** How far resources and pools are used: first the resources by code, then the pools by code. */
    Outcome<List<Utilisation>> utilisation(LocalDate first, LocalDate last);

    /**
     * The capacity of a period.
     *
     * @param first its first day
     * @param last its last day
     * @param template the code of the template
     * @param version its version
     * @param capacity how many services are possible in the whole period with what other services leave of the materials and as if no
     *     time was booked; empty when nothing limits it
     * @param booked how many services of the template are booked in it
     * @param remaining how many more can be booked: at most capacity - booked, less when other services or times that are past
     *     take from it; empty when nothing limits it
     * @param limits all that limits it; what allows least is the first
     */
    record Figure(LocalDate first, LocalDate last, String template, int version, Optional<BigDecimal> capacity,
        BigDecimal booked, Optional<BigDecimal> remaining, List<Limit> limits) {

        /** Takes a copy. */
        public Figure {
            limits = List.copyOf(limits);
        }

        /** What limits it most. */
        public Optional<Limit> limit() {
            return limits.stream().findFirst();
        }

    }

    /**
     * What limits a capacity.
     *
     * @param kind whether time or material
     * @param names the codes of the pools, in order, or of the material
     * @param services how many services it is enough for in the whole period
     * @param left how many more it is enough for
     */
    record Limit(LimitKind kind, List<String> names, BigDecimal services, BigDecimal left) {

        /** Takes a copy. */
        public Limit {
            names = List.copyOf(names);
        }

    }

    /** What can limit a capacity. */
    enum LimitKind {
        /** The time of the resources in some pools. */
        POOLS,
        /** The stock of a material. */
        MATERIAL
    }

    /**
     * How far something is used.
     *
     * @param isPool whether it is a pool
     * @param code of the resource or pool
     * @param name of the resource; the pool's code for a pool
     * @param members of a pool: the codes of its resources; empty for a resource
     * @param available minutes in shifts, less absences
     * @param booked minutes that are booked, whether in shifts or not
     * @param unused minutes of bookings whose customers did not come; they are among the booked ones
     * @param percent 100 x booked / available, to one decimal; empty when nothing is available
     */
    record Utilisation(boolean isPool, String code, String name, Set<String> members, BigDecimal available,
        BigDecimal booked, BigDecimal unused, Optional<BigDecimal> percent) {

        /** Takes a copy. */
        public Utilisation {
            members = Set.copyOf(members);
        }

    }

}
