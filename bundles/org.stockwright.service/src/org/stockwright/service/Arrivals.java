package org.stockwright.service;

import java.util.Map;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/** Customers with a booking come. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(ServicePermission.BOOK)
public interface Arrivals {

    /**
     * The customer came: in one step his booking ends and a case is opened, which takes the stored unit that was held. Materials stay
     * held until the case's stages use them up; what is left is given back when the case ends. When he came before, his case is
     * there already and is the answer. Whoever calls it needs {@link ServicePermission#CASES} too.
     *
     * @param booking the booking
     * @param data what he brings, by name
     */
    Outcome<ServiceCase> arrive(DocumentId booking, Map<String, String> data);

}
