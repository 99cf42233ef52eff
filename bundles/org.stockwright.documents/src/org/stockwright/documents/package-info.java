/**
 * Documents of all areas: what they say, how far their lines have come, the chain from the first to the last, who did what.
 * A document has a number from its first moment, is never deleted, and is undone by a reversal with its own date.
 */
@Version("1.0.0")
package org.stockwright.documents;

import org.osgi.annotation.versioning.Version;
