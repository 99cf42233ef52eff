/** What partners and other areas replace or add in purchasing. */
@Version("1.0.0")
package org.stockwright.purchasing.spi;

import org.osgi.annotation.versioning.Version;
