/** What partners and other areas replace or add in fulfilment. */
@Version("1.0.0")
package org.stockwright.fulfilment.spi;

import org.osgi.annotation.versioning.Version;
