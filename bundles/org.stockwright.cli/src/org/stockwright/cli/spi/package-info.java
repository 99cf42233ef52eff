/** What modules and partners add to the command line: commands that have what the product's own ones have. */
@Version("1.0.0")
package org.stockwright.cli.spi;

import org.osgi.annotation.versioning.Version;
