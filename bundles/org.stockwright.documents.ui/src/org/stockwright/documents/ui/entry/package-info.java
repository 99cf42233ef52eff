/**
 * Entry of documents by keyboard and scanner, with drafts, undo and redo. An area registers an
 * {@link org.stockwright.documents.ui.entry.EntryModel} for each kind that can be entered; the form is the same for all.
 */
@Version("1.0.0")
package org.stockwright.documents.ui.entry;

import org.osgi.annotation.versioning.Version;
