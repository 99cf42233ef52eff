/** The company whose book is open: making, opening, closing, backing up and restoring it; the demo company. */
@Version("1.0.0")
package org.stockwright.company;

import org.osgi.annotation.versioning.Version;
