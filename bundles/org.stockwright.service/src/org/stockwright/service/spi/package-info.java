/** What partners add to services: ways to do a stage without people. */
@Version("1.0.0")
package org.stockwright.service.spi;

import org.osgi.annotation.versioning.Version;
