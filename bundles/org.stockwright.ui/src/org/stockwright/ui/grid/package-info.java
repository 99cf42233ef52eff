/**
 * Grids: columns, a view model without widgets (filter, sort, groups, pages), and the widget that shows it. Layouts are
 * kept by a {@link org.stockwright.ui.grid.SavedViews} service, exports are written by
 * {@link org.stockwright.ui.grid.Exporter} services.
 */
@Version("1.0.0")
package org.stockwright.ui.grid;

import org.osgi.annotation.versioning.Version;
