/** How areas make documents: their kinds, the book that keeps them inside a unit of work, and the tasks that they pose. */
@Version("1.0.0")
package org.stockwright.documents.spi;

import org.osgi.annotation.versioning.Version;
