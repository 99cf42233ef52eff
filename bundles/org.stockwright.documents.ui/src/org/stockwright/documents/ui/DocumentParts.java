package org.stockwright.documents.ui;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an area adds to the pages of its documents. Register it as an OSGi service that is there while a book is open. Kinds
 * without a look are shown with all steps that happened.
 */
@ConsumerType
public interface DocumentParts {

    /** How its kinds are shown. */
    List<DocumentLook> looks();

    /** What can be done with its documents, in the order of the buttons. */
    List<DocumentAction> actions();

}
