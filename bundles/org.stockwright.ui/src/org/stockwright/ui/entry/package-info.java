/**
 * What entry forms share: undo and redo of what is entered, the keys that work in every field, and the text in which a draft
 * is kept.
 */
@Version("1.0.0")
package org.stockwright.ui.entry;

import org.osgi.annotation.versioning.Version;
