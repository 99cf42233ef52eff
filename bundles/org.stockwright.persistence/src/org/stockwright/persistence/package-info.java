/**
 * Where the company's book is kept: opening and closing stores, units of work with retries, migrations, backups.
 *
 * <p>A {@link org.stockwright.persistence.UnitOfWork} service exists exactly while a store is open, so that every
 * component that needs one comes and goes with it.
 */
@Version("1.1.0")
package org.stockwright.persistence;

import org.osgi.annotation.versioning.Version;
