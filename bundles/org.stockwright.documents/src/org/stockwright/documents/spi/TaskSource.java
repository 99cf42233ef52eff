package org.stockwright.documents.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.Task;

/** Knows what waits to be done in an area. Register it as an OSGi service; one that fails is left out of the inbox. */
@ConsumerType
public interface TaskSource {

    /** The permission that whoever does these tasks needs; others do not see them. */
    String permission();

    /** What waits now, at most so many, the most urgent first. Called on a background thread. */
    List<Task> tasks(int limit);

}
