/** What modules bring to the store: entities, migrations, the data they own. */
@Version("1.1.0")
package org.stockwright.persistence.spi;

import org.osgi.annotation.versioning.Version;
