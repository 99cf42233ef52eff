/** Worlds to test in: a real store in a temporary folder with the installed areas' services, and a clock that tests set. */
@Version("1.0.0")
package org.stockwright.testkit;

import org.osgi.annotation.versioning.Version;
