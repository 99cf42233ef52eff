/** How other areas and partners join a posting inside its transaction. */
@Version("1.0.0")
package org.stockwright.ledger.spi;

import org.osgi.annotation.versioning.Version;
