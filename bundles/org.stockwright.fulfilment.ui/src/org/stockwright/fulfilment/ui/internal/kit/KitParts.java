package org.stockwright.fulfilment.ui.internal.kit;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.ui.internal.Messages;

/** How the papers by which kits are put together and taken apart are shown. */
@Component
public final class KitParts implements DocumentParts {

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(Kits.ASSEMBLY, Messages.Assemblies_plural));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of();
    }

}
