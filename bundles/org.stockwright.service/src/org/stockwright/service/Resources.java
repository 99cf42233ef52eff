package org.stockwright.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;

/**
 * People, rooms and machines that services occupy, with their shifts and absences. Thread-safe; never called on the user
 * interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Resources {

    /** All of them, by code. */
    List<Resource> list();

    /** The one with this code. */
    Optional<Resource> get(String code);

    /** The codes of the members of each pool, by the pool's code. */
    Map<String, List<String>> pools();

    /**
     * Stores resources as they are given, in place of those with the same codes; all of them or none. What does not fit is
     * refused with the index of the resource (from 1) as its line. Bookings that stand outside the new shifts stay: they are
     * named as warnings, and noted for whoever moves them.
     */
    @Requires(ServicePermission.RESOURCES)
    Outcome<Saved> save(List<Resource> resources);

    /** Changes parts of resources, each as it is then; all of them or none. Refusals and warnings are as of {@link #save}. */
    @Requires(ServicePermission.RESOURCES)
    Outcome<Saved> edit(List<Edit> edits);

    /** What {@link #edit} would come to now; nothing is stored. */
    @Requires(ServicePermission.RESOURCES)
    Outcome<Saved> rehearse(List<Edit> edits);

    /** Removes a resource that was never booked. */
    @Requires(ServicePermission.RESOURCES)
    Outcome<Resource> remove(String code);

    /**
     * A change of one resource.
     *
     * @param code which
     * @param profile what it is; needed for a new one, empty to leave it as it is
     * @param shifts all of its shifts; empty to leave them as they are
     * @param added absences that are added; those that are there already are passed over
     * @param removed absences that are taken away; those that are not there are passed over
     */
    record Edit(String code, Optional<Profile> profile, Optional<List<Shift>> shifts, List<Absence> added,
        List<Absence> removed) {

        /** Takes copies. */
        public Edit {
            shifts = shifts.map(List::copyOf);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        /** What the resource is. */
        public static Edit profile(String code, Profile profile) {
            return new Edit(code, Optional.of(profile), Optional.empty(), List.of(), List.of());
        }

        /** When it is there. */
        public static Edit shifts(String code, List<Shift> all) {
            return new Edit(code, Optional.empty(), Optional.of(all), List.of(), List.of());
        }

        /** When it is away besides. */
        public static Edit away(String code, List<Absence> absences) {
            return new Edit(code, Optional.empty(), Optional.empty(), absences, List.of());
        }

        /** When it is there after all. */
        public static Edit back(String code, List<Absence> absences) {
            return new Edit(code, Optional.empty(), Optional.empty(), List.of(), absences);
        }

    }

    /**
     * What a resource is, without its times.
     *
     * @param name what people call it
     * @param kind what it is
     * @param pools the pools and skills that it has
     */
    record Profile(String name, Kind kind, Set<String> pools) {

        /** Takes a copy. */
        public Profile {
            pools = Set.copyOf(pools);
        }

    }

    /**
     * What was stored.
     *
     * @param changed how many resources differ from what was stored before
     * @param warnings bookings of these resources that stand outside their shifts now
     */
    record Saved(int changed, List<Refusal> warnings) {

        /** Takes a copy. */
        public Saved {
            warnings = List.copyOf(warnings);
        }

    }

}
