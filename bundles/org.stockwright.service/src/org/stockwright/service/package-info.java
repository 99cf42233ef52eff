/**
 * Service inventory: what of a service is done before the customer arrives (stored work), and how many services can be given
 * in a time (capacity).
 */
@Version("1.0.0")
package org.stockwright.service;

import org.osgi.annotation.versioning.Version;
