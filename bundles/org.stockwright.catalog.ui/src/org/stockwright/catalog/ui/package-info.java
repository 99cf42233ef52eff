/** What other bundles add to the catalog's workbench: pages of the item editor. */
@Version("1.0.0")
package org.stockwright.catalog.ui;

import org.osgi.annotation.versioning.Version;
