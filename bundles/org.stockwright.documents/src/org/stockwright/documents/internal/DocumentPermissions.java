package org.stockwright.documents.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class DocumentPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(DocumentPermission.VIEW, "See documents",
                "Orders, receipts, shipments and other documents are shown, each kind by its own permission.", true),
            new Permission(DocumentPermission.EDIT, "Add to documents",
                "Notes and files are added to documents.", true),
            new Permission(DocumentPermission.PRINT, "Print documents",
                "Papers and labels of documents are printed; each print stands in the document's trail.", true));
    }

}
