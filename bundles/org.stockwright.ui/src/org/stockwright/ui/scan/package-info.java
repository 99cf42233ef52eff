/**
 * Barcode scanners that type like a keyboard: a scan is recognised wherever the focus is and goes to the active part's
 * {@link org.stockwright.ui.scan.ScanTarget}; its characters never stay in a text field and its Enter presses no
 * button.
 */
@Version("1.0.0")
package org.stockwright.ui.scan;

import org.osgi.annotation.versioning.Version;
