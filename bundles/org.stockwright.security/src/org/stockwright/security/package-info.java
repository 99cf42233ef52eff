/**
 * Who may do what: permissions, roles and users, the session of whoever works here, and the one check that every call
 * of an area's service passes, whether it comes from the workbench, the command line, an import or a report.
 */
@Version("1.0.0")
package org.stockwright.security;

import org.osgi.annotation.versioning.Version;
