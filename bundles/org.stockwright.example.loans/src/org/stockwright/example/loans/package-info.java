/**
 * An example of a partner's plug-in: items that are lent, to whom, and until when. It promises nothing to others; copy it.
 */
@Version("1.0.0")
package org.stockwright.example.loans;

import org.osgi.annotation.versioning.Version;
