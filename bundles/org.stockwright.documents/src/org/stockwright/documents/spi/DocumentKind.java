package org.stockwright.documents.spi;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.KindView;

/** A kind of document of an area. Register it as an OSGi service. */
@ConsumerType
public interface DocumentKind {

    /** Its id, title and states. */
    KindView view();

    /** The number series, for example {@code PO}. */
    String series();

    /** The permission without which its documents are not seen. */
    String viewPermission();

    /** Whether its prices are costs, which not everybody may see. */
    boolean isPricedAtCost();

}
