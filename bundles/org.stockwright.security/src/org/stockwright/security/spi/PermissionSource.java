package org.stockwright.security.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.security.Permission;
import org.stockwright.security.RoleDraft;

/**
 * Names the permissions of an area or module, so that roles can be made of them. Register it as an OSGi service that needs no open
 * book: it is asked while one is opened.
 */
@ConsumerType
public interface PermissionSource {

    /**
     * Its permissions, in the order in which a person reads them. Their ids are its own: of two permissions with one id that holds which a
     * role can limit to sites.
     */
    List<Permission> permissions();

    /**
     * What the ready-made roles allow of these permissions, and ready-made roles of its own. They come with a book's first user. To a book
     * that has users, the next opening adds its own roles, once and to nobody; roles that are there, or were, stay as they are. A role
     * that no book could have (without a name, longer than {@link RoleDraft} says, limited to sites) is left out.
     * Several sources that name a role of the same name make one role with the permissions of all.
     */
    default List<RoleDraft> readyMadeRoles() {
        return List.of();
    }

}
