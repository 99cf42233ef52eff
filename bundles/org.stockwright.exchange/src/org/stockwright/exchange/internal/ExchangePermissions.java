package org.stockwright.exchange.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.exchange.ExchangePermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class ExchangePermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(ExchangePermission.IMPORT, "Import files",
                "Files are read and imported, as far as the kind of data is allowed too.", false),
            new Permission(ExchangePermission.EXPORT, "Export tables",
                "What is shown is written to a file or the clipboard.", false));
    }

}
