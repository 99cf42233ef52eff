/** What an area contributes to imports: one {@link org.stockwright.exchange.spi.ImportKind} per kind of file. */
@Version("1.2.0")
package org.stockwright.exchange.spi;

import org.osgi.annotation.versioning.Version;
