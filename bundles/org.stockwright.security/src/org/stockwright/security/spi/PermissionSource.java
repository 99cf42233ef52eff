package org.stockwright.security.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.security.Permission;

/** Names the permissions of an area or module, so that roles can be made of them. Register it as an OSGi service. */
@ConsumerType
public interface PermissionSource {

    /** Its permissions, in the order in which a person reads them. */
    List<Permission> permissions();

}
