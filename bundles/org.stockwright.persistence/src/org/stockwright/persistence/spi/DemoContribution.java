package org.stockwright.persistence.spi;

import java.time.LocalDate;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;

/**
 * A module's share of the demo company. Register it as an OSGi service that needs no open book. It is asked once, when a demo
 * company is made and has its items, places, partners, movements and orders. What it stores is stored as one; one that throws or
 * is refused is named in the log and leaves nothing behind, and the demo company is made without it.
 */
@ConsumerType
public interface DemoContribution {

    /** What people call the module; it is named when it fails, and demo companies get the shares in the order of their titles. */
    String title();

    /**
     * Stores it, by the services that everybody uses. Small: a demo company is made in seconds.
     *
     * @return how many things it stored
     */
    Outcome<Integer> install(DemoBook book);

    /** The book of the demo company that is made. */
    @ProviderType
    interface DemoBook {

        /**
         * The service of an area; waits for it.
         *
         * @throws IllegalStateException when no installed bundle offers it
         */
        <T> T service(Class<T> type);

        /** The day on which the company is made, in its zone: all that happened was before, all that is planned is behind. */
        LocalDate today();

        /** Shows how far it has come. */
        Progress progress();

    }

}
