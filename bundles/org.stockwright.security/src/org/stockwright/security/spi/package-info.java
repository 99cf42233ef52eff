/** What areas and partners' modules bring: their permissions, and services that are to be guarded. */
@Version("1.1.0")
package org.stockwright.security.spi;

import org.osgi.annotation.versioning.Version;
