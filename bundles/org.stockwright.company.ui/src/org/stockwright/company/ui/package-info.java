/** What entry forms of all areas need of the open book: drafts that are kept while somebody types. */
@Version("1.0.0")
package org.stockwright.company.ui;

import org.osgi.annotation.versioning.Version;
