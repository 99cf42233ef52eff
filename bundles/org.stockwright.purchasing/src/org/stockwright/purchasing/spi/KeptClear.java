package org.stockwright.purchasing.spi;

import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.LocationId;

/**
 * Names bins in which goods only stand for a while, such as those to which orders are picked: put-away proposes none of them, and
 * still takes them when somebody types them. Register it as an OSGi service while a book is open.
 */
@ConsumerType
public interface KeptClear {

    /** The bins, without their parts. Called on a background thread. */
    Set<LocationId> places();

}
