package org.stockwright.security;

import org.stockwright.base.NoFault;
import org.stockwright.base.Refusal;

/** A call that the signed-in user may not make, of a method that has no other way to refuse. Nothing of it ran. */
public final class AccessDenied extends RuntimeException implements NoFault {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** Denied for this reason. */
    public AccessDenied(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /** Why, in words for the user. */
    public Refusal refusal() {
        return refusal;
    }

}
