/**
 * How fast the product is on this machine: each workload is run by the product's own services and, in the same process
 * on the same tables, by the plain JDBC statements that do the same. The latter are the lower bound that a layer above
 * the database can reach.
 */
@Version("1.0.0")
package org.stockwright.bench;

import org.osgi.annotation.versioning.Version;
