package org.stockwright.cli.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds commands to the command line. Register it as an OSGi service that needs no open book. A contribution that throws, or
 * whose command has the name of one that is there, is named on standard error and left out; all others work.
 */
@ConsumerType
public interface CommandContribution {

    /** What people call the part that brings them; it is named when one of them fails. */
    String title();

    /** The commands: new objects each time, because a command keeps what was typed. Must come at once, without a book. */
    List<CommandEntry> commands();

}
