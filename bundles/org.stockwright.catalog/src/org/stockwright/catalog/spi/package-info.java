/** What modules add to the catalog: inventory roles of their own. */
@Version("1.0.0")
package org.stockwright.catalog.spi;

import org.osgi.annotation.versioning.Version;
