/** What a bundle contributes to the report catalogue: a design, its parameters and the rows it shows. */
@Version("1.0.0")
package org.stockwright.reporting.spi;

import org.osgi.annotation.versioning.Version;
