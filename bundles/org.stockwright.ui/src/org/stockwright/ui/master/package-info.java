/**
 * Pages on which master data and rules are changed in a table: a bundle declares columns, how rows are read and how they are
 * stored; editing by keyboard, undo, the star for unsaved rows, refusals at their cells and read-only pages are the same
 * everywhere. Pages of one area are the tabs of one editor, or stand in an editor of their own kind by
 * {@link org.stockwright.ui.master.MasterTable}.
 */
@Version("1.0.0")
package org.stockwright.ui.master;

import org.osgi.annotation.versioning.Version;
