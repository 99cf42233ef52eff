/**
 * Second processes for tests: another Java virtual machine with the same bundles in a framework of its own, that tests
 * may kill at any moment.
 */
@Version("1.0.0")
package org.stockwright.testkit.process;

import org.osgi.annotation.versioning.Version;
