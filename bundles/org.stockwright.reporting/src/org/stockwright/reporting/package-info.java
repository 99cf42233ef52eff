/** Runs BIRT designs of installed bundles over typed rows: lists, renders to files, prepares pages for a viewer. */
@Version("1.0.0")
package org.stockwright.reporting;

import org.osgi.annotation.versioning.Version;
