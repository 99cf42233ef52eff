package org.stockwright.documents.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.Document;

/**
 * Knows how the goods of documents are packed, so that packing slips, bills of lading and labels tell it. Register it as an
 * OSGi service.
 */
@ConsumerType
public interface LogisticUnitSource {

    /**
     * The units with goods of a document, by code, those that hold others before what they hold.
     *
     * @return empty when its goods lie loose, or when the document is not one of whose units this source knows
     */
    List<LogisticUnit> units(Document document);

}
